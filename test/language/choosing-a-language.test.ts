import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleWeb } from "../accessibility/sample-web-tools.js";
import { type ServedWeb, serveWeb } from "../accessibility/serve-web.js";

const OURS = { "Sec-Fetch-Site": "same-origin" };

describe("the language of a page", () => {
  let web: ServedWeb;
  beforeAll(async () => {
    web = await serveWeb(sampleWeb().tools);
  });
  afterAll(() => web.close());

  async function languageOf(path: string, headers: Readonly<Record<string, string>>): Promise<string | undefined> {
    const html = await (await fetch(web.url + path, { headers })).text();
    return /<html[^>]* lang="(\w+)"/.exec(html)?.[1];
  }

  async function choose(fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = OURS) {
    const body = new URLSearchParams(fields);
    return await fetch(`${web.url}/taal`, { method: "POST", body, headers, redirect: "manual" });
  }

  it.each([
    ["nl-NL,nl;q=0.9,en;q=0.8", "nl"],
    ["en-GB,en;q=0.9,nl;q=0.8", "en"],
    ["fr-FR,en;q=0.5", "en"],
    ["fr-FR", "nl"],
    ["*", "nl"],
    ["en;q=0", "nl"],
    ["';--,,;q=x", "nl"],
  ])("is for a browser that asks for %s: %s", async (accepted, language) => {
    expect(await languageOf("/over", { "Accept-Language": accepted })).toBe(language);
  });

  it("is what was chosen, whatever the browser asks for, on every page and for a partner too", async () => {
    const chosen = await choose({ taal: "en", naar: "/themas?maand=2026-10" });
    expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/themas?maand=2026-10"]);
    const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (const path of ["/", "/over", "/aanvraag/voorbeeld", "/nergens"]) {
      expect(await languageOf(path, { cookie, "Accept-Language": "nl" })).toBe("en");
    }
  });

  it("is not changed by an unknown choice, nor by a form from elsewhere, and leads nowhere else", async () => {
    const unknown = await choose({ taal: "de", naar: "https://elders.example/" });
    expect([unknown.headers.get("set-cookie"), unknown.headers.get("location")]).toEqual([null, "/"]);
    const foreign = await choose({ taal: "en", naar: "/" }, { "Sec-Fetch-Site": "cross-site" });
    expect([foreign.status, foreign.headers.get("set-cookie")]).toEqual([403, null]);
    expect(await languageOf("/over", { cookie: "rodedraad-taal=de", "Accept-Language": "en" })).toBe("en");
  });
});
