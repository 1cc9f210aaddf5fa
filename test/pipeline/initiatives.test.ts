import { keyedHash } from "@rode-draad/runtime";
import { pickUpProposal, readInitiative, saveProposals, saveReports, upsertAreas } from "@rode-draad/store";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../access/signed-in.js";
import { proposal, report } from "../api/sample-content.js";
import { makeNote } from "../conformance/store/make-note.js";
import { known, theme } from "../conformance/store/theme-notes.js";
import { openPartnerTown, type PartnerTown } from "../trust/open-partner-town.js";

/** Initiatives through the real pages, the real tools and the real store, from a partner's yes to what grew out of the evening. */

const DAY_MS = 86_400_000;
const AREA = "WK000001";
let town: PartnerTown;
let noor: Readonly<Record<string, string>>;
let kim: Readonly<Record<string, string>>;
let worker: Readonly<Record<string, string>>;

beforeAll(async () => {
  town = await openPartnerTown(2);
  const { store, municipalityId, clock, configuration } = town.product;
  const { db } = store;
  await upsertAreas(db, municipalityId, [
    { code: AREA, name: "Sterrenwijk" },
    { code: "WK000002", name: "Westerwijk" },
  ]);
  const open = ["v-race", "v-sheet", "v-back", "v-past"].map((id) => proposal(id, { areaCode: AREA, needKey: id }));
  const west = proposal("v-west", { areaCode: "WK000002", needKey: "west", title: "Huurtoeslag in West" });
  await saveProposals(db, municipalityId, [...open, west], clock());
  const professionalId = keyedHash("a key that only this test has, long enough", "professional", "noor");
  const account = (name: string, roles: readonly ("community-worker" | "case-worker")[], more = {}) =>
    signedIn(db, municipalityId, clock(), { name, roles, isSecure: true, ...more });
  noor = await account("Noor", ["community-worker"]);
  kim = await account("Kim", ["community-worker"]);
  worker = await account("Wim", ["case-worker"], { professionalId });
  const mine = { municipalityId, professionalId, date: "2026-11-10", areaCode: AREA };
  await theme(
    { db, id: municipalityId } as never,
    [
      makeNote("n-1", { ...mine, caseId: "c-1" }),
      makeNote("n-2", { ...mine, caseId: "c-2" }),
      makeNote("n-3", { ...mine, caseId: "c-3", professionalId: "somebody-else" }),
    ],
    () => known("huurtoeslag"),
  );
  expect(configuration.accessPolicy).not.toBe("team-figures");
}, 300_000);
afterAll(() => town.close());

const get = async (path: string, who = noor): Promise<{ status: number; html: string }> => {
  const response = await fetch(town.serving.address + path, { headers: who, redirect: "manual" });
  return { status: response.status, html: await response.text() };
};
const post = async (path: string, form: Record<string, string>, who = noor) => {
  const response = await fetch(town.serving.address + path, {
    method: "POST",
    headers: who,
    body: new URLSearchParams(form),
    redirect: "manual",
  });
  return { status: response.status, to: response.headers.get("location") ?? "", html: await response.text() };
};
const pickUp = (id: string, who = noor) => post(`/voorstellen/${id}/besluit`, { besluit: "oppakken" }, who);
const initiativeOf = async (proposalId: string): Promise<string> =>
  /\/initiatieven\/([\w-]+)/.exec((await get(`/voorstellen/${proposalId}`)).html)?.[1] ?? "";

