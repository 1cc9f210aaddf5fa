import type { Canaries } from "./canaries.js";
import type { FieldName } from "./fields.js";
import { LETTER_PARTNER, type LeakTown } from "./open-leak-town.js";
import { EVENING_MONTH } from "./plant-agenda.js";
import type { Visit } from "./visit.js";

/** What people decide, correct, ask and release, over the API and on the pages, with something of their own in every field. */

type Visitor = (visit: Visit) => Promise<{ readonly text: string; readonly location: string }>;

const THEME: readonly FieldName[] = ["theme: a name that a person gives", "theme: why", "theme: identifiers in why"];
const REMARK: readonly FieldName[] = ["proposal: remark", "proposal: identifiers in the remark"];
const REQUEST: readonly FieldName[] = ["request: where, and whom to call", "request: address of the partner"];

/** A sentence with a word that may stay and numbers that may not. */
function sentence(canaries: Canaries, stays: FieldName, goes: FieldName, way: string): string {
  const { phone, bsn } = canaries.numbers(goes, way);
  return `Dit past bij ${canaries.word(stays, way)}, bel ${phone}, BSN ${bsn}.`;
}

export async function plantDecisions(visit: Visitor, town: LeakTown, canaries: Canaries): Promise<void> {
  await plantReleases(visit, town, canaries);
  await plantCorrections(visit, town, canaries);
  await plantReviews(visit, town, canaries);
  await plantRequests(visit, town, canaries);
  await plantPartners(visit, town, canaries);
}

/** A partner in the list, and the evening that was agreed on with it. */
async function plantPartners(visit: Visitor, { person }: LeakTown, canaries: Canaries): Promise<void> {
  const listed = (part: string): string => canaries.word("partner in the list: its name and address", part);
  const agreed = (part: string): string => canaries.word("standing evening: where, and whom to call", part);
  const typed: FieldName[] = ["partner in the list: its name and address", "standing evening: where, and whom to call"];
  const partner = new URLSearchParams({
    naam: `Woonstichting ${listed("name")}`,
    soort: LETTER_PARTNER,
    kanaal: "mail",
    email: `${listed("mail")}@partner.example`,
  });
  await visit({ path: "/beheer/partners", who: person, body: partner, typed, expect: 303 });
  const { text } = await visit({ path: "/vaste-avonden/nieuw", who: person, typed, expect: 200 });
  const evening = new URLSearchParams({
    partner: /value="(o-[\w-]+)"/.exec(text)?.[1] ?? "",
    ...{ week: "2", dag: "2", maand: EVENING_MONTH, van: "19:00", tot: "21:00" },
    plek: `buurthuis ${agreed("place")}`,
    naam: agreed("name"),
    telefoon: `010-1234567 ${agreed("phone")}`,
    email: `${agreed("mail")}@voorbeeldstad.nl`,
  });
  const { location } = await visit({ path: "/vaste-avonden", who: person, body: evening, typed, expect: 303 });
  await visit({ path: location, who: person, typed, expect: 200 });
}

async function plantReleases(visit: Visitor, { person, colleague }: LeakTown, canaries: Canaries): Promise<void> {
  const held = `/v1/casusnotities/${canaries.word("note: bronId", "API")}-held`;
  const typed: FieldName[] = ["release of a note: its text", "note search: its number", "note: bronId"];
  const text = (way: string): string => {
    const { bsn, phone } = canaries.numbers("release of a note: its text", way);
    return `Zij vraagt om een ${canaries.word("note: an ordinary word of the text", way)}. BSN ${bsn}, bel ${phone}.`;
  };
  const other = { tekst: text("release refused") };
  await visit({ path: `${held}/vrijgave`, who: person, body: other, typed, expect: 409 });
  await visit({
    path: `${held}/vrijgave`,
    who: person,
    body: { tekst: text("release"), aangepast: true },
    typed,
    expect: 200,
  });
  const number = canaries.word("note search: its number", "API");
  const found = { who: person, typed } as const;
  await visit({ path: `/notities?nummer=${number}`, ...found, expect: 200 });
  const wrong = new URLSearchParams({ nummer: number, tekst: text("release form refused") });
  await visit({ path: "/notities/vrijgave", ...found, body: wrong, expect: 409 });
  const right = new URLSearchParams({ nummer: number, tekst: text("release form"), aangepast: "ja" });
  const { location } = await visit({ path: "/notities/vrijgave", ...found, body: right, expect: 303 });
  await visit({ path: location, ...found, expect: 200 });
  const back = canaries.word("note search: its number", "API lines");
  await visit({ path: "/notities/intrekking", ...found, body: new URLSearchParams({ nummer: back }), expect: 303 });
  // The writer reads the masked text again; a colleague of the same team does not.
  const own = `/v1/casusnotities/${canaries.word("note: bronId", "API")}`;
  await visit({ path: own, who: person, place: "answer to its writer", expect: 200 });
  await visit({ path: own, who: colleague, expect: 200 });
  const objection = { casusRef: canaries.word("objection: casusRef", "API") };
  await visit({ path: "/v1/bezwaren", who: person, body: objection, typed: ["objection: casusRef"], expect: 201 });
}

