import { explainFailure } from "@rode-draad/runtime";
import { CommanderError } from "commander";
import { explainUsage } from "./explain-usage.js";
import { createProgram } from "./program.js";

/** Exit codes of the stable contract: 0 done, 1 failed, 2 called wrongly. */
const FAILED = 1;
const USAGE = 2;

// A reader that stops early (`rodedraad classify … | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    const sentence = explainUsage(error);
    if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
    process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  } else {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exitCode = FAILED;
  }
}
