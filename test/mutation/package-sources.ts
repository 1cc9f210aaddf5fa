import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Where each package of the repository has its source under a root. By node_modules a package would lead from a copy of the
 * repository back to the original, in which no mutant is.
 */
export function packageSources(root: string): { find: RegExp; replacement: string }[] {
  const folders = ["shared", "workers", "services"].flatMap((group) =>
    readdirSync(resolve(root, group)).map((name) => resolve(root, group, name)),
  );
  return [...folders, resolve(root, "fixtures")]
    .filter((folder) => existsSync(resolve(folder, "package.json")))
    .flatMap((folder) => {
      const { name } = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8")) as { name: string };
      return [
        { find: new RegExp(`^${name}$`), replacement: resolve(folder, "src/index.ts") },
        { find: new RegExp(`^${name}/testing$`), replacement: resolve(folder, "src/testing/index.ts") },
      ];
    });
}
