#!/usr/bin/env node
// Starts the command line. From a checkout it runs the TypeScript sources, so that a stale build can never answer; in an
// installation that ships only dist, it runs dist.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../src/main.ts", import.meta.url));
if (existsSync(source)) {
  const child = spawn(
    process.execPath,
    ["--conditions=source", "--import", import.meta.resolve("tsx"), source, ...process.argv.slice(2)],
    {
      stdio: "inherit",
      env: {
        // Pages are rendered as in production, also from a checkout.
        NODE_ENV: "production",
        ...process.env,
        // The loader looks for this file in the folder that the command is called from, which may be any.
        TSX_TSCONFIG_PATH: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)),
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
} else {
  process.env.NODE_ENV ??= "production";
  await import("../dist/main.js");
}