describe("two people who pick up the same card at once", () => {
  it("get one yes and one page that says who has it, and the other joins with one click", async () => {
    const [first, second] = await Promise.all([pickUp("v-race", noor), pickUp("v-race", kim)]);
    const won = [first, second].filter(({ to }) => to === "/voorstellen/v-race?gedaan=opgepakt");
    const lost = [first, second].filter(({ to }) => to.startsWith("/initiatieven/"));
    expect([won.length, lost.length]).toEqual([1, 1]);
    const [winner, loser, loserName] = first === won[0] ? ["Noor", kim, "Kim"] : ["Kim", noor, "Noor"];
    const told = await get(lost[0]?.to ?? "", loser);
    expect(told.html).toContain("Een collega was je net voor");
    expect(told.html).toContain(`${winner} heeft dit opgepakt. Doe eerst mee.`);
    const page = (lost[0]?.to ?? "").split("?")[0] ?? "";
    const planned = await post(`${page}/planning`, { dag: "2026-12-01", van: "19:00", tot: "21:00" }, loser);
    expect([planned.status, planned.html]).toEqual([400, expect.stringContaining("Doe eerst mee")]);
    expect((await post(`${page}/meedoen`, {}, loser)).to).toBe(`${page}?gedaan=meegedaan`);
    const together = await get(page, loser);
    expect(together.html).toContain(`${loserName} (jij)`);
    expect(together.html).toContain(winner);
    // One of two hands back: the other goes on.
    await post(`${page}/terug`, {}, loser);
    expect((await get("/voorstellen/v-race")).html).toContain("Opgepakt");
  });
});

