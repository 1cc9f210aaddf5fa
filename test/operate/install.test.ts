import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readConfiguration } from "@rode-draad/runtime";
import { Ajv } from "ajv";
import { Deployment } from "kubernetes-models/apps/v1";
import { CronJob, Job } from "kubernetes-models/batch/v1";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1";
import { ConfigMap, Service, ServiceAccount } from "kubernetes-models/v1";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { createProgram } from "../../services/cli/src/program.js";
import { renderTemplate } from "./render-chart.js";

/** What an operator installs, as far as it can be checked without a container engine and without a cluster. */

const ROOT = new URL("../../", import.meta.url);
const CHART = new URL("deploy/helm/rode-draad/", ROOT);
const read = (path: string) => readFile(new URL(path, ROOT), "utf8");

/** The published OpenAPI schemas of Kubernetes, as kubernetes-models brings them. */
const MODELS = { Deployment, Job, CronJob, Ingress, PodDisruptionBudget, ConfigMap, Service, ServiceAccount };

interface Manifest {
  readonly kind: keyof typeof MODELS;
  readonly metadata: { readonly name: string };
  readonly spec?: unknown;
  readonly data?: Readonly<Record<string, string>>;
}

async function values(): Promise<Record<string, unknown>> {
  return parse(await readFile(new URL("values.yaml", CHART), "utf8"));
}

async function render(change: Readonly<Record<string, unknown>> = {}): Promise<Manifest[]> {
  const context = { Values: { ...(await values()), ...change }, Release: { Name: "proef" } };
  const manifests: Manifest[] = [];
  for (const name of (await readdir(new URL("templates/", CHART))).sort()) {
    const template = await readFile(new URL(`templates/${name}`, CHART), "utf8");
    for (const document of parseAllDocuments(renderTemplate(template, context))) {
      expect(document.errors, name).toEqual([]);
      if (document.contents !== null) manifests.push(document.toJS());
    }
  }
  return manifests;
}

/** Every pod in a manifest, wherever it stands. */
function podsIn(value: unknown): { containers: Record<string, unknown>[]; securityContext: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "containers" in value ? [value as ReturnType<typeof podsIn>[number]] : [];
  return [...own, ...Object.values(value).flatMap(podsIn)];
}

const EVERYTHING = {
  metrics: { enabled: true, port: 9464 },
  backup: { schedule: "0 2 * * *", claim: "kopie" },
  settings: { LOG_LEVEL: "warn", ACCESS_POLICY: "own-team" },
};

describe("the Helm chart", () => {
  it.each([
    ["as it comes", {}],
    ["with everything on", EVERYTHING],
  ])("%s gives what the schemas of Kubernetes allow", async (_, change) => {
    const manifests = await render(change);
    for (const manifest of manifests) {
      const Model = MODELS[manifest.kind];
      expect(Model, manifest.kind).toBeDefined();
      expect(() => new Model(manifest as never).validate(), manifest.metadata.name).not.toThrow();
    }
    expect(manifests.filter(({ kind }) => kind === "CronJob")).toHaveLength(change === EVERYTHING ? 1 : 0);
    expect(() => new Deployment({ ...manifests[0], spec: { replicas: "two" } } as never).validate()).toThrow();
  });

  it("runs every container without root, without writing to its root, and without rights that it does not need", async () => {
    const pods = podsIn(await render(EVERYTHING));
    expect(pods.length).toBe(4);
    for (const { containers, securityContext } of pods) {
      expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
      for (const container of containers)
        expect(container.securityContext).toMatchObject({
          readOnlyRootFilesystem: true,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"] },
        });
    }
  });

  it("has values that its own schema takes, and that schema refuses a mistake", async () => {
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(await readFile(new URL("values.schema.json", CHART), "utf8")),
    );
    expect(validate(await values()), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...(await values()), munincipality: {} })).toBe(false);
    expect(validate({ ...(await values()), publicHost: "https://met-schema" })).toBe(false);
  });

  it("sets only what the product reads", async () => {
    const settings = (await render(EVERYTHING)).find(({ kind }) => kind === "ConfigMap")?.data ?? {};
    expect(readConfiguration(settings)).toMatchObject({
      publicUrl: "https://rodedraad.gemeente.example",
      accessPolicy: "own-team",
      metrics: { host: "0.0.0.0", port: 9464 },
    });
  });
});

