import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, startChromium, WITHOUT_CHROMIUM } from "./find-chromium.js";
import { NOT_FOUND, PAGES } from "./pages.js";
import { sampleWeb } from "./sample-web-tools.js";
import { type ServedWeb, serveWeb } from "./serve-web.js";

/** WCAG 2.2 A and AA, as far as a machine can check them. Contrast differs between light and dark, so both are checked. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What runs in the page; as text, because the repository is typed for Node and knows no document. */
const OPEN_EVERYTHING = "for (const details of document.querySelectorAll('details')) details.open = true";
const FIND_FAULTS = `axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(RULES)} } }).then(
  ({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")),
)`;
const WIDTH_TO_SCROLL = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

const LOOKS = [
  { name: "wide and light", width: 1440, colorScheme: "light" },
  { name: "narrow and dark", width: 320, colorScheme: "dark" },
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

  describe.each(LOOKS)("$name", ({ width, colorScheme }) => {
    let page: Page;
    const complaints: string[] = [];
    beforeAll(async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      page = await context.newPage();
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("request", (request) => request.url().startsWith(web.url) || complaints.push(request.url()));
    });

    it.each(PAGES)("%s has no fault that axe can find, and fits", async (_name, path) => {
      complaints.length = 0;
      await page.goto(web.url + path);
      await page.evaluate(OPEN_EVERYTHING);
      await page.evaluate(axe.source);
      expect(await page.evaluate<string[]>(FIND_FAULTS)).toEqual([]);
      expect(await page.evaluate<number>(WIDTH_TO_SCROLL)).toBe(0);
      expect(complaints.filter((text) => !(NOT_FOUND.has(path) && text.includes("404")))).toEqual([]);
    });

    it("a form that comes back with what is missing has no fault that axe can find, and fits", async () => {
      await page.goto(`${web.url}/themas/huurtoeslag`);
      for (const [title, button] of [
        ["Splitsen", "Splits"],
        ["Samenvoegen", "Voeg samen"],
      ] as const) {
        await page.locator("summary", { hasText: title }).click();
        await page.getByRole("button", { name: button }).click();
        await page.getByText("Er is nog niets aangepast").waitFor();
        await page.evaluate(axe.source);
        expect(await page.evaluate<string[]>(FIND_FAULTS)).toEqual([]);
        expect(await page.evaluate<number>(WIDTH_TO_SCROLL)).toBe(0);
      }
    });
  });

  it("takes a decision and shows it without JavaScript, by keyboard", async () => {
    const sample = sampleWeb();
    const served = await serveWeb(sample.tools);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.url}/voorstellen`);
    await page.getByRole("button", { name: "Pak op" }).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/voorstellen?gedaan=opgepakt");
    expect(await page.getByRole("status").textContent()).toContain("Opgepakt.");
    expect(sample.decisions).toHaveLength(1);
    await context.close();
    await served.close();
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
    expect(await page.getByRole("button").count()).toBe(0);
    expect(sample.answers).toEqual([{ kind: "call", remark: "Het liefst in de ochtend" }]);
    await context.close();
    await served.close();
  });
});
