import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { threadStart } from "@rode-draad/runtime";
import { Piscina } from "piscina";
import { afterAll, expect, test } from "vitest";
import { runEach } from "./run-each.js";

const each = threadStart(import.meta.url, "each");

/** A thread that throws, loops or eats memory when the text says so. It tells how many texts were interrupted in it so far. */
const THREAD = `
import { each } from ${JSON.stringify(each.filename)};
let interrupted = 0;
const usedMs = (begun) => {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
};
const reading = {
  msMax: 20,
  msMaxPerThousand: 2,
  onInterrupted: () => { interrupted += 1; },
  read({ text }) {
    while (text === "loop");
    while (text === "loop in a try") try { for (;;); } catch {}
    if (text === "loop in a pattern") /^(a+)+$/.test("a".repeat(50) + "b");
    for (const begun = process.cpuUsage(); text.startsWith("slow") && usedMs(begun) < 100;);
    const eaten = [];
    while (text === "eat") eaten.push(Array.from({ length: 50_000 }, String));
    if (text === "throw") throw new TypeError();
    return interrupted;
  },
};
export const read = (task) => each(task, reading);
// As much time as it takes: memory runs out first.
export const readLong = (task) => each(task, { ...reading, msMax: 60_000 });`;

const folder = await mkdtemp(join(tmpdir(), "rode-draad-threads-"));
const filename = join(folder, "read.mjs");
await writeFile(filename, THREAD);
const pool = new Piscina({
  ...each,
  filename,
  maxThreads: 1,
  resourceLimits: { maxOldGenerationSizeMb: 32 },
});
pool.on("error", () => undefined);
afterAll(async () => {
  await pool.close({ force: true });
  await rm(folder, { recursive: true });
});

async function read(texts: readonly string[], task = "read") {
  return await runEach<{ readonly text: string }, number>(
    pool,
    task,
    texts.map((text) => ({ text })),
  );
}

test("a text that throws, never ends or eats all memory costs itself and no other", async () => {
  const poison = ["throw", "loop", "eat", "loop in a try", "loop in a pattern"];
  const texts = poison.flatMap((text) => ["a", text, "b"]);
  const isDone = (await read(texts)).map((outcome) => "done" in outcome);
  expect(isDone).toEqual(texts.map((text) => !poison.includes(text)));
});

test("a text that is alone shows what is wrong with it", async () => {
  expect(await read(["throw"])).toEqual([{ failed: "TypeError" }]);
  expect(await read(["loop"])).toEqual([{ failed: "does-not-end" }]);
  expect(await read(["eat"], "readLong")).toEqual([{ failed: "out-of-memory" }]);
});

test("a text that never ends leaves its thread alive, and the reader hears of it", async () => {
  const [before] = await read(["a"]);
  const interrupted = before !== undefined && "done" in before ? before.done : Number.NaN;
  expect(await read(["a", "loop", "b"])).toEqual([
    { done: interrupted },
    { failed: "does-not-end" },
    { done: interrupted + 2 },
  ]);
});

test("the last text of those under one alarm is the only one that it fails", async () => {
  const texts = [...Array.from({ length: 9 }, () => "a"), "loop", "b", "loop"];
  const isDone = (await read(texts)).map((outcome) => "done" in outcome);
  expect(isDone).toEqual(texts.map((text) => text !== "loop"));
});

test("a text gets time by its length, and when it is alone a multiple of that", async () => {
  const long = `slow ${"a".repeat(150_000)}`;
  expect(await read([long])).toEqual([{ done: expect.any(Number) }]);
  const [beside, other] = await read([`slow ${"a".repeat(20_000)}`, "a"]);
  expect(beside).toEqual({ failed: "does-not-end" });
  expect(other).toEqual({ done: expect.any(Number) });
});

test("a thread that cannot start is nobody's fault and fails the whole task", async () => {
  const noModel = join(folder, "no-model.mjs");
  await writeFile(noModel, "export const read = () => { throw new Error('no model'); };");
  const broken = new Piscina({ filename: noModel, maxThreads: 1 });
  await expect(runEach(broken, "read", ["a"])).rejects.toThrow();
  await broken.close({ force: true });
});
