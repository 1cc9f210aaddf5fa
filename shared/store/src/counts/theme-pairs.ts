import type { MunicipalityId, ThemeId, ThemePairCount } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { type CountWindow, countableQuestions } from "./countable-questions.js";
import { conditionOf } from "./window-counts.js";

interface HeldTheme {
  readonly case_id: string;
  readonly theme_id: ThemeId;
  readonly professionals: readonly string[];
}

interface Pair {
  readonly themeIds: readonly [ThemeId, ThemeId];
  cases: number;
  readonly professionals: Set<string>;
}

/**
 * Every two themes that a case holds both, with the distinct cases and the professionals who wrote about either of them there.
 * Straight from the questions, so never stale; in order of the ids. Exact working numbers: they leave only through the
 * release gate. Paired here and not in SQL: a planner that expects few questions joins every case with every other one. Cost: linear
 * in the questions of the window, times the themes of a case.
 */
export async function readThemePairs(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow,
): Promise<ThemePairCount[]> {
  const { rows } = await sql<HeldTheme>`
    select case_id, theme_id, professionals
    from (
      select case_id, theme_id, array_agg(distinct professional_id) as professionals,
             count(*) over (partition by case_id) as themes
      from (${countableQuestions(municipalityId, window.neverThemeIds, conditionOf(window))}) as question
      group by case_id, theme_id
    ) as held
    where themes > 1
    order by case_id, theme_id collate "C"
  `.execute(db);
  const pairs = new Map<string, Pair>();
  for (const [at, other] of rows.entries()) {
    for (let before = at - 1; rows[before]?.case_id === other.case_id; before--) {
      addCase(pairs, rows[before] as HeldTheme, other);
    }
  }
  return [...pairs]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { professionals, ...pair }]) => ({ ...pair, professionals: professionals.size }));
}

function addCase(pairs: Map<string, Pair>, first: HeldTheme, second: HeldTheme): void {
  // A space comes before every sign that an id can hold, so the keys stand in the order of the ids.
  const key = `${first.theme_id} ${second.theme_id}`;
  let pair = pairs.get(key);
  if (pair === undefined) {
    pair = { themeIds: [first.theme_id, second.theme_id], cases: 0, professionals: new Set() };
    pairs.set(key, pair);
  }
  pair.cases += 1;
  for (const professional of first.professionals) pair.professionals.add(professional);
  for (const professional of second.professionals) pair.professionals.add(professional);
}
