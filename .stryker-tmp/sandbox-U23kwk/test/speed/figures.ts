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

/** Measures everything, one after another. `notes` is the size of the import; goals hold for 5,000 on 2 cores. */
export async function measureSpeed(notes: number): Promise<Figure[]> {
  const gate = await measure<{ loadMs: number; medianMs: number; p95Ms: number }>("./measure-gate.ts");
  const recognition = await measure<{ loadMs: number; notesPerSecond: number }>("./measure-recognition.ts");
  // Two hundred questions a note: a million beside the five thousand notes of the bench.
  const questions = 200 * notes;
  const discovery = await measure<{ perSecond: number; growth: number; rssMiB: number }>(
    "./measure-discovery.ts",
    String(questions),
  );
  const whole = await measure<{ notes: number; seconds: number; rssMiB: number }>("./measure-import.ts", String(notes));
  const lower = { higherIsBetter: false };
  const higher = { higherIsBetter: true };
  return [
    { name: `file to report, ${notes} notes`, unit: "s", measured: whole.seconds, goal: 15, floor: 150, ...lower },
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
