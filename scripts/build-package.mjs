// Builds the package in the working directory: src/**/*.ts(x) → dist/**/*.js, types stripped, one file to one file.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/**/*.ts", "src/**/*.tsx"],
  outdir: "dist",
  outbase: "src",
  format: "esm",
  platform: "node",
  target: "node20",
  jsx: "automatic",
  sourcemap: true,
  logLevel: "warning",
});
