import type { CorrectionLayer, MunicipalityId, ThemeChange, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import { applyLayer } from "../corrections/apply-layer.js";
import { holdCorrectionLayer } from "../corrections/correction-log.js";
import { addThemeChanges } from "../corrections/theme-changes.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { listEmergentThemes, type StoredEmergentTheme } from "./list-emergent-themes.js";

/**
 * Adds or updates themes; none is ever deleted. What changes is added to the list of changes; the questions of a theme that
 * goes into another one follow it at once, under the corrections in force.
 */
export async function upsertEmergentThemes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  themes: readonly StoredEmergentTheme[],
  now: Date,
  neverThemeIds: Iterable<ThemeId> = [],
): Promise<void> {
  if (themes.length === 0) return;
  await inTransaction(db, async (transaction) => {
    const before = new Map((await listEmergentThemes(transaction, municipalityId)).map((theme) => [theme.id, theme]));
    await sql`
      insert into emergent_theme (municipality_id, id, label, terms, first_week, cases, merged_into)
      select ${municipalityId}, id, label, terms, "firstWeek", cases, "mergedInto"
      from json_to_recordset(${JSON.stringify(themes)}::json)
        as given (id text, label text, terms text[], "firstWeek" text, cases integer, "mergedInto" text)
      order by id
      on conflict (municipality_id, id) do update set label = excluded.label, terms = excluded.terms,
        first_week = excluded.first_week, cases = excluded.cases, merged_into = excluded.merged_into
    `.execute(transaction);
    const layer = await holdCorrectionLayer(transaction, municipalityId, neverThemeIds);
    await addThemeChanges(
      transaction,
      municipalityId,
      themes.flatMap((theme) => changesBetween(before.get(theme.id), theme, layer, now)),
    );
    const moved = themes.filter((theme) => before.get(theme.id)?.mergedInto !== theme.mergedInto).map(({ id }) => id);
    if (moved.length > 0) await applyLayer(transaction, municipalityId, layer, moved, now);
  });
}

/** What the machine did to a theme, in the terms of the list of changes. A name that a person gave hides the machine's own. */
function changesBetween(
  before: StoredEmergentTheme | undefined,
  after: StoredEmergentTheme,
  layer: CorrectionLayer,
  at: Date,
): ThemeChange[] {
  const change = { themeId: after.id, by: "machine", at } as const;
  const now = layer.resolve(after.id);
  if (before === undefined && now === null) return [{ ...change, kind: "retired", name: after.label }];
  if (before?.mergedInto !== after.mergedInto || (before === undefined && now !== after.id)) {
    return now === null || now === after.id ? [] : [{ ...change, kind: "merged", otherId: now }];
  }
  if (before === undefined) return [{ ...change, kind: "new", name: after.label }];
  const isRenamed = before.label !== after.label && layer.nameOf(after.id) === undefined && now === after.id;
  return isRenamed ? [{ ...change, kind: "renamed", name: after.label }] : [];
}
