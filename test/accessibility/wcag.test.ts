import axe from "axe-core";
import { TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, startChromium, WITHOUT_CHROMIUM } from "./find-chromium.js";
import { NOT_FOUND, PAGES } from "./pages.js";
import { sampleWeb } from "./sample-web-tools.js";
import { SAMPLE_SECRET, type ServedWeb, serveWeb } from "./serve-web.js";

/** WCAG 2.2 A and AA, as far as a machine can check them. Contrast differs between light and dark, so both are checked. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What runs in the page; as text, because the repository is typed for Node and knows no document. */
const OPEN_EVERYTHING = "for (const details of document.querySelectorAll('details')) details.open = true";
const FIND_FAULTS = `axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(RULES)} } }).then(
  ({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")),
)`;
const WIDTH_TO_SCROLL = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** Two forms of the page of a theme: where each opens, its button, and what is said when something is missing. */
const DUTCH = {
  locale: "nl-NL",
  forms: { Splitsen: "Splits", Samenvoegen: "Voeg samen" },
  missing: "Er is nog niets aangepast",
};
const ENGLISH = {
  locale: "en-GB",
  forms: { "A part of the questions": "Split", "Two themes become one": "Merge" },
  missing: "Nothing has been changed yet",
};

const LOOKS = [
  { name: "wide and light", width: 1440, colorScheme: "light", words: DUTCH },
  { name: "narrow and dark", width: 320, colorScheme: "dark", words: DUTCH },
  { name: "narrow, light and in English", width: 320, colorScheme: "light", words: ENGLISH },
] as const;

