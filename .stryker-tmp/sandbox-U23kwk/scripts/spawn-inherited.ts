import { spawn } from "node:child_process";

/** Runs a program with this one's terminal and gives back its exit code; a program ended by a signal counts as failed. */
export async function spawnInherited(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(program, parameters, { stdio: "inherit", env: { ...process.env, ...environment } });
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
