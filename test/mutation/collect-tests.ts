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
  const before: Body[] = [];
  const after: Body[] = [];
  let file = "";
  let path: readonly string[] = [];
  const describe = (name: string, body: Body, ...values: readonly unknown[]): void => {
    const outer = path;
    path = [...outer, name];
    body(...values);
    path = outer;
  };
  // The number makes the name of a row its own; the words of the row need not be written out.
  const it = (name: string, body: Body, ...values: readonly unknown[]): void => {
    const id = `${file}#${[...path, name].join(" ")} (${tests.length})`;
    tests.push({ id, file, run: () => body(...values) });
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
