import type { Catalogue, Format, Theme } from "@rode-draad/catalogue";
import type { NeedSize, Timing } from "./need.js";

/**
 * Chooses the form of an offer among the forms that the catalogue lists for the theme. Every rule adds or takes points;
 * the form with the most wins, and of equals the one that the catalogue puts first. Cost: rules × forms of the theme.
 */

/** A rule about a form: its sentence in Dutch for the card, and the points it gives. */
interface FormRule {
  readonly reason: string;
  readonly points: (format: Format, theme: Theme, size: NeedSize, timing: Timing) => number;
}

/** Larger than this is a public gathering, where nobody speaks about what is hard. */
export const SMALL_GROUP_MAX = 25;
/** A leaflet has no room to fill; the catalogue writes that as a very large capacity. */
const LEAFLET_CAPACITY = 1000;

/** Rule: a form that is made for a season fits when the season is here or near. */
export function seasonPoints(format: Format, timing: Timing): number {
  const seasonal = /seizoen|vakantie/i.test(format.frequency);
  return seasonal && (timing.season !== undefined || timing.ruleChange !== undefined) ? 2 : 0;
}

/** Rule: a form needs enough questions to be worth its preparation; below the catalogue's hint it loses points. */
export function sizePoints(format: Format, size: NeedSize): number {
  return size.casesAtLeast >= format.minSignalsHint ? 2 : -2;
}

/** Rule: one question with one answer can be explained to a room; tangled ones need a table of their own. */
export function complexityPoints(format: Format, theme: Theme): number {
  if (theme.complexity === "enkelvoudig") return format.kind === "informeren" || format.kind === "een-op-een" ? 1 : 0;
  if (theme.complexity === "gemengd") return format.kind === "ontmoeten" || format.kind === "leren" ? 1 : 0;
  return format.capacity.max <= SMALL_GROUP_MAX ? 1 : -2;
}

/** Rule: a theme that asks for care is not for a public gathering; a small group or one to one is. */
export function carePoints(format: Format, theme: Theme): number {
  if (theme.collective !== "only-with-care" && theme.sensitivity !== "hoog") return 0;
  return format.capacity.max <= SMALL_GROUP_MAX ? 1 : -3;
}

/** Rule: people meeting people is worth more than a leaflet, so a leaflet comes after an equal meeting. */
export function meetingPoints(format: Format): number {
  return format.capacity.max >= LEAFLET_CAPACITY ? -1 : 0;
}

const RULES: readonly FormRule[] = [
  {
    reason: "Deze vorm past bij de tijd van het jaar.",
    points: (format, _theme, _size, timing) => seasonPoints(format, timing),
  },
  { reason: "Er zijn genoeg vragen voor deze vorm.", points: (format, _theme, size) => sizePoints(format, size) },
  { reason: "Deze vorm past bij dit soort vraag.", points: (format, theme) => complexityPoints(format, theme) },
  { reason: "Deze vorm is klein en rustig.", points: (format, theme) => carePoints(format, theme) },
  { reason: "Mensen ontmoeten elkaar.", points: (format) => meetingPoints(format) },
];

export interface ChosenFormat {
  readonly format: Format;
  /** What the rules say that spoke for it, in Dutch sentences. */
  readonly reasons: readonly string[];
}

/** The best form for one evening about these themes; `undefined` when the catalogue knows none, or none that is allowed. */
export function chooseFormat(
  themes: readonly Theme[],
  size: NeedSize,
  timing: Timing,
  catalogue: Catalogue,
  allows: (format: Format) => boolean = () => true,
): ChosenFormat | undefined {
  let best: { format: Format; points: number } | undefined;
  for (const format of formatsOf(themes, catalogue).filter(allows)) {
    const points = themes.reduce((sum, theme) => sum + pointsFor(format, theme, size, timing), 0);
    if (best === undefined || points > best.points) best = { format, points };
  }
  if (best === undefined) return undefined;
  const { format } = best;
  const spoken = RULES.filter(({ points }) => themes.some((theme) => points(format, theme, size, timing) > 0));
  return { format, reasons: spoken.map(({ reason }) => reason) };
}

/** Rule: several themes together take a form of the first of them, because the evening is about that one. */
function formatsOf(themes: readonly Theme[], catalogue: Catalogue): readonly Format[] {
  const ids = themes[0]?.formatIds ?? [];
  return ids.map((id) => catalogue.format(id)).filter((format): format is Format => format !== undefined);
}

function pointsFor(format: Format, theme: Theme, size: NeedSize, timing: Timing): number {
  const place = theme.formatIds.indexOf(format.id);
  // A form that the catalogue does not list for a theme is no form for it, whatever else speaks for it.
  const listed = place === -1 ? -2 : 3 - place;
  return RULES.reduce((sum, rule) => sum + rule.points(format, theme, size, timing), listed);
}
