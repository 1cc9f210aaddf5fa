import { ProductError } from "@rode-draad/domain";
import type { TableDigest, TableShape } from "@rode-draad/store";
import { z } from "zod";

/**
 * A backup is one gzip file of lines, each ended by one line feed:
 *
 *   ["rodedraad-backup", Head]            what it is and under which keys
 *   ["table", "case_note"]                the rows of this table follow
 *   {"municipality_id": …}                a row, as PostgreSQL writes it as JSON
 *   …
 *   ["end", End]                          what the tables held, and the SHA-256 of all lines before this one
 *
 * Lines that begin with `[` are marks, those that begin with `{` rows. A file without its end was cut off.
 */
export const FORM = 1;
export const HEAD_MARK = "rodedraad-backup";

/** Marks of the keys that what was copied stands under; absent: none was used yet. */
export interface CopiedKeys {
  readonly hash?: string;
  readonly audit?: string;
  readonly texts: readonly string[];
}

/** What a backup says about itself. */
export interface BackupHead {
  readonly form: number;
  readonly productVersion: string;
  readonly schema: number;
  readonly madeAt: string;
  readonly municipalities: readonly string[];
  /** Marks of the keys that belong to it, from which no key follows. */
  readonly keys: CopiedKeys;
  readonly tables: readonly Pick<TableShape, "name" | "columns">[];
}

export interface BackupEnd {
  readonly tables: Readonly<Record<string, TableDigest>>;
  readonly sha256: string;
}

const headSchema = z.object({
  form: z.number(),
  productVersion: z.string(),
  schema: z.number().int().positive(),
  madeAt: z.string(),
  municipalities: z.array(z.string()),
  keys: z.object({ hash: z.string().optional(), audit: z.string().optional(), texts: z.array(z.string()) }),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});

const endSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), digest: z.string() })),
  sha256: z.string(),
});

/** The first line. @throws ProductError `backup-unknown` or `backup-newer` */
export function parseHead(line: string): BackupHead {
  const parsed = z.tuple([z.literal(HEAD_MARK), headSchema]).safeParse(parseMark(line));
  if (!parsed.success) throw backupUnknown();
  const [, { keys, ...head }] = parsed.data;
  if (head.form > FORM)
    throw new ProductError(
      "backup-newer",
      `Deze reservekopie is gemaakt door een nieuwere versie (${head.productVersion}). Installeer die versie en probeer het opnieuw.`,
    );
  const { hash, audit, texts } = keys;
  return { ...head, keys: { texts, ...(hash !== undefined && { hash }), ...(audit !== undefined && { audit }) } };
}

export function backupUnknown(detail?: string): ProductError {
  return new ProductError(
    "backup-unknown",
    "Dit bestand is geen reservekopie van Rode Draad, of is aan het begin al beschadigd. Kies een ander bestand.",
    detail === undefined ? {} : { detail },
  );
}

export function parseEnd(line: string): BackupEnd | undefined {
  return z.tuple([z.literal("end"), endSchema]).safeParse(parseMark(line)).data?.[1];
}

/** The name of the table whose rows follow; undefined for another line. */
export function parseTableMark(line: string): string | undefined {
  return z.tuple([z.literal("table"), z.string()]).safeParse(parseMark(line)).data?.[1];
}

function parseMark(line: string): unknown {
  try {
    return line.startsWith("[") ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
}
