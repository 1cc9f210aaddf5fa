import type { CorrectionKind, MunicipalityId, ThemeChange, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { correctionIdOf, correctionNumberOf } from "./correction-log.js";

/** Adds lines to the list of changes, in this order. The caller holds the transaction of the change itself. */
export async function addThemeChanges(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  changes: readonly ThemeChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await db
    .insertInto("theme_change")
    .values(
      changes.map((change) => ({
        municipality_id: municipalityId,
        kind: change.kind,
        theme_id: change.themeId,
        other_id: change.otherId ?? null,
        name: change.name ?? null,
        made_by: change.by,
        who: change.who ?? null,
        why: change.why ?? null,
        made_at: change.at,
        correction_number: correctionNumberOf(change.correctionId ?? "") ?? null,
      })),
    )
    .execute();
}

/** What happened to themes, the latest first; with `themeId` only what bears on that one, with `correctionId` only that one and its undoing. */
export async function listThemeChanges(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  filter: {
    readonly themeId?: ThemeId;
    readonly correctionId?: string;
    readonly kind?: ThemeChange["kind"];
    readonly limit?: number;
  } = {},
): Promise<ThemeChange[]> {
  const { themeId, correctionId, kind, limit } = filter;
  let query = db
    .selectFrom("theme_change")
    .leftJoin("correction", (join) =>
      join
        .onRef("correction.municipality_id", "=", "theme_change.municipality_id")
        .onRef("correction.number", "=", "theme_change.correction_number")
        .on("theme_change.kind", "=", "undone"),
    )
    .selectAll("theme_change")
    .select(sql<CorrectionKind | null>`correction.action->>'kind'`.as("undoes"))
    .where("theme_change.municipality_id", "=", municipalityId);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (correctionId !== undefined) {
    // No row has a number below zero: an id that names no correction finds nothing.
    query = query.where("correction_number", "=", correctionNumberOf(correctionId) ?? -1);
  }
  if (themeId !== undefined) {
    query = query.where((where) => where.or([where("theme_id", "=", themeId), where("other_id", "=", themeId)]));
  }
  // A question that was found right where it was changed nothing; who asks for that very correction still finds it.
  if (correctionId === undefined) query = query.where(sql<boolean>`theme_change.other_id is distinct from theme_id`);
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.orderBy("theme_change.number", "desc").execute();
  return rows.map((row) => ({
    kind: row.kind,
    themeId: row.theme_id,
    by: row.made_by,
    at: row.made_at,
    ...(row.other_id !== null && { otherId: row.other_id }),
    ...(row.name !== null && { name: row.name }),
    ...(row.who !== null && { who: row.who }),
    ...(row.why !== null && { why: row.why }),
    ...(row.correction_number !== null && { correctionId: correctionIdOf(row.correction_number) }),
    ...(row.undoes !== null && { undoes: row.undoes }),
  }));
}
