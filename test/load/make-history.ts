import type { Month, ThemeId } from "@rode-draad/domain";
import type { Product } from "@rode-draad/pipeline";
import {
  countCasesInWeeks,
  ensureTeams,
  readSeriesAlarms,
  readWatchedWeeks,
  readWeekCounts,
  recountMonths,
  recountWeeks,
  replaceSeriesAlarms,
  replaceSignals,
  upsertAreas,
} from "@rode-draad/store";
import { runStatement } from "@rode-draad/store/testing";
import { runTrends } from "@rode-draad/trends";
import { AREA_CODES, MONTHS, PROFESSIONALS_PER_TEAM, QUESTIONS_PER_NOTE, TEAM_CODES } from "./history-plan.js";

/**
 * Fills a store with five years: notes without text, as retention leaves them, two help questions and a stretch of context each,
 * and the counts and signals that the product itself makes of them. Set-based, by the same numbers each time. Few themes are asked often and
 * most seldom, a case keeps asking about its own theme, and wijken differ in size. Questions are not closed after their term, which
 * is more than the product ever keeps.
 */
export async function makeHistory(product: Product, questions: number): Promise<void> {
  const { store, municipalityId, catalogue } = product;
  await upsertAreas(
    store.db,
    municipalityId,
    AREA_CODES.map((code, index) => ({ code, name: `Wijk ${index + 1}` })),
  );
  await ensureTeams(
    store.db,
    municipalityId,
    TEAM_CODES.map((code) => ({ code })),
  );
  const perMonth = Math.round(questions / QUESTIONS_PER_NOTE / MONTHS.length);
  const themes = catalogue.themes.map(({ id }) => id);
  for (const [monthIndex, month] of MONTHS.entries()) {
    const notes = insertNotes({ municipalityId, first: monthIndex * perMonth, count: perMonth, monthIndex, month });
    await runStatement(
      store.db,
      `with note as (${notes}) ${insertQuestions(month, themes, [...catalogue.neverThemeIds])}`,
    );
  }
  await runStatement(store.asOwner, "analyze");
  await countHistory(product);
  await runStatement(store.asOwner, "vacuum analyze");
}

/** Counts and watches all months, as was done when each of them came in. No report is outdated by it. */
async function countHistory({ store, municipalityId, catalogue }: Product): Promise<void> {
  const { db } = store;
  const neverThemeIds = [...catalogue.neverThemeIds];
  await runTrends(
    { municipalityId },
    {
      causes: catalogue,
      listStaleMonths: async () => MONTHS.map((month) => ({ month })),
      clearStaleMonths: async () => undefined,
      async recount(_, months) {
        for (const month of months) {
          await recountMonths(db, municipalityId, [month], neverThemeIds);
          await recountWeeks(db, municipalityId, [month], neverThemeIds);
        }
      },
      readWatchedWeeks: (id) => readWatchedWeeks(db, id),
      readWeekCounts: (id, fromWeek) =>
        readWeekCounts(db, id, { fromWeek, toWeek: "9999-W53", scopes: ["all", "area", "team"] }),
      readAlarms: (id, from, until) => readSeriesAlarms(db, id, from, until),
      replaceAlarms: (id, from, alarms, watched) => replaceSeriesAlarms(db, id, from, alarms, watched),
      countCasesInWeeks: (id, requests) => countCasesInWeeks(db, id, requests),
      replaceSignals: (id, months, signals) => replaceSignals(db, id, months, signals),
    },
  );
}

interface MonthOfNotes {
  readonly municipalityId: string;
  readonly first: number;
  readonly count: number;
  readonly monthIndex: number;
  readonly month: Month;
}

/** Share of the questions that got no theme. */
const UNASSIGNED = 0.06;
/** Share of the questions of a case that are about its own theme. */
const OWN_THEME = 0.6;
/** A case writes some four notes over two months. */
const NOTES_PER_CASE = 4;

function insertNotes({ municipalityId, first, count, monthIndex, month }: MonthOfNotes): string {
  const cases = Math.max(1, Math.round(count / NOTES_PER_CASE));
  // A case is numbered within a window that moves on by half of its length each month.
  return `
    insert into case_note (municipality_id, id, import_id, case_id, professional_id, date, team_code, area_code, safety_flag,
                           text, content_hash, state, state_since)
    select '${municipalityId}', md5('note ' || note), 'history', md5('case ' || of_case),
           team || '-' || floor(${PROFESSIONALS_PER_TEAM} * ${share("note", 2)})::int,
           date '${month}-01' + floor(28 * ${share("note", 3)})::int, team, area, false, null, md5('text ' || note), 'themed',
           timestamptz '${month}-28'
    from (
      select note, of_case, (${array(AREA_CODES)})[1 + place] as area, (${array(TEAM_CODES)})[1 + place / 2] as team
      from (
        select note, of_case, floor(${AREA_CODES.length} * power(${share("of_case", 5)}, 1.3))::int as place
        from (
          select note, (${monthIndex} * ${Math.ceil(cases / 2)} + floor(${cases} * ${share("note", 1)}))::bigint as of_case
          from generate_series(${first}::bigint, ${first + count - 1}) as note
        ) as numbered
      ) as placed
    ) as drawn
    returning *`;
}

function insertQuestions(month: Month, themes: readonly ThemeId[], never: readonly ThemeId[]): string {
  const own = "hashtextextended(note.id, ordinal)";
  return `
    insert into question (municipality_id, note_id, ordinal, case_id, professional_id, date, month, week, team_code, area_code,
                          start_offset, end_offset, kind, theme_id, confidence, route, given_theme_id, given_confidence, given_route)
    select municipality_id, id, ordinal, case_id, professional_id, date, '${month}', to_char(date, 'IYYY-"W"IW'), team_code, area_code,
           80 * ordinal, 80 * ordinal + 70, case when ordinal = 0 then 'context' else 'help-question' end,
           theme, case when theme is null then 0 else 0.98 end, route, theme, case when theme is null then 0 else 0.98 end, route
    from (
      select *, case when ordinal = 0 then null when theme is null then 'unassigned'
                     when theme = any(${array(never)}) then 'safety' else 'known' end as route
      from (
        select note.*, ordinal,
               case when ordinal = 0 or ${share(own, 7)} < ${UNASSIGNED} then null
                    when ${share(own, 8)} < ${OWN_THEME} then ${themeAt(themes, "hashtextextended(note.case_id, 0)")}
                    else ${themeAt(themes, own)} end as theme
        from note
        cross join generate_series(0, ${QUESTIONS_PER_NOTE}) as ordinal
      ) as themed
    ) as routed`;
}

/** A few themes are asked often, most of them seldom. */
function themeAt(themes: readonly ThemeId[], seed: string): string {
  return `(${array(themes)})[1 + floor(${themes.length} * power(${share(seed, 9)}, 1.8))::int]`;
}

/** A number from 0 up to 1 that follows from a number and a salt. */
function share(seed: string, salt: number): string {
  return `((hashint8extended((${seed})::bigint, ${salt}) & 2147483647)::float8 / 2147483648)`;
}

function array(values: readonly string[]): string {
  return `array[${values.map((value) => `'${value}'`).join(", ")}]::text[]`;
}
