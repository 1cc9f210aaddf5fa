import { createHash } from "node:crypto";
import { expect } from "vitest";

type Body = (...values: readonly unknown[]) => unknown;

export interface CollectedTest {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

/** What takes the place of `vitest` for a test file: the same words, but they only write down what there is to run. */
export interface Collector {
  readonly words: Readonly<Record<string, unknown>>;
  readonly tests: readonly CollectedTest[];
  readonly before: readonly Body[];
  readonly after: readonly Body[];
  /** The file whose tests are written down from here on. */
  enter(file: string): void;
}

const asRow = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);

export function makeCollector(): Collector {
  const tests: CollectedTest[] = [];
  const named = new Map<string, number>();
  const before: Body[] = [];
  const after: Body[] = [];
  let file = "";
  let path: readonly string[] = [];
  const describe = (name: string, body: Body, ...values: readonly unknown[]): void => {
    const outer = path;
    path = [...outer, name, JSON.stringify(values)];
    body(...values);
    path = outer;
  };
  // A name that stays as long as the test does, so that what it noticed before need not be tried again.
  const it = (name: string, body: Body, ...values: readonly unknown[]): void => {
    const code = createHash("sha1").update(String(body)).digest("hex").slice(0, 8);
    const label = [file, ...path, name, JSON.stringify(values), code].join(" ");
    const times = (named.get(label) ?? 0) + 1;
    named.set(label, times);
    tests.push({ id: `${label} ${times}`, file, run: () => body(...values) });
  };
  const each =
    (one: typeof it) =>
    (rows: readonly unknown[]) =>
    (name: string, body: Body): void => {
      for (const row of rows) one(name, body, ...asRow(row));
    };
  return {
    words: {
      expect,
      describe: Object.assign((name: string, body: Body) => describe(name, body), { each: each(describe) }),
      it: Object.assign((name: string, body: Body) => it(name, body), { each: each(it) }),
      beforeAll: (body: Body) => before.push(body),
      afterAll: (body: Body) => after.push(body),
    },
    tests,
    before,
    after,
    enter: (next) => {
      file = next;
    },
  };
}
