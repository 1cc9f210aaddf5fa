import type { Catalogue, Theme } from "@rode-draad/catalogue";
import type { Collective, Day, Direction, Month, ThemeChange, ThemeId, ThemeReasons } from "@rode-draad/domain";
import { DIRECTION_WORDS, monthName, monthWord, rangeWords } from "./dutch-words.js";
import { explainTheme } from "./explain-theme.js";
import { joinNames, themeNamer } from "./proposal-card.js";
import type { EmergentName, ReleasedValue } from "./report-input.js";
import { seriesBreaks } from "./series-breaks.js";
import { composeThemeLine } from "./theme-line.js";
import type { ThemeKnot } from "./theme-report.js";
import type { HeldOffer, KnottedTheme, ThemeView } from "./theme-view.js";

export interface ThemeInput {
  readonly themeId: ThemeId;
  readonly catalogue: Catalogue;
  readonly emergent: readonly EmergentName[];
  /** A person gave the theme its name. */
  readonly isNamed: boolean;
  readonly month: Month;
  /** Where the line is about, such as "Sterrenwijk". */
  readonly place: string;
  /** The released window of each month, oldest first. */
  readonly months: readonly { readonly month: Month; readonly value: ReleasedValue }[];
  readonly direction: Direction;
  readonly held: readonly HeldOffer[];
  readonly proposals: readonly {
    readonly id: string;
    readonly title: string;
    readonly areaName: string;
    readonly themeIds: readonly ThemeId[];
  }[];
  /** The knots that the report of the month tells. */
  readonly knots: readonly ThemeKnot[];
  /** Absent when the theme is too small to be named here. */
  readonly reasons?: ThemeReasons;
  /** The theme that now stands for another one; undefined when there is none that may be shown. */
  readonly nowShownAs: (id: ThemeId) => ThemeId | undefined;
  /** What happened to the theme, the latest first: the line breaks where its meaning changed. */
  readonly changes: readonly ThemeChange[];
  /** The calendar day of a moment. */
  readonly dayOf: (at: Date) => Day;
}

const SUITABILITY: Readonly<Record<Collective, string>> = {
  suitable: "Past bij een groep",
  "only-with-care": "Alleen met zorg",
  never: "Alleen via een specialist",
};

/** Words shown as what the questions share; a catalogue theme has dozens, of which the first are the plainest. */
const WORDS_MAX = 8;

/** The page of one theme. Undefined for an id that neither the catalogue nor the emergent themes know. */
export function composeTheme(input: ThemeInput): ThemeView | undefined {
  const theme = input.catalogue.theme(input.themeId);
  if (theme?.collective === "never") return specialistView(theme, input);
  if (theme !== undefined) return { ...catalogueView(theme, input), ...lineOf(input, theme.season.months) };
  const emergent = input.emergent.find((candidate) => candidate.id === input.themeId);
  return emergent && { ...emergentView(emergent, input), ...lineOf(input, []) };
}

/** Rule: a theme that is never collective shows its route and nothing that counts, proposes or compares. */
function specialistView(theme: Theme, input: ThemeInput): ThemeView {
  const partner = input.catalogue.partner(theme.partnerIds[0] ?? "");
  return {
    ...base(theme, input),
    facts: [],
    rules: [],
    words: [],
    knots: [],
    proposals: [],
    specialist: { partner: partner?.label ?? "Veilig Thuis", text: theme.collectiveReason },
  };
}

function catalogueView(theme: Theme, input: ThemeInput): ThemeView {
  const { catalogue } = input;
  const domain = catalogue.lifeDomains.find((candidate) => candidate.id === theme.domainId);
  return {
    ...base(theme, input),
    facts: [
      { term: "Tijd per vraag", text: `${rangeWords(theme.individualMinutes)} minuten (schatting)` },
      { term: "Leefgebied", text: domain?.label ?? theme.domainId },
      { term: "Past bij", text: joinNames(theme.formatIds.map((id) => catalogue.format(id)?.label ?? id)) },
      { term: "Partners", text: joinNames(theme.partnerIds.map((id) => catalogue.partner(id)?.label ?? id)) },
    ],
    rules: rulesOf(theme, catalogue),
    words: theme.terms
      .filter(({ type, strength }) => strength === "strong" && type !== "variant" && type !== "phrase")
      .slice(0, WORDS_MAX)
      .map(({ text }) => text),
    ...whyOf(input),
    season: theme.season,
    ...offersOf(input),
  };
}

