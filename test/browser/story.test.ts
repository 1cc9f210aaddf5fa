import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildVoorbeeldstad, writeNotes } from "@rode-draad/fixtures";
import { waitUntilWorkedOut } from "@rode-draad/pipeline";
import {
  listInitiatives,
  listProposals,
  listReports,
  listWaitingRequests,
  readLastReleasedMonth,
} from "@rode-draad/store";
import type { Browser, Locator, Page } from "playwright-core";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, startChromium, WITHOUT_CHROMIUM } from "../accessibility/find-chromium.js";
import { type DemoTown, openDemoTown } from "../pages/open-demo-town.js";

/**
 * From notes to an evening and its effect, as a team lead, a community worker and a partner go through it: in a real browser of 320 pixels
 * wide, with keys alone.
 */

const DAY_MS = 86_400_000;
const TABS_MAX = 400;
const NARROW = { width: 320, height: 800 };

describe.skipIf(chromiumPath === undefined)(`the whole story${WITHOUT_CHROMIUM}`, () => {
  let town: DemoTown;
  let browser: Browser;
  beforeAll(async () => {
    town = await openDemoTown({ isEmpty: true });
    browser = await startChromium();
    await importNotes(await openPage(true));
  }, 280_000);
  afterAll(async () => {
    await browser?.close();
    await town?.close();
  });

  async function openPage(javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: NARROW, locale: "nl-NL" });
    return await context.newPage();
  }

  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(town.serving.address + path);
  };

  async function importNotes(page: Page): Promise<void> {
    const file = join(town.directory, "notities.csv");
    await writeNotes(buildVoorbeeldstad({ notes: 2500 }).notes, file, "csv");
    await go(page, "/invoer");
    await page.locator("#bestand").setInputFiles(file);
    await press(page, page.getByRole("button", { name: "Bekijk de kolommen" }));
    await press(page, page.getByRole("button", { name: "Lees in" }));
    await page.waitForURL(/\/invoer\/[\w-]+$/, { timeout: 120_000 });
    // The page hears how far it is, and turns into the result by itself.
    await page.locator(".rd-uitslag").waitFor({ timeout: 200_000 });
    await waitUntilWorkedOut(town.product);
  }

  test.each([
    { way: "with JavaScript", javaScriptEnabled: true, turn: 0, themeId: "huurtoeslag", monthsBack: 1 },
    { way: "without JavaScript", javaScriptEnabled: false, turn: 1, themeId: "bijstand-aanvragen", monthsBack: 0 },
  ])("is played from a corrected theme to the page of its effect, $way", async (how) => {
    const { store, municipalityId } = town.product;
    const page = await openPage(how.javaScriptEnabled);

    // A theme gets another name.
    const name = `Ons thema ${how.turn + 1}`;
    await go(page, `/themas/${how.themeId}`);
    await press(page, page.locator("summary", { hasText: "Andere naam" }), "Enter", false);
    await type(page, page.locator("#rename-naam"), name);
    await type(page, page.locator("#rename-reden"), "Zo noemen wij het zelf.");
    await press(page, page.locator('button[name="soort"][value="rename"]'));
    expect(await page.locator("h1").textContent()).toBe(name);
    await waitUntilWorkedOut(town.product);

    // A month is released.
    const reports = await listReports(store.db, municipalityId);
    const month = [...new Set(reports.map((one) => one.month))].sort().reverse()[how.monthsBack] ?? "";
    for (const _try of [1, 2, 3]) {
      await go(page, `/maandrapport?maand=${month}`);
      await press(page, page.getByRole("button", { name: "Geef vrij" }));
      // Beside earlier reports a small number may follow from it: then it is made anew without that number, and looked at again.
      if ((await page.getByText("Wij maken het rapport opnieuw").count()) === 0) break;
      await waitUntilWorkedOut(town.product);
    }
    expect(await page.locator("main").textContent()).toContain("gaf dit rapport vrij op");
    expect(await readLastReleasedMonth(store.db, municipalityId, "team")).toBe(month);

    // A proposal is picked up and its partner is asked.
    const open = await listProposals(store.db, municipalityId, { states: ["open"] });
    const id = open.find(({ proposal }) => !proposal.careNeeded && proposal.partnerIds.length > 0)?.proposal.id ?? "";
    await go(page, `/voorstellen/${id}`);
    await press(page, page.locator('button[value="oppakken"]'));
    await type(page, page.locator("#plek"), "Buurthuis De Ster");
    expect(await page.locator("#naam").inputValue()).toBe("Sam Voorbeeld");
    await type(page, page.locator("#telefoon"), "010-1234567");
    await type(page, page.locator("#email"), "sam@voorbeeldstad.nl");
    await press(page, page.getByRole("button", { name: "Bekijk de brief" }));
    const before = await letters();
    await press(page, page.locator('form[action$="/aanvraag"] button').first());
    // Nobody types a number twice.
    expect(await page.locator("#telefoon").inputValue()).toBe("010-1234567");
    while ((await listWaitingRequests(store.asOwner)).length > 0) await wait(50);

    // The partner says yes by the link in the letter, which holds no session.
    const [letter] = (await letters()).filter((one) => !before.includes(one));
    const { text = "" } = await PostalMime.parse(await readFile(join(town.directory, "post", letter ?? "")));
    const path = /\/aanvraag\/[\w-]{22}/.exec(text)?.[0] ?? "";
    await go(page, path);
    await press(page, page.locator('input[name="antwoord"]').first(), "Space", false);
    await press(page, page.getByRole("button", { name: "Verstuur uw antwoord" }));
    expect(await page.locator("main").textContent()).toContain("Wij hebben uw antwoord");

    // The evening is held and evaluated, once its day came.
    const planned = (await listInitiatives(store.db, municipalityId)).find((one) => one.proposalId === id);
    expect(planned).toMatchObject({ state: "planned" });
    const day = planned?.plan.date?.day ?? "";
    town.moveClock(Date.parse(day) + 2 * DAY_MS - town.product.clock().getTime());
    await go(page, `/initiatieven/${planned?.id}`);
    expect(await page.locator("main").textContent()).toContain("Buurthuis De Ster");
    await press(page, page.getByRole("button", { name: "Ja, de avond is geweest" }));
    for (const choice of ["opkomst", "geholpen", "verder", "nogeens"]) {
      await press(page, page.locator(`input[name="${choice}"]`).first(), "Space", false);
    }
    for (const field of ["voorbereiden", "avond", "collegas"]) await type(page, page.locator(`#${field}`), "2");
    await press(page, page.getByRole("button", { name: "Bewaar de evaluatie" }));
    expect(await page.locator("main").textContent()).toContain("Zo ging het");

    // What came of it stands on the page of effects.
    await town.product.queue.enqueue("effects", { municipalityId });
    await waitUntilWorkedOut(town.product);
    await go(page, "/effect");
    expect(await page.locator("main").textContent()).toContain(planned?.title);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(NARROW.width);
    await page.context().close();
  });

  async function letters(): Promise<string[]> {
    const files = await readdir(join(town.directory, "post")).catch(() => []);
    return files.filter((file) => file.endsWith(".eml"));
  }
});

/** Goes to what a person wants with the Tab key alone, as far as it takes. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs++) {
    if ((await wanted.and(page.locator(":focus")).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not reach ${wanted}.`);
}

/** Presses a key on it; unless told otherwise another page follows. */
async function press(page: Page, wanted: Locator, key = "Enter", leads = true): Promise<void> {
  await tabTo(page, wanted);
  if (!leads) return await page.keyboard.press(key);
  const loaded = page.waitForEvent("load", { timeout: 120_000 });
  await page.keyboard.press(key);
  await loaded;
}

/** Types in place of what stands there. */
async function type(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}
