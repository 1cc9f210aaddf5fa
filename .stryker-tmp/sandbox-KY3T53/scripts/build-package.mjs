// Builds the package in the working directory: src/**/*.ts(x) → dist/**/*.js, types stripped, one file to one file.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const files = await readdir("src", { recursive: true });
const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: sources.map((file) => join("src", file)),
  outdir: "dist",
  outbase: "src",
  format: "esm",
  platform: "node",
  target: "node20",
  jsx: "automatic",
  sourcemap: true,
  logLevel: "warning",
});
