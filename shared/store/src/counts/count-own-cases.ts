import type { AreaCode, Month, MunicipalityId, ProfessionalId, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { countableQuestions } from "./countable-questions.js";

/** An offer that somebody's own cases may fit. */
export interface OfferToFit {
  readonly key: string;
  readonly themeIds: readonly ThemeId[];
  readonly areaCode: AreaCode;
}

/**
 * How many of a worker's own cases fit each offer: distinct cases in its wijk with one of its themes, by what this worker wrote
 * alone. Offers that none fits are left out. One statement.
 *
 * This is no release, and so it does not pass the release gate: the release gate keeps a reader from learning of a household
 * that they do not know. The only reader here is the one who wrote these notes, and what a colleague wrote of the same case does
 * not count, so the number says nothing that its reader did not write. It must therefore go to nobody else: never into a
 * report, a log or a page of another account. Whoever calls this takes `professionalId` from the account that asks.
 */
export async function countOwnCases(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  professionalId: ProfessionalId,
  window: { readonly fromMonth: Month; readonly toMonth: Month; readonly neverThemeIds: readonly ThemeId[] },
  offers: readonly OfferToFit[],
): Promise<ReadonlyMap<string, number>> {
  if (offers.length === 0) return new Map();
  const own = sql`question.professional_id = ${professionalId}
    and question.month between ${window.fromMonth} and ${window.toMonth}`;
  const { rows } = await sql<{ key: string; cases: number }>`
    with own as materialized (${countableQuestions(municipalityId, window.neverThemeIds, own)})
    select offer.key, count(distinct own.case_id)::int as cases
    from json_to_recordset(${JSON.stringify(offers)}::json) as offer (key text, "themeIds" jsonb, "areaCode" text)
    join own on own.area_code = offer."areaCode" and jsonb_exists(offer."themeIds", own.theme_id)
    group by offer.key
  `.execute(db);
  return new Map(rows.map(({ key, cases }) => [key, cases]));
}
