import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { fileURLToPath } from "node:url";

/** `npm run test:faults` builds first: a built worker starts in a third of the time, and it is what runs in earnest. */
const BUILT_VARIABLE = "RODEDRAAD_FAULTS_BUILT";

const SOURCE = fileURLToPath(new URL("../../services/cli/src/main.ts", import.meta.url));
const BUILT = fileURLToPath(new URL("../../services/cli/dist/main.js", import.meta.url));
const TSCONFIG = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));

/** What a worker logs when it takes jobs. */
const WORKING = '"working"';

/** A `rodedraad …` process of the suite. */
export interface CommandProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it says on standard error while it starts to work; false until then. */
  isWorking(): boolean;
  isAlive(): boolean;
  /** Ends it at once, as a crash does; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end and waits for it. */
  stop(): Promise<void>;
}

/**
 * Starts the command line without the wrapper of `npx`, so that the number is that of the process that works. What it logs goes
 * to the file.
 */
export function startCommand(
  line: readonly string[],
  environment: Readonly<Record<string, string>>,
  logFile: string,
  nodeOptions: readonly string[] = [],
): CommandProcess {
  const child = spawn(process.execPath, [...nodeOptions, ...program(), ...line], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TSX_TSCONFIG_PATH: TSCONFIG, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(logFile, { flags: "a" });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  let working = false;
  child.stderr?.on("data", (data) => {
    working ||= String(data).includes(WORKING);
  });
  const onExit = (): void => void child.kill("SIGKILL");
  process.once("exit", onExit);
  child.once("exit", () => process.off("exit", onExit));
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!isAlive()) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  return {
    pid: child.pid ?? 0,
    child,
    isWorking: () => working && isAlive(),
    isAlive,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

function program(): string[] {
  if (process.env[BUILT_VARIABLE] === "1") return [BUILT];
  return ["--conditions=source", "--import", import.meta.resolve("tsx"), SOURCE];
}

/** A worker on all stages, or on some. */
export function startWorker(
  environment: Readonly<Record<string, string>>,
  logFile: string,
  { stages = "alle", nodeOptions = [] }: { readonly stages?: string; readonly nodeOptions?: readonly string[] } = {},
): CommandProcess {
  return startCommand(["worker", "--stages", stages], { ...environment, LOG_LEVEL: "info" }, logFile, nodeOptions);
}
