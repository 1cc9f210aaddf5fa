import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import { afterAll, expect, test } from "vitest";
import { runEach } from "./run-each.js";

/** A thread that throws, loops or eats memory when the text says so, with the bookkeeping of `text-tasks.ts`. */
const THREAD = `
export function read({ items, progress }) {
  return items.map((item, index) => {
    Atomics.store(progress, 0, index + 1);
    while (item === "loop");
    for (const end = Date.now() + 1_000; item === "slow" && Date.now() < end;);
    const eaten = [];
    while (item === "eat") eaten.push(new Array(1_000_000).fill(index));
    return item === "throw" ? { failed: "TypeError" } : { done: item.length };
  });
}`;

const folder = await mkdtemp(join(tmpdir(), "rode-draad-threads-"));
const filename = join(folder, "read.mjs");
await writeFile(filename, THREAD);
const pool = new Piscina({
  filename,
  maxThreads: 1,
  resourceLimits: { maxOldGenerationSizeMb: 32 },
});
// As in the pool of the product: a thread that was ended can still break.
pool.on("error", () => undefined);
afterAll(async () => {
  await pool.close({ force: true });
  await rm(folder, { recursive: true });
});

test("a text that throws, never ends or eats all memory costs itself and no other", async () => {
  const texts = ["a", "throw", "bb", "loop", "ccc", "eat", "dddd"];
  const outcomes = await runEach<string, number>(pool, "read", texts);
  const isDone = outcomes.map((outcome) => "done" in outcome);
  expect(isDone).toEqual([true, false, true, false, true, false, true]);
});

test("a text that is alone gets the time to show what is wrong with it", async () => {
  const read = async (text: string) => await runEach<string, number>(pool, "read", [text]);
  expect(await read("throw")).toEqual([{ failed: "TypeError" }]);
  expect(await read("loop")).toEqual([{ failed: "does-not-end" }]);
  expect(await read("eat")).toEqual([{ failed: "out-of-memory" }]);
});

test("a text that takes a while is done when it is alone, and stops nobody beside others", async () => {
  expect(await runEach<string, number>(pool, "read", ["slow"])).toEqual([{ done: 4 }]);
  expect(await runEach<string, number>(pool, "read", ["slow", "a"])).toEqual([{ failed: "does-not-end" }, { done: 1 }]);
});

test("a thread that cannot start is nobody's fault and fails the whole task", async () => {
  const noModel = join(folder, "no-model.mjs");
  await writeFile(noModel, "export const read = () => { throw new Error('no model'); };");
  const broken = new Piscina({ filename: noModel, maxThreads: 1 });
  await expect(runEach(broken, "read", ["a"])).rejects.toThrow();
  await broken.close({ force: true });
});
