import { unpackWorkbook } from "../../../workers/6-reports/test/read-back.js";
import { canariesIn, openCanaries, openHashSearch } from "./canaries.js";
import { FIELDS, type FieldName, mayStay } from "./fields.js";
import { type LeakEngine, type LeakTown, openLeakTown } from "./open-leak-town.js";
import { DATABASE_FILES, placesLeft } from "./places.js";
import { plantAgendaAnswer, sendPlantedAgenda } from "./plant-agenda.js";
import { plantDecisions, plantSplit } from "./plant-decisions.js";
import { plantNotes, writeFiles } from "./plant-notes.js";
import { failStuckNote, plantSettings, plantStuckNote } from "./plant-settings.js";
import { plantVisits } from "./plant-visits.js";
import { type Letter, readLetters } from "./read-letters.js";
import { runCommand, startServing } from "./run-command.js";
import { openVisitor, type Seen, type Visit } from "./visit.js";

export interface LeakOrder {
  readonly engine: LeakEngine;
  /** Notes of the invented municipality that go along, so that every stage has work. */
  readonly notes: number;
}

export interface LeakFigures {
  readonly fields: number;
  readonly planted: number;
  readonly places: number;
  /** `field (way) → place`, where it may not be. */
  readonly leaks: readonly string[];
  /** Fields that may stay somewhere and were found nowhere: they did not get in, or the search is blind. */
  readonly unseen: readonly FieldName[];
}

/** Fills in a word of its own everywhere, lets the product do all its work in processes of its own, and searches every place. */
export async function measureLeaks({ engine, notes }: LeakOrder): Promise<LeakFigures> {
  const canaries = openCanaries();
  const town = await openLeakTown(engine, notes, canaries);
  const seen: Seen[] = [];
  try {
    await plant(town, canaries, seen);
    const hashesIn = openHashSearch(canaries);
    const leaks = new Set<string>();
    const found = new Set<FieldName>();
    const places = new Set<string>();
    const judge = (haystack: Seen, values: Iterable<string>, as = ""): void => {
      for (const value of values) {
        const canary = canaries.planted.get(value);
        if (canary === undefined) continue;
        const { field, way } = canary;
        const place = haystack.typed?.includes(field) === true ? "answer to the sender" : haystack.place;
        if (mayStay(field, place) && as === "") found.add(field);
        else if (as !== "" || !isKeptInDatabase(field, place)) leaks.add(`${field} (${way}) → ${place}${as}`);
      }
    };
    const look = (haystack: Seen): void => {
      places.add(haystack.place);
      judge(haystack, canariesIn(haystack, canaries));
      if (!haystack.place.startsWith(DATABASE_FILES)) judge(haystack, hashesIn(haystack), ", as a hash without a key");
    };
    for (const haystack of seen) look(unpacked(haystack));
    for await (const haystack of placesLeft(town)) look(haystack);
    const names = Object.keys(FIELDS) as FieldName[];
    return {
      fields: names.length,
      planted: canaries.planted.size,
      places: places.size,
      leaks: [...leaks].sort(),
      unseen: names.filter((field) => FIELDS[field].mayStay.length > 0 && !found.has(field)),
    };
  } finally {
    await town.close();
  }
}

/** What may stand in a table may stand in the file of that table. */
function isKeptInDatabase(field: FieldName, place: string): boolean {
  return place.startsWith(DATABASE_FILES) && FIELDS[field].mayStay.some(({ source }) => source.startsWith("^database"));
}

type Canaries = ReturnType<typeof openCanaries>;

