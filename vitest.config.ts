import { defineConfig } from "vitest/config";

const conditions = ["source"];

/** Two projects: what one package promises (unit), and what crosses a border (test/). */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Most tests wait for a server now and then, so all processors have work. Without this one of them is left out.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Nothing here is timed: a busy machine must not fail a test that is only slow.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ["{shared,workers,services}/*/{src,test}/**/*.test.{ts,tsx}", "fixtures/{src,test}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "borders", include: ["test/**/*.test.{ts,tsx}"], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
