import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "../accessibility/pages.js";
import { sampleWeb } from "../accessibility/sample-web-tools.js";
import { type ServedWeb, serveWeb } from "../accessibility/serve-web.js";

const ENGLISH = { "Accept-Language": "en" };

/** Words that no English sentence has, and hardly a Dutch one is without. */
const DUTCH_WORDS =
  /(?<![\p{L}-])(?:de|het|een|en|van|niet|geen|wij|je|jij|jouw|zijn|voor|naar|bij|dit|deze|die|dat|ook|maar|wordt|worden|aan|uit|tot|meer|met|om|er|nog|nu|huishoudens?|thema’?s?|notities?|vragen|maanden|wijken)(?![\p{L}-])/iu;

/** Elements that hold nothing and are not closed. */
const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/** The texts of a page outside every element that says it is Dutch, with those that are only read aloud. */
function textsInPageLanguage(html: string): string[] {
  const texts: string[] = [];
  const open: { readonly tag: string; readonly isDutch: boolean }[] = [];
  const isDutch = (): boolean => open.at(-1)?.isDutch === true;
  for (const [, close, tag = "", attributes = "", text = ""] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)([^>]*)>|([^<]+)/g,
  )) {
    if (text !== "") {
      if (!isDutch()) texts.push(text.trim());
    } else if (close === "/") {
      open.pop();
    } else {
      const lang = / lang="(\w+)"/.exec(attributes)?.[1];
      const dutch = lang === undefined ? isDutch() : lang === "nl";
      if (!dutch) {
        for (const [, spoken = ""] of attributes.matchAll(/ (?:aria-label|title|label|alt)="([^"]*)"/g))
          texts.push(spoken);
      }
      if (!VOID.has(tag) && !attributes.endsWith("/")) open.push({ tag, isDutch: dutch });
    }
  }
  return texts.filter((text) => text !== "");
}

describe("the pages in English", () => {
  let web: ServedWeb;
  beforeAll(async () => {
    web = await serveWeb(sampleWeb().tools);
  });
  afterAll(() => web.close());

  it.each(PAGES)("%s says so, and marks whatever stays Dutch", async (_name, path) => {
    const response = await web.open(path, ENGLISH);
    const html = await response.text();
    expect(html).toMatch(/<html class="utrecht-root" lang="en"/);
    expect(response.status).toBeLessThan(500);
    expect(textsInPageLanguage(html).filter((text) => DUTCH_WORDS.test(text))).toEqual([]);
  });

  it("is not fooled: a Dutch page is full of Dutch", async () => {
    const html = await (await fetch(`${web.url}/over`)).text();
    expect(
      textsInPageLanguage(html.replace('lang="nl"', 'lang="en"')).filter((text) => DUTCH_WORDS.test(text)).length,
    ).toBeGreaterThan(10);
  });
});
