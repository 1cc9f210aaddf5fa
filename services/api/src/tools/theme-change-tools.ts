import type { ThemeId } from "@rode-draad/domain";
import { describeThemeChange, themeNamer } from "@rode-draad/reports";
import { listThemeChanges } from "@rode-draad/store";
import type { ThemeChangeView } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { readLatestReport, themesNamedIn } from "./latest-report.js";
import { readThemes } from "./read-themes.js";

/** More than a year of changes; the list is for reading, not for export. */
const CHANGES_MAX = 500;

/**
 * What happened to the themes, in sentences. What the machine did to a theme that no report named is left out: its words
 * alone could point at somebody.
 */
export async function listThemeChangeViews(
  { db, municipalityId, catalogue }: Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue">,
  filter: { readonly themeId?: ThemeId },
): Promise<ThemeChangeView[]> {
  const [changes, themes, report] = await Promise.all([
    listThemeChanges(db, municipalityId, { ...filter, limit: CHANGES_MAX }),
    readThemes(db, municipalityId, catalogue),
    readLatestReport({ db, municipalityId }),
  ]);
  const named = themesNamedIn(report);
  const nameOf = themeNamer(themes.catalogue, themes.emergent);
  return changes
    .filter(({ by, themeId }) => by === "person" || themes.catalogue.theme(themeId) !== undefined || named.has(themeId))
    .map((change) => ({ ...change, sentence: describeThemeChange(change, nameOf) }));
}
