import { execFileSync } from "node:child_process";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { openSourceReader } from "../src/index.js";
import { file, openDoor, piped, run } from "./door.js";
import { GOOD_FILE, HOSTILE_FILES, type HostileFile } from "./hostile-files.js";
import { workbook } from "./workbook.js";

const upload = ({ name, content }: HostileFile) =>
  ({ kind: "stream", name, stream: Readable.from(content()) }) as const;

describe("a hostile file", () => {
  const door = openDoor();

  it("comes in at least thirty kinds", () => {
    expect(new Set(HOSTILE_FILES.map(({ tries }) => tries)).size).toBeGreaterThanOrEqual(30);
  });

  it.each(HOSTILE_FILES.map((hostile) => [hostile.tries, hostile] as const))(
    "with %s is refused in one sentence, and stores nothing",
    async (_tries, hostile) => {
      const { tools, notes } = await door;
      const outcome = await run(upload(hostile), { ...(await door), tools }).then(
        ({ summary }) => summary.refused.map(({ reason }) => reason),
        (error: Error) => {
          expect(error.name).toMatch(/^(ProductError|InterruptedImport)$/);
          return [error.message];
        },
      );
      expect(outcome.length).toBeGreaterThan(0);
      for (const sentence of outcome) expect(sentence).toMatch(/^\p{Lu}.{10,400}\.$/su);
      expect(await notes()).toEqual([]);
    },
    60_000,
  );

  it("leaves the reader fit for the next file", async () => {
    expect((await run(upload(GOOD_FILE))).summary.stored).toBe(1);
  });
});

describe("the reading thread", () => {
  it("that needs more than its heap ends alone, and the next file is read by a new one", async () => {
    const reader = openSourceReader({ heapMb: 40 });
    const door = await openDoor({ reader });
    const strings = Array.from({ length: 1_000_000 }, (_, number) => `<si><t>nr ${number * 7_919}</t></si>`).join("");
    const content = workbook([{ name: "Blad1", rows: "" }], { strings });
    await expect(run(piped("a.xlsx", content, 65_536), door)).rejects.toMatchObject({
      code: "intake.hostile-file",
      detail: expect.stringContaining("OUT_OF_MEMORY"),
    });
    expect((await run(upload(GOOD_FILE), door)).summary.stored).toBe(1);
    await reader.close();
  }, 60_000);

  it("that gives nothing for too long is ended; a slow sender is not", async () => {
    const reader = openSourceReader({ silenceMs: 2_000 });
    const door = await openDoor({ reader });
    const slow = (async function* () {
      for (const piece of GOOD_FILE.content()) {
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        yield piece;
      }
    })();
    const { summary } = await run({ kind: "stream", name: "a.csv", stream: Readable.from(slow) }, door);
    expect(summary.stored).toBe(1);
    // A pipe without a writer: opening it never comes to an end.
    const pipe = `${(await file("b.csv", "")).path}.csv`;
    execFileSync("mkfifo", [pipe]);
    await expect(run({ kind: "file", path: pipe }, door)).rejects.toMatchObject({ code: "intake.hostile-file" });
    await reader.close();
  }, 60_000);
});
