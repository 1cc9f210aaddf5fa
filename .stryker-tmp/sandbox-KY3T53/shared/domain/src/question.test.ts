import { expect, test } from "vitest";
import { couldNotBeRead, type SegmentKind } from "./question.js";

const isUnread = (...kinds: SegmentKind[]) => couldNotBeRead(kinds.map((kind) => ({ kind })));

test("a note could not be read when nothing in it could, the team's own administration aside", () => {
  expect(isUnread("other-language")).toBe(true);
  expect(isUnread("administration", "no-words", "other-language")).toBe(true);
});

test("a note with a Dutch sentence in it, with administration only, or with nothing at all is no unread note", () => {
  expect(isUnread("other-language", "context")).toBe(false);
  expect(isUnread("help-question", "no-words")).toBe(false);
  expect(isUnread("administration")).toBe(false);
  expect(isUnread()).toBe(false);
});
