import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A figure beside its goal and the floor (or ceiling) that only a broken product passes. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  readonly goal: number;
  readonly floor: number;
  /** Whether a higher figure is better. */
  readonly higherIsBetter: boolean;
}

export function reaches(figure: Figure, bound: number): boolean {
  return figure.higherIsBetter ? figure.measured >= bound : figure.measured <= bound;
}

/** Runs one measurement in a process of its own, so that memory and warm code of one do not colour another. */
async function measure<Result>(script: string, ...options: string[]): Promise<Result> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(
    process.execPath,
    ["--conditions=source", "--import", import.meta.resolve("tsx"), path, ...options],
    { maxBuffer: 1 << 24 },
  );
  return JSON.parse(stdout) as Result;
}

/** What a large import may take for each note: 100,000 in three minutes. A small one also opens the database and loads the models. */
const LARGE_SECONDS_A_NOTE = 180 / 100_000;
const SMALL_SECONDS = 15;
const QUESTIONS_MAX = 1_000_000;

/** Measures everything, one after another. `notes` is the size of the import; goals hold on 2 cores. */
export async function measureSpeed(notes: number): Promise<Figure[]> {
  const gate = await measure<{ loadMs: number; medianMs: number; p95Ms: number }>("./measure-gate.ts");
  const recognition = await measure<{ loadMs: number; notesPerSecond: number }>("./measure-recognition.ts");
  // Two hundred questions a note: a million beside the five thousand notes of the bench, and no more beside more of them.
  const questions = Math.min(200 * notes, QUESTIONS_MAX);
  const discovery = await measure<{ perSecond: number; growth: number; rssMiB: number }>(
    "./measure-discovery.ts",
    String(questions),
  );
  const whole = await measure<{ seconds: number; cpuSeconds: number; rssMiB: number }>(
    "./measure-import.ts",
    String(notes),
  );
  const goal = Math.max(SMALL_SECONDS, LARGE_SECONDS_A_NOTE * notes);
  const lower = { higherIsBetter: false };
  const higher = { higherIsBetter: true };
  return [
    { name: `file to report, ${notes} notes`, unit: "s", measured: whole.seconds, goal, floor: 10 * goal, ...lower },
    // On a machine that does other things too, this is the figure to look at.
    {
      name: "processor time of that run",
      unit: "s",
      measured: whole.cpuSeconds,
      goal: 2 * goal,
      floor: 20 * goal,
      ...lower,
    },
    { name: `memory (RSS) of that run`, unit: "MiB", measured: whole.rssMiB, goal: 1024, floor: 2048, ...lower },
    { name: "gate, median a note", unit: "ms", measured: gate.medianMs, goal: 0.3, floor: 5, ...lower },
    { name: "gate, 95th percentile", unit: "ms", measured: gate.p95Ms, goal: 5, floor: 50, ...lower },
    { name: "gate, loading", unit: "ms", measured: gate.loadMs, goal: 500, floor: 5000, ...lower },
    { name: "recogniser, loading", unit: "ms", measured: recognition.loadMs, goal: 500, floor: 5000, ...lower },
    {
      name: "questions and known themes",
      unit: "notes/s",
      measured: recognition.notesPerSecond,
      goal: 5000,
      floor: 300,
      ...higher,
    },
    {
      name: `discovery among ${questions} questions`,
      unit: "texts/s",
      measured: discovery.perSecond,
      goal: 20000,
      floor: 1000,
      ...higher,
    },
    {
      name: "time a text, against the first 10,000",
      unit: "×",
      measured: discovery.growth,
      goal: 1.3,
      floor: 4,
      ...lower,
    },
    {
      name: "memory (RSS) of that discovery",
      unit: "MiB",
      measured: discovery.rssMiB,
      goal: 1536,
      floor: 3072,
      ...lower,
    },
  ];
}
