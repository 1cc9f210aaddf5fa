import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import type { Area } from "./areas.js";
import { globPattern } from "./glob-pattern.js";
import type { RecordedScore } from "./recorded.js";

/** A mutant that no test noticed, for whoever writes the missing test, or with which the tests never ended, for whoever doubts that. */
interface ShownMutant {
  readonly state: "unnoticed" | "not reached" | "never ended";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly replacement: string;
}

export interface AreaScore extends RecordedScore {
  readonly shown: readonly ShownMutant[];
}

const STATES: Readonly<Record<string, ShownMutant["state"]>> = {
  Survived: "unnoticed",
  NoCoverage: "not reached",
  Timeout: "never ended",
};

const WITH_VITEST = {
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner"],
  // A busy machine must not make a slow test look like one that noticed something.
  timeoutMS: 60_000,
};
const IN_PROCESS = {
  testRunner: "in-process",
  testRunnerNodeArgs: ["--conditions=source", "--import", "tsx"],
  plugins: [new URL("./in-process-runner.ts", import.meta.url).href],
  // All tests together take seconds, and what is reckoned from that comes on top.
  timeoutMS: 20_000,
};

/**
 * Changes the code of an area in one small way after another and counts how many of those changes its tests notice
 * (stryker-mutator.io). Results are kept between runs, so a second run costs what changed since.
 */
export async function measureArea(
  name: string,
  { decides, leftOut, tests, inProcess }: Area,
  only?: string,
): Promise<AreaScore> {
  // The runner is a child of this process and reads from here which tests to take.
  process.env.MUTATION_AREA = name;
  const files = only === undefined ? decides : [only];
  const isMeasured = (path: string): boolean => files.some((glob) => globPattern(glob).test(path));
  const incrementalFile = `bench-results/mutation/${name}.json`;
  forgetUnnoticed(incrementalFile, isMeasured);
  const results = await new Stryker({
    ...(inProcess === undefined ? WITH_VITEST : IN_PROCESS),
    coverageAnalysis: "perTest",
    mutate: [...files, ...tests, ...Object.keys(leftOut)].map((glob, index) =>
      index < files.length ? glob : `!${glob}`,
    ),
    incremental: true,
    incrementalFile,
    concurrency: 2,
    disableTypeChecks: false,
    // There is nothing to rewrite in it, and rewriting asks for a compiler that can be called.
    tsconfigFile: "none",
    reporters: ["progress-append-only"],
    ignorePatterns: ["bench-results"],
  }).runMutationTest();
  const judged = results.filter(
    ({ fileName, status }) =>
      status !== "Ignored" && status !== "RuntimeError" && isMeasured(relative(process.cwd(), fileName)),
  );
  const shown = judged.flatMap(({ fileName, location, mutatorName, replacement, status }): ShownMutant[] => {
    const state = STATES[status];
    if (state === undefined) return [];
    const { line, column } = location.start;
    return [
      {
        state,
        file: relative(process.cwd(), fileName),
        line,
        column,
        mutator: mutatorName,
        replacement: replacement ?? "",
      },
    ];
  });
  const survivors = shown.filter(({ state }) => state !== "never ended");
  const unnoticed: Record<string, number> = {};
  for (const { file } of survivors) unnoticed[file] = (unnoticed[file] ?? 0) + 1;
  const score = (100 * (judged.length - survivors.length)) / judged.length;
  return { score: Number(score.toFixed(1)), mutants: judged.length, unnoticed, shown };
}

/**
 * Forgets what no test noticed, so that it is tried again: of a change in a constant the runner does not know which tests reach
 * it, and takes none for new.
 */
function forgetUnnoticed(incrementalFile: string, isMeasured: (path: string) => boolean): void {
  if (!existsSync(incrementalFile)) return;
  const report = JSON.parse(readFileSync(incrementalFile, "utf8")) as {
    files: Record<string, { mutants: readonly { status: string }[] }>;
  };
  for (const [path, file] of Object.entries(report.files))
    if (isMeasured(path)) file.mutants = file.mutants.filter(({ status }) => status === "Killed");
  writeFileSync(incrementalFile, JSON.stringify(report));
}
