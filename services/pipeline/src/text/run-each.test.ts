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
  const outcomes = await runEach<string, number>(pool, "read", ["a", "throw", "bb", "loop", "ccc", "eat", "dddd"]);
  expect(outcomes).toEqual([
    { done: 1 },
    { failed: "TypeError" },
    { done: 2 },
    { failed: "does-not-end" },
    { done: 3 },
    { failed: "out-of-memory" },
    { done: 4 },
  ]);
});

test("a thread that cannot start is nobody's fault and fails the whole task", async () => {
  const noModel = join(folder, "no-model.mjs");
  await writeFile(noModel, "export const read = () => { throw new Error('no model'); };");
  const broken = new Piscina({ filename: noModel, maxThreads: 1 });
  await expect(runEach(broken, "read", ["a"])).rejects.toThrow();
  await broken.close({ force: true });
});
