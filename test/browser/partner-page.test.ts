import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SampleWeb, sampleWeb } from "../accessibility/sample-web-tools.js";
import { type ServedWeb, serveWeb } from "../accessibility/serve-web.js";

let sample: SampleWeb;
let web: ServedWeb;
beforeEach(async () => {
  sample = sampleWeb();
  web = await serveWeb(sample.tools, { partner: sample.partner });
});
afterEach(() => web.close());

/** A browser sends `Origin: null` from a page that tells nobody where it is. */
const post = (form: Record<string, string>, token = "voorbeeld") =>
  fetch(`${web.url}/aanvraag/${token}`, {
    method: "POST",
    body: new URLSearchParams(form),
    redirect: "manual",
    headers: { Origin: "null" },
  });

describe("the page behind a partner's link", () => {
  it("tells no other site its address, is kept nowhere and leads nowhere into the product", async () => {
    const response = await fetch(`${web.url}/aanvraag/voorbeeld`);
    const html = await response.text();
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("X-Robots-Tag")).toContain("noindex");
    expect(html).not.toContain("<nav");
    const hrefs = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href);
    expect(hrefs).toEqual(["#inhoud", "tel:0600000000", "mailto:noor@wijkteam.example"]);
  });

  it("is not used up by reading, however often a mail scanner does", async () => {
    for (const method of ["GET", "HEAD", "GET", "HEAD"]) {
      expect((await fetch(`${web.url}/aanvraag/voorbeeld`, { method })).status).toBe(200);
    }
    expect(sample.answers).toEqual([]);
    expect((await post({ antwoord: "datum-1" })).status).toBe(303);
  });

  it.each([
    [{ antwoord: "datum-2" }, { kind: "accept", dateIndex: 1 }],
    [
      { antwoord: "andere-dag", dag: "2027-02-02", van: "10:00", tot: "12:00" },
      { kind: "other-date", date: { day: "2027-02-02", from: "10:00", until: "12:00" } },
    ],
    [
      { antwoord: "nee", reden: "geen-tijd", toelichting: "Misschien in\r\nmaart" },
      { kind: "decline", reason: "geen-tijd", remark: "Misschien in maart" },
    ],
    [{ antwoord: "bellen" }, { kind: "call" }],
  ])("takes %j", async (form, draft) => {
    const response = await post(form as Record<string, string>);
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/aanvraag/voorbeeld"]);
    expect(sample.answers).toEqual([draft]);
  });

  it.each([
    [{}, "Kies een antwoord."],
    [{ antwoord: "datum-3" }, "Kies een antwoord."],
    [{ antwoord: "nee" }, "Kies waarom het niet kan."],
    [{ antwoord: "nee", reden: "geen-zin" }, "Kies waarom het niet kan."],
    [{ antwoord: "andere-dag", dag: "2026-11-22" }, "Kies een dag die nog komt."],
    [{ antwoord: "andere-dag", dag: "2027-02-02", van: "12:00", tot: "10:00" }, "Het einde moet na het begin zijn."],
    [{ antwoord: "bellen", toelichting: "x".repeat(201) }, "hoogstens 200 tekens"],
    [{ antwoord: "bellen", toelichting: "Bel mevrouw op 06-12345678" }, "persoonsgegevens"],
  ])("refuses %j with what to do, and stays open", async (form, sentence) => {
    const response = await post(form as Record<string, string>);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(sentence);
    expect(sample.answers).toEqual([]);
  });

  it("shows the answer that was given to whoever answers again, and takes none", async () => {
    await post({ antwoord: "bellen" });
    const again = await post({ antwoord: "datum-1" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Wij hebben uw antwoord");
    expect(sample.answers).toHaveLength(1);
  });

  it("is one and the same for every link that does not work", async () => {
    const pages = await Promise.all(
      ["verlopen", "voorbeelD", "%00", "a".repeat(3000)].map(async (token) => {
        const response = await fetch(`${web.url}/aanvraag/${token}`);
        // The choice of a language leads back to the address that was asked for, and is all that differs.
        return [response.status, (await response.text()).replace(`value="/aanvraag/${token}"`, "")];
      }),
    );
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    expect(pages[0]?.[0]).toBe(404);
    expect(pages[0]?.[1]).toContain("Deze link werkt niet (meer)");
    expect((await post({ antwoord: "bellen" }, "verlopen")).status).toBe(404);
  });

  it("keeps a broken address out of the log", async () => {
    expect((await fetch(`${web.url}/aanvraag/%E0%A4%A`)).status).toBe(400);
    expect(web.faults).toEqual([]);
  });
});
