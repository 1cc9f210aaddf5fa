import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A code file of the repository and what it imports. */
export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
  /** The package that it belongs to, such as `store` or `intake`; undefined for the root's own scripts and tests. */
  readonly packageName: string | undefined;
  /** Tests, benches and scripts may reach further than the product itself. */
  readonly isProduct: boolean;
}

/** What git knows or would add: no build output, no installed packages. */
export function listFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .toString("utf8")
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(ROOT, path)));
}

export function readRepositoryFile(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export function readSourceFiles(): SourceFile[] {
  return listFiles()
    .filter((path) => /\.(ts|tsx|mts|mjs|js)$/.test(path))
    .map((path) => {
      const text = readRepositoryFile(path);
      return { path, text, imports: readImports(text), packageName: packageOf(path), isProduct: isProductPath(path) };
    });
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+|\brequire(?:\.resolve)?\s*\(\s*)(["'])([^"'\n]+)\1/gm;

/** The specifiers of a file's imports, exports-from, dynamic imports and requires. */
export function readImports(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[2] ?? "");
}

/** The installed or workspace package that a specifier names: `bullmq`, `@rode-draad/store`. Undefined for a file. */
export function importedPackage(specifier: string): string | undefined {
  if (specifier.startsWith(".") || specifier.startsWith("/") || specifier.startsWith("node:")) return undefined;
  const [scope = "", name] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name ?? ""}` : scope;
}

function packageOf(path: string): string | undefined {
  if (path.startsWith("fixtures/")) return "fixtures";
  const [group = "", folder = ""] = path.split("/");
  // The number in a stage's folder tells its place in the flow and is no part of the name.
  return ["shared", "workers", "services"].includes(group) ? folder.replace(/^\d+-/, "") : undefined;
}

function isProductPath(path: string): boolean {
  return /^(shared|workers|services)\/[^/]+\/src\//.test(path) && !/\.test\.tsx?$|\/testing\//.test(path);
}
