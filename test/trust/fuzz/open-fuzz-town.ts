import { hashSecret, newSecret } from "@rode-draad/access";
import { addMonths, type Role, TOKEN_SCOPES } from "@rode-draad/domain";
import { type Product, serveProduct } from "@rode-draad/pipeline";
import { DEFAULT_RELEASE_PARAMETERS, type ReleaseRecord, recordRelease } from "@rode-draad/privacy";
import {
  addApiToken,
  ensureTeams,
  pickUpProposal,
  replaceSignals,
  saveAssignments,
  saveMonthRelease,
  saveProposals,
  saveReports,
  saveSegments,
  upsertAreas,
  upsertEmergentThemes,
} from "@rode-draad/store";
import { openTestProduct } from "../../access/open-test-product.js";
import { signedIn } from "../../access/signed-in.js";
import { proposal, report, signal } from "../../api/sample-content.js";
import { makePartnerRequests } from "../make-partner-requests.js";

/** Somebody who calls, by the headers that a browser or a source system sends along. */
export interface FuzzActor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A served municipality with something of everything, on the embedded database, and who calls it. */
export interface FuzzTown {
  readonly product: Product;
  readonly address: string;
  readonly actors: readonly FuzzActor[];
  readonly known: Readonly<Record<string, readonly string[]>>;
  close(): Promise<void>;
}

/** Together they reach every operation. */
const FUZZ_ROLES: readonly Role[] = ["team-lead", "case-worker", "community-worker", "administrator"];
const NOW = new Date("2026-11-22T09:30:00Z");
const AREA = "WK999901";
const TEAM = "NOORD";
const MONTHS = ["2026-07", "2026-08", "2026-09", "2026-10"];
const NOTES = 60;
const PROPOSALS = 40;
const THEMES = [
  "huurtoeslag",
  "geldzorgen",
  "vervoer",
  "dagbesteding",
  "vrijwilligerswerk",
  "t-0001",
  "huiselijk-geweld",
];
const TEXT = "Mevrouw vraagt hoe zij de huur kan betalen. Zij wil ook met de bus naar het ziekenhuis.";
/** The gate holds this one back. */
const HELD = "Drieling, oud-burgemeester, woonboot";

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);

export async function openFuzzTown(): Promise<FuzzTown> {
  const product = await openTestProduct({ ACCESS_POLICY: "own-team" }, { clock: () => NOW });
  const { store, municipalityId } = product;
  const { db } = store;
  await upsertAreas(db, municipalityId, [{ code: AREA, name: "Sterrenwijk" }]);
  await ensureTeams(db, municipalityId, [{ code: TEAM, name: "Team Noord" }]);
  await upsertEmergentThemes(
    db,
    municipalityId,
    [{ id: "t-0001", terms: ["lift", "trap"], label: "lift, trap", firstWeek: "2026-W30", cases: 20 }],
    NOW,
  );
  await makeReports(product);
  const proposals = numbered("v", PROPOSALS);
  await saveProposals(
    db,
    municipalityId,
    proposals.map((id, at) => proposal(id, { careNeeded: at % 5 === 0 })),
    NOW,
  );
  for (const id of proposals.slice(-10))
    await pickUpProposal(db, municipalityId, { id: `i-${id}`, proposalId: id, accountId: "a-fuzz" }, NOW);
  await makePartnerRequests(db, municipalityId, 2, NOW);
  await replaceSignals(db, municipalityId, MONTHS, [signal("s-1"), signal("s-2", { kind: "new" })]);

  // The limit on calls stands: these callers get more of it, as a setting of the server.
  const serving = await serveProduct(product, { callsMax: 10_000_000 });
  const actors = await makeActors(product);
  const [first] = actors;
  const questionIds = first === undefined ? [] : await sendNotes(product, serving.address, first);
  return {
    product,
    address: serving.address,
    actors,
    known: {
      ...KNOWN,
      bronId: [...numbered("N", NOTES), ...numbered("H", NOTES)],
      casusRef: numbered("C", NOTES),
      vraagId: questionIds,
      vraagIds: questionIds,
      voorstelId: proposals,
      initiatiefId: proposals.slice(-10).map((id) => `i-${id}`),
    },
    async close() {
      await serving.close();
      await product.close();
    },
  };
}

