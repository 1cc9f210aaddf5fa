import { describe, expect, it } from "vitest";
import { inlineWords } from "./inline-words.js";
import { argumentNames, argumentsOf, type Message, readMessages } from "./messages.js";
import { parseFiles } from "./syntax-tree.js";
import { messageUses } from "./used-keys.js";

const DUTCH = readMessages("nl");
const ENGLISH = readMessages("en");

const pages = parseFiles((path) => path.startsWith("services/web/src/"));
const uses = pages.flatMap(messageUses);

/** What is for machines, and the names of the languages themselves. */
const WITHOUT_WORDS = ["services/web/src/http/security-headers.ts", "services/web/src/messages/"];

describe("the message catalogue", () => {
  it("has the same messages in both languages, and the same things to fill in", () => {
    const shape = (messages: readonly Message[]) =>
      messages.map(({ key, parsed }) => `${key}(${[...argumentsOf(parsed)].sort()})`).sort();
    expect(shape(ENGLISH)).toEqual(shape(DUTCH));
  });

  it("has no message that no page asks for", () => {
    const unused = DUTCH.filter(({ key }) => !uses.some(({ keys }) => keys?.test(key)));
    expect(unused.map(({ key }) => key)).toEqual([]);
  });

  it("is asked for messages by keys that stand where they are used", () => {
    expect(uses.filter(({ keys }) => keys === undefined).map(({ place }) => place)).toEqual([]);
    const missing = uses.filter(({ keys }) => !DUTCH.some(({ key }) => keys?.test(key)));
    expect(missing.map(({ place, keys }) => `${place} ${keys}`)).toEqual([]);
  });

  it("gets what each message has to be filled in with", () => {
    const wrong = uses.flatMap(({ place, keys, given }) =>
      DUTCH.filter(
        ({ key }) => given !== undefined && keys?.test(key) && `${argumentNames(messageOf(key))}` !== `${given}`,
      ).map(({ key }) => `${place} gives ${given} to ${key}`),
    );
    expect(wrong).toEqual([]);
  });

  it("holds all words of the pages and their components: none stand in the code", () => {
    const left = [...pages, ...parseFiles((path) => path.startsWith("shared/ui/src/"))]
      .filter(({ path }) => !WITHOUT_WORDS.some((start) => path.startsWith(start)))
      .flatMap(inlineWords);
    expect(left).toEqual([]);
  });
});

function messageOf(key: string): Message {
  const message = DUTCH.find((candidate) => candidate.key === key);
  if (message === undefined) throw new Error(`No message ${key}.`);
  return message;
}