describe("an initiative", () => {
  it("gets the date that a partner accepted, and says which partner chose another", async () => {
    const [first, second] = town.letters;
    const accept = (path: string, antwoord: string) =>
      fetch(town.serving.address + path, {
        method: "POST",
        body: new URLSearchParams({ antwoord }),
        redirect: "manual",
      });
    expect((await accept(first?.path ?? "", "datum-1")).status).toBe(303);
    expect((await accept(second?.path ?? "", "datum-2")).status).toBe(303);
    const { html } = await get("/initiatieven/i-partners");
    expect(html).toContain("dinsdag 12 januari 2027, 19.00 tot 21.00 uur");
    expect(html).toContain("koos een andere dag: woensdag 7 juli 2027");
    expect((await get("/initiatieven?stand=planned")).html).toContain("12 januari 2027");
  });

  it("tells a case worker how many own cases fit, and nobody else", async () => {
    const own = await get("/initiatieven/i-partners", worker);
    expect(own.html).toContain("2 van jouw lopende casussen passen hierbij");
    expect((await get("/initiatieven/i-partners", noor)).html).not.toContain("casussen");
    const list = await get("/mijn-casussen", worker);
    expect(list.html).toMatch(/Grip op je huurkosten[\s\S]*12 januari 2027[\s\S]*>2</);
    expect(list.html).not.toMatch(/c-1|c-2|n-1|n-2/);
    expect((await get("/mijn-casussen", noor)).status).toBe(403);
  });

  it("has its date in a calendar file, its run sheet by the clock, and a question sheet that warns that it expires before", async () => {
    const calendar = await get("/initiatieven/i-partners/agenda.ics");
    const parsed = new ICAL.Component(ICAL.parse(calendar.html));
    for (const zone of parsed.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    const [event, ...others] = parsed.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    expect(others).toEqual([]);
    expect(event?.uid).toBe("i-partners@rodedraad.invalid");
    const times = [event?.startDate, event?.endDate].map((time) => time?.toJSDate().toISOString());
    expect(times).toEqual(["2027-01-12T18:00:00.000Z", "2027-01-12T20:00:00.000Z"]);
    const sheet = await get("/initiatieven/i-partners/draaiboek");
    expect(sheet.html).toContain("18.00 uur");
    expect(sheet.html).toContain("dinsdag 15 december (28 dagen ervoor)");
    const questions = await get("/initiatieven/i-partners/vragenblad");
    expect(questions.html).toContain("Dit vragenblad geldt niet meer op de avond");
    expect(questions.html).toContain("932,93 euro");
  });

  it("refuses a day that is past, with what to do, and keeps what was typed", async () => {
    await pickUp("v-past");
    const id = await initiativeOf("v-past");
    const past = { dag: "2026-11-21", van: "19:00", tot: "21:00", plek: "Wijkcentrum Zuid", plaatsen: "30" };
    const refused = await post(`/initiatieven/${id}/planning`, past);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("Deze dag is al voorbij. Kies vandaag of een latere dag.");
    for (const typed of ["2026-11-21", "Wijkcentrum Zuid", "30"]) expect(refused.html).toContain(`value="${typed}"`);
    const home = await post(`/initiatieven/${id}/planning`, { ...past, dag: "", plek: "Kerkstraat 12" });
    expect([home.status, home.html]).toEqual([400, expect.stringContaining("Is het een openbare plek?")]);
    const early = await post(`/initiatieven/${id}/gehouden`, { gehouden: "2026-11-23" });
    expect([early.status, early.html]).toEqual([400, expect.stringContaining("Deze dag moet nog komen")]);
    expect(await readInitiative(town.product.store.db, town.product.municipalityId, id)).toMatchObject({
      state: "idea",
      plan: {},
    });
  });

  it("takes over a neighbour's run sheet by name, and holds no name of a resident", async () => {
    await pickUp("v-sheet");
    await pickUp("v-west", kim);
    const [own, west] = [await initiativeOf("v-sheet"), await initiativeOf("v-west")];
    const step = { "aantal-0": "30", "eenheid-0": "minuten-ervoor", "wie-0": "partner" };
    const saved = await post(`/initiatieven/${west}/draaiboek`, { ...step, "wat-0": "Bel Fatima de Vries" }, kim);
    expect(saved.to).toBe(`/initiatieven/${west}/draaiboek?gedaan=bewaard`);
    expect((await get(`/initiatieven/${west}/draaiboek`)).html).not.toMatch(/Fatima|Vries/);
    const choice = await get(`/initiatieven/${own}/draaiboek`);
    expect(choice.html).toContain("Huurtoeslag in West, Westerwijk");
    const copied = await post(`/initiatieven/${own}/draaiboek`, { wat: "overnemen", van: west });
    expect(copied.to).toBe(`/initiatieven/${own}/draaiboek?gedaan=overgenomen`);
    expect((await get(`/initiatieven/${own}/draaiboek`)).html).toMatch(/Overgenomen van[\s\S]*Westerwijk/);
    await post(`/initiatieven/${own}/draaiboek`, { wat: "terugzetten" });
    expect((await get(`/initiatieven/${own}/draaiboek`)).html).toContain("vaste draaiboek van deze vorm");
  });

  it("handed back by the only one who carries it opens the proposal again", async () => {
    await pickUp("v-back");
    const id = await initiativeOf("v-back");
    expect((await post(`/initiatieven/${id}/terug`, {})).to).toBe(`/initiatieven/${id}?gedaan=teruggegeven`);
    expect((await get("/voorstellen/v-back")).html).toContain("Pak op");
    expect((await get(`/initiatieven/${id}`)).html).toContain("Dit initiatief is gestopt");
  });

  it("goes along with a theme that is merged, with its date, partners and cases, and back when that is undone", async () => {
    const { store, municipalityId, clock } = town.product;
    // The months to choose from come with the first report.
    await saveReports(store.db, municipalityId, { month: "2026-10", content: report(), madeAt: clock() });
    const lead = await signedIn(store.db, municipalityId, clock(), {
      name: "Lea",
      roles: ["team-lead"],
      isSecure: true,
    });
    const page = "/initiatieven/i-partners";
    const before = (await get(page, worker)).html;
    const merge = { soort: "merge", met: "huurverhoging-servicekosten", reden: "Dit is bij ons hetzelfde." };
    const merged = await post("/themas/huurtoeslag/correcties", merge, lead);
    expect(merged.to).toMatch(/^\/themas\/huurverhoging-servicekosten\?/);
    expect((await get(merged.to, lead)).html).toMatch(/\d initiatieven gaan mee\./);
    const { html } = await get(page, worker);
    expect(html).toContain("Huurverhoging en servicekosten");
    expect(html).toContain("eerst: ");
    for (const kept of ["dinsdag 12 januari 2027", "2 van jouw lopende casussen passen hierbij", "Antwoord: "]) {
      expect([kept, before.includes(kept), html.includes(kept)]).toEqual([kept, true, true]);
    }
    expect((await get("/voorstellen/v-partners")).html).toContain("Gevraagd");
    const id = /gedaan=([\w-]+)/.exec(merged.to)?.[1];
    await post(`/wijzigingen/${id}/ongedaan`, { reden: "Toch niet hetzelfde." }, lead);
    expect((await get(page, worker)).html).not.toContain("eerst: ");
  });

  it("is held, evaluated with a line that the gate read, and followed by a chain", async () => {
    town.moveClock(52 * DAY_MS);
    noor = await signedIn(town.product.store.db, town.product.municipalityId, town.product.clock(), {
      name: "Noor",
      roles: ["community-worker"],
      isSecure: true,
    });
    const page = "/initiatieven/i-partners";
    await post(`${page}/meedoen`, {});
    expect((await get(page)).html).toContain("Is de avond geweest?");
    expect((await post(`${page}/gehouden`, { gehouden: "2027-01-12" })).to).toBe(`${page}?gedaan=gehouden`);
    const incomplete = await post(`${page}/evaluatie`, { opkomst: "15-tot-24", voorbereiden: "7,5", avond: "x" });
    expect(incomplete.status).toBe(400);
    expect(incomplete.html).toContain("Kies een antwoord.");
    expect(incomplete.html).toContain('value="7,5"');
    const outcome = { opkomst: "15-tot-24", geholpen: "ja", verder: "sommigen", nogeens: "anders" };
    const hours = { voorbereiden: "7,5", avond: "2,25", collegas: "3" };
    const line = { toelichting: "Fatima de Vries bracht stoelen mee" };
    expect((await post(`${page}/evaluatie`, { ...outcome, ...hours, ...line })).to).toBe(`${page}?gedaan=geevalueerd`);
    const told = await get(page);
    expect(told.html).toContain("15 tot 24 mensen");
    expect(told.html).toContain("14,25 uur");
    expect(told.html).not.toMatch(/Fatima|Vries/);
    const next = await post(`${page}/vervolg`, { vorm: "invulmiddag" });
    expect(next.to).toMatch(/^\/initiatieven\/[\w-]+\?gedaan=vervolg$/);
    const chain = await get(next.to);
    expect(chain.html).toMatch(/Grip op je huurkosten[\s\S]*Invulmiddag formulieren/);
    expect((await post(`${page}/vervolg`, { vorm: "kledingruil" })).status).toBe(400);
  }, 300_000);
});

describe("five hundred", () => {
  it("proposals and initiatives stay readable and under 150 kB on every page", async () => {
    const { store, municipalityId, clock } = town.product;
    const many = Array.from({ length: 500 }, (_, index) =>
      proposal(`v-many-${index}`, {
        areaCode: AREA,
        needKey: `many-${index}`,
        title: `Huurtoeslag: heeft u er recht op? ${index}`,
      }),
    );
    await saveProposals(store.db, municipalityId, many, clock());
    for (let index = 0; index < 500; index += 1) {
      const order = { id: `i-many-${index}`, proposalId: `v-many-${index}`, accountId: "a-many" };
      if (index % 2 === 0) await pickUpProposal(store.db, municipalityId, order, clock());
    }
    for (const path of [
      "/voorstellen",
      "/initiatieven",
      "/initiatieven?stand=idea",
      "/initiatieven?stand=idea&bladzijde=9",
    ]) {
      const { status, html } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html.length).toBeLessThan(150_000);
    }
    expect((await get("/voorstellen")).html).toContain("Toon alle 25");
    expect((await get("/voorstellen?stand=voorgesteld&bladzijde=3")).html).toContain("Bladzijde 3 van 13");
    const { html } = await get("/initiatieven?stand=idea&bladzijde=2");
    expect(html.match(/href="\/initiatieven\/i-many/g)?.length).toBeLessThanOrEqual(25);
    expect(html).toContain("Bladzijde 2 van");
  }, 300_000);
});
