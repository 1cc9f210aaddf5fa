import { readFile } from "node:fs/promises";
import type { JsonTestResults } from "vitest/node";

/** What a run came to. A test file that broke while loading counts as one failure: its tests never got a result. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that ran, by the title of their outermost suite. */
  readonly ranBySuite: ReadonlyMap<string, number>;
}

/** Undefined when vitest ended before it wrote its report. */
export async function readTestReport(file: string): Promise<TestReport | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const report: JsonTestResults = JSON.parse(text);
  const files = report.testResults;
  const tests = files.flatMap((entry) => entry.assertionResults);
  const ranBySuite = new Map<string, number>();
  for (const test of tests.filter((entry) => entry.status === "passed" || entry.status === "failed")) {
    const suite = test.ancestorTitles.find((title) => title !== "") ?? "";
    ranBySuite.set(suite, (ranBySuite.get(suite) ?? 0) + 1);
  }
  const passed = tests.filter((test) => test.status === "passed").length;
  const failed = tests.filter((test) => test.status === "failed").length;
  const broken = files.filter(
    (entry) => entry.status === "failed" && !entry.assertionResults.some((test) => test.status === "failed"),
  ).length;
  return { passed, failed: failed + broken, skipped: tests.length - passed - failed, ranBySuite };
}