function emergentView(theme: EmergentName, input: ThemeInput): ThemeView {
  return {
    id: theme.id,
    name: theme.label,
    meaning: "Deze vragen passen bij geen thema uit de lijst. Ze lijken wel sterk op elkaar.",
    isEmergent: true,
    collective: "suitable",
    suitability: input.isNamed ? "Opkomend" : "Opkomend, nog zonder naam",
    suitabilityReason: "Bekijk met je team of dit een thema is.",
    month: input.month,
    facts: [{ term: "Sinds", text: `week ${Number(theme.firstWeek.slice(6))} van ${theme.firstWeek.slice(0, 4)}` }],
    rules: [],
    ...whyOf(input),
    words: theme.terms,
    ...offersOf(input),
  };
}

/**
 * The words that decided here stand in the place of those of the catalogue; where no word is shared by enough households, nothing
 * is told but what the catalogue says. A theme that nobody foresaw has words of its own.
 */
function whyOf({
  themeId,
  reasons,
  catalogue,
  emergent,
  nowShownAs,
}: ThemeInput): Partial<Pick<ThemeView, "words" | "why">> {
  if (reasons === undefined) return {};
  if (reasons.words.length === 0 && catalogue.theme(themeId) !== undefined) return {};
  const themeNow = (nearest: ThemeId) => {
    // Themes may have been merged since the reasons were worked out.
    const id = nowShownAs(nearest);
    if (id === undefined || id === themeId || catalogue.theme(id)?.collective === "never") return undefined;
    const name = catalogue.theme(id)?.label ?? emergent.find((theme) => theme.id === id)?.label;
    return name === undefined ? undefined : { id, name };
  };
  return { ...(reasons.words.length > 0 && { words: reasons.words }), why: explainTheme(reasons, themeNow) };
}

function offersOf({ themeId, proposals, knots }: ThemeInput): Pick<ThemeView, "knots" | "proposals"> {
  const offers = proposals.map(({ id, title, areaName }) => ({ id, title, areaName }));
  return {
    proposals: offers,
    knots: knots.flatMap(({ themes }): KnottedTheme[] => {
      const other = themes.find(({ id }) => id !== themeId);
      if (other === undefined || !themes.some(({ id }) => id === themeId)) return [];
      const proposal = offers[proposals.findIndex(({ themeIds }) => themeIds.includes(other.id))];
      return [
        {
          id: other.id,
          name: other.name,
          careNeeded: themes.some(({ collective }) => collective === "only-with-care"),
          ...(proposal && { proposal }),
        },
      ];
    }),
  };
}

function base(theme: Theme, input: ThemeInput): Omit<ThemeView, "facts" | "rules" | "words" | "knots" | "proposals"> {
  return {
    id: theme.id,
    name: theme.label,
    meaning: theme.definition,
    isEmergent: false,
    collective: theme.collective,
    suitability: SUITABILITY[theme.collective],
    suitabilityReason: theme.collectiveReason,
    month: input.month,
  };
}

function lineOf(input: ThemeInput, busy: readonly number[]): Pick<ThemeView, "line" | "direction"> {
  const breaks = seriesBreaks(input.changes, themeNamer(input.catalogue, input.emergent), input.dayOf);
  const line = composeThemeLine({ ...input, breaks }, busy);
  if (line === undefined) return {};
  const word = DIRECTION_WORDS[input.direction];
  return { line, direction: { direction: input.direction, word: word.charAt(0).toUpperCase() + word.slice(1) } };
}

function rulesOf(theme: Theme, catalogue: Catalogue): { when: string; text: string }[] {
  const changes = catalogue.ruleChanges
    .filter((change) => change.themeId === theme.id)
    .map(({ starts, note }) => ({ when: startOf(starts), text: note }));
  return theme.ruleNote === null ? changes : [...changes, { when: "Nu", text: theme.ruleNote }];
}

function startOf({ year, month }: { readonly year?: number | undefined; readonly month: number }): string {
  const key = `${year ?? "0000"}-${String(month).padStart(2, "0")}`;
  return year === undefined ? `Elk jaar in ${monthWord(key)}` : `Vanaf ${monthName(key)}`;
}
