import type { MunicipalityId, ThemeId, ThemePairCount } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { type CountWindow, countableQuestions } from "./countable-questions.js";
import { conditionOf } from "./window-counts.js";

/** A theme that a case holds, and who wrote about it there. */
interface HeldTheme {
  readonly case_id: string;
  readonly theme_id: ThemeId;
  readonly professionals: readonly string[];
}

interface Pair {
  cases: number;
  readonly professionals: Set<number>;
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
  // By number and not by name: a large municipality has some hundred thousand pairs to add, and numbers are told apart sooner.
  const themeIds: ThemeId[] = [];
  const themeNumbers = new Map<ThemeId, number>();
  const professionalNumbers = new Map<string, number>();
  const pairs: Map<number, Pair>[] = [];
  const held: { readonly theme: number; readonly professionals: readonly number[] }[] = [];
  let caseId: string | undefined;
  for (const row of rows) {
    if (row.case_id !== caseId) held.length = 0;
    caseId = row.case_id;
    const theme = numberOf(themeNumbers, row.theme_id);
    if (theme === themeIds.length) {
      themeIds.push(row.theme_id);
      pairs.push(new Map());
    }
    const professionals = row.professionals.map((professional) => numberOf(professionalNumbers, professional));
    for (const first of held)
      addCase(pairs[first.theme] as Map<number, Pair>, theme, first.professionals, professionals);
    held.push({ theme, professionals });
  }
  return pairs
    .flatMap((others, first) =>
      [...others].map(([second, { cases, professionals }]) => ({
        themeIds: [themeIds[first] as ThemeId, themeIds[second] as ThemeId] as const,
        cases,
        professionals: professionals.size,
      })),
    )
    .sort(({ themeIds: one }, { themeIds: other }) => compare(one[0], other[0]) || compare(one[1], other[1]));
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

function addCase(
  others: Map<number, Pair>,
  second: number,
  ...professionals: readonly [readonly number[], readonly number[]]
): void {
  let pair = others.get(second);
  if (pair === undefined) {
    pair = { cases: 0, professionals: new Set() };
    others.set(second, pair);
  }
  pair.cases += 1;
  for (const one of professionals) for (const professional of one) pair.professionals.add(professional);
}

/** In the order of the letters' codes, as the database gives them. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
