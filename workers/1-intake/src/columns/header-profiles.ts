import { columnKey, type FieldName } from "./field-names.js";

/** How the list of contacts of one kind of case system is read: its headings, and the field that each is. */
export interface HeaderProfile {
  readonly id: string;
  /** What kind of system. */
  readonly name: string;
  /** Headings that together occur in no other profile. A file that has all of them is of this kind. */
  readonly recognisedBy: readonly string[];
  /** Headings whose field no synonym tells, or tells wrongly. The others go by their synonyms. */
  readonly columns: Readonly<Record<string, FieldName>>;
}

/**
 * The kinds of case systems that neighbourhood teams work with, by the words that each kind has for a household, a contact and its text.
 * Kinds and no products: no supplier publishes a fixed form of its export, since a municipality sets up its own list there. So a profile
 * is a beginning that `rodedraad import --dry-run` checks; docs/SOURCES.md says which list to set up. A heading that a profile knows and
 * the file lacks changes nothing.
 */
export const HEADER_PROFILES: readonly HeaderProfile[] = [
  {
    id: "regie",
    name: "Regiesysteem: een plan per huishouden, met contactmomenten",
    recognisedBy: ["Regienummer", "Contactmoment"],
    columns: {
      Contactmomentnummer: "bronId",
      Regienummer: "casusRef",
      Contactmoment: "datum",
      Organisatieonderdeel: "team",
      Regisseur: "medewerkerRef",
      Toelichting: "tekst",
    },
  },
  {
    id: "voorzieningen",
    name: "Voorzieningensysteem (Wmo en Jeugd): een cliënt met contactnotities",
    recognisedBy: ["Cliëntnummer", "Contactnotitie"],
    columns: {
      Contactnummer: "bronId",
      Cliëntnummer: "casusRef",
      Afdeling: "team",
      Behandelaar: "medewerkerRef",
      Contactnotitie: "tekst",
    },
  },
  {
    id: "plan",
    name: "Systeem voor een gezinsplan, met een journaal",
    recognisedBy: ["Plannummer", "Journaalregel"],
    columns: {
      Journaalnummer: "bronId",
      Plannummer: "casusRef",
      Journaaldatum: "datum",
      Werkgroep: "team",
      Casusregisseur: "medewerkerRef",
      Journaalregel: "tekst",
    },
  },
  {
    id: "welzijn",
    name: "Registratie van welzijnswerk: een traject met contactregistraties",
    recognisedBy: ["Trajectnummer", "Contactregistratie"],
    columns: {
      Contactregistratienummer: "bronId",
      Trajectnummer: "casusRef",
      "Datum contact": "datum",
      Uitvoerder: "medewerkerRef",
      Contactregistratie: "tekst",
    },
  },
  {
    id: "dossier",
    name: "Elektronisch cliëntdossier, met rapportages",
    recognisedBy: ["Cliënt-ID", "Rapportagesoort"],
    columns: {
      "Rapportage-ID": "bronId",
      "Cliënt-ID": "casusRef",
      Rapportagedatum: "datum",
      Locatie: "team",
      "Geschreven door": "medewerkerRef",
      Rapportage: "tekst",
    },
  },
];

/** The profile whose headings a file has; undefined when it is of no system that we know. */
export function profileOf(headings: readonly string[]): HeaderProfile | undefined {
  const keys = new Set(headings.map(columnKey));
  return HEADER_PROFILES.find(({ recognisedBy }) => recognisedBy.every((heading) => keys.has(columnKey(heading))));
}

/** What a profile says about the headings that are there. */
export function profileMapping(headings: readonly string[]): Readonly<Record<string, FieldName>> {
  const keys = new Set(headings.map(columnKey));
  const columns = profileOf(headings)?.columns ?? {};
  return Object.fromEntries(Object.entries(columns).filter(([heading]) => keys.has(columnKey(heading))));
}
