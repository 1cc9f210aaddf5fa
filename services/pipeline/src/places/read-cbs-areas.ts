import { type AreaCode, ProductError } from "@rode-draad/domain";
import { readSmallTable, type SmallTable } from "@rode-draad/intake";

/**
 * Reads the wijken of one municipality from a list that CBS publishes: "Kerncijfers wijken en buurten" (columns gwb_code_10, regio,
 * gm_naam, recs), the same table from StatLine (Codering_3, WijkenEnBuurten, Gemeentenaam_1, SoortRegio_2), the list of names that comes
 * with the postcodes (wijkcode2024, wijknaam2024), or any CSV with such a column of codes and one of names. Cost: linear.
 */
interface CbsAreas {
  readonly areas: readonly { readonly code: AreaCode; readonly name: string }[];
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

/** Headings without case, signs and the year or number at the end. */
const CODES = ["gwbcode", "codering", "wijkcode", "wkcode", "wijk", "code"];
const NAMES = ["regio", "wijkenenbuurten", "wijknaam", "wknaam", "naam"];
const MUNICIPALITIES = ["gmnaam", "gemeentenaam", "gemeente"];

const WIJK = /^WK\d{4}[0-9A-Z]{2}$/;
/** Country, part of the country, province, municipality, neighbourhood and the like: good lines that are no wijk. */
const OTHER_REGION = /^(?:NL|LD|PV|GM|BU|CR|ES)[0-9A-Z]{2,8}$/;
/** Of a column that holds wijken only: the code without its letters, and without the zeros in front. */
const BARE = /^\d{1,5}[0-9A-Z]$/;
const NAME_CHARACTERS_MAX = 80;
/** More wijken than the largest municipality has. */
const AREAS_MAX = 400;
const PROBLEMS_MAX = 100;
const NAMES_TOLD_MAX = 8;

/** @throws ProductError `areas-unreadable` when the file as a whole is of no use, with what to do. */
export function readCbsAreas(bytes: Buffer, municipality: string): CbsAreas {
  const table = readSmallTable(bytes);
  const columns = findColumns(table);
  const problems: { line: number; reason: string }[] = [];
  const found = new Map<AreaCode, { readonly name: string; readonly town: string; readonly line: number }>();
  const townOfNumber = new Map<string, string>();
  for (const { line, cells } of table.rows) {
    const raw = (cells[columns.code] ?? "").trim().toUpperCase();
    const name = (cells[columns.name] ?? "").replace(/\s+/g, " ").trim();
    if (/^GM\d{4}$/.test(raw)) townOfNumber.set(raw.slice(2), name);
    if (OTHER_REGION.test(raw)) continue;
    const code = columns.isBare && BARE.test(raw) ? `WK${raw.padStart(6, "0")}` : raw;
    const reason = whyNot(code, name, found);
    if (reason !== undefined) problems.push({ line, reason });
    else found.set(code, { name, town: (cells[columns.town ?? -1] ?? "").trim(), line });
  }
  const areas = ofMunicipality(found, townOfNumber, municipality);
  if (areas.length === 0) {
    const [first] = problems;
    throw unreadable(
      first === undefined
        ? "Er staan geen wijken in dit bestand. Kies een lijst met wijken van het CBS."
        : `Er staan geen wijken in die wij kunnen lezen. Regel ${first.line}: ${first.reason}`,
    );
  }
  if (areas.length > AREAS_MAX)
    throw unreadable(`Dit zijn meer dan ${AREAS_MAX} wijken. Laat alleen je eigen gemeente staan.`);
  return { areas, problems: problems.slice(0, PROBLEMS_MAX) };
}

interface Columns {
  readonly code: number;
  readonly name: number;
  readonly town: number | undefined;
  /** The column holds wijken and nothing else, so a code may stand there without its letters. */
  readonly isBare: boolean;
}

function findColumns({ headings, rows }: SmallTable): Columns {
  const keys = headings.map((heading) => heading.toLowerCase().replace(/[^a-z]/g, ""));
  const at = (names: readonly string[]): number[] =>
    names.flatMap((name) => keys.flatMap((key, index) => (key === name ? [index] : [])));
  const codes = at(CODES);
  const holds = (column: number): boolean =>
    rows.some(({ cells }) => WIJK.test((cells[column] ?? "").trim().toUpperCase()));
  const code = codes.find(holds) ?? codes[0];
  const [name] = at(NAMES).filter((column) => column !== code);
  if (code === undefined || name === undefined) {
    const which = code === undefined ? "codes (gwb_code_10 of wijkcode)" : "namen (regio of wijknaam)";
    throw unreadable(`Wij vinden op de eerste regel geen kolom met ${which}. Kies een CSV-bestand van het CBS.`);
  }
  return {
    code,
    name,
    town: at(MUNICIPALITIES).find((column) => column !== name),
    isBare: /^w(?:ij)?k/.test(keys[code] ?? ""),
  };
}

function whyNot(
  code: string,
  name: string,
  found: ReadonlyMap<string, { readonly name: string; readonly line: number }>,
) {
  if (!WIJK.test(code)) return "De code is geen wijkcode. Een wijkcode is WK met 6 tekens erachter, zoals WK036301.";
  if (name === "") return "De naam van de wijk ontbreekt. Vul de naam in.";
  if (name.length > NAME_CHARACTERS_MAX) return `De naam is langer dan ${NAME_CHARACTERS_MAX} tekens. Kort hem in.`;
  const other = found.get(code);
  if (other !== undefined && other.name !== name) {
    return `Deze code staat ook op regel ${other.line}, met een andere naam. Laat er één staan.`;
  }
  return undefined;
}

/** The wijken of this municipality; a list of one municipality needs no name of it. */
function ofMunicipality(
  found: ReadonlyMap<AreaCode, { readonly name: string; readonly town: string }>,
  townOfNumber: ReadonlyMap<string, string>,
  municipality: string,
): { code: AreaCode; name: string }[] {
  const all = [...found].map(([code, { name, town }]) => ({
    code,
    name,
    town: town === "" ? (townOfNumber.get(code.slice(2, 6)) ?? code.slice(2, 6)) : town,
  }));
  const towns = [...new Set(all.map(({ town }) => town))];
  const wanted = municipality.trim().toLowerCase();
  const own = towns.length <= 1 ? all : all.filter(({ town }) => town.toLowerCase() === wanted);
  if (own.length === 0 && all.length > 0) {
    const told = towns.slice(0, NAMES_TOLD_MAX).join(", ");
    const more = towns.length > NAMES_TOLD_MAX ? ` en nog ${towns.length - NAMES_TOLD_MAX}` : "";
    throw unreadable(`Gemeente ${municipality} staat er niet in. Er staan wijken in van: ${told}${more}.`);
  }
  return own.map(({ code, name }) => ({ code, name })).sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** What people in the municipality call it: "Wijk 02 Noord" is "Noord". */
export function shortAreaName(name: string): string {
  return name.replace(/^Wijk \d{1,2} /i, "");
}

function unreadable(sentence: string): ProductError {
  return new ProductError("areas-unreadable", sentence);
}
