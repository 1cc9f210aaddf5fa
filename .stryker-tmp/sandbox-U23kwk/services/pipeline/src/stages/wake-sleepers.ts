import { readThemes } from "@rode-draad/api";
import { addWeeks, gotWorse, type MunicipalityId, SLEEP_WEEKS, type ThemeChange, weekOf } from "@rode-draad/domain";
import { addThemeChanges, countCasesInWeeks, readLastDay } from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** Wakes the themes that got worse since people put them to sleep, and says so in the list of changes. */
export async function wakeSleepers(
  { store, catalogue, clock }: Product,
  municipalityId: MunicipalityId,
): Promise<void> {
  const { asleep, layer } = await readThemes(store.db, municipalityId, catalogue);
  const last = asleep.size === 0 ? undefined : await readLastDay(store.db, municipalityId);
  if (last === undefined) return;
  const toWeek = weekOf(last);
  const fromWeek = addWeeks(toWeek, 1 - SLEEP_WEEKS);
  const sleepers = [...layer.sleeping.values()].filter(({ themeId }) => asleep.has(themeId));
  const cases = await countCasesInWeeks(
    store.db,
    municipalityId,
    sleepers.map(({ themeId }) => ({ themeId, fromWeek, toWeek })),
  );
  const woken = sleepers.flatMap(({ themeId, level, id }, index): ThemeChange[] =>
    gotWorse(level, cases[index] ?? 0)
      ? [{ kind: "woken", themeId, by: "machine", at: clock(), correctionId: id }]
      : [],
  );
  await addThemeChanges(store.db, municipalityId, woken);
}