async function plantCorrections(visit: Visitor, { person }: LeakTown, canaries: Canaries): Promise<void> {
  const why = (way: string): string => sentence(canaries, "theme: why", "theme: identifiers in why", way);
  const naam = (way: string): string => `Hulp bij ${canaries.word("theme: a name that a person gives", way)}`;
  const rename = { soort: "hernoemen", naam: naam("API"), reden: why("API") };
  const made = await visit({
    path: "/v1/themas/huurtoeslag/correcties",
    who: person,
    body: rename,
    typed: THEME,
    expect: 201,
  });
  const form = new URLSearchParams({ soort: "rename", naam: naam("page"), reden: why("page") });
  const { location } = await visit({
    path: "/themas/vervoer/correcties",
    who: person,
    body: form,
    typed: THEME,
    expect: 303,
  });
  await visit({ path: location, who: person, typed: THEME, expect: 200 });
  const undone = new URLSearchParams({ reden: why("undo page") });
  const id = /gedaan=(c-\d+)/.exec(location)?.[1] ?? "";
  await visit({ path: `/wijzigingen/${id}/ongedaan`, who: person, body: undone, typed: THEME, expect: 303 });
  // What the gate holds back comes back to its writer alone, to be written anew.
  const held = { soort: "vastzetten", reden: "Drieling, oud-burgemeester, woonboot" };
  await visit({ path: "/v1/themas/dagbesteding/correcties", who: person, body: held, expect: 400 });
  if (!made.text.includes("huurtoeslag")) throw new Error("The theme was not renamed.");
}

/** When questions have their themes, some can be split off. */
export async function plantSplit(
  visit: Visitor,
  { person }: LeakTown,
  canaries: Canaries,
  themeId: string,
): Promise<void> {
  const body = {
    soort: "splitsen",
    naam: `Apart: ${canaries.word("theme: a name that a person gives", "split")}`,
    woorden: ["de", "het", "een", "zij", canaries.word("theme: words of a split", "API")],
    reden: "Dit is iets anders.",
  };
  await visit({
    path: `/v1/themas/${themeId}/correcties`,
    who: person,
    body,
    typed: [...THEME, "theme: words of a split"],
    expect: 201,
  });
}

async function plantReviews(visit: Visitor, { person }: LeakTown, canaries: Canaries): Promise<void> {
  const subscription: FieldName = "report: where the monthly mail goes";
  const mail = new URLSearchParams({
    mailadres: `${canaries.word(subscription, "page")}@voorbeeldstad.nl`,
    mailen: "aan",
  });
  await visit({ path: "/maandrapport/mail", who: person, body: mail, typed: [subscription], expect: 303 });
  const remark = (way: string): string =>
    sentence(canaries, "proposal: remark", "proposal: identifiers in the remark", way);
  const refusal = { besluit: "niet-doen", reden: "geen-tijd", toelichting: remark("API") };
  await visit({
    path: "/v1/voorstellen/v-weiger/beoordelingen",
    who: person,
    body: refusal,
    typed: REMARK,
    expect: 201,
  });
  const form = new URLSearchParams({ besluit: "niet-doen", reden: "geen-tijd", toelichting: remark("page") });
  await visit({ path: "/voorstellen/v-weiger-web/besluit", who: person, body: form, typed: REMARK, expect: 303 });
}

async function plantRequests(visit: Visitor, town: LeakTown, canaries: Canaries): Promise<void> {
  const { person, refusedAddress, webhookPartner } = town;
  const own = (way: string, part: string): string =>
    canaries.word("request: where, and whom to call", `${way} ${part}`);
  const partnerAddress = (way: string): string =>
    `${canaries.word("request: address of the partner", way)}@partner.example`;
  const orders = [
    ["v-brief", LETTER_PARTNER, partnerAddress("API")],
    ["v-bericht", webhookPartner, partnerAddress("webhook")],
    ["v-fout", LETTER_PARTNER, refusedAddress],
  ] as const;
  for (const [voorstelId, partnerId, partnerEmail] of orders) {
    const started = await visit({ path: "/v1/initiatieven", who: person, body: { voorstelId }, expect: 201 });
    const { id } = JSON.parse(started.text) as { id: string };
    const body = {
      initiatiefId: id,
      partnerId,
      partnerEmail,
      data: [{ dag: "2099-01-13", van: "19:00", tot: "21:00" }],
      locatie: own(voorstelId, "place"),
      contact: {
        naam: own(voorstelId, "name"),
        functie: own(voorstelId, "role"),
        team: own(voorstelId, "team"),
        telefoon: own(voorstelId, "phone"),
        email: `${own(voorstelId, "mail")}@voorbeeldstad.nl`,
      },
    };
    const typed: FieldName[] = [...REQUEST, "request: an address that the mail server refuses"];
    await visit({ path: "/v1/partneraanvragen", who: person, body, typed, expect: 201 });
  }
  const form = new URLSearchParams({
    partner: LETTER_PARTNER,
    ...{ dag1: "2099-01-13", van1: "19:00", tot1: "21:00", dag2: "2099-01-21", van2: "19:00", tot2: "21:00" },
    plek: own("page", "place"),
    partnermail: partnerAddress("page"),
    naam: own("page", "name"),
    telefoon: `010-1234567 ${own("page", "phone")}`,
    email: `${own("page", "mail")}@voorbeeldstad.nl`,
  });
  await visit({ path: "/voorstellen/v-web/brief", who: person, body: form, typed: REQUEST, expect: 200 });
  await visit({ path: "/voorstellen/v-web/aanvraag", who: person, body: form, typed: REQUEST, expect: 303 });
}
