import { ProductError } from "@rode-draad/domain";
import { parseDay } from "../row/parse-day.js";
import { columnKey, FIELD_NAMES, FIELD_SYNONYMS, type FieldName, REQUIRED_FIELDS } from "./field-names.js";
import { profileMapping } from "./header-profiles.js";

/** What a person says about columns: column heading → field name, or nothing for a column that is not to be read. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** Stands in a mapping for a column that is not to be read, whatever its heading. */
const NOT_READ = "";

/** Which column feeds which field. */
export interface ColumnPlan {
  /** As they stand in the source. */
  readonly headings: readonly string[];
  /** Per column its field, or undefined when the column is ignored. */
  readonly fieldOfColumn: readonly (FieldName | undefined)[];
  readonly columnOfField: ReadonlyMap<FieldName, string>;
  /** Headings that no field uses and that read like a name; reported, never read. */
  readonly ignored: readonly string[];
}

const FIELD_BY_KEY: ReadonlyMap<string, FieldName> = new Map(
  FIELD_NAMES.flatMap((field) => [field, ...FIELD_SYNONYMS[field]].map((name) => [columnKey(name), field] as const)),
);

/** Finds a field by its own name or a synonym; undefined when the word is none of ours. */
export function fieldOf(heading: string): FieldName | undefined {
  return FIELD_BY_KEY.get(columnKey(heading));
}

/** The required fields that a row of headings does not give. */
export function missingFields(plan: ColumnPlan): FieldName[] {
  return REQUIRED_FIELDS.filter((field) => !plan.columnOfField.has(field));
}

/**
 * Reads a row of headings. What a person says comes before what is known of the system that the file is of, and that before synonyms.
 * Throws when two columns claim one field, or when the mapping names a column or field that does not exist.
 */
export function planColumns(headings: readonly string[], mapping: ColumnMapping = {}): ColumnPlan {
  const said = readMapping(headings, withProfile(headings, mapping));
  const mappedFields = new Set([...said.values()].filter((field) => field !== undefined));
  const columnOfField = new Map<FieldName, string>();
  const ignored: string[] = [];
  const fieldOfColumn = headings.map((heading, index) => {
    const guess = fieldOf(heading);
    // A field that the person mapped by hand is not also guessed from another heading.
    const isGuess = guess !== undefined && !mappedFields.has(guess);
    const field = said.has(index) ? said.get(index) : isGuess ? guess : undefined;
    if (field === undefined) {
      const shown = visible(heading);
      if (isShortName(shown)) ignored.push(shown);
      return undefined;
    }
    const other = columnOfField.get(field);
    if (other !== undefined) throw twoColumnsForOneField(field, other, heading);
    columnOfField.set(field, visible(heading));
    return field;
  });
  return { headings, fieldOfColumn, columnOfField, ignored };
}

/** Which field each heading would feed if nobody said anything; of two that claim one field, the first. Throws for a row of no headings. */
export function guessColumns(headings: readonly string[]): ColumnPlan {
  if (!headings.every(mayBeHeading) || headings.every((heading) => visible(heading) === "")) {
    throw new ProductError(
      "intake.no-headings",
      "Op de eerste regel staan geen kolomnamen. Zet boven elke kolom een naam en probeer het opnieuw.",
    );
  }
  const taken = new Set<FieldName>();
  const fieldOfColumn = headings.map((heading) => {
    const field = fieldOf(heading);
    if (field === undefined || taken.has(field)) return undefined;
    taken.add(field);
    return field;
  });
  return { headings, fieldOfColumn, columnOfField: new Map(), ignored: [] };
}

/** What a person says of a field takes the place of what the profile says of it. */
function withProfile(headings: readonly string[], mapping: ColumnMapping): ColumnMapping {
  const said = new Set(Object.values(mapping).map(fieldOf));
  const known = Object.entries(profileMapping(headings)).filter(([, field]) => !said.has(field));
  return { ...Object.fromEntries(known), ...mapping };
}

