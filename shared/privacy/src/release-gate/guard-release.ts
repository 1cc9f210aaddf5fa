import { addMonths, KNOT_LIFT_MIN, type Month, monthsBetween, type ThemeId } from "@rode-draad/domain";
import { attackReleases, type Disclosure } from "../attacker/attack-releases.js";
import type { PublicRules, PublishedWindow } from "../attacker/published-window.js";
import { cellKey, type PublicRelease, placeOf, type RecordedCell, type ReleaseRecord } from "./release-context.js";
import type { ReleaseParameters } from "./release-parameters.js";
import { withheld } from "./released.js";

/** What the guard says of a release. A refusal names the cells that may not be shown; the next draft leaves them out. */
export type GuardVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly disclosures: readonly Disclosure[];
      /** Keys of cells, by the last month of the window; for `ReleaseContext.withhold`. */
      readonly withhold: ReadonlyMap<Month, ReadonlySet<string>>;
      /** Dutch, B1, for the person who wanted to release. */
      readonly sentence: string;
    };

/**
 * Runs the attacker over everything that was released to an audience, with what is about to be. When that tells too much,
 * the release is refused, and the guard finds what to leave out: first the cell itself in the new pages, then the theme's
 * whole row there. A row without any number tells nothing, so there is always a way out.
 * Cost: one attack over all themes, and one or two more over those that disclose something.
 */
export async function guardRelease(
  candidates: readonly ReleaseRecord[],
  released: readonly PublicRelease[],
  parameters: ReleaseParameters,
): Promise<GuardVerdict> {
  const rules: PublicRules = {
    casesMin: parameters.caseMinShared,
    openCasesMin: parameters.openCasesMin,
    knotLiftMin: KNOT_LIFT_MIN,
  };
  const before = [...released.map(pageOf), ...[...released, ...candidates].flatMap(earlierPage)];
  const withhold = new Map(candidates.map(({ window }) => [window.last, new Set<string>()] as const));
  const attack = (only?: ReadonlySet<ThemeId>) =>
    attackReleases(
      [...before, ...candidates.map((record) => pageWithout(record, withhold.get(record.window.last)))],
      rules,
      only,
    );
  const disclosures = await attack();
  for (const widest of [false, true]) {
    const left = widest ? await attack(new Set(disclosures.map(({ themeId }) => themeId))) : disclosures;
    for (const disclosure of left) {
      for (const record of candidates) {
        const keys = withhold.get(record.window.last);
        for (const key of keysToWithhold(record, disclosure, widest)) keys?.add(key);
      }
    }
  }
  // What is still told when nothing new is shown was told before; holding this release up mends nothing.
  if ([...withhold.values()].every((keys) => keys.size === 0)) return { allowed: true };
  return { allowed: false, disclosures, withhold, sentence: refusalSentence(withhold) };
}

/** The public side of a record: the exact counts beside it stay here. */
function pageOf({ window, released, knots, figures }: PublicRelease): PublishedWindow {
  return { window, released, knots: knots?.shown ?? [], ...(figures && { figures }) };
}

function earlierPage({ window, earlier }: PublicRelease): readonly PublishedWindow[] {
  if (earlier === undefined) return [];
  const length = monthsBetween(window.first, window.last).length;
  return [
    { window: { first: addMonths(window.first, -length), last: addMonths(window.last, -length) }, released: earlier },
  ];
}

function pageWithout(record: ReleaseRecord, keys: ReadonlySet<string> = new Set()): PublishedWindow {
  const page = pageOf(record);
  const isGone = (themeId: ThemeId) => keys.has(cellKey({ themeId }));
  return {
    ...page,
    released: [
      ...record.released.map(
        (cell): RecordedCell => (keys.has(cellKey(cell)) ? { ...placeOf(cell), ...withheld("differencing") } : cell),
      ),
      // A theme that this page left out is named without a number: leaving it out said that it is small.
      ...[...keys]
        .map((key) => JSON.parse(key) as [ThemeId, string, string])
        .filter(([themeId]) => !record.released.some((cell) => cell.themeId === themeId))
        .map(([themeId]): RecordedCell => ({ themeId, ...withheld("differencing") })),
    ],
    // A knot is told only beside two totals that are shown.
    knots: (page.knots ?? []).filter(([first, second]) => !isGone(first) && !isGone(second)),
  };
}

function keysToWithhold(record: ReleaseRecord, disclosure: Disclosure, widest: boolean): readonly string[] {
  const themeIds = [
    disclosure.themeId,
    ...(disclosure.withoutThemeId === undefined ? [] : [disclosure.withoutThemeId]),
  ];
  return themeIds.flatMap((themeId) => {
    const cells = record.released.filter((cell) => cell.themeId === themeId);
    if (cells.length === 0) return [cellKey({ themeId })];
    return cells
      .filter(
        ({ areaCode, teamCode }) => widest || (areaCode === disclosure.areaCode && teamCode === disclosure.teamCode),
      )
      .filter((cell) => cell.status === "band" || cell.reason !== "differencing")
      .map(cellKey);
  });
}

function refusalSentence(withhold: ReadonlyMap<Month, ReadonlySet<string>>): string {
  const themes = new Set(
    [...withhold.values()].flatMap((keys) => [...keys].map((key) => JSON.parse(key)[0] as string)),
  );
  const what =
    themes.size === 1 ? "is een klein aantal van 1 thema" : `zijn kleine aantallen van ${themes.size} thema’s`;
  return `Samen met eerdere rapporten ${what} te berekenen. Wij maken het rapport opnieuw, zonder die getallen.`;
}
