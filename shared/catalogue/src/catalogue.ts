import { addMonths, type Month, type PartnerTerms, type ThemeId } from "@rode-draad/domain";
import type {
  Bundle,
  CatalogueData,
  CatalogueMeta,
  Format,
  LifeDomain,
  LifeEvent,
  Partner,
  PrivacyParameters,
  RuleChange,
  RuleChangeInEffect,
  Season,
  SeasonMoment,
  Theme,
} from "./catalogue-types.js";

/** What the rest of the product asks the catalogue. Look-ups by id cost O(1); lists keep the order of the files. */
export interface Catalogue {
  readonly meta: CatalogueMeta;
  readonly lifeDomains: readonly LifeDomain[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly themes: readonly Theme[];
  readonly formats: readonly Format[];
  readonly partners: readonly Partner[];
  readonly bundles: readonly Bundle[];
  readonly ruleChanges: readonly RuleChange[];
  readonly privacyParameters: PrivacyParameters;
  readonly partnerTerms: PartnerTerms;
  readonly sources: Readonly<Record<string, string>>;
  /** Themes that get the specialist route and are never proposed, counted or shared. */
  readonly neverThemeIds: ReadonlySet<ThemeId>;
  /** Themes that need a person's explicit yes before an offer. */
  readonly careThemeIds: ReadonlySet<ThemeId>;
  /** Undefined for an id that is not in the catalogue, such as that of an emergent theme. */
  theme(id: ThemeId): Theme | undefined;
  format(id: string): Format | undefined;
  partner(id: string): Partner | undefined;
  lifeEvent(id: string): LifeEvent | undefined;
  /** The season that makes a rise of the theme in this month expected. `never` themes have none. */
  seasonOf(themeId: ThemeId, month: Month): Season | undefined;
  /** What the season brings in this month; undefined when the theme has no season then, or no sentence for the month. */
  seasonMomentOf(themeId: ThemeId, month: Month): SeasonMoment | undefined;
  /** The themes whose season holds this month, in catalogue order, without `never` themes. */
  themesInSeason(month: Month): readonly Theme[];
  /** The rule change in force that makes questions about the theme in this month expected; the nearest start wins. */
  ruleChangeOf(themeId: ThemeId, month: Month): RuleChangeInEffect | undefined;
}

/** Puts the look-ups over the data. O(themes + formats + partners), once. */
export function createCatalogue(data: CatalogueData): Catalogue {
  const themes = new Map(data.themes.map((theme) => [theme.id, theme]));
  const formats = new Map(data.formats.map((format) => [format.id, format]));
  const partners = new Map(data.partners.map((partner) => [partner.id, partner]));
  const lifeEvents = new Map(data.lifeEvents.map((event) => [event.id, event]));
  const ruleChanges = groupByTheme(data.ruleChanges);
  const idsOf = (collective: Theme["collective"]) =>
    new Set(data.themes.filter((theme) => theme.collective === collective).map((theme) => theme.id));

  return {
    ...data,
    neverThemeIds: idsOf("never"),
    careThemeIds: idsOf("only-with-care"),
    theme: (id) => themes.get(id),
    format: (id) => formats.get(id),
    partner: (id) => partners.get(id),
    lifeEvent: (id) => lifeEvents.get(id),
    seasonOf: (themeId, month) => {
      const theme = themes.get(themeId);
      return theme !== undefined && isInSeason(theme, month) ? theme.season : undefined;
    },
    seasonMomentOf: (themeId, month) => {
      const theme = themes.get(themeId);
      if (theme === undefined || !isInSeason(theme, month)) return undefined;
      return theme.season.moments?.find(({ months }) => months.includes(Number(month.slice(5))));
    },
    themesInSeason: (month) => data.themes.filter((theme) => isInSeason(theme, month)),
    ruleChangeOf: (themeId, month) => nearestRuleChange(ruleChanges.get(themeId) ?? [], month),
  };
}

/** A `never` theme has no season: an expected rise in violence is nothing to plan an evening for. */
function isInSeason(theme: Theme, month: Month): boolean {
  return theme.collective !== "never" && theme.season.months.includes(Number(month.slice(5)));
}

function groupByTheme(changes: readonly RuleChange[]): Map<ThemeId, RuleChange[]> {
  const groups = new Map<ThemeId, RuleChange[]>();
  for (const change of changes) {
    if (change.status !== "in-force") continue;
    groups.set(change.themeId, [...(groups.get(change.themeId) ?? []), change]);
  }
  return groups;
}

/**
 * Questions start when the letters arrive, just before the rule does, and go on until people have seen its effect.
 * Of two changes that both reach the month, the nearest start explains it best; of two equally near, the earlier.
 */
function nearestRuleChange(changes: readonly RuleChange[], month: Month): RuleChangeInEffect | undefined {
  let nearest: RuleChangeInEffect | undefined;
  for (const change of changes) {
    const { before, after } = change.noticedMonths;
    // `distance` is how many months the start lies after the asked month.
    for (let distance = -after; distance <= before; distance += 1) {
      const startMonth = addMonths(month, distance);
      if (!startsIn(change, startMonth)) continue;
      if (nearest !== undefined && distanceTo(nearest.startMonth, month) <= Math.abs(distance)) continue;
      nearest = { change, startMonth };
    }
  }
  return nearest;
}

function startsIn(change: RuleChange, month: Month): boolean {
  const { year, month: number } = change.starts;
  return Number(month.slice(5)) === number && (year === undefined || Number(month.slice(0, 4)) === year);
}

function distanceTo(from: Month, to: Month): number {
  const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return Math.abs(index(from) - index(to));
}
