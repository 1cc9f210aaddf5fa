import { describe, expect, it } from "vitest";
import {
  ANSWERED,
  PART,
  pageWith,
  servePartnerPages as serve,
  TOKEN,
  VIEW,
} from "../../../test/serve-partner-pages.js";

describe("the page behind a link", () => {
  it("shows the request with a form, in the name of the municipality, and acts by no reading", async () => {
    const { read, answers } = await serve();
    for (const method of ["GET", "HEAD", "GET"]) {
      const { status, headers, html } = await read(TOKEN, method);
      expect(status).toBe(200);
      expect(headers.get("content-type")).toMatch(/^text\/html/);
      if (method === "HEAD") continue;
      expect(html).toContain("<title>Grip op je huurkosten");
      expect(html).toContain("Gemeente Voorbeeldstad");
      expect(html).toContain(`action="/aanvraag/${TOKEN}"`);
    }
    expect(answers).toEqual([]);
  });

  it("keeps its address from other sites and from search engines", async () => {
    const { read } = await serve();
    for (const token of [TOKEN, "ander"]) {
      const { headers } = await read(token);
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    }
  });

  it("is one and the same for every link that does not work, whether read or answered", async () => {
    const { read, answer, answers } = await serve();
    for (const { status, html } of [await read("ander"), await answer({ antwoord: "bellen" }, "ander")]) {
      expect(status).toBe(404);
      expect(html).toContain("<title>Deze link werkt niet");
      expect(html).toContain("De link is verlopen, of het adres is niet compleet.");
      // What chooses a language leads to no address that holds a token.
      expect(html).not.toContain("/aanvraag/");
    }
    expect(answers).toEqual([]);
  });

  it("has no page of the same address with a slash behind it", async () => {
    const { read } = await serve();
    expect((await read(`${TOKEN}/`)).html).not.toContain("Grip op je huurkosten");
  });
});

describe("an answer", () => {
  it("is kept, and leads back to the page", async () => {
    const { answer, answers } = await serve();
    const { status, headers } = await answer({ antwoord: "datum-2" });
    expect([status, headers.get("location")]).toEqual([303, `/aanvraag/${TOKEN}`]);
    expect(answers).toEqual([[TOKEN, "a-1", { kind: "accept", dateIndex: 1 }]]);
  });

  it("may not propose a day that is over", async () => {
    const { answer, answers } = await serve();
    const day = { antwoord: "andere-dag", van: "19:00", tot: "21:00" };
    expect((await answer({ ...day, dag: "2026-11-22" })).status).toBe(400);
    expect((await answer({ ...day, dag: "2026-11-23" })).status).toBe(303);
    expect(answers).toHaveLength(1);
  });

  it("that is not complete comes back with what was typed and what is wrong", async () => {
    const { answer, answers } = await serve();
    const { status, html } = await answer({ antwoord: "nee", toelichting: "Bel mij" });
    expect(status).toBe(400);
    expect(html).toContain("Kies waarom het niet kan.");
    expect(html).toContain('value="Bel mij"');
    expect((await answer()).status).toBe(400);
    expect(answers).toEqual([]);
  });

  it("whose remark the gate holds back comes back with what was typed and why", async () => {
    const { answer } = await serve({ outcome: { heldBack: "Schrijf het zonder namen." } });
    const { status, html } = await answer({ antwoord: "bellen", toelichting: "Bel mij" });
    expect(status).toBe(400);
    expect(html).toContain("Schrijf het zonder namen.");
    expect(html).toContain('value="Bel mij"');
  });

  it("to what was answered before is not taken, and shows the first answer", async () => {
    const { answer, answers } = await serve({ views: [ANSWERED] });
    const { status, html } = await answer({ antwoord: "datum-1" });
    expect(status).toBe(409);
    expect(html).toContain("Bel ons eerst even.");
    expect(html).toContain("U heeft hier al op geantwoord. Wij hebben uw nieuwe antwoord niet bewaard.");
    expect(answers).toEqual([]);
  });

  it("that comes second of two at the same moment shows the first", async () => {
    const { answer } = await serve({ views: [VIEW, ANSWERED], outcome: "gone" });
    const { status, html } = await answer({ antwoord: "datum-1" });
    expect(status).toBe(409);
    expect(html).toContain("Bel ons eerst even.");
  });

  it("to what was called off is not taken, and says so, also when that was this very moment", async () => {
    const withdrawn = pageWith({ ...PART, isWithdrawn: true });
    for (const views of [[withdrawn], [VIEW, withdrawn]]) {
      const { read, answer, answers } = await serve({ views, outcome: "gone" });
      const { status, html } = await answer({ antwoord: "datum-1" });
      expect(status).toBe(409);
      expect(html).toContain("Uw antwoord is niet bewaard.");
      expect(html).toContain("Wij hebben deze vraag ingetrokken.");
      expect(html).not.toContain("U heeft hier al op geantwoord.");
      expect((await read()).html).not.toContain('name="antwoord"');
      expect(answers).toHaveLength(views.length - 1);
    }
  });

  it("through a link that expires this very moment finds no page", async () => {
    const { answer } = await serve({ views: [VIEW, undefined], outcome: "gone" });
    const { status, html } = await answer({ antwoord: "datum-1" });
    expect(status).toBe(404);
    expect(html).toContain("De link is verlopen");
  });
});

