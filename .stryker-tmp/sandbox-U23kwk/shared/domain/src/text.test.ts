import { inspect } from "node:util";
import { expect, test } from "vitest";
import { RawText } from "./text.js";

const CANARY = "kanarie-7f3a";

test("a raw text shows itself nowhere by accident", () => {
  const raw = new RawText(CANARY);
  const shown = [
    String(raw),
    `${raw}`,
    JSON.stringify({ raw }),
    inspect({ raw }, { depth: 9, showHidden: true }),
    JSON.stringify(Object.entries(raw)),
    new Error(`x ${raw}`).message,
  ];
  for (const text of shown) expect(text).not.toContain(CANARY);
});

test("a raw text still tells whether there is anything to read", () => {
  expect(new RawText(" \n\t ").isBlank).toBe(true);
  expect(new RawText("x").isBlank).toBe(false);
  expect(new RawText(CANARY).length).toBe(CANARY.length);
});