describe("compose.yaml", () => {
  it("has every service that others wait for, and runs the product without root and read-only", async () => {
    const { services, volumes } = parse(await read("compose.yaml"), { merge: true });
    expect(Object.keys(services).sort()).toEqual(["migrate", "postgres", "redis", "web", "worker"]);
    for (const [name, service] of Object.entries<Record<string, never>>(services)) {
      for (const needed of Object.keys(service.depends_on ?? {})) expect(Object.keys(services), name).toContain(needed);
      for (const mount of (service.volumes ?? []) as string[])
        expect(volumes).toHaveProperty(mount.split(":")[0] ?? "");
    }
    for (const name of ["migrate", "web", "worker"]) {
      expect(services[name]).toMatchObject({ read_only: true, user: "1000:1000", cap_drop: ["ALL"] });
      expect(await knownCommand(services[name].command)).toBe(true);
    }
    expect(services.redis.command).toContain("noeviction");
    // Only this machine reaches it: https is the proxy's.
    expect(services.web.ports).toEqual(["127.0.0.1:3000:3000"]);
  });
});

/** Whether the command line has the command and its options. */
async function knownCommand([name = "", ...rest]: string[]): Promise<boolean> {
  const command = createProgram().commands.find((one) => one.name() === name);
  const options = rest.filter((word) => word.startsWith("--"));
  return command !== undefined && options.every((word) => command.options.some((option) => option.long === word));
}

describe("the Dockerfile", () => {
  it("builds in stages, ends as a user that is not root, and starts a file and a command that exist", async () => {
    const lines = (await read("Dockerfile")).split("\n");
    const stages = lines.filter((line) => line.startsWith("FROM "));
    expect(stages).toHaveLength(2);
    expect(stages.every((line) => /:20\.\d+/.test(line))).toBe(true);
    expect(lines.filter((line) => line.startsWith("USER ")).at(-1)).toBe("USER node");
    const entry = JSON.parse(lines.find((line) => line.startsWith("ENTRYPOINT "))?.slice(11) ?? "[]");
    expect(existsSync(fileURLToPath(new URL(entry[1].replace("/app/", ""), ROOT)))).toBe(true);
    expect(await knownCommand(JSON.parse(lines.find((line) => line.startsWith("CMD "))?.slice(4) ?? "[]"))).toBe(true);
    expect(await read(".dockerignore")).toContain("**/.env*");
  });
});

describe("the systemd units", () => {
  it("start commands that exist, without root and with little reach", async () => {
    const names = (await readdir(new URL("deploy/systemd/", ROOT))).filter((name) => name.endsWith(".service"));
    expect(names.length).toBe(3);
    for (const name of names) {
      const unit = await read(`deploy/systemd/${name}`);
      const words = /rodedraad\.js (.*)$/m.exec(unit)?.[1]?.replace(/"|'/g, "").split(" ") ?? [];
      expect(await knownCommand(words), name).toBe(true);
      for (const line of ["User=rodedraad", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet="])
        expect(unit, name).toContain(line);
    }
  });

  it.runIf(existsSync("/usr/bin/systemd-analyze"))("pass systemd's own check", async () => {
    const units = ["rodedraad-web.service", "rodedraad-worker@.service", "rodedraad-backup.timer"];
    const paths = units.map((name) => fileURLToPath(new URL(`deploy/systemd/${name}`, ROOT)));
    const { stdout, stderr } = await promisify(execFile)("systemd-analyze", ["verify", ...paths]);
    expect(`${stdout}${stderr}`).toBe("");
  });
});

describe("the example alerts", () => {
  it("ask for figures that the product tells, and say what to do", async () => {
    const told = await read("services/operate/src/telemetry/observe-product.ts");
    const { groups } = parse(await read("deploy/prometheus/alerts.yaml"));
    const rules: { alert: string; expr: string; annotations: Record<string, string> }[] = groups[0].rules;
    expect(rules.length).toBeGreaterThan(5);
    for (const { alert, expr, annotations } of rules) {
      const names = expr.match(/\b(rodedraad|process|nodejs)_\w+/g) ?? [];
      expect(names.length, alert).toBeGreaterThan(0);
      for (const name of names) expect(told, alert).toContain(`"${name}"`);
      expect(annotations.action, alert).toBeTruthy();
    }
  });
});
