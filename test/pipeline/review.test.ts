import { type Actor, REVIEW_MAX } from "@rode-draad/domain";
import { type Serving, serveProduct } from "@rode-draad/pipeline";
import { listReports, readAuditEntries, readCorrectionLog, readPointedQuestions } from "@rode-draad/store";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "../access/signed-in.js";
import { chromiumPath, startChromium, WITHOUT_CHROMIUM } from "../accessibility/find-chromium.js";
import { type PipelineRun, runVoorbeeldstad } from "./run-voorbeeldstad.js";

/** Checking doubted questions, on a municipality that went through the pipeline. */

let run: PipelineRun;
let serving: Serving;

beforeAll(async () => {
  run = await runVoorbeeldstad({ notes: 3000 }, { PORT: "0", ACCESS_POLICY: "own-team" });
  serving = await serveProduct(run.product);
}, 240_000);
afterAll(async () => {
  await serving?.close();
  await run?.close();
});

const lead = async (facts: Partial<Extract<Actor, { kind: "account" }>> = {}) => {
  const { store, municipalityId, clock } = run.product;
  const teamCodes = [run.municipality.teams[0]?.code ?? ""];
  return (await signedIn(store.db, municipalityId, clock(), { roles: ["team-lead"], teamCodes, ...facts })).cookie;
};

async function open(cookie: string, query = "") {
  const response = await fetch(`${serving.address}/nakijken${query}`, { headers: { cookie } });
  const html = await response.text();
  const questionId = /name="vraag" value="([^"]+)"/.exec(html)?.[1];
  const choices = [
    ...html.matchAll(/name="keuze" id="[^"]+"(?: checked="")? value="([^"]+)"|name="keuze"[^>]* value="([^"]+)"/g),
  ].map(([, one, two]) => one ?? two ?? "");
  return { status: response.status, html, questionId, choices };
}

async function choose(cookie: string, form: Record<string, string>) {
  const headers = { cookie, origin: serving.address };
  return await fetch(`${serving.address}/nakijken`, {
    method: "POST",
    body: new URLSearchParams(form),
    headers,
    redirect: "manual",
  });
}

async function stored(questionId: string | undefined) {
  const { store, municipalityId } = run.product;
  const [question] = await readPointedQuestions(store.db, municipalityId, [questionId ?? ""]);
  if (question === undefined) throw new Error("no question was asked");
  return question;
}

async function teamOf(noteId: string): Promise<string> {
  const row = await run.product.store.db
    .selectFrom("case_note")
    .select("team_code")
    .where("id", "=", noteId)
    .executeTakeFirstOrThrow();
  return row.team_code;
}

