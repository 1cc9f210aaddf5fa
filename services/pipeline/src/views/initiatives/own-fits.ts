import { type Initiative, isAhead, type ThemeId, whyNotMay } from "@rode-draad/domain";
import { windowsOf } from "@rode-draad/reports";
import { countOwnCases, readMonthRange } from "@rode-draad/store";
import type { OwnFit, OwnFitsView } from "@rode-draad/web";
import type { WebMeans } from "../web-means.js";
import type { Names } from "./names.js";

/** How many of the own open cases fit each of these initiatives, or why that is not told. See `countOwnCases` for why it is no release. */
async function countFits(
  { product, actor, policy }: WebMeans,
  initiatives: readonly Initiative[],
  names: Names,
): Promise<{ readonly whyNot: "not-linked" | "policy" | "role" } | { readonly fits: ReadonlyMap<string, number> }> {
  if (actor.kind !== "account" || whyNotMay(actor, "own-cases:count", { policy }) !== undefined) {
    return { whyNot: "role" };
  }
  const { professionalId } = actor;
  // Without it no note is theirs; with a policy of figures only, not even the own notes are looked at.
  if (professionalId === undefined) return { whyNot: "not-linked" };
  const subject = { kind: "note", professionalId } as const;
  if (whyNotMay(actor, "own-cases:count", { policy, subject }) !== undefined) return { whyNot: "policy" };
  const { store, municipalityId, catalogue } = product;
  const range = await readMonthRange(store.db, municipalityId);
  if (range === undefined) return { fits: new Map() };
  const { now } = windowsOf(range.last);
  const window = { fromMonth: now.from, toMonth: now.to, neverThemeIds: [...catalogue.neverThemeIds] };
  const themesNow = (ids: readonly ThemeId[]): ThemeId[] =>
    ids.map((id) => names.layer.resolve(id)).filter((id) => id !== null);
  const offers = initiatives.map(({ id, themeIds, areaCode }) => ({
    key: id,
    themeIds: themesNow(themeIds),
    areaCode,
  }));
  return { fits: await countOwnCases(store.db, municipalityId, professionalId, window, offers) };
}

/** The number for one page. */
export async function ownFitOf(means: WebMeans, initiative: Initiative, names: Names): Promise<OwnFit> {
  const counted = await countFits(means, [initiative], names);
  if ("whyNot" in counted) return counted;
  const cases = counted.fits.get(initiative.id);
  return cases === undefined ? { whyNot: "no-cases-here" } : { cases };
}

/** All that is ahead and that some own case fits, the soonest first. */
export async function listOwnFits(
  means: WebMeans,
  initiatives: readonly Initiative[],
  names: Names,
): Promise<OwnFitsView> {
  const ahead = initiatives.filter(isAhead);
  const counted = await countFits(means, ahead, names);
  if ("whyNot" in counted) return { whyNot: counted.whyNot === "policy" ? "policy" : "not-linked" };
  const rows = ahead.flatMap((initiative) => {
    const cases = counted.fits.get(initiative.id);
    const day = initiative.plan.date?.day;
    return cases === undefined
      ? []
      : [
          {
            id: initiative.id,
            title: initiative.title,
            areaName: names.area(initiative.areaCode),
            ...(day !== undefined && { day }),
            cases,
          },
        ];
  });
  const when = (row: { readonly day?: string }): string => row.day ?? "9999";
  return { rows: rows.sort((a, b) => when(a).localeCompare(when(b)) || a.id.localeCompare(b.id)) };
}
