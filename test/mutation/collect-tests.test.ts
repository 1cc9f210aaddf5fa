import { describe, expect, it } from "vitest";
import { type Collector, makeCollector } from "./collect-tests.js";

type Word = ((name: string, body: (...values: unknown[]) => unknown) => void) & {
  each(rows: readonly unknown[]): (name: string, body: (...values: unknown[]) => unknown) => void;
};
interface Words {
  readonly describe: Word;
  readonly it: Word;
  readonly beforeAll: (body: () => void) => void;
}

function collect(write: (words: Words) => void): Collector {
  const collector = makeCollector();
  collector.enter("some.test.ts");
  write(collector.words as unknown as Words);
  return collector;
}
const idsOf = (write: (words: Words) => void): string[] => collect(write).tests.map(({ id }) => id);

describe("tests that are written down rather than run", () => {
  it("get the rows of their tables, as vitest hands them out", () => {
    const seen: unknown[] = [];
    const { tests } = collect(({ describe, it }) => {
      describe.each(["a", "b"])("of %s", (letter) => {
        it.each([[1, 2], { three: 3 }])("with %s", (...values) => seen.push([letter, ...values]));
      });
    });
    for (const { run } of tests) run();
    expect(seen).toEqual([
      ["a", 1, 2],
      ["a", { three: 3 }],
      ["b", 1, 2],
      ["b", { three: 3 }],
    ]);
  });

  it("keep their names when others are added, and get another when they are changed", () => {
    const one = ({ it }: Words): void => it.each(["a", "a"])("is %s", () => 1);
    const alone = idsOf(one);
    const besides = idsOf((words) => {
      words.it("is new", () => 2);
      one(words);
    });
    expect(new Set(alone).size).toBe(2);
    expect(besides.slice(1)).toEqual(alone);
    expect(idsOf(({ it }) => it.each(["a", "a"])("is %s", () => 3))).not.toContain(alone[0]);
  });

  it("run nothing until they are asked to, but remember what has to happen before", () => {
    let times = 0;
    const { before } = collect(({ beforeAll }) => beforeAll(() => times++));
    expect(times).toBe(0);
    for (const body of before) body();
    expect(times).toBe(1);
  });
});
