import { describe, expect, it } from "vitest";
import { importedPackage, readImports, readSourceFiles, type SourceFile } from "./source-files.js";

const files = readSourceFiles();
const product = files.filter((file) => file.isProduct);

type Layer = "domain" | "shared" | "worker" | "service";
const LAYERS: readonly Layer[] = ["domain", "shared", "worker", "service"];

const layerByPackage = new Map<string, Layer>();
for (const file of files) {
  if (file.packageName === undefined || file.packageName === "fixtures") continue;
  const group = file.path.split("/")[0];
  const layer =
    file.packageName === "domain"
      ? "domain"
      : group === "workers"
        ? "worker"
        : group === "services"
          ? "service"
          : "shared";
  layerByPackage.set(file.packageName, layer);
}

/** What a shared package may use of its neighbours: the stage map and what every program needs. */
const FOR_ALL_SHARED: ReadonlySet<string> = new Set(["domain", "runtime", "contracts"]);

/** `path → what is wrong`, so that a failure names the place. */
function offences(among: readonly SourceFile[], wrong: (file: SourceFile, imported: string) => boolean): string[] {
  return among.flatMap((file) =>
    file.imports.filter((specifier) => wrong(file, specifier)).map((specifier) => `${file.path} → ${specifier}`),
  );
}

function workspaceName(specifier: string): string | undefined {
  const name = importedPackage(specifier);
  return name?.startsWith("@rode-draad/") ? name.slice("@rode-draad/".length) : undefined;
}

/** Files outside these packages that import one of these libraries. */
function importedOutside(libraries: readonly string[], owners: readonly string[]): string[] {
  const own = new Set(owners);
  return offences(product, (file, specifier) => {
    const name = importedPackage(specifier);
    return name !== undefined && libraries.includes(name) && !own.has(file.packageName ?? "");
  });
}

describe("the reader of imports", () => {
  it("sees every way to import", () => {
    const code = `
      import a from "one"; import { type B } from 'two';
      import "three"; export { c } from "four"; export * from "./five.js";
      const six = await import("six"); const seven = require("seven");
      import {
        long,
      } from "@scope/eight/deep";
      // words like "from here" or a string "import" are none
    `;
    expect(readImports(code)).toEqual([
      "one",
      "two",
      "three",
      "four",
      "./five.js",
      "six",
      "seven",
      "@scope/eight/deep",
    ]);
    expect(["@scope/eight/deep", "nine/deep", "./ten.js", "node:fs"].map(importedPackage)).toEqual([
      "@scope/eight",
      "nine",
      undefined,
      undefined,
    ]);
  });

  it("finds the packages of the house", () => {
    expect([...layerByPackage.keys()]).toEqual(
      expect.arrayContaining(["domain", "store", "queue", "intake", "delivery", "cli"]),
    );
    expect(product.length).toBeGreaterThan(100);
  });
});

