import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { AREAS } from "./areas.js";
import { LoadFailures } from "./load-failures.js";

/** Stryker starts this in the copy of the repository that has the mutants, so that is where the root is. */
const root = process.cwd();
const { MUTATION_AREA = "" } = process.env;
const area = AREAS[MUTATION_AREA];
const conditions = ["source"];

/** By node_modules a package would lead back to the original, in which no mutant is. */
function packageSources(): { find: RegExp; replacement: string }[] {
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

export default defineConfig({
  root,
  resolve: { conditions, alias: packageSources() },
  ssr: { resolve: { conditions } },
  test: {
    include: [...(area?.tests ?? [])],
    reporters: [new LoadFailures()],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
