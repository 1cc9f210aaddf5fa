import type { Catalogue } from "@rode-draad/catalogue";
import type { Explanation, Month, ThemeId } from "@rode-draad/domain";

/** What the catalogue knows of a theme in a month; an emergent theme is never in it. */
export type KnownCauses = Pick<Catalogue, "seasonOf" | "ruleChangeOf">;

/** A rule change comes before the season: it happens once, and a team can do something about it now. */
export function explainChange(causes: KnownCauses, themeId: ThemeId, month: Month): Explanation {
  const rule = causes.ruleChangeOf(themeId, month);
  if (rule !== undefined) return { kind: "rule-change", note: rule.change.note, month: rule.startMonth };
  const season = causes.seasonOf(themeId, month);
  return season === undefined ? { kind: "unexplained" } : { kind: "season", note: season.note };
}
