import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command `rodedraad` in a process of its own, with everything that it writes. */

const COMMAND = fileURLToPath(new URL("../../../services/cli/bin/rodedraad.js", import.meta.url));
/** A busy machine takes its time to load everything. */
const START_MS = 180_000;

interface Started {
  readonly child: ChildProcess;
  /** Everything that it wrote so far, to both. */
  written(): string;
}

export interface CommandPlace {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

function start(parameters: readonly string[], { folder, environment }: CommandPlace): Started {
  const child = spawn(process.execPath, [COMMAND, ...parameters], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A run that is broken off leaves no server behind.
  const end = (): void => void child.kill("SIGTERM");
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stderr.on("data", (part: Buffer) => parts.push(part));
  return { child, written: () => Buffer.concat(parts).toString("utf8") };
}

/** Runs a command to its end. */
export async function runCommand(
  parameters: readonly string[],
  place: CommandPlace,
): Promise<{ readonly code: number | null; readonly written: string }> {
  const { child, written } = start(parameters, place);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, written: written() };
}

export interface ServingProcess {
  readonly address: string;
  /** Asks it to stop, waits until it is gone, and gives everything that it wrote. */
  stop(): Promise<string>;
}

/** `rodedraad serve`, which says on which free port. */
export async function startServing(place: CommandPlace): Promise<ServingProcess> {
  const { child, written } = start(["serve", "--no-workers", "--port", "0"], place);
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const until = Date.now() + START_MS;
  for (;;) {
    const address = /De pagina's staan op (http:\S+)/.exec(written())?.[1];
    if (address !== undefined) {
      return {
        address,
        async stop() {
          child.kill("SIGTERM");
          await gone;
          return written();
        },
      };
    }
    if (child.exitCode !== null || Date.now() > until) {
      child.kill("SIGKILL");
      throw new Error(`The server did not start (code ${child.exitCode}).`);
    }
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
}
