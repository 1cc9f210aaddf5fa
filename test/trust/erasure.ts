import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { buildVoorbeeldstad, type FixtureNote, writeNotes } from "@rode-draad/fixtures";
import { erase, openDoor, openProduct, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { startRedis } from "@rode-draad/queue/testing";
import { openLogger, readConfiguration } from "@rode-draad/runtime";
import {
  ensureTeams,
  listProposals,
  listReports,
  readMonthCounts,
  readReport,
  readWeekCounts,
  upsertAreas,
  wipeDeleted,
} from "@rode-draad/store";
import { findInDatabase, type Needles, openScratchStore } from "@rode-draad/store/testing";
import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { shuffled } from "../quality/seeded-random.js";
import { adoptEmergentThemes } from "./adopt-emergent-themes.js";
import { findInFiles, findInRedis } from "./find-traces.js";

/** The fewest rows that hold every planting. */
const NOTES = 1500;

/** P10: after erasing a case there is no trace of it, and what was counted is as if it had never been there. */

export interface ErasureBench {
  readonly engine: "pglite" | "postgres";
  /** The last so many rows of the invented municipality. */
  readonly notes: number;
  readonly cases: number;
}

/** What came of it. */
export interface ErasureFigures {
  /** Places where a planted case was found before it was erased, at least: the search itself works. */
  readonly placesBefore: number;
  /** Where something of a case was still found afterwards. */
  readonly traces: readonly string[];
  /** Questions of others that differ from those in a store that never saw the cases, in more than an emergent theme. */
  readonly questionsOff: readonly string[];
  /** Questions of others that have another emergent theme there, or none: discovery read them beside other questions. */
  readonly otherEmergent: number;
  /** Cells of counts, reports and open proposals that differ from that store once it has the same emergent themes, of all cells. */
  readonly cellsOff: readonly string[];
  readonly cells: number;
}

export async function erasure(): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  for (const engine of ["pglite", "postgres"] as const) {
    const figures = await measureErasure({ engine, notes: NOTES, cases: 20 });
    rows.push(
      atLeast(`erasure, ${engine}: fewest places that knew a case before`, 3, figures.placesBefore),
      atMost(`erasure, ${engine}: traces of 20 cases`, 0, figures.traces.length),
      atMost(`erasure, ${engine}: counts and open proposals that are not as if never seen`, 0, figures.cellsOff.length),
      shown(`erasure, ${engine}: cells compared`, figures.cells),
      atMost(`erasure, ${engine}: questions of others that are not as if never seen`, 0, figures.questionsOff.length),
      shown(`erasure, ${engine}: questions of others with another emergent theme`, figures.otherEmergent),
    );
  }
  return rows;
}

export async function measureErasure({ engine, notes: size, cases }: ErasureBench): Promise<ErasureFigures> {
  const notes = buildVoorbeeldstad({ notes: NOTES }).notes.slice(-size);
  const chosen = chooseCases(notes, cases);
  const planted = notes.map((note) => {
    const place = chosen.indexOf(note.casusRef);
    return place === -1 ? note : { ...note, tekst: `${note.tekst} ${plantedSentence(place)}` };
  });
  const seen = await openTown(engine, planted);
  const never = await openTown(
    engine,
    planted.filter(({ casusRef }) => !chosen.includes(casusRef)),
  );
  try {
    const placesBefore: number[] = [];
    const traces: string[] = [];
    const { hash } = await openDoor(seen.product);
    const later = await listStoredNotes(
      seen.product,
      chosen.map((casusRef) => hash("case", casusRef)),
    );
    // A job that waits beyond all erasures, so that the queue has something to forget.
    for (let start = 0; start < later.length; start += 100) {
      const noteIds = later.slice(start, start + 100);
      await seen.product.queue.enqueue(
        "questions",
        { municipalityId: seen.product.municipalityId, noteIds },
        { delayMs: HOUR_MS },
      );
    }
    for (const [place, casusRef] of chosen.entries()) {
      const ids = planted.filter((note) => note.casusRef === casusRef).map(({ bronId }) => hash("note", bronId));
      const caseId = hash("case", casusRef);
      const needles = { texts: [canary(place), caseId, ...ids], bytes: [caseKey(caseId)] };
      placesBefore.push((await seen.find(needles)).length);
      await erase(seen.product, { kind: "case", caseId });
      traces.push(...(await seen.find(needles)));
    }
    await waitUntilWorkedOut(seen.product);
    const everything = chosen.flatMap((casusRef, place) => [canary(place), hash("case", casusRef)]);
    if (engine === "pglite") await wipeDeleted(seen.product.store.asOwner);
    traces.push(
      ...(await seen.find({ texts: [...everything, ...later], bytes: [] })),
      ...(await seen.findInFiles({ texts: [...everything, ...later], bytes: [] })),
    );
    const { otherEmergent, different: questionsOff } = await adoptEmergentThemes(seen.product, never.product);
    const [one, other] = [await outcomeOf(seen.product), await outcomeOf(never.product)];
    const off = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
    const placesMin = Math.min(...placesBefore);
    return { placesBefore: placesMin, traces, questionsOff, otherEmergent, cellsOff: off, cells: other.size };
  } finally {
    await seen.close();
    await never.close();
  }
}

