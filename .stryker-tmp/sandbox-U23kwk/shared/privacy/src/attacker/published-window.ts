/**
 * What one audience can read of one window: labels and reasons as they stand on the page, and nothing else. The attacker
 * starts from here. It shares no code with the release gate, so that a mistake there is not made twice.
 */
export interface PublishedWindow {
  /** First and last month, `YYYY-MM`, both included. */
  readonly window: { readonly first: string; readonly last: string };
  readonly released: readonly PublishedCell[];
  /** Pairs of themes that were said to go together. */
  readonly knots?: readonly (readonly [string, string])[];
  /** Figures about the whole municipality beside the table, by name: `households` is "ongeveer 480". */
  readonly figures?: Readonly<Record<string, string>>;
}

/** One cell of a page: a label such as "10 tot 14", or the reason why there is none. No place: the whole municipality. */
export interface PublishedCell {
  readonly themeId: string;
  readonly areaCode?: string;
  readonly teamCode?: string;
  readonly status: "band" | "withheld";
  readonly band?: { readonly label: string };
  readonly reason?: string;
}

/** The rules of the gate that every reader can look up. */
export interface PublicRules {
  /** The threshold: a count below it is hidden, and must keep at least this many possible values. */
  readonly casesMin: number;
  /** A scope with fewer open cases shows nothing. */
  readonly openCasesMin: number;
  /** How many times more often than by chance a pair goes together before it is named. */
  readonly knotLiftMin: number;
}

/** The whole numbers that a count can be. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** No municipality has more households behind one theme; keeps every linear programme bounded. */
export const COUNT_MAX = 100_000;

/** What a page says of a cell, and whether its count was meant to stay hidden. */
export interface Statement extends Bounds {
  readonly hidden: boolean;
}

/** Reads a cell as a reader does. Reasons about colleagues are only given from the threshold on. */
export function readCell(cell: PublishedCell, rules: PublicRules): Statement {
  if (cell.status === "band") {
    const bounds = readLabel(cell.band?.label ?? "");
    return { ...bounds, hidden: bounds.min === 0 };
  }
  switch (cell.reason) {
    case "denominator-too-small":
      return { min: 0, max: rules.openCasesMin - 1, hidden: true };
    case "too-few-professionals":
    case "dominance":
    case "group-disclosure":
      return { min: rules.casesMin, max: COUNT_MAX, hidden: true };
    default:
      return { min: 0, max: COUNT_MAX, hidden: true };
  }
}

const ROUNDED_TO = 5;

/** "minder dan 10", "10 tot 14", "50 of meer" or "ongeveer 480". What cannot be read tells nothing. */
export function readLabel(label: string): Bounds {
  const [first = 0, second = COUNT_MAX] = (label.match(/\d+/g) ?? []).map(Number);
  if (label.startsWith("minder dan")) return { min: 0, max: first - 1 };
  if (label.startsWith("ongeveer")) {
    return { min: first - Math.floor(ROUNDED_TO / 2), max: first + Math.floor(ROUNDED_TO / 2) };
  }
  return { min: first, max: second };
}
