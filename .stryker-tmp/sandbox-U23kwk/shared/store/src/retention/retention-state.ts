import { checkTextDays, type Month, type MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** How long a municipality keeps what, and how far it is. */
export interface Retention {
  /** Days that safe text stays after its note got its themes. */
  readonly textDays: number;
  /** Notes that got their themes by then were read for emergent themes. Undefined before the first time. */
  readonly notesReadUntil?: Date;
  /** The first month whose questions still say which case asked; the months before it are closed. */
  readonly pairsFrom: Month;
}

export async function readRetention(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Retention> {
  const row = await db
    .selectFrom("municipality")
    .select(["text_days", "notes_read_until", "pairs_from"])
    .where("id", "=", municipalityId)
    .executeTakeFirstOrThrow();
  return {
    textDays: row.text_days,
    pairsFrom: row.pairs_from,
    ...(row.notes_read_until !== null && { notesReadUntil: row.notes_read_until }),
  };
}

/** As `readRetention` for the first open month alone, and holds the closing of months off until the transaction ends. */
export async function holdPairsFrom(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Month> {
  const row = await db
    .selectFrom("municipality")
    .select("pairs_from")
    .where("id", "=", municipalityId)
    .forShare()
    .executeTakeFirst();
  return row?.pairs_from ?? "0000-01";
}

/** Sets how many days text is kept. Throws `retention-loosened` for more than the product ships with. */
export async function setTextDays(db: StoreDatabase, municipalityId: MunicipalityId, days: number): Promise<void> {
  await db
    .updateTable("municipality")
    .set({ text_days: checkTextDays(days) })
    .where("id", "=", municipalityId)
    .execute();
}

/** Notes with their themes at `until` have been read for emergent themes. Time only moves on. */
export async function markNotesRead(db: StoreDatabase, municipalityId: MunicipalityId, until: Date): Promise<void> {
  await db
    .updateTable("municipality")
    .set({ notes_read_until: until })
    .where("id", "=", municipalityId)
    .where((where) => where.or([where("notes_read_until", "is", null), where("notes_read_until", "<", until)]))
    .execute();
}
