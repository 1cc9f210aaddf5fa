import { defineConfig } from "vitest/config";
import { AREAS } from "./areas.js";
import { LoadFailures } from "./load-failures.js";
import { packageSources } from "./package-sources.js";

/** Stryker starts this in the copy of the repository that has the mutants, so that is where the root is. */
const root = process.cwd();
const { MUTATION_AREA = "" } = process.env;
const area = AREAS[MUTATION_AREA];
const conditions = ["source"];

export default defineConfig({
  root,
  resolve: { conditions, alias: packageSources(root) },
  ssr: { resolve: { conditions } },
  test: {
    include: [...(area?.tests ?? [])],
    reporters: [new LoadFailures()],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
