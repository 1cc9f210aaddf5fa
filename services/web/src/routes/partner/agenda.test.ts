import { describe, expect, it } from "vitest";
import { AGENDA, servePartnerPages as serve, TOKEN } from "../../../test/serve-partner-pages.js";

describe("the agenda of a standing evening", () => {
  it("shows the points, why there are no numbers, and the way to the calendar", async () => {
    const { read, answers } = await serve({ views: [AGENDA] });
    const { status, html } = await read();
    expect(status).toBe(200);
    expect(html).toContain("Grip op je huurkosten");
    expect(html).toContain("Waarom ziet u geen aantallen?");
    expect(html).toContain(`href="/aanvraag/${TOKEN}/agenda.ics"`);
    expect(answers).toEqual([]);
  });

  it.each([
    [{ antwoord: "ja", toelichting: "gezellig" }, { kind: "come" }],
    [{ antwoord: "nee" }, { kind: "cannot" }],
    [
      { antwoord: "nee", toelichting: "druk" },
      { kind: "cannot", remark: "druk" },
    ],
    [
      { antwoord: "bellen", toelichting: "na vijven" },
      { kind: "call", remark: "na vijven" },
    ],
  ] as const)("takes %j", async (form, draft) => {
    const { answer, answers } = await serve({ views: [AGENDA] });
    const { status, headers } = await answer(form);
    expect([status, headers.get("location")]).toEqual([303, `/aanvraag/${TOKEN}`]);
    expect(answers).toEqual([[TOKEN, "agenda", draft]]);
  });

  it("asks again for what is missing or too long, all at once, and keeps what was typed", async () => {
    const { answer, answers } = await serve({ views: [AGENDA] });
    const remark = "x".repeat(201);
    const { status, html } = await answer({ antwoord: "datum-1", toelichting: remark });
    expect(status).toBe(400);
    expect(html).toContain('href="#antwoord-ja">Kies een antwoord.');
    expect(html).toContain('href="#toelichting">Dit zijn 201 tekens.');
    expect(html).toContain(remark);
    expect((await answer({ antwoord: "nee", toelichting: remark })).status).toBe(400);
    expect(answers).toEqual([]);
  });

  it("shows the first answer to who answers twice, also of two at the same moment", async () => {
    const answered = { ...AGENDA, answered: "Ja, wij komen." };
    for (const views of [[answered], [AGENDA, answered]]) {
      const { answer, answers } = await serve({ views, outcome: "gone" });
      const { status, html } = await answer({ antwoord: "nee" });
      expect(status).toBe(409);
      expect(answers).toHaveLength(views.length - 1);
      expect(html).toContain("Ja, wij komen.");
      expect(html).toContain("U heeft hier al op geantwoord.");
      expect(html).not.toContain('name="antwoord"');
    }
  });

  it("that is open no more takes nothing, and says so", async () => {
    const { answer } = await serve({ views: [AGENDA], outcome: "gone" });
    const { status, html } = await answer({ antwoord: "nee" });
    expect([status, html.includes("U heeft hier al op geantwoord.")]).toEqual([409, false]);
  });

  it("says why a remark was held back", async () => {
    const { answer } = await serve({ views: [AGENDA], outcome: { heldBack: "Schrijf het zonder namen." } });
    const { status, html } = await answer({ antwoord: "bellen", toelichting: "Bel mij" });
    expect([status, html.includes("Schrijf het zonder namen."), html.includes('value="Bel mij"')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  it("is a calendar file for who has the link, and for nobody else", async () => {
    const { read } = await serve({ views: [AGENDA] });
    const file = await read(`${TOKEN}/agenda.ics`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(file.headers.get("content-disposition")).toBe("attachment; filename=vaste-avonden.ics");
    expect((await read("ander/agenda.ics")).status).toBe(404);
  });
});