describe("a series of requests", () => {
  const parts = [
    { ...PART, answered: "Bel ons eerst even." },
    { ...PART, id: "a-2", areaName: "West" },
    { ...PART, id: "a-3", areaName: "Zuid", isOver: true },
  ];

  it("has a form for each part that is open, and says of the others why there is none", async () => {
    const { read } = await serve({ views: [pageWith(...parts)] });
    const { html } = await read();
    expect(html.match(/name="aanvraag" value="[^"]+"/g)).toEqual(['name="aanvraag" value="a-2"']);
    expect(html).toContain("De laatste datum is voorbij.");
  });

  it("takes an answer for the part that the form names, and for no other", async () => {
    const { answer, answers } = await serve({ views: [pageWith(...parts)] });
    expect((await answer({ antwoord: "bellen" })).status).toBe(404);
    expect((await answer({ antwoord: "bellen", aanvraag: "a-9" })).status).toBe(404);
    expect((await answer({ antwoord: "bellen", aanvraag: "a-1" })).status).toBe(409);
    const late = await answer({ antwoord: "bellen", aanvraag: "a-3" });
    expect([late.status, late.html.includes("Er is hier niets meer te beantwoorden.")]).toEqual([409, true]);
    expect((await answer({ antwoord: "bellen", aanvraag: "a-2" })).status).toBe(303);
    expect(answers).toEqual([[TOKEN, "a-2", { kind: "call" }]]);
  });

  it("says whether the part itself was answered or is closed, whatever became of the others", async () => {
    for (const [second, said] of [
      [{ answered: "Ja." }, "U heeft hier al op geantwoord."],
      [{ isOver: true }, "Er is hier niets meer te beantwoorden."],
    ] as const) {
      const views = [pageWith(PART, { ...PART, id: "a-2", ...second })];
      const { answer } = await serve({ views });
      const { status, html } = await answer({ antwoord: "bellen", aanvraag: "a-2" });
      expect([status, html.includes(said)]).toEqual([409, true]);
    }
  });

  it("of one part takes no answer to another", async () => {
    const { answer, answers } = await serve();
    expect((await answer({ antwoord: "bellen", aanvraag: "a-9" })).status).toBe(404);
    expect(answers).toEqual([]);
  });

  it("shows what is wrong with an answer at its own part", async () => {
    const { answer } = await serve({ views: [pageWith(PART, { ...PART, id: "a-2" })] });
    const { html } = await answer({ aanvraag: "a-2", antwoord: "nee" });
    expect(html.match(/href="#[^"]+">Kies waarom het niet kan\./g)).toEqual([
      'href="#reden-2">Kies waarom het niet kan.',
    ]);
  });
});

describe("what goes wrong behind a link", () => {
  it("is reported once with a code to call about, without the token, and shows no way into the product", async () => {
    const error = new Error("stuk");
    const { read, faults } = await serve({ fault: error });
    const { status, html } = await read();
    expect(status).toBe(500);
    expect(html).toContain("<title>Dat lukte niet");
    expect(html).toContain("RD-7Q4K");
    expect(html).not.toContain("Gemeente");
    expect(html).not.toMatch(/href="\/(themas|voorstellen|aanmelden)/);
    expect(faults).toEqual([{ error, reference: "RD-7Q4K", path: "/aanvraag" }]);
  });

  it("is the sender's own doing when a form is too large, so nobody is woken for it", async () => {
    const { answer, faults } = await serve();
    const { status, html } = await answer({ antwoord: "bellen", toelichting: "x".repeat(2_000) });
    expect(status).toBe(413);
    expect(html).toContain("Uw antwoord is niet verstuurd.");
    expect(html).not.toContain("RD-7Q4K");
    expect(faults).toEqual([]);
  });

  it.each([
    [{ status: 499 }, 499, 0],
    [{ status: 500 }, 500, 1],
    [{ status: "400" }, 500, 1],
    [null, 500, 1],
  ] as const)("with %j is answered with %i and reported %i times", async (fault, expected, reported) => {
    const { read, faults } = await serve({ fault });
    expect((await read()).status).toBe(expected);
    expect(faults).toHaveLength(reported);
  });
});

describe("who tries many addresses", () => {
  it("is asked to wait a minute", async () => {
    const { read } = await serve({ callsMax: 2 });
    expect([(await read()).status, (await read("ander")).status]).toEqual([200, 404]);
    const { status, headers, html } = await read();
    expect([status, headers.get("retry-after")]).toEqual([429, "60"]);
    expect(html).toContain("<title>Even wachten");
    expect(html).toContain("Er kwamen te veel vragen tegelijk.");
  });
});