/** Values that a caller would know, by the name of the field. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  themaId: THEMES,
  metThemaId: THEMES,
  naarThemaId: THEMES,
  correctieId: Array.from({ length: 40 }, (_, at) => `c-${String(at + 1).padStart(4, "0")}`),
  maand: MONTHS,
  vanafMaand: MONTHS,
  gemaaktOp: [NOW.toISOString()],
  wijkCode: [AREA],
  wijk: [AREA],
  team: [TEAM],
  datum: ["2026-10-05", "5-10-2026"],
  veiligheid: ["ja", "nee"],
  nietGebruiken: ["nee"],
  partnerId: ["woningcorporatie"],
  dag: ["2027-01-12", "2027-01-20"],
  van: ["19:00"],
  tot: ["21:00"],
  locatie: ["Buurthuis De Ster"],
  functie: ["opbouwwerker"],
  telefoon: ["010-1234567"],
  vorm: ["invulmiddag", "kledingruil"],
  naam: ["Geld voor de huur", "Sam"],
  reden: ["Zo noemen wij het."],
  woorden: ["huur", "bus"],
  na: ["0", "5"],
  aantal: ["1", "50"],
};

async function makeReports({ store: { db }, municipalityId }: Product): Promise<void> {
  let previous: ReleaseRecord | undefined;
  for (const month of MONTHS) {
    const context = {
      audience: "team" as const,
      window: { first: addMonths(month, -2), last: month },
      parameters: DEFAULT_RELEASE_PARAMETERS,
      themeFacts: () => ({ collective: "suitable", sensitivity: "laag" }) as const,
      ...(previous !== undefined && { previous }),
    };
    const cell = { themeId: "huurtoeslag", cases: 19, professionals: 5, denominator: 400 };
    const madeWith = { parameters: DEFAULT_RELEASE_PARAMETERS, productVersion: "0.1.0", modelVersion: "2026-10" };
    previous = { ...recordRelease([cell], context), madeWith };
    await saveMonthRelease(db, municipalityId, "team", { month, record: previous });
    await saveReports(db, municipalityId, { month, content: { ...report(), month }, madeAt: NOW });
  }
}

async function makeActors({ store: { db }, municipalityId }: Product): Promise<FuzzActor[]> {
  const actors: FuzzActor[] = [];
  for (const role of FUZZ_ROLES) {
    const headers = await signedIn(db, municipalityId, NOW, { name: role, roles: [role], teamCodes: [TEAM] });
    actors.push({ name: role, headers });
  }
  const secret = newSecret();
  await addApiToken(
    db,
    municipalityId,
    { id: "bron", name: "bron", scopes: TOKEN_SCOPES, secretHash: hashSecret(secret) },
    NOW,
  );
  return [...actors, { name: "key", headers: { authorization: `Bearer ${secret}` } }];
}

/** Notes over the API; half of them are held back, the others get questions as the stages would give them. Gives the ids of those. */
async function sendNotes(product: Product, address: string, { headers }: FuzzActor): Promise<string[]> {
  const noteOf = (prefix: string, tekst: string) => (_: unknown, at: number) => ({
    bronId: `${prefix}-${at + 1}`,
    casusRef: `C-${at + 1}`,
    datum: "2026-10-05",
    team: TEAM,
    wijk: AREA,
    tekst,
  });
  const all = Array.from({ length: NOTES });
  const response = await fetch(`${address}/v1/casusnotities`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify([...all.map(noteOf("N", TEXT)), ...all.map(noteOf("H", HELD))]),
  });
  if (response.status !== 201) throw new Error(`The notes of the fuzz town were answered with ${response.status}.`);
  const { db } = product.store;
  const notes = await db.selectFrom("case_note").select("id").execute();
  const whole = { start: 0, end: 43, kind: "help-question" } as const;
  const cut = notes.map(({ id }) => ({ noteId: id, version: 1, segments: [whole] }));
  await saveSegments(db, product.municipalityId, cut, NOW);
  const assignment = { themeId: "huurtoeslag", confidence: 0.8, route: "known" } as const;
  const themed = cut.map((note) => ({ ...note, segments: [{ ...whole, assignment }] }));
  await saveAssignments(db, product.municipalityId, themed, NOW);
  return notes.map(({ id }) => `${id}.0`);
}