const HOUR_MS = 3_600_000;
async function listStoredNotes({ store, municipalityId }: Product, caseIds: readonly string[]): Promise<string[]> {
  const rows = await store.db
    .selectFrom("case_note")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "in", [...caseIds])
    .execute();
  return rows.map((row) => row.id);
}

/** Some with one note and some with several, all of them read and none of them refused. */
function chooseCases(notes: readonly FixtureNote[], number: number): string[] {
  const refs = notes.filter(({ nietGebruiken }) => nietGebruiken !== true).map(({ casusRef }) => casusRef);
  return shuffled([...new Set(refs)], 10).slice(0, number);
}

/** A word that nobody else uses, of letters alone, so that the gate lets it pass. */
function canary(place: number): string {
  return `zwiepelkwark${String.fromCharCode(97 + (place % 26))}${String.fromCharCode(97 + Math.floor(place / 26))}`;
}

function plantedSentence(place: number): string {
  return `Mevrouw vraagt hoe zij aan een ${canary(place)} kan komen.`;
}

/** What the memory of emergent themes keeps of a case: FNV-1a (Fowler, Noll & Vo), little-endian. Reckoned here once more, apart from the product. */
function caseKey(caseId: string): Buffer {
  let key = 0x811c9dc5;
  for (const byte of Buffer.from(caseId)) key = Math.imul(key ^ byte, 0x01000193);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(key | 0);
  return bytes;
}

/** A municipality in its own store, with its queue in Redis when the store is a server, worked out and at rest. */
async function openTown(engine: ErasureBench["engine"], notes: readonly FixtureNote[]) {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-erasure-"));
  const scratch = engine === "postgres" ? await openScratchStore("postgres") : undefined;
  const redis = engine === "postgres" ? await startRedis() : undefined;
  const lines: string[] = [];
  const configuration = readConfiguration({
    RODEDRAAD_DIR: folder,
    HASH_KEY: "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2",
    ...(scratch?.options.databaseUrl !== undefined && { DATABASE_URL: scratch.options.databaseUrl }),
    ...(redis !== undefined && { REDIS_URL: redis.url }),
  });
  const logger = openLogger({ level: "trace", destination: { write: (line) => void lines.push(line) } });
  const product = await openProduct(configuration, { logger });
  const { areas, teams } = buildVoorbeeldstad({ notes: NOTES });
  await upsertAreas(product.store.db, product.municipalityId, areas);
  await ensureTeams(product.store.db, product.municipalityId, teams);
  await startStages(product, STAGE_NAMES);
  const file = `${folder}.jsonl`;
  await writeNotes(notes, file, "jsonl");
  await (await openDoor(product)).receive({ kind: "file", path: file });
  await rm(file);
  await waitUntilWorkedOut(product);
  return {
    product,
    async find(needles: Needles): Promise<string[]> {
      const logged = lines.filter((line) => needles.texts.some((text) => line.includes(text))).map(() => "log");
      const queued = redis === undefined ? [] : await findInRedis(redis.url, needles);
      return [...(await findInDatabase(product.store.asOwner, needles)), ...queued, ...logged];
    },
    findInFiles: (needles: Needles) => findInFiles(folder, needles),
    async close() {
      await product.close();
      await redis?.stop();
      await scratch?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every exact count, every proposal and every report, as cells that can be compared one by one. */
async function outcomeOf({ store, municipalityId }: Product): Promise<Map<string, string>> {
  const { db } = store;
  const cells = new Map<string, string>();
  const months = await readMonthCounts(db, municipalityId, { fromMonth: "0000-01", toMonth: "9999-12" });
  for (const { cases, professionals, ...place } of months)
    cells.set(`month ${JSON.stringify(place)}`, `${cases}/${professionals}`);
  const weeks = await readWeekCounts(db, municipalityId, { fromWeek: "0000-W01", toWeek: "9999-W53" });
  for (const { cases, ...place } of weeks) cells.set(`week ${JSON.stringify(place)}`, String(cases));
  for (const { proposal, state } of await listProposals(db, municipalityId)) {
    cells.set(`proposal ${proposal.needKey}`, JSON.stringify([state, proposal]));
  }
  for (const { madeAt: _madeAt, ...key } of await listReports(db, municipalityId)) {
    cells.set(`report ${JSON.stringify(key)}`, JSON.stringify((await readReport(db, municipalityId, key))?.content));
  }
  return cells;
}
