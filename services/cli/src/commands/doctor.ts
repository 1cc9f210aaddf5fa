import { type Check, examine } from "@rode-draad/operate";

/** What stands before a line: as wide as the widest, so that sentences stand under each other. */
const WORDS: Readonly<Record<Check["state"], string>> = { good: "goed  ", warn: "let op", act: "doen  " };

/** One line a check, with what to do behind it. Ends with 1 when something must be done. */
export async function doctor(options: { readonly format?: string }): Promise<void> {
  const checks = await examine(process.env);
  if (options.format === "json") process.stdout.write(`${JSON.stringify({ checks })}\n`);
  else
    for (const { state, found, toDo } of checks) print(`${WORDS[state]}  ${[found, toDo].filter(Boolean).join(" ")}`);
  if (checks.some(({ state }) => state === "act")) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
