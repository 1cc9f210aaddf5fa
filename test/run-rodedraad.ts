import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../services/cli/bin/rodedraad.js", import.meta.url));

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as people type it, in a process of its own that knows no settings but these, to its end. */
export async function runRodedraad(
  parameters: readonly string[],
  {
    folder,
    environment,
    input = "",
  }: {
    readonly folder: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly input?: string;
  },
): Promise<Answer> {
  const env = { PATH: process.env.PATH ?? "", HOME: folder, ...environment };
  const child = spawn(process.execPath, [COMMAND, ...parameters], { cwd: folder, env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString("utf8");
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, err };
}
