import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { isAllowed } from "../../scripts/allowed-licences.js";
import { listInstalled } from "../../scripts/installed-packages.js";
import { composeSbom } from "../../scripts/write-sbom.js";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFile(new URL(path, ROOT), "utf8");

describe("what an installation runs", () => {
  it("comes from the lockfile alone, each package with its hash", async () => {
    const packages = await listInstalled(ROOT);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ integrity }) => integrity === undefined).map(({ path }) => path)).toEqual([]);
    for (const script of [".ci/run", "Dockerfile"]) expect(await read(script)).toMatch(/npm ci\b/);
  });

  it("has licences that go together with EUPL-1.2, without exception", async () => {
    const packages = await listInstalled(ROOT);
    expect(
      packages.filter(({ licence }) => !isAllowed(licence)).map(({ path, licence }) => `${path}: ${licence}`),
    ).toEqual([]);
  });

  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["MIT AND Zlib", true],
    ["MIT AND GPL-3.0-only", false],
    ["GPL-3.0-only", false],
    ["SEE LICENSE IN LICENSE.txt", false],
    ["UNLICENSED", false],
    ["", false],
  ])("%s: allowed is %s", (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });

  it("is in a CycloneDX bill of materials, the same bytes every time", async () => {
    const text = await composeSbom();
    expect(await composeSbom()).toBe(text);
    const bom = JSON.parse(text);
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const refs = bom.components.map((component: Record<string, string>) => component["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs).toEqual(expect.arrayContaining(["node_modules/bullmq", "node_modules/kysely"]));
    expect(refs).not.toContain("node_modules/vitest");
    for (const { purl, hashes } of bom.components) {
      expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/);
      expect(hashes[0]).toMatchObject({ alg: expect.stringMatching(/^SHA-(1|256|384|512)$/) });
    }
  });

  it("has a reason in ARCHITECTURE.md for each package that we ask for ourselves", async () => {
    const lock = JSON.parse(await read("package-lock.json"));
    const own = Object.entries<{ dependencies?: Record<string, string> }>(lock.packages).filter(
      ([path]) => !path.includes("node_modules"),
    );
    const asked = new Set(own.flatMap(([, { dependencies = {} }]) => Object.keys(dependencies)));
    const table = (await read("ARCHITECTURE.md")).split("## Dependencies, and why")[1] ?? "";
    const named = new Set(
      table
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .flatMap((line) => (line.split("|")[1] ?? "").split(",").map((name) => name.trim().split(" ")[0] ?? "")),
    );
    const without = [...asked].filter((name) => !name.startsWith("@rode-draad/") && !named.has(name));
    expect(without).toEqual([]);
  });
});
