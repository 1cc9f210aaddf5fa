import { readFile } from "node:fs/promises";

/** A package as the lockfile has it. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Where it stands under the root, such as `node_modules/a`. */
  readonly path: string;
  readonly licence: string;
  /** Of the lockfile; absent for our own. */
  readonly integrity?: string;
}

/** Packages that name no licence in a field, with what their licence file says; read by hand for this very version. */
const READ_BY_HAND: Readonly<Record<string, string>> = { "png-js@2.0.0": "MIT", "sylvester@0.0.21": "MIT" };

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly devOptional?: true;
  readonly optional?: true;
  readonly link?: true;
}

/** What an installation without development runs: everything of the lockfile but our own packages and what only development needs. */
export async function listInstalled(root: URL): Promise<InstalledPackage[]> {
  const lock: { packages: Readonly<Record<string, LockEntry>> } = JSON.parse(
    await readFile(new URL("package-lock.json", root), "utf8"),
  );
  const packages: InstalledPackage[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    const at = path.lastIndexOf("node_modules/");
    if (at < 0 || entry.link === true || entry.dev === true || entry.devOptional === true) continue;
    // A binary for another kind of machine that the registry does not hold: npm leaves it out, with or without its hash.
    if (entry.optional === true && entry.integrity === undefined) continue;
    const name = entry.name ?? path.slice(at + "node_modules/".length);
    packages.push({
      name,
      version: entry.version ?? "",
      path,
      licence:
        entry.license ??
        READ_BY_HAND[`${name}@${entry.version}`] ??
        (await licenceInPackage(new URL(`${path}/package.json`, root))),
      ...(entry.integrity !== undefined && { integrity: entry.integrity }),
    });
  }
  return packages;
}

/** Older packages wrote it in other ways, which npm does not copy into the lockfile. */
async function licenceInPackage(file: URL): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  const { license, licenses }: { license?: unknown; licenses?: unknown } = JSON.parse(text);
  if (typeof license === "string") return license;
  const [first] = Array.isArray(licenses) ? licenses : [license];
  return typeof first === "object" && first !== null && "type" in first ? String(first.type) : "";
}
