import { MASKS } from "./masks.js";
import type { Stretch } from "./readable-note.js";

/** Words that source systems put in brackets in place of an identifier; the gate's own masks come on top. */
const PLACEHOLDER_WORDS = new Set(
  `ACHTERNAAM ADRES BEDRAG BSN CLIENT CLIËNT COLLEGA DATUM DOCHTER EMAIL FAMILIE GEBOORTEDATUM GEHEIM HUISARTS IBAN INITIALEN
  KIND LEEFTIJD LOCATIE MAIL MEDEWERKER MOEDER NAAM NUMMER ORGANISATIE PARTNER PERSOON PLAATS POSTCODE SCHOOL STRAAT
  TELEFOON TELEFOONNUMMER URL VADER VERWIJDERD VOORNAAM WOONPLAATS ZOON ZAAKNUMMER GEANONIMISEERD ANONIEM PERSON NAME`.split(
    /\s+/,
  ),
);
for (const mask of Object.values(MASKS)) for (const word of mask.slice(1, -1).split(" ")) PLACEHOLDER_WORDS.add(word);

const BRACKETED = /\[([^[\]<>\n]{1,40})\]|<([^[\]<>\n@]{1,40})>/g;

/** Stretches that stand for something taken out before, such as [NAAM PARTNER] or <PERSOON_1>. */
export function findPlaceholders(text: string): Stretch[] {
  if (!text.includes("[") && !text.includes("<")) return [];
  const found: Stretch[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const words = (match[1] ?? match[2] ?? "").split(/[\s_\-/+]+/).filter((word) => word !== "");
    const known = words.every(
      (word) => PLACEHOLDER_WORDS.has(word.toUpperCase()) || /^\d{1,3}\+?$|^\p{Lu}$/u.test(word),
    );
    if (known && words.length > 0) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