describe("the page", () => {
  test("asks about a handful of doubted questions of the own team, with the present theme first, and of nobody else", async () => {
    const cookie = await lead();
    const seen = new Set<string>();
    for (let passedOver = 0; passedOver < REVIEW_MAX + 1; passedOver++) {
      const page = await open(cookie, `?overgeslagen=${passedOver}`);
      if (page.questionId === undefined) break;
      const question = await stored(page.questionId);
      expect(await teamOf(question.noteId)).toBe(run.municipality.teams[0]?.code);
      expect(question.confidence).toBeLessThan(1);
      expect(question.route).not.toBe("safety");
      expect(page.choices[0]).toBe(question.themeId);
      expect(page.choices.slice(-2)).toEqual(["geen-vraag", "ander"]);
      seen.add(page.questionId);
    }
    expect(seen.size).toBeGreaterThan(0);
    expect(seen.size).toBeLessThanOrEqual(REVIEW_MAX);
  });

  test("shows no question to who has no team, and a question of another team cannot be decided about", async () => {
    const { questionId } = await open(await lead());
    const other = await lead({ teamCodes: [run.municipality.teams[1]?.code ?? ""] });
    const refused = await choose(other, { vraag: questionId ?? "", keuze: "geen-vraag" });
    expect(refused.status).toBe(409);
    const nobody = await open(await lead({ teamCodes: [] }));
    expect(nobody.status).toBe(200);
    expect(nobody.questionId).toBeUndefined();
  });

  test("keeps that a question is right without making one report anew, asks it no more, and tells it in no list", async () => {
    const { store, municipalityId } = run.product;
    const cookie = await lead();
    const page = await open(cookie);
    const before = await listReports(store.db, municipalityId);
    const response = await choose(cookie, { vraag: page.questionId ?? "", keuze: page.choices[0] ?? "" });
    expect(response.headers.get("location")).toMatch(/^\/nakijken\?gedaan=c-\d+&overgeslagen=0#keuze-1$/);
    expect((await stored(page.questionId)).confidence).toBe(1);
    expect(await listReports(store.db, municipalityId)).toEqual(before);
    expect((await open(cookie)).questionId).not.toBe(page.questionId);
    const changes = await (await fetch(`${serving.address}/wijzigingen`, { headers: { cookie } })).text();
    expect(changes).not.toContain("nagekeken en klopt");
    const [last] = (await readCorrectionLog(store.db, municipalityId)).corrections.slice(-1);
    const undo = await (await fetch(`${serving.address}/wijzigingen/${last?.id}`, { headers: { cookie } })).text();
    expect(undo).toContain("is nagekeken en klopt");
  });

  test("moves a question, takes out what is none, writes both down without a word of it, and tells what the hour brought", async () => {
    const { store, municipalityId } = run.product;
    const cookie = await lead();
    const first = await open(cookie);
    const to = first.choices[1] ?? "";
    expect((await choose(cookie, { vraag: first.questionId ?? "", keuze: to })).status).toBe(303);
    expect((await stored(first.questionId)).themeId).toBe(to);
    const second = await open(cookie);
    const { text = "" } = await stored(second.questionId);
    expect((await choose(cookie, { vraag: second.questionId ?? "", keuze: "geen-vraag" })).status).toBe(303);
    expect(await stored(second.questionId)).toMatchObject({ themeId: null, route: "unassigned" });
    const { html } = await open(cookie);
    expect(html).toContain("Wat het laatste uur opleverde");
    expect(html).toContain("1 kreeg een ander thema.");
    expect(html).toMatch(/Eerst had naar schatting [\d,]+ procent .* Nu is dat [\d,]+ procent\./);
    const entries = JSON.stringify(await readAuditEntries(store.db, municipalityId, { limit: 100_000 }));
    expect(entries).toContain("move-question");
    expect(entries).not.toContain(text);
  });

  test("asks again for another theme that was not named", async () => {
    const cookie = await lead();
    const { questionId } = await open(cookie);
    const response = await choose(cookie, { vraag: questionId ?? "", keuze: "ander", thema: "" });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining("Kies welk ander thema het is."),
    ]);
  });
});

describe.skipIf(chromiumPath === undefined)(`checking by keyboard${WITHOUT_CHROMIUM}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test.each([true, false])(
    "one key and Enter decide, and the next question is ready (JavaScript: %s)",
    async (javaScriptEnabled) => {
      const cookie = await lead({ teamCodes: run.municipality.teams.map(({ code }) => code) });
      const context = await browser.newContext({ javaScriptEnabled });
      const [name = "", value = ""] = cookie.split("=");
      await context.addCookies([{ name, value, url: serving.address }]);
      const page = await context.newPage();
      await page.goto(`${serving.address}/nakijken#keuze-1`);
      const asked: string[] = [];
      for (const keys of [["Enter"], ["ArrowDown", "Enter"], ["Enter"]]) {
        const question = await page.inputValue('input[name="vraag"]');
        asked.push(question);
        const next = page.waitForEvent("load");
        for (const key of keys) await page.keyboard.press(key);
        await next;
        // Where the keyboard is, without asking the page's own scripts.
        expect(await page.locator("#keuze-1:focus").count()).toBe(1);
      }
      expect(new Set(asked).size).toBe(3);
      await context.close();
    },
  );
});
