import type { Day, IncomingNote } from "@rode-draad/domain";
import type { FieldName } from "../columns/field-names.js";
import { CODE_CHARACTERS_MAX, TEXT_CHARACTERS_MAX } from "../limits.js";
import type { DataRow, RowProblem } from "./data-row.js";
import { type AreaIndex, findArea } from "./find-area.js";
import type { TeamFinder } from "./find-team.js";
import { parseDay } from "./parse-day.js";
import { parseYesNo } from "./parse-yes-no.js";

/** What a row turned out to be. A row with problems lists all of them, so that a person mends it in one go. */
export type RowOutcome =
  | { readonly kind: "note"; readonly row: number; readonly note: IncomingNote; readonly textHash: string }
  /** The client objected. The id tells which stored note has to go, if there is one. */
  | { readonly kind: "objected"; readonly row: number; readonly sourceId: string | undefined }
  | { readonly kind: "refused"; readonly row: number; readonly problems: readonly RowProblem[] };

export interface RowRules {
  readonly today: Day;
  readonly areas: AreaIndex;
  readonly teams: TeamFinder;
}

/** Checks a row against the description of a case note. */
export function readNote(row: DataRow, rules: RowRules): RowOutcome {
  const problems: RowProblem[] = [...row.problems];
  const refuse = (field: FieldName, reason: string): void => {
    problems.push({ row: row.row, column: row.columnOfField.get(field) ?? field, field, reason });
  };
  const sourceId = readCode(row, "bronId", refuse);
  const objection = readYesNo(row, "nietGebruiken", refuse);
  // A client's objection holds whatever else is wrong with the row.
  if (objection === true) return { kind: "objected", row: row.row, sourceId: sourceId === "" ? undefined : sourceId };
  if (sourceId === "") refuse("bronId", "De bronId ontbreekt. Vul het nummer van de notitie in het bronsysteem in.");
  const caseRef = readCode(row, "casusRef", refuse);
  const professionalRef = readCode(row, "medewerkerRef", refuse);
  const safetyFlag = readYesNo(row, "veiligheid", refuse) ?? false;
  const date = parseDay(row.fields.datum ?? "", rules.today, row.dateSystem);
  if ("problem" in date) refuse("datum", date.problem);
  const team = readTeam(row, rules.teams, refuse);
  const area = readArea(row, rules.areas, refuse);
  const text = row.text;
  if (text === undefined || text.isBlank)
    refuse("tekst", "De notitie is leeg. Vul de tekst in, of laat de notitie weg.");
  else if (text.length > TEXT_CHARACTERS_MAX) {
    refuse(
      "tekst",
      `De tekst heeft ${text.length.toLocaleString("nl-NL")} tekens. Een notitie mag er 200.000 hebben. Kort de tekst in.`,
    );
  }
  if (problems.length > 0 || text === undefined || "problem" in date || area === undefined || team === undefined) {
    return { kind: "refused", row: row.row, problems };
  }
  return {
    kind: "note",
    row: row.row,
    textHash: row.textHash,
    note: {
      sourceId,
      ...(caseRef === "" ? {} : { caseRef }),
      ...(professionalRef === "" ? {} : { professionalRef }),
      date: date.day,
      team,
      area,
      safetyFlag,
      objection: false,
      text,
    },
  };
}

type Refuse = (field: FieldName, reason: string) => void;

function readCode(row: DataRow, field: "bronId" | "casusRef" | "medewerkerRef", refuse: Refuse): string {
  const code = (row.fields[field] ?? "").normalize("NFC").trim();
  if (code.length > CODE_CHARACTERS_MAX) {
    refuse(field, `Deze waarde is langer dan ${CODE_CHARACTERS_MAX} tekens. Staat de juiste kolom bij "${field}"?`);
  }
  return code;
}

function readYesNo(row: DataRow, field: "veiligheid" | "nietGebruiken", refuse: Refuse): boolean | undefined {
  const answer = parseYesNo(row.fields[field] ?? "");
  if (answer === undefined) refuse(field, 'Hier kan alleen ja of nee staan. Schrijf "ja" of "nee", of laat het leeg.');
  return answer;
}

function readTeam(row: DataRow, teams: TeamFinder, refuse: Refuse): string | undefined {
  const value = row.fields.team ?? "";
  if (value.trim() === "") {
    refuse("team", "Het team ontbreekt. Vul de code van het team in.");
    return undefined;
  }
  const team = teams.find(value);
  if (team === undefined)
    refuse("team", "Dit is geen code of naam van een team. Gebruik hooguit 40 letters en cijfers.");
  return team;
}

function readArea(row: DataRow, areas: AreaIndex, refuse: Refuse): string | undefined {
  const value = row.fields.wijk ?? "";
  if (value.trim() === "") {
    refuse("wijk", "De wijk ontbreekt. Vul de CBS-wijkcode in, zoals WK036301, of de naam van de wijk.");
    return undefined;
  }
  const area = findArea(value, areas);
  if (area === undefined) {
    refuse(
      "wijk",
      'Wij kennen deze wijk niet. Gebruik de CBS-wijkcode, of zeg één keer welke erbij hoort: rodedraad import --wijk "Naam=WK036301".',
    );
  }
  return area;
}
