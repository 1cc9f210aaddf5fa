import { defineConfig } from "vitest/config";

const conditions = ["source"];

/** Two projects: what one package promises (unit), and what crosses a border (test/). */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{shared,workers,services}/*/{src,test}/**/*.test.{ts,tsx}", "fixtures/{src,test}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "borders", include: ["test/**/*.test.{ts,tsx}"], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
