import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openHeldUploads } from "./held-uploads.js";

const MINUTE_MS = 60_000;
const facts = { accountId: "sam", fileName: "a.csv", columns: [] };

test("a file waits for who sent it, can be read more than once, and goes when it is dropped", async () => {
  const uploads = openHeldUploads(() => new Date(0));
  const { id } = uploads.hold({ ...facts, bytes: Buffer.from("bronId;tekst") });
  const source = () => uploads.find(id, "sam")?.source();
  for (const _time of [1, 2]) {
    const found = source();
    expect(found && (await text(found.stream))).toBe("bronId;tekst");
  }
  expect(uploads.find(id, "kim")).toBeUndefined();
  uploads.drop(id);
  expect(source()).toBeUndefined();
});

test("a file is gone after a quarter of an hour", () => {
  let now = 0;
  const uploads = openHeldUploads(() => new Date(now));
  const { id } = uploads.hold({ ...facts, bytes: Buffer.from("x") });
  now = 14 * MINUTE_MS;
  expect(uploads.find(id, "sam")).toBeDefined();
  now = 15 * MINUTE_MS;
  expect(uploads.find(id, "sam")).toBeUndefined();
});

test("no more waits than fits in memory, and room comes back", () => {
  let now = 0;
  const uploads = openHeldUploads(() => new Date(now));
  const large = Buffer.alloc(100 * 1024 * 1024);
  uploads.hold({ ...facts, bytes: large });
  expect(() => uploads.reserve(large.length)).toThrow("te veel bestanden");
  uploads.reserve(1024);
  now = 15 * MINUTE_MS;
  uploads.reserve(large.length);
});
