import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** One import of a file or one call of the API. The summary holds counts and refused rows (row, column, reason), never text. */
export interface ImportRun {
  readonly id: string;
  readonly origin: string;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly summary?: unknown;
  readonly rowsRead: number;
  /** Part of the file that is behind us, from 0 to 1. */
  readonly shareRead: number;
  /** When it last said how far it was. */
  readonly seenAt: Date;
}

/** Notes refer to their import by id; starting the same one again changes nothing. */
export async function startImport(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  run: { readonly id: string; readonly origin: string; readonly startedAt: Date },
): Promise<void> {
  await db
    .insertInto("import_run")
    .values({ municipality_id: municipalityId, id: run.id, origin: run.origin, started_at: run.startedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Says how far an import is, and that it still runs. */
export async function markImportSeen(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  importId: string,
  seen: { readonly rowsRead: number; readonly shareRead: number; readonly seenAt: Date },
): Promise<void> {
  await db
    .updateTable("import_run")
    .set({ rows_read: seen.rowsRead, share_read: seen.shareRead, seen_at: seen.seenAt })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", importId)
    .execute();
}

interface ImportEnd {
  readonly finishedAt: Date;
  readonly summary: unknown;
}

function ended({ finishedAt, summary }: ImportEnd) {
  return { finished_at: finishedAt, summary: JSON.stringify(summary) };
}

export async function finishImport(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  importId: string,
  end: ImportEnd,
): Promise<void> {
  await db
    .updateTable("import_run")
    .set(ended(end))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", importId)
    .execute();
}

/** Ends every import that is still open: for a store that nobody else can have open, where they went with their process. */
export async function endOpenImports(db: StoreDatabase, municipalityId: MunicipalityId, end: ImportEnd): Promise<void> {
  await db
    .updateTable("import_run")
    .set(ended(end))
    .where("municipality_id", "=", municipalityId)
    .where("finished_at", "is", null)
    .execute();
}

/** One import by its id. Undefined when there is none. */
export async function findImport(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  importId: string,
): Promise<ImportRun | undefined> {
  const row = await db
    .selectFrom("import_run")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", importId)
    .executeTakeFirst();
  return row === undefined ? undefined : toImportRun(row);
}

/** The latest imports first. */
export async function listImports(db: StoreDatabase, municipalityId: MunicipalityId, limit = 50): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom("import_run")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .orderBy("started_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toImportRun);
}

function toImportRun(row: {
  readonly id: string;
  readonly origin: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly summary: unknown;
  readonly rows_read: number;
  readonly share_read: number;
  readonly seen_at: Date | null;
}): ImportRun {
  return {
    id: row.id,
    origin: row.origin,
    startedAt: row.started_at,
    rowsRead: row.rows_read,
    shareRead: row.share_read,
    seenAt: row.seen_at ?? row.started_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.summary !== null && { summary: row.summary }),
  };
}
