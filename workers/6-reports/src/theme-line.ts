import type { Catalogue } from "@rode-draad/catalogue";
import { monthOf } from "@rode-draad/domain";
import { dayName, monthName, monthWord, shortMonthWord } from "./dutch-words.js";
import type { ReleasedValue } from "./report-input.js";
import type { SeriesBreak } from "./series-breaks.js";
import type { ShownBand } from "./theme-report.js";
import type { HeldOffer, ThemeEvent, ThemeLine, ThemePeriod, ThemePoint } from "./theme-view.js";

export interface ThemeLineInput {
  readonly themeId: string;
  readonly catalogue: Catalogue;
  readonly place: string;
  readonly months: readonly { readonly month: string; readonly value: ReleasedValue }[];
  readonly held: readonly HeldOffer[];
  readonly breaks: readonly SeriesBreak[];
}

const WITHHELD = "niet getoond";

/** The line of a theme: a lane per month, events with a number, and the same as periods for the table. Undefined without months. */
export function composeThemeLine(input: ThemeLineInput, busy: readonly number[]): ThemeLine | undefined {
  const first = input.months[0];
  const last = input.months.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const events = eventsOf(input, first.month, last.month);
  return {
    place: input.place,
    lanes: lanesOf(input.catalogue),
    points: input.months.map(({ month, value }): ThemePoint => {
      const point = { month, monthLabel: shortMonthWord(month), isBusy: busy.includes(Number(month.slice(5))) };
      if (value.status === "band") return { ...point, lane: laneOf(value.band.min, input.catalogue) };
      return isBelowThreshold(value) ? { ...point, lane: 0 } : point;
    }),
    events,
    breaks: input.breaks.filter(({ month }) => month >= first.month && month <= last.month),
    periods: periodsOf(input, events),
    now: last.value.status === "band" ? `${last.value.band.label} huishoudens in drie maanden` : last.value.sentence,
    caption:
      `Huishoudens in drie maanden samen, van ${monthName(first.month)} tot en met ${monthName(last.month)}. ` +
      `${busy.length > 0 ? "Geel is een druk seizoen. " : ""}In de onderste baan tonen we geen aantal.` +
      (input.months.some(({ value }) => value.status === "withheld" && !isBelowThreshold(value))
        ? " Waar de draad stopt, tonen wij niets."
        : "") +
      (input.breaks.length > 0 ? " Het thema is veranderd. De hele lijn is daarna opnieuw geteld." : ""),
  };
}

/** "Below the threshold" and the lowest band tell a reader the same, so they share a lane. */
export function isBelowThreshold(value: ReleasedValue): boolean {
  return value.status === "withheld" && value.reason === "below-threshold";
}

function lanesOf(catalogue: Catalogue): ShownBand[] {
  return catalogue.privacyParameters.displayBands.map(({ label, min, max }) => ({
    label: min > 0 && max !== null ? `${min} tot ${max}` : label,
    min,
    max,
  }));
}

/** The highest lane that starts at or below the band: a band that an administrator widened stays in the lane it starts in. */
export function laneOf(min: number, catalogue: Catalogue): number {
  return Math.max(
    0,
    catalogue.privacyParameters.displayBands.findLastIndex((band) => band.min <= min),
  );
}

/** Rule changes from outside, offers of our own and changes of what the theme means, numbered in the order of time. */
function eventsOf(input: ThemeLineInput, first: string, last: string): ThemeEvent[] {
  const isShown = (month: string): boolean => month >= first && month <= last;
  const rules = input.catalogue.ruleChanges
    .filter((change) => change.themeId === input.themeId && change.status === "in-force")
    .flatMap(({ starts, note }) =>
      input.months
        .map(({ month }) => month)
        .filter(
          (month) =>
            Number(month.slice(5)) === starts.month && Number(month.slice(0, 4)) === (starts.year ?? Number.NaN),
        )
        .map((month) => ({
          month,
          kind: "outside" as const,
          label: "Nieuwe regels",
          text: `${monthName(month)}: ${note}`,
        })),
    );
  const own = input.held
    .filter(({ day }) => isShown(monthOf(day)))
    .map(({ day, title, visitors }) => ({
      month: monthOf(day),
      kind: "ours" as const,
      label: title,
      text: `${dayName(day)}: ${title}.${visitors === undefined ? "" : ` Er kwamen ${visitors.label} mensen.`}`,
    }));
  const meaning = input.breaks
    .filter(({ month }) => isShown(month))
    .map(({ month, text }) => ({
      month,
      kind: "meaning" as const,
      label: "Thema veranderd",
      text: `${monthName(month)}: ${text}`,
    }));
  return [...rules, ...own, ...meaning]
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
    .map((event, index) => ({ ...event, number: index + 1 }));
}

/** Joins months in a row with the same band, as a reader of a table wants them. */
function periodsOf(input: ThemeLineInput, events: readonly ThemeEvent[]): ThemePeriod[] {
  const lowest = lanesOf(input.catalogue)[0]?.label ?? WITHHELD;
  const runs: { band: string; months: string[] }[] = [];
  for (const { month, value } of input.months) {
    const band = value.status === "band" ? value.band.label : isBelowThreshold(value) ? lowest : WITHHELD;
    const previous = runs.at(-1);
    if (previous?.band === band) previous.months.push(month);
    else runs.push({ band, months: [month] });
  }
  return runs.map((run) => ({
    name: spanName(run.months),
    band: run.band,
    events:
      events
        .filter((event) => run.months.includes(event.month))
        .map((event) => `${event.number}: ${event.label}`)
        .join(". ") || "geen",
  }));
}

/** "november 2024", "juli tot en met oktober 2025", "december 2024 tot en met februari 2025" */
function spanName(months: readonly string[]): string {
  const first = months[0] ?? "";
  const last = months.at(-1) ?? first;
  if (first === last) return monthName(first);
  const from = first.slice(0, 4) === last.slice(0, 4) ? monthWord(first) : monthName(first);
  return `${from} tot en met ${monthName(last)}`;
}
