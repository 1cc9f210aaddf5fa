import { openProduct } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { recordFailedNotes } from "@rode-draad/store";
import type { Canaries } from "./canaries.js";
import type { FieldName } from "./fields.js";
import type { LeakTown } from "./open-leak-town.js";
import type { Visit } from "./visit.js";

/** What an administrator sets up, and what the operator finds standing still. */

type Visitor = (visit: Visit) => Promise<{ readonly text: string; readonly location: string }>;

export async function plantSettings(visit: Visitor, town: LeakTown, canaries: Canaries): Promise<void> {
  const { person: who } = town;
  const set = (path: string, field: FieldName, fields: Readonly<Record<string, string>>, expect = 303) =>
    visit({ path, who, body: new URLSearchParams(fields), typed: [field, "key of a source system"], expect });
  const ofTeam = "team: a name that an administrator gives";
  await set("/beheer/teams", ofTeam, { code: "nieuw-team", naam: `Team ${canaries.word(ofTeam, "page")}` });
  const ofTheme = "theme: an own word";
  await set("/beheer/themas/vervoer/woorden", ofTheme, { woord: canaries.word(ofTheme, "page") });
  const ofKey = "key of a source system: its name";
  const naam = canaries.word(ofKey, "page");
  const made = await set("/beheer/sleutels", ofKey, { naam, "recht-reports:read": "ja" }, 200);
  const secret = /<code class="rd-breek">([\w-]+)</.exec(made.text)?.[1];
  if (secret === undefined) throw new Error("No key was made.");
  canaries.secret("key of a source system", "page", secret);
  await plantActivity(visit, town, canaries);
}

async function plantActivity(visit: Visitor, { person: who }: LeakTown, canaries: Canaries): Promise<void> {
  const field = "sociale kaart: an activity";
  const own = (column: string): string => canaries.word(field, column);
  const form = new FormData();
  const row = `Inloop ${own("name")};Stichting ${own("organisation")};vervoer;dinsdag ${own("when")}`;
  form.set("bestand", new Blob([`naam;organisatie;themas;wanneer\n${row}\n`]), "kaart.csv");
  await visit({ path: "/sociale-kaart", who, body: form, typed: [field], expect: 200 });
}

/** A note that waits for its stage, for `failStuckNote`. */
export async function plantStuckNote(
  visit: Visitor,
  { person, team, area }: LeakTown,
  canaries: Canaries,
): Promise<void> {
  const tekst = `Mevrouw vraagt hoe zij aan een ${canaries.word("note that is stuck: its text", "API")} kan komen.`;
  const note = { bronId: canaries.word("note: bronId", "stuck"), datum: "2026-10-05", team, wijk: area, tekst };
  const typed: FieldName[] = ["note: bronId", "note that is stuck: its text"];
  await visit({ path: "/v1/casusnotities", who: person, body: [note], typed, expect: 201 });
}

/** Has its stage fail on the planted note for the last time, while nothing serves. */
export async function failStuckNote({ place }: LeakTown, canaries: Canaries): Promise<void> {
  const product = await openProduct(readConfiguration({ ...place.environment, LOG_LEVEL: "silent" }));
  try {
    const { db } = product.store;
    const word = canaries.word("note that is stuck: its text", "API");
    const note = await db.selectFrom("case_note").select("id").where("text", "like", `%${word}%`).executeTakeFirst();
    if (note === undefined) throw new Error("The note that should get stuck was not stored.");
    const failed = [{ noteId: note.id, reason: "unexpected" }];
    await recordFailedNotes(db, product.municipalityId, failed, new Date(), 1);
  } finally {
    await product.close();
  }
}