describe.skipIf(chromiumPath === undefined)(`the pages in a browser${WITHOUT_CHROMIUM}`, () => {
  let browser: Browser;
  let web: ServedWeb;
  beforeAll(async () => {
    web = await serveWeb(sampleWeb().tools);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  describe.each(LOOKS)("$name", ({ width, colorScheme, words }) => {
    let page: Page;
    const complaints: string[] = [];
    beforeAll(async () => {
      const { locale } = words;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale });
      page = await context.newPage();
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("request", (request) => request.url().startsWith(web.url) || complaints.push(request.url()));
    });

    it.each(PAGES)("%s has no fault that axe can find, and fits", async (_name, path) => {
      complaints.length = 0;
      const secret = await web.halfWayInto(path);
      await page.context().clearCookies();
      if (secret !== undefined) await page.context().addCookies([{ name: "rodedraad", value: secret, url: web.url }]);
      await page.goto(web.url + path);
      await page.evaluate(OPEN_EVERYTHING);
      await page.evaluate(axe.source);
      expect(await page.evaluate<string[]>(FIND_FAULTS)).toEqual([]);
      expect(await page.evaluate<number>(WIDTH_TO_SCROLL)).toBe(0);
      expect(complaints.filter((text) => !(NOT_FOUND.has(path) && text.includes("404")))).toEqual([]);
    });

    it("a form that comes back with what is missing has no fault that axe can find, and fits", async () => {
      await page.goto(`${web.url}/themas/huurtoeslag`);
      for (const [title, button] of Object.entries(words.forms)) {
        await page.locator("summary", { hasText: title }).click();
        await page.getByRole("button", { name: button }).click();
        await page.getByText(words.missing).waitFor();
        await page.evaluate(axe.source);
        expect(await page.evaluate<string[]>(FIND_FAULTS)).toEqual([]);
        expect(await page.evaluate<number>(WIDTH_TO_SCROLL)).toBe(0);
      }
    });
  });

  it("goes on in English after one key press, without JavaScript, and back in Dutch", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "nl-NL" });
    const page = await context.newPage();
    await page.goto(`${web.url}/themas/huurtoeslag?maand=2026-10`);
    await page.getByRole("button", { name: "English" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Why together?" }).waitFor();
    expect(page.url()).toBe(`${web.url}/themas/huurtoeslag?maand=2026-10`);
    await page.getByRole("link", { name: "How Rode Draad works" }).click();
    await page.getByRole("heading", { name: "What we never do" }).waitFor();
    await page.getByRole("button", { name: "Nederlands" }).click();
    await page.getByRole("heading", { name: "Dit doen wij nooit" }).waitFor();
    await context.close();
  });

  it("takes a decision and shows it without JavaScript, by keyboard", async () => {
    const sample = sampleWeb();
    const served = await serveWeb(sample.tools);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.url}/voorstellen`);
    await page.getByRole("button", { name: "Pak op" }).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/voorstellen/v-0001?gedaan=opgepakt");
    expect(await page.getByRole("status").textContent()).toContain("Opgepakt.");
    expect(sample.decisions).toHaveLength(1);
    await context.close();
    await served.close();
  });

  it("keeps the words beside a box in one line when it lacks its tick", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${web.url}/voorstellen/v-0002`);
    await page.getByRole("button", { name: "Pak op" }).click();
    const box = page.getByRole("checkbox", { name: "Wij hebben dit in het team besproken." });
    const [tick, words] = [await box.boundingBox(), await page.locator(`label[for^="besproken-"]`).boundingBox()];
    expect(await box.getAttribute("aria-invalid")).toBe("true");
    expect(words?.height).toBeLessThan(2 * (tick?.height ?? 0));
    await context.close();
  });

  it("corrects a theme without JavaScript, by keyboard, and shows what is missing where the eye is", async () => {
    const sample = sampleWeb();
    const served = await serveWeb(sample.tools);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.url}/themas/huurtoeslag`);
    await page.locator("summary", { hasText: "Vastzetten" }).focus();
    await page.keyboard.press("Enter");
    const form = page.locator("form", { has: page.getByRole("button", { name: "Zet vast" }) });
    await form.getByRole("button", { name: "Zet vast" }).focus();
    await page.keyboard.press("Enter");
    const missing = page.getByRole("link", { name: "Vul in waarom." });
    await missing.waitFor();
    expect((await missing.boundingBox())?.y).toBeLessThan(700);
    await form.getByLabel("Waarom?").fill("Dit blijft spelen.");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/themas/huurtoeslag?*gedaan=c-0001*");
    expect(await page.getByRole("status").textContent()).toContain("volgen over een moment");
    expect(sample.corrections).toEqual([{ kind: "pin", themeId: "huurtoeslag", why: "Dit blijft spelen." }]);
    await context.close();
    await served.close();
  });

  it("sets up an app for codes without JavaScript, by keyboard, and shows the recovery codes once", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 900 } });
    const value = (await web.halfWayInto("/aanmelden/instellen")) ?? "";
    await context.addCookies([{ name: "rodedraad", value, url: web.url }]);
    const page = await context.newPage();
    await page.goto(`${web.url}/aanmelden/instellen?naar=/account`);
    expect((await page.getByRole("img", { name: "Vierkant om te scannen" }).boundingBox())?.width).toBeGreaterThan(180);
    await page.getByRole("textbox", { name: "Code" }).focus();
    await page.keyboard.type("12 34 5");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Deze code klopt niet" }).waitFor();
    await page.getByRole("textbox", { name: "Code" }).fill(new TOTP({ secret: SAMPLE_SECRET }).generate());
    await page.keyboard.press("Enter");
    await page.getByText("Je ziet deze codes maar één keer").waitFor();
    expect(
      await page
        .getByRole("listitem")
        .filter({ hasText: /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/ })
        .count(),
    ).toBe(8);
    await page.getByRole("link", { name: "Ik heb ze bewaard" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/account");
    await page.goto(`${web.url}/aanmelden/instellen`);
    expect(page.url()).toContain("/aanmelden");
    expect(await page.getByText("Je ziet deze codes maar één keer").count()).toBe(0);
    await context.close();
  });

  it("takes a partner's answer without JavaScript, by keyboard, and takes no second one", async () => {
    const sample = sampleWeb();
    const served = await serveWeb(sample.tools, { partner: sample.partner });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const address = `${served.url}/aanvraag/voorbeeld`;
    await page.goto(address);
    expect(await page.getByRole("navigation").count()).toBe(0);
    await page.getByRole("button", { name: "Verstuur uw antwoord" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Kies een antwoord." }).waitFor();
    await page.getByLabel("Bel ons eerst even").focus();
    await page.keyboard.press("Space");
    await page.getByLabel("Toelichting").fill("Het liefst in de ochtend");
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    expect(await page.getByRole("status").textContent()).toContain("Wij hebben uw antwoord");
    expect(page.url()).toBe(address);
    expect(await page.getByRole("main").getByRole("button").count()).toBe(0);
    expect(sample.answers).toEqual([{ kind: "call", remark: "Het liefst in de ochtend" }]);
    await context.close();
    await served.close();
  });
});
