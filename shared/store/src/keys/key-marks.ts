import type { MunicipalityId } from "@rode-draad/domain";
import { type Generated, sql } from "kysely";
import type { SealedEntry } from "../audit/append-audit-entries.js";
import { readAuditEntries } from "../audit/read-audit-entries.js";
import { STORE_SCHEMA } from "../engine/engine.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** Hashes of source ids and links; the seals of the audit log; the text of notes. */
export type KeyKind = "hash" | "audit" | "text";

/** A key that belongs to what is stored, by a mark from which no key follows. */
export interface KeyMark {
  readonly kind: KeyKind;
  readonly mark: string;
  /** `previous`: on its way out, and what still stands under it is recognised. */
  readonly standing: "in-force" | "previous";
}

/** See migration 0025. */
export interface KeyMarkTable {
  municipality_id: string;
  kind: KeyKind;
  mark: string;
  standing: KeyMark["standing"];
  since: Generated<Date>;
}

/** What a municipality's part of the database tells of the keys that it was filled with. */
export interface KeyFacts {
  readonly marks: readonly KeyMark[];
  /** Something stands here whose id or secret follows from a hash key. */
  readonly hasHashes: boolean;
  /** The last links that were made, since a token can be made again with the same key. */
  readonly links: readonly { readonly purpose: string; readonly requestId: string; readonly tokenHash: string }[];
  /** The last entries of the audit log, the latest first. */
  readonly entries: readonly SealedEntry[];
}

/** Enough that one row that somebody changed does not make a right key look wrong. */
const SAMPLE = 6;

/** Tables of this list may not be there yet: the facts are asked for before a migration runs. */
const ASKED = ["key_mark", "audit_entry", "partner_link", "case_note", "quarantined_note"] as const;

/** Changes nothing, and works under every version of the schema. A fixed number of statements. */
export async function readKeyFacts(db: StoreDatabase, municipalityId: MunicipalityId): Promise<KeyFacts> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = to_regnamespace(${STORE_SCHEMA}) and relname = any(${[...ASKED]})
  `.execute(db);
  const isThere = (table: (typeof ASKED)[number]): boolean => rows.some(({ name }) => name === table);
  const marks = isThere("key_mark") ? await readKeyMarks(db, municipalityId) : [];
  const links = isThere("partner_link") ? await readLastLinks(db, municipalityId) : [];
  const entries = isThere("audit_entry")
    ? await readAuditEntries(db, municipalityId, { before: Number.MAX_SAFE_INTEGER, limit: SAMPLE })
    : [];
  let hasHashes = links.length > 0;
  for (const table of ["case_note", "quarantined_note"] as const)
    if (!hasHashes && isThere(table)) hasHashes = await hasRow(db, municipalityId, table);
  return { marks, hasHashes, links, entries };
}

/**
 * Puts the marks in their place that `decide` finds right, in one transaction of which there is one at a time: of two processes that
 * start first with different keys, the second one sees what the first one left. What `decide` throws changes nothing.
 */
export async function settleKeyMarks(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  decide: (facts: KeyFacts) => readonly KeyMark[],
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    // Weaker than an update, so that imports, whose rows refer to this one, need not be over.
    await sql`select from municipality where id = ${municipalityId} for no key update`.execute(transaction);
    const facts = await readKeyFacts(transaction, municipalityId);
    const wanted = decide(facts);
    if (isSame(facts.marks, wanted)) return;
    const names = wanted.map(({ kind, mark }) => `${kind} ${mark}`);
    await sql`
      delete from key_mark where municipality_id = ${municipalityId} and not (kind || ' ' || mark = any(${names}))
    `.execute(transaction);
    // The former one steps back first: one key of a kind is in force.
    for (const standing of ["previous", "in-force"] as const) {
      const rows = wanted.filter((mark) => mark.standing === standing);
      if (rows.length === 0) continue;
      await transaction
        .insertInto("key_mark")
        .values(rows.map((mark) => ({ municipality_id: municipalityId, ...mark })))
        .onConflict((conflict) => conflict.columns(["municipality_id", "kind", "mark"]).doUpdateSet({ standing }))
        .execute();
    }
  });
}

async function readKeyMarks(db: StoreDatabase, municipalityId: MunicipalityId): Promise<KeyMark[]> {
  return await db
    .selectFrom("key_mark")
    .select(["kind", "mark", "standing"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("kind")
    .orderBy("mark")
    .execute();
}

async function readLastLinks(db: StoreDatabase, municipalityId: MunicipalityId): Promise<KeyFacts["links"]> {
  return await db
    .selectFrom("partner_link")
    .select(["purpose", "request_id as requestId", "token_hash as tokenHash"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("issued_at", "desc")
    .limit(SAMPLE)
    .execute();
}

async function hasRow(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  table: "case_note" | "quarantined_note",
): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function isSame(found: readonly KeyMark[], wanted: readonly KeyMark[]): boolean {
  const named = ({ kind, mark, standing }: KeyMark): string => `${kind} ${mark} ${standing}`;
  const names = new Set(found.map(named));
  return found.length === wanted.length && wanted.every((mark) => names.has(named(mark)));
}
