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

/** Files whose words are still to move to the catalogue. No file may be added. */
const TO_MOVE: readonly string[] = [
  "services/web/src/choice.ts",
  "services/web/src/http/page-door.ts",
  "services/web/src/http/same-origin-only.ts",
  "services/web/src/http/send-error.tsx",
  "services/web/src/routes/change-list.tsx",
  "services/web/src/routes/changes/page.tsx",
  "services/web/src/routes/changes/route.tsx",
  "services/web/src/routes/choice-form.tsx",
  "services/web/src/routes/first-run-page.tsx",
  "services/web/src/routes/first-run.tsx",
  "services/web/src/routes/import/page.tsx",
  "services/web/src/routes/import/read-names.ts",
  "services/web/src/routes/import/receive-upload.ts",
  "services/web/src/routes/import/route.tsx",
  "services/web/src/routes/import/web-remedy.ts",
  "services/web/src/routes/note/page.tsx",
  "services/web/src/routes/note/release-form.tsx",
  "services/web/src/routes/note/route.tsx",
  "services/web/src/routes/overview/page.tsx",
  "services/web/src/routes/overview/route.tsx",
  "services/web/src/routes/partner/form.tsx",
  "services/web/src/routes/partner/page.tsx",
  "services/web/src/routes/partner/read-answer.ts",
  "services/web/src/routes/partner/route.tsx",
  "services/web/src/routes/password/page.tsx",
  "services/web/src/routes/password/route.tsx",
  "services/web/src/routes/proposal/decide.tsx",
  "services/web/src/routes/proposal/page.tsx",
  "services/web/src/routes/proposal/read-decision.ts",
  "services/web/src/routes/proposal/route.tsx",
  "services/web/src/routes/proposals/cards.tsx",
  "services/web/src/routes/proposals/page.tsx",
  "services/web/src/routes/proposals/route.tsx",
  "services/web/src/routes/proposals/states.ts",
  "services/web/src/routes/read-line.ts",
  "services/web/src/routes/reason-field.tsx",
  "services/web/src/routes/report/release-state.tsx",
  "services/web/src/routes/report/release.tsx",
  "services/web/src/routes/report/route.tsx",
  "services/web/src/routes/request/form.tsx",
  "services/web/src/routes/request/letter-page.tsx",
  "services/web/src/routes/request/read-request.ts",
  "services/web/src/routes/request/route.tsx",
  "services/web/src/routes/sign-in/outside.ts",
  "services/web/src/routes/sign-in/page.tsx",
  "services/web/src/routes/sign-in/route.tsx",
  "services/web/src/routes/theme/closed-page.tsx",
  "services/web/src/routes/theme/correct.tsx",
  "services/web/src/routes/theme/correction-forms.tsx",
  "services/web/src/routes/theme/page.tsx",
  "services/web/src/routes/theme/read-correction.ts",
  "services/web/src/routes/theme/route.tsx",
  "services/web/src/routes/theme/why-together.tsx",
  "services/web/src/routes/themes/page.tsx",
  "services/web/src/routes/themes/route.tsx",
  "services/web/src/routes/undo/page.tsx",
  "services/web/src/routes/undo/route.tsx",
  "shared/ui/src/alert.tsx",
  "shared/ui/src/band-bars.tsx",
  "shared/ui/src/empty-state.tsx",
  "shared/ui/src/icon.tsx",
  "shared/ui/src/line-chart-layout.ts",
  "shared/ui/src/line-chart.tsx",
  "shared/ui/src/offer-card.tsx",
  "shared/ui/src/render-page.tsx",
  "shared/ui/src/season-strip.tsx",
  "shared/ui/src/thread-mark.tsx",
];

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
      .filter(({ path }) => ![...WITHOUT_WORDS, ...TO_MOVE].some((start) => path.startsWith(start)))
      .flatMap(inlineWords);
    expect(left).toEqual([]);
  });
});

function messageOf(key: string): Message {
  const message = DUTCH.find((candidate) => candidate.key === key);
  if (message === undefined) throw new Error(`No message ${key}.`);
  return message;
}
