import { fillAgendas } from "@rode-draad/pipeline";
import { listPartnerMessages, listPartnerOrganisations, listStandingEvenings } from "@rode-draad/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  addPartner,
  eventsIn,
  eventsOf,
  linkIn,
  openPartnerStory,
  type PartnerStory,
  releaseMonthOf,
} from "./open-partner-story.js";

const REPORTED = [
  "huurtoeslag",
  "energierekening",
  "urgentieverklaring",
  "huiselijk-geweld",
  "studiefinanciering-duo",
  "t-0001",
];

let story: PartnerStory;
let path: string;
let refused: ReadonlySet<string>;
beforeEach(async () => {
  refused = new Set();
  story = await openPartnerStory((address) => (refused.has(address) ? 550 : undefined));
});
afterEach(() => story.close());

const titleOf = (themeId: string) => story.product.catalogue.theme(themeId)?.invitationTitle ?? themeId;

/** The second Tuesday of each month with the housing corporation, through the form. */
async function agreeOnEvening(): Promise<void> {
  const form = {
    partner: await addPartner(story),
    week: "2",
    dag: "2",
    maand: "2026-12",
    van: "19:00",
    tot: "21:00",
    plek: "buurthuis De Ster, Sterrenplein 1",
    naam: "Noor van OOST",
    telefoon: "06-0000 0000",
    email: "noor@oost.example",
  };
  const kept = await story.ask("OOST", "/vaste-avonden", form);
  expect(kept.status).toBe(303);
  path = kept.location?.split("?")[0] ?? "";
}

