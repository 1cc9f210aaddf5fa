import { AUDIENCE, type MunicipalThemes } from "@rode-draad/api";
import { isReleased, type Month, type MunicipalityId } from "@rode-draad/domain";
import { EMERGENT_THEME_FACTS, type ReleasedTable, type ReleaseRecord, releaseTable } from "@rode-draad/privacy";
import { windowsOf } from "@rode-draad/reports";
import { listRefusals, readLastReleasedMonth, readMonthRelease, readReleaseBefore } from "@rode-draad/store";
import type { Product } from "../open-product.js";
import { readSpan } from "./read-span.js";

/**
 * What the report of a month shows, or will show: the same counts through the same gate. Whatever stands beside the report,
 * such as a card, takes its numbers from here, because two ways out would betray what each of them hides.
 */
export async function readMonthTable(
  product: Product,
  municipalityId: MunicipalityId,
  month: Month,
  { catalogue, emergent }: Pick<MunicipalThemes, "catalogue" | "emergent">,
): Promise<ReleasedTable> {
  const { db } = product.store;
  const { now } = windowsOf(month);
  const lastReleased = await readLastReleasedMonth(db, municipalityId, AUDIENCE);
  const [previous, refusals, { cells }] = await Promise.all([
    isReleased(month, lastReleased)
      ? readMonthRelease(db, municipalityId, AUDIENCE, month)
      : readReleaseBefore(db, municipalityId, AUDIENCE, month),
    listRefusals(db, municipalityId, AUDIENCE),
    readSpan(product, municipalityId, now),
  ]);
  const known = new Set(emergent.map(({ id }) => id));
  return releaseTable(cells, {
    audience: AUDIENCE,
    window: { first: now.from, last: now.to },
    parameters: catalogue.privacyParameters,
    themeFacts: (id) => catalogue.theme(id) ?? (known.has(id) ? EMERGENT_THEME_FACTS : undefined),
    withhold: new Set(refusals.flatMap((refusal) => refusal.withhold[month] ?? [])),
    ...(previous !== undefined && { previous: previous.record as ReleaseRecord }),
  });
}
