import { type Initiative, nameBefore, type ThemeChange, type ThemeId } from "@rode-draad/domain";
import { describeThemeChange, themeNamer } from "@rode-draad/reports";
import { listEmergentThemes, listInitiatives, listThemeChanges } from "@rode-draad/store";
import type { ThemeChangeView } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { readLatestReport, themesNamedIn } from "./latest-report.js";
import { readThemes } from "./read-themes.js";

/** More than a year of changes; the list is for reading, not for export. */
const CHANGES_MAX = 500;

/**
 * What happened to the themes, in sentences. What the machine did to a theme that no report named is left out: its words
 * alone could point at somebody. So is a question that came from or went to a theme that is never collective: it is one case.
 */
export async function listThemeChangeViews(
  { db, municipalityId, catalogue }: Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue">,
  filter: { readonly themeId?: ThemeId; readonly correctionId?: string },
): Promise<ThemeChangeView[]> {
  const [changes, themes, found, report, initiatives] = await Promise.all([
    listThemeChanges(db, municipalityId, { ...filter, limit: CHANGES_MAX }),
    readThemes(db, municipalityId, catalogue),
    listEmergentThemes(db, municipalityId),
    readLatestReport({ db, municipalityId }),
    listInitiatives(db, municipalityId, { states: ["idea", "planned", "held"] }),
  ]);
  const reported = themesNamedIn(report);
  // A theme that was closed has left the corrected ones, and the list still calls it by its name.
  const nameOf = themeNamer(themes.catalogue, [
    ...found.map(({ id, label }) => ({ id, label: themes.layer.nameOf(id) ?? label })),
    ...themes.emergent,
  ]);
  const firstNameOf = themeNamer(catalogue, found);
  const formerNameOf = ({ correctionId }: ThemeChange): string | undefined => {
    const renaming = themes.log.corrections.find(({ id }) => id === correctionId);
    if (renaming?.kind !== "rename") return undefined;
    return nameBefore(renaming, themes.log.corrections) ?? firstNameOf(renaming.themeId);
  };
  const never = new Set(catalogue.neverThemeIds);
  const isOneCase = ({ kind, undoes, themeId, otherId = "" }: ThemeChange): boolean =>
    (kind === "question-moved" || undoes === "move") && (never.has(themeId) || never.has(otherId));
  return changes
    .filter(
      ({ by, themeId }) => by === "person" || themes.catalogue.theme(themeId) !== undefined || reported.has(themeId),
    )
    .filter((change) => !isOneCase(change))
    .map((change) => ({
      ...change,
      sentence: [
        describeThemeChange({ ...change, formerName: formerNameOf(change) }, nameOf),
        ...followers(change, initiatives),
      ].join(" "),
    }));
}

/** What somebody was working on when its theme went into another one goes along with it, and the list says so. */
function followers({ kind, themeId, at }: ThemeChange, initiatives: readonly Initiative[]): string[] {
  if (kind !== "merged") return [];
  const along = initiatives.filter(({ themeIds, createdAt }) => themeIds.includes(themeId) && createdAt <= at);
  const [first] = along;
  if (first === undefined) return [];
  return [along.length === 1 ? `Het initiatief ‘${first.title}’ gaat mee.` : `${along.length} initiatieven gaan mee.`];
}