describe("imports", () => {
  it("point from services to workers to shared to domain, never back", () => {
    const back = offences(product, (file, specifier) => {
      const from = layerByPackage.get(file.packageName ?? "");
      const name = workspaceName(specifier);
      const to = name === undefined ? undefined : layerByPackage.get(name);
      return from !== undefined && to !== undefined && LAYERS.indexOf(to) > LAYERS.indexOf(from);
    });
    expect(back).toEqual([]);
  });

  it("between shared packages reach only the stage map and the runtime", () => {
    const sideways = offences(product, (file, specifier) => {
      const name = workspaceName(specifier);
      if (name === undefined || layerByPackage.get(file.packageName ?? "") !== "shared") return false;
      return layerByPackage.get(name) === "shared" && !FOR_ALL_SHARED.has(name) && name !== file.packageName;
    });
    expect(sideways).toEqual([]);
  });

  it("never go from one worker to another, nor from a worker to store or queue", () => {
    const wrong = offences(product, (file, specifier) => {
      const name = workspaceName(specifier);
      if (name === undefined || layerByPackage.get(file.packageName ?? "") !== "worker") return false;
      return layerByPackage.get(name) === "worker" || name === "store" || name === "queue";
    });
    expect(wrong).toEqual([]);
  });

  it("of the domain name nothing but the domain itself", () => {
    expect(
      offences(product, (file, specifier) => file.packageName === "domain" && !specifier.startsWith("./")),
    ).toEqual([]);
  });

  it("stay inside a package, or go through its public entry", () => {
    const around = offences(files, (file, specifier) => {
      if (!specifier.startsWith(".") || file.packageName === undefined) return false;
      const target = new URL(specifier, `file:///${file.path}`).pathname.slice(1);
      const home = file.path
        .split("/")
        .slice(0, file.packageName === "fixtures" ? 1 : 2)
        .join("/");
      return !target.startsWith(`${home}/`);
    });
    expect(around).toEqual([]);
  });

  it("make no circle between packages", () => {
    const edges = new Map<string, Set<string>>();
    for (const file of product) {
      for (const specifier of file.imports) {
        const name = workspaceName(specifier);
        if (name === undefined || file.packageName === undefined || name === file.packageName) continue;
        edges.set(file.packageName, (edges.get(file.packageName) ?? new Set()).add(name));
      }
    }
    const circles: string[] = [];
    const walk = (name: string, trail: readonly string[]): void => {
      if (trail.includes(name)) circles.push([...trail, name].join(" → "));
      else for (const next of edges.get(name) ?? []) walk(next, [...trail, name]);
    };
    for (const name of edges.keys()) walk(name, []);
    expect(circles).toEqual([]);
  });

  it("of the fixtures stand in tests, benches, scripts and the demo only", () => {
    const inProduct = offences(
      product,
      (file, specifier) => workspaceName(specifier) === "fixtures" && file.packageName !== "cli",
    );
    expect(inProduct).toEqual([]);
  });
});

describe("a vendor's library has one package that imports it", () => {
  it.each([
    { libraries: ["natural", "compromise"], owners: ["language"] },
    { libraries: ["kysely", "@electric-sql/pglite"], owners: ["store"] },
    { libraries: ["bullmq", "bullmq-otel", "ioredis", "@bull-board/api", "@bull-board/express"], owners: ["queue"] },
    { libraries: ["@opentelemetry/api", "@opentelemetry/sdk-metrics"], owners: ["operate"] },
    { libraries: ["pg"], owners: ["store", "queue"] },
    { libraries: ["nodemailer"], owners: ["delivery"] },
    { libraries: ["pino"], owners: ["runtime"] },
    { libraries: ["@node-rs/argon2", "openid-client", "rate-limiter-flexible", "cookie"], owners: ["access"] },
  ])("$libraries by $owners", ({ libraries, owners }) => {
    expect(importedOutside(libraries, owners)).toEqual([]);
    expect(product.some((file) => owners.includes(file.packageName ?? "") && file.imports.length > 0)).toBe(true);
  });
});

describe("rows of all municipalities", () => {
  it("are asked for in few files only: to list what there is to do, to lead, to see whether it moves, and to keep house", () => {
    const askers = product.filter((file) => /\.asOwner\b/.test(file.text)).map((file) => file.path);
    expect(askers.sort()).toEqual([
      "services/cli/src/commands/erase.ts",
      "services/pipeline/src/reconcile.ts",
      "services/pipeline/src/retention/keep-all-within-terms.ts",
      "services/pipeline/src/run-as-leader.ts",
      "services/pipeline/src/schedule/monthly-run.ts",
      "services/pipeline/src/start-schedule.ts",
      "services/pipeline/src/watch-progress.ts",
    ]);
  });
});

describe("text before and after the gate", () => {
  function callersOf(call: RegExp, owners: readonly string[]): string[] {
    return product
      .filter((file) => call.test(file.text) && !owners.includes(file.packageName ?? ""))
      .map((file) => file.path);
  }

  it("raw text is opened by the gate alone", () => {
    expect(callersOf(/\bRawText\s*\.\s*open\b/, ["privacy", "domain"])).toEqual([]);
    expect(product.some((file) => file.packageName === "privacy" && /\bRawText\.open\b/.test(file.text))).toBe(true);
  });

  it("safe text is made by the gate and read back by the store alone", () => {
    expect(callersOf(/\bmarkSafe\b/, ["privacy", "store", "domain"])).toEqual([]);
    expect(callersOf(/\bas\s+SafeText\b/, ["domain"])).toEqual([]);
  });
});