describe("a standing evening with a partner", () => {
  it("fills its agenda from the released month, a colleague decides, the partner reads only that and answers once", async () => {
    await agreeOnEvening();
    expect(await fillAgendas(story.product)).toBe(0);
    expect((await story.ask("OOST", path)).html).toContain("Er is nog geen maandrapport vrijgegeven.");
    await releaseMonthOf(story.product, "2026-10", REPORTED);
    expect([await fillAgendas(story.product), await fillAgendas(story.product)]).toEqual([1, 0]);

    const draft = (await story.ask("OOST", path)).html;
    for (const themeId of ["huurtoeslag", "energierekening", "urgentieverklaring"]) {
      expect(draft).toContain(`value="${themeId}"`);
    }
    for (const themeId of ["huiselijk-geweld", "studiefinanciering-duo", "t-0001"]) {
      expect(draft).not.toContain(`value="${themeId}"`);
    }
    // What asks for care has a yes of its own that nobody has said yet.
    expect(draft).toMatch(/value="huurtoeslag"[^>]*>|checked=""[^>]*value="huurtoeslag"/);
    expect(/<input[^>]*value="urgentieverklaring"[^>]*>/.exec(draft)?.[0]).not.toContain("checked");
    const month = { maand: "2026-12" };
    const early = await story.ask("OOST", `${path}/versturen`, month);
    expect([early.status, early.html.includes("Kies eerst bij elk onderwerp")]).toEqual([409, true]);
    await story.ask("OOST", `${path}/agenda`, { ...month, punt: ["huurtoeslag"] });
    expect((await story.ask("OOST", `${path}/versturen`, month)).status).toBe(303);

    const [mail] = await story.mailsOnceThereAre(1);
    expect(mail?.subject).toBe("De agenda voor onze vaste avond op dinsdag 8 december 2026");
    expect(mail?.text).not.toContain(titleOf("huurtoeslag"));
    const page = (await story.behindLink(linkIn(mail))).html;
    expect(page).toContain(titleOf("huurtoeslag"));
    for (const themeId of ["energierekening", "urgentieverklaring"]) expect(page).not.toContain(titleOf(themeId));
    expect(page).toContain("Waarom ziet u geen aantallen?");
    expect(page).not.toMatch(/1[05] tot (?:14|24)|huishoudens/);

    // In the partner's own calendar stand all evenings, in Dutch time.
    const [series, ...others] = eventsIn(mail);
    expect(others).toEqual([]);
    const evenings = series?.iterator();
    expect([1, 2, 3].map(() => evenings?.next()?.toJSDate().toISOString())).toEqual([
      "2026-12-08T18:00:00.000Z",
      "2027-01-12T18:00:00.000Z",
      "2027-02-09T18:00:00.000Z",
    ]);

    // The partner answers once, and a second time reads what was said; the colleague reads it too.
    const typed = { antwoord: "nee", toelichting: "Bel Fatima op 06-12345678" };
    const both = await Promise.all([1, 2].map(() => story.behindLink(linkIn(mail), typed)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const twice = await story.behindLink(linkIn(mail), { antwoord: "ja" });
    expect([twice.status, twice.html.includes("U heeft hier al op geantwoord.")]).toEqual([409, true]);
    const answered = (await story.ask("OOST", path)).html;
    expect(answered).toContain("Nee, deze keer niet. Toelichting: ");
    expect(answered).not.toMatch(/Fatima|12345678/);
    expect((await story.ask("OOST", "/vaste-avonden")).html).toContain("Nee, deze keer niet.");

    const again = await story.ask("OOST", `${path}/agenda`, { ...month, punt: ["energierekening"] });
    expect([again.status, again.html.includes("Deze agenda is al verstuurd.")]).toEqual([409, true]);
    story.moveDays(16);
    expect((await story.behindLink(linkIn(mail))).status).toBe(404);
    const late = await story.behindLink(linkIn(mail), { antwoord: "ja" });
    expect([late.status, late.html.includes("Uw antwoord is niet verstuurd.")]).toEqual([404, true]);
  });

  it("puts what asks for care on the agenda after a yes", async () => {
    await agreeOnEvening();
    await releaseMonthOf(story.product, "2026-10", REPORTED);
    const month = { maand: "2026-12" };
    await story.ask("OOST", `${path}/vullen`, month);
    await story.ask("OOST", `${path}/agenda`, { ...month, punt: ["urgentieverklaring", "huiselijk-geweld"] });
    await story.ask("OOST", `${path}/versturen`, month);
    const [mail] = await story.mailsOnceThereAre(1);
    const page = (await story.behindLink(linkIn(mail))).html;
    expect(page).toContain(titleOf("urgentieverklaring"));
    expect(page).not.toMatch(/geweld/i);
  });

  it("shows to the sender that its agenda did not arrive, with the remedy, and sends it to the corrected address", async () => {
    await agreeOnEvening();
    refused = new Set(["info@haard.example"]);
    await releaseMonthOf(story.product, "2026-10", REPORTED);
    const month = { maand: "2026-12" };
    await story.ask("OOST", `${path}/vullen`, month);
    await story.ask("OOST", `${path}/agenda`, { ...month, punt: ["huurtoeslag"] });
    await story.ask("OOST", `${path}/versturen`, month);
    const failed = /De agenda kon niet weg\.[^<]*Het e-mailadres klopt niet\./;
    let html = "";
    for (let tries = 0; tries < 200 && !failed.test(html); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      html = (await story.ask("OOST", path)).html;
    }
    expect(html).toMatch(failed);
    const [partner] = await listPartnerOrganisations(story.product.store.db, story.product.municipalityId);
    await story.ask("OOST", `/beheer/partners/${partner?.id}`, {
      ...{ naam: "De Haard", soort: "woningcorporatie", kanaal: "mail", gebruik: "ja" },
      email: "goed@haard.example",
    });
    expect((await story.ask("OOST", `${path}/opnieuw`, {})).status).toBe(303);
    const [mail] = await story.mailsOnceThereAre(1);
    expect(mail?.to?.map((to) => "address" in to && to.address)).toEqual(["goed@haard.example"]);
    expect((await story.behindLink(linkIn(mail))).html).toContain('name="antwoord"');
  });

  it("is one calendar for both, without the months that are skipped", async () => {
    await agreeOnEvening();
    const skip = { maand: "2026-12", overslaan: "ja" };
    expect((await story.ask("OOST", `${path}/overslaan`, skip)).location).toContain("gedaan=overgeslagen");
    expect((await story.ask("OOST", path)).html).toContain("dinsdag 12 januari 2027");
    const file = (await story.ask("OOST", `${path}/agenda.ics`)).html;
    const iterator = eventsOf(file)[0]?.iterator();
    expect([1, 2].map(() => iterator?.next()?.toString().slice(0, 10))).toEqual(["2027-01-12", "2027-02-09"]);
    await story.ask("OOST", `${path}/overslaan`, { maand: "2026-12" });
    expect((await story.ask("OOST", path)).html).toContain("dinsdag 8 december 2026");
    await story.ask("OOST", `${path}/stoppen`, {});
    expect((await story.ask("OOST", path)).html).toContain("Deze vaste avond is gestopt.");
    expect(await fillAgendas(story.product)).toBe(0);
  });

  it("tells the partner once how it was, in a band and catalogue words", async () => {
    await agreeOnEvening();
    await releaseMonthOf(story.product, "2026-10", REPORTED);
    const early = { maand: "2026-12", opkomst: "15-tot-24", gevraagd: ["huurtoeslag"] };
    expect((await story.ask("OOST", `${path}/terugkoppeling`, early)).status).toBe(400);
    story.moveDays(16);
    expect((await story.ask("OOST", path)).html).toContain("Vertel de partner hoe het was");
    expect((await story.ask("OOST", `${path}/terugkoppeling`, { maand: "2026-12" })).status).toBe(400);
    for (let times = 0; times < 2; times += 1) {
      expect((await story.ask("OOST", `${path}/terugkoppeling`, early)).status).toBe(303);
    }
    const [mail] = await story.mailsOnceThereAre(1);
    expect(mail?.text).toContain("Er kwamen 15 tot 24 mensen.");
    expect(mail?.text).toContain("Mensen vroegen het meest naar: huurtoeslag.");
    const { store, municipalityId } = story.product;
    const [evening] = await listStandingEvenings(store.db, municipalityId);
    expect(await listPartnerMessages(store.db, municipalityId, [evening?.id ?? ""])).toHaveLength(1);
    expect((await story.ask("OOST", path)).html).not.toContain("Vertel de partner hoe het was");
  });

  it("takes no place with a number of a person in it, and keeps what was typed", async () => {
    await addPartner(story);
    const form = { week: "2", dag: "2", maand: "2026-12", van: "19:00", tot: "18:00", plek: "bel 06-12345678" };
    const { status, html } = await story.ask("OOST", "/vaste-avonden", form);
    expect(status).toBe(400);
    expect(html).toContain("Kies een partner.");
    expect(html).toContain("Het einde moet na het begin zijn.");
    expect(html).toContain('value="bel 06-12345678"');
  });
});