/** Throws when a required column is missing; the message lists what was found and how to go on. */
export function requireColumns(plan: ColumnPlan, headings: readonly string[]): void {
  const missing = missingFields(plan);
  if (missing.length === 0) return;
  const names = missing.map((field) => `"${field}"`).join(", ");
  const [first] = missing;
  throw new ProductError(
    "intake.missing-column",
    `${missing.length === 1 ? "De kolom" : "De kolommen"} ${names} ${missing.length === 1 ? "staat" : "staan"} niet in het bestand. ` +
      `Gevonden: ${listHeadings(headings)}. Heet de kolom anders? Zeg het met --map "kolomnaam=${first}".`,
  );
}

function readMapping(headings: readonly string[], mapping: ColumnMapping): Map<number, FieldName | undefined> {
  const said = new Map<number, FieldName | undefined>();
  for (const [column, target] of Object.entries(mapping)) {
    const field = fieldOf(target);
    if (field === undefined && target !== NOT_READ) {
      throw new ProductError(
        "intake.unknown-field",
        `"${clip(target)}" is geen veld van een notitie. Kies uit: ${FIELD_NAMES.join(", ")}.`,
      );
    }
    const index = headings.findIndex((heading) => columnKey(heading) === columnKey(column));
    if (index < 0) {
      throw new ProductError(
        "intake.unknown-column",
        `De kolom "${clip(column)}" uit --map staat niet in het bestand. Gevonden: ${listHeadings(headings)}.`,
      );
    }
    said.set(index, field);
  }
  return said;
}

function twoColumnsForOneField(field: FieldName, first: string, second: string): ProductError {
  return new ProductError(
    "intake.two-columns-one-field",
    `Twee kolommen horen bij "${field}": "${clip(first)}" en "${clip(second)}". ` +
      `Kies er een met --map "${clip(first)}=${field}", of haal een kolom weg.`,
  );
}

/** Headings for a message: never more than fits on a screen, since a broken file can have any number of them. */
function listHeadings(headings: readonly string[]): string {
  if (!headings.every(mayBeHeading)) return "een rij zonder kolomnamen";
  const shown = headings.slice(0, 20).map(visible).filter(isShortName);
  const rest = headings.filter((heading) => visible(heading) !== "").length - shown.length;
  if (shown.length === 0) return "geen kolomnamen";
  return shown.join(", ") + (rest > 0 ? ` en nog ${rest}` : "");
}

const HEADING_CHARACTERS_MAX = 100;
/** Later than any date in a file: here only the form of a date counts. */
const ANY_DAY = "9999-12-31";

/**
 * Rule: a message repeats no row with a date, a number or a long text in it. Rationale: the first row of a file without headings
 * is a client's, and a message stands on a screen, in a terminal and in what keeps its output.
 */
function mayBeHeading(cell: string): boolean {
  return cell.length <= HEADING_CHARACTERS_MAX && !/\d{4}/.test(cell) && !("day" in parseDay(cell, ANY_DAY));
}

const NAME_CHARACTERS_MAX = 40;
const NAME_WORDS_MAX = 4;

/** The names of fields that a program sends are anybody's text as well: what is as long as a sentence is not repeated. */
function isShortName(heading: string): boolean {
  return (
    heading !== "" &&
    heading.length <= NAME_CHARACTERS_MAX &&
    heading.split(" ").length <= NAME_WORDS_MAX &&
    mayBeHeading(heading)
  );
}

/** A heading as it may be shown; undefined for one that reads like a sentence. */
export function shownHeading(heading: string): string | undefined {
  const shown = visible(heading);
  return isShortName(shown) ? shown : undefined;
}

/** A heading is somebody else's text: control characters in it could move the cursor or change the colours of a terminal. */
function visible(heading: string): string {
  return heading.replace(/\s+/g, " ").replace(/\p{C}/gu, "").trim();
}

function clip(heading: string): string {
  const text = visible(heading);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
