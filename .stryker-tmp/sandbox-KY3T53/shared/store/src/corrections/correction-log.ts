import {
  type CorrectionLayer,
  type CorrectionLog,
  type LoggedCorrection,
  type MunicipalityId,
  makeCorrectionLayer,
  ProductError,
  type ThemeId,
} from "@rode-draad/domain";
import { listEmergentThemes } from "../emergent/list-emergent-themes.js";
import type { StoreDatabase } from "../open-store.js";

/** Ids count up within a municipality and are never used again. */
export function correctionIdOf(number: number): string {
  return `c-${String(number).padStart(4, "0")}`;
}

export function correctionNumberOf(id: string): number | undefined {
  const digits = /^c-(\d{4,9})$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** All corrections in the order in which they were made, with their undoing. */
export async function readCorrectionLog(db: StoreDatabase, municipalityId: MunicipalityId): Promise<CorrectionLog> {
  const rows = await db
    .selectFrom("correction")
    .select(["number", "action", "undoes", "who", "why", "made_at"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("number")
    .execute();
  const undone = new Map(rows.map((row) => [row.undoes, { who: row.who, why: row.why, at: row.made_at }]));
  const corrections = rows.flatMap(({ number, action, who, why, made_at }): LoggedCorrection[] => {
    if (action === null) return [];
    const undoing = undone.get(number);
    const logged = { ...action, id: correctionIdOf(number), who, why, at: made_at };
    return [undoing === undefined ? logged : { ...logged, undone: undoing }];
  });
  return { version: rows.at(-1)?.number ?? 0, corrections };
}

/** The layer as it stands now, with the log that it was made of. */
export async function readCorrectionLayer(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  neverThemeIds: Iterable<ThemeId>,
): Promise<{ readonly log: CorrectionLog; readonly layer: CorrectionLayer }> {
  const log = await readCorrectionLog(db, municipalityId);
  const themes = await listEmergentThemes(db, municipalityId);
  return { log, layer: makeCorrectionLayer(log.corrections, themes, new Set(neverThemeIds)) };
}

/**
 * As `readCorrectionLayer`, and holds corrections off until the transaction ends, so that no theme is written past one. Others who
 * write themes go on. A retryable error when a correction came since `readAtVersion`: what the text says must be read again.
 */
export async function holdCorrectionLayer(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  neverThemeIds: Iterable<ThemeId>,
  readAtVersion?: number,
): Promise<CorrectionLayer> {
  const held = await db
    .selectFrom("municipality")
    .select("correction_version")
    .where("id", "=", municipalityId)
    .forShare()
    .executeTakeFirstOrThrow();
  if (readAtVersion !== undefined && held.correction_version !== readAtVersion) throw correctionsMoved();
  if (held.correction_version > 0) return (await readCorrectionLayer(db, municipalityId, neverThemeIds)).layer;
  return makeCorrectionLayer([], await listEmergentThemes(db, municipalityId), new Set(neverThemeIds));
}

export function correctionsMoved(): ProductError {
  return new ProductError(
    "corrections-moved",
    "Iemand anders was net bezig met de thema's. Probeer het nog een keer.",
    {
      retryable: true,
    },
  );
}
