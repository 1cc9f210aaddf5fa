import { markSafe } from "@rode-draad/domain";
import { cutIntoSegments } from "@rode-draad/questions";
import { afterAll, expect, test } from "vitest";
import { openTextPool } from "./text-pool.js";

const pool = openTextPool();
afterAll(() => pool.close());

test("a thread that was got ready recognises the questions of a note and says with which model", async () => {
  pool.prepare();
  const text = markSafe("Mevrouw vraagt hoe zij huurtoeslag kan aanvragen.");
  const [outcome] = await pool.recognise([{ text, segments: cutIntoSegments(text) }]);
  const segments = outcome !== undefined && "done" in outcome ? outcome.done : [];
  expect(segments.map(({ assignment }) => assignment?.themeId)).toContain("huurtoeslag");
  expect(await pool.modelVersion()).not.toBe("");
});
