import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { listInstalled } from "./installed-packages.js";

/**
 * `npm run sbom [-- FILE]`: the bill of materials of an installation as CycloneDX 1.6, from the lockfile alone, so that the same lockfile
 * gives the same bytes. Without a file it goes to standard output.
 */
const ROOT = new URL("../", import.meta.url);

export async function composeSbom(root: URL = ROOT): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  const components = (await listInstalled(root))
    .map(({ name, version: of, licence, integrity, path }) => ({
      type: "library",
      "bom-ref": path,
      name,
      version: of,
      purl: `pkg:npm/${name.replace("@", "%40")}@${of}`,
      ...(integrity !== undefined && { hashes: [hashOf(integrity)] }),
      licenses: [/\s/.test(licence) ? { expression: licence } : { license: { id: licence } }],
    }))
    .sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
  const content = JSON.stringify(components);
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(content)}`,
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": "rode-draad",
        name: "rode-draad",
        version,
        licenses: [{ license: { id: "EUPL-1.2" } }],
      },
    },
    components,
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** `sha512-BASE64` of the lockfile, as CycloneDX writes it. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [algorithm = "", base64 = ""] = (integrity.split(" ")[0] ?? "").split("-");
  return { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(base64, "base64").toString("hex") };
}

/** A name that follows from the content (in the form of RFC 9562, version 8). */
function uuidOf(content: string): string {
  const hex = createHash("sha256").update(content).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const sbom = await composeSbom();
  const file = process.argv[2];
  if (file === undefined) process.stdout.write(sbom);
  else await writeFile(file, sbom);
}