/** People type first; then a command reads files in and works everything out; then people look, export and answer. */
async function plant(town: LeakTown, canaries: Canaries, seen: Seen[]): Promise<void> {
  const serving = await startServing(town.place);
  try {
    const visit = openVisitor(serving.address, seen);
    await plantNotes(visit, town, canaries);
    await plantDecisions(visit, town, canaries);
    await plantSettings(visit, town, canaries);
    await plantVisits(visit, town, canaries);
  } finally {
    seen.push({ place: "log of serve", content: await serving.stop() });
  }
  await sendPlantedAgenda(town);
  const imported = await runCommand(["import", ...(await writeFiles(town, canaries))], town.place);
  seen.push({ place: "terminal of import", content: imported.written });
  const again = await startServing(town.place);
  try {
    const visit = openVisitor(again.address, seen);
    await lookAround(visit, town, canaries);
    await plantStuckNote(visit, town, canaries);
  } finally {
    seen.push({ place: "log of serve", content: await again.stop() });
  }
  await failStuckNote(town, canaries);
  const stuck = await runCommand(["stuck"], town.place);
  seen.push({ place: "terminal of stuck", content: stuck.written });
  if (!stuck.written.includes("unexpected")) throw new Error("The note that failed is not told as stuck.");
  const audit = await runCommand(["audit", "export"], town.place);
  seen.push({ place: "terminal of audit export", content: audit.written });
  if (audit.code !== 0) throw new Error("The audit log was not exported.");
}

async function lookAround(visit: ReturnType<typeof openVisitor>, town: LeakTown, canaries: Canaries): Promise<void> {
  const { person, colleague } = town;
  const look = (path: string, place: string) => visit({ path, who: colleague, place, expect: 200 });
  const months = await visit({ path: "/v1/themarapporten", who: colleague, expect: 200 });
  const [latest] = (JSON.parse(months.text) as { themarapporten: { maand: string }[] }).themarapporten;
  if (latest === undefined) throw new Error("There is no report to export.");
  await plantSplit(visit, town, canaries, "huurtoeslag");
  for (const path of [
    "/",
    "/themas",
    "/themas/huurtoeslag",
    "/voorstellen",
    "/voorstellen/v-brief",
    "/voorstellen/v-weiger",
    "/wijzigingen",
    "/account",
    "/over",
    "/invoer",
    "/sociale-kaart",
    "/beheer/teams",
    "/beheer/themas/vervoer",
    "/beheer/sleutels",
    "/beheer/stand",
  ])
    await look(path, `page ${path}`);
  const lists = [
    "themas",
    "signalen",
    "correcties",
    "themawijzigingen",
    "voorstellen",
    "initiatieven",
    "partneraanvragen",
    "auditregels",
  ];
  for (const list of lists) await look(`/v1/${list}`, `answer to somebody else: /v1/${list}`);
  for (const kind of ["csv", "json", "html", "xlsx"])
    await look(`/maandrapport.${kind}?maand=${latest.maand}`, `export ${kind}`);
  const letters = await readLetters(town.mails);
  await answerRequests(
    visit,
    letters.filter(({ isAgenda }) => !isAgenda),
    canaries,
  );
  await plantAgendaAnswer(visit, town, letters, canaries);
  await visit({ path: "/voorstellen/v-brief", who: person, place: "page /voorstellen/v-brief", expect: 200 });
}

/** A workbook is packed. */
function unpacked(haystack: Seen): Seen {
  const { place, content } = haystack;
  if (place !== "export xlsx" || typeof content === "string") return haystack;
  const start = content.indexOf("PK\u0003\u0004");
  return { ...haystack, content: Buffer.concat([content.subarray(0, start), unpackWorkbook(content.subarray(start))]) };
}

/** Every partner that got a letter opens its link and answers. */
async function answerRequests(
  visit: (visit: Visit) => Promise<unknown>,
  letters: readonly Letter[],
  canaries: Canaries,
): Promise<void> {
  if (letters.length < 2) throw new Error(`${letters.length} letters left instead of two.`);
  for (const [at, { token }] of letters.entries()) {
    canaries.secret("request: the link in the letter", `letter ${at}`, token);
    const path = `/aanvraag/${token}`;
    const way = `letter ${at}`;
    const { phone, bsn } = canaries.numbers("request: identifiers in the remark of the partner", way);
    const toelichting = `Graag ${canaries.word("request: remark of the partner", way)}, bel ${phone}, BSN ${bsn}.`;
    const typed: FieldName[] = ["request: the link in the letter", "request: remark of the partner"];
    await visit({ path, place: "page of a partner", expect: 200 });
    const body = new URLSearchParams({ antwoord: "bellen", toelichting });
    await visit({ path, body, typed, place: "page of a partner", expect: 303 });
    await visit({ path, typed, place: "page of a partner", expect: 200 });
  }
}
