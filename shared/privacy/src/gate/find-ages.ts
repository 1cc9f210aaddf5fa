import type { Candidate } from "./candidate.js";
import type { ReadableNote } from "./readable-note.js";

/** Ages of 90 and over, in digits or words; few people have them, so they point at one. O(n). */
const ONES = "(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)";
const SMALL = `(?:${ONES}|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)`;
const AGE_WORDS = `(?:(?:${ONES}[eë]n)?negentig|honderd(?:\\s?(?:en\\s?)?${SMALL})?)`;
const AGE = `(?:(?:9\\d|1[01]\\d)|${AGE_WORDS})`;
const UNIT = "(?:[\\s-]?(?:jaar|jr|jarige?n?|-jarige?|jaren|levensjaren|lentes)(?!\\p{L})\\.?(?: oud(?!\\p{L}))?)";
const WITH_UNIT = new RegExp(`(?<![\\p{L}\\d.,€/-])${AGE}${UNIT}`, "giu");
const BARE = new RegExp(`(?<![\\p{L}\\d.,€%/:-])${AGE}(?![\\p{L}\\d%:]|[.,/-]\\d|-)`, "giu");

/** A span of time, not an age: "al 90 jaar bestaat", "over 95 jaar". */
const NOT_AN_AGE_BEFORE =
  /(?:(?<!\p{L})(?:over|onder de|boven de|sinds|garantie|looptijd|bestaat(?: al)?|binnen|kamer|lijn|bus|tram|nummer|nr|artikel|art\.?|huis|afdeling|mg|score|groep|pagina|eind jaren|begin jaren|jaren|minder dan|meer dan) ?(?:al )?)$/iu;
const AGE_BEFORE =
  /(?:(?<!\p{L})(?:is|wordt|werd|geworden|minstens|ruim|bijna|inmiddels|al|pas|nog|leeftijd|lft\.?|leeftijd:|moeder|vader|oma|opa|zus|broer|weduwe|weduwnaar|vrouw|dame|man|heer) (?:van |zelf |ook |intussen |nu |al |inmiddels |net |bijna |ruim |minstens |met (?:haar|zijn) )?)$/iu;
const PERSON_OF =
  /(?:vrouw|man|dame|heer|moeder|vader|oma|opa|buurvrouw|buurman|weduwe|weduwnaar|bewoner|bewoonster|tante|oom|zus|broer|cli[eë]nte?|mevrouw|meneer)\s+van\s+$/iu;
/** "De oudste bewoonster, honderdeen, zit beneden." */
const PERSON_AND_COMMA =
  /(?:vrouw|man|dame|heer|moeder|vader|oma|opa|weduwe|weduwnaar|bewoner|bewoonster|tante|oom|mevrouw|meneer), $/iu;
const WITH_THEIR = /met\s+(?:haar|zijn)\s+$/iu;
/** "wordt volgende maand honderd": a few words may stand between. */
const WORDED_AGE_BEFORE =
  /(?<!\p{L})(?:wordt|werd|word)(?: (?:volgende|deze|vorige|morgen|vandaag|gisteren|over|twee|drie|een|maand|week|weken|maanden|jaar|binnenkort|dit|in|komende|aanstaande|a\.s\.|(?:maan|dins|woens|donder|vrij|zater|zon)dag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)){1,4} $/iu;
const UNIT_AFTER =
  /^\s?(?:euro|eur|%|procent|cent|km|kg|gram|mg|ml|meter|cm|min(?:uten|uut)?|uur|uren|dagen|dag|weken|week|maanden|keer|x|stuks|mensen|personen|gezinnen|woningen|euro's|gasten|punten|kilo|liter|bladzijden|bezoekers|kinderen|deelnemers|vragen|pagina)/iu;
const DIED_OR_BECAME_AFTER = /^\s(?:geworden|en\s|oud|lentes)/iu;

/** "dik in de negentig", "begin negentig"; the nineties have "jaren" in between. */
const DECADE =
  /(?<![\p{L}])(?:(?:dik|ver|diep|hoog|ruim|al|begin|half|midden|eind|net)(?: in de)?|in de) negentig(?!\p{L})/giu;
/** "haar 95ste verjaardag", "op zijn 91e". */
const ORDINAL =
  /(?<=(?:haar|zijn|hun|de|het) )(?:9\d|1[01]\d)(?:e|ste|de)(?=[ -](?:verjaardag|levensjaar|geboortedag))|(?<=op (?:haar|zijn) )(?:9\d|1[01]\d)(?:e|ste|de)(?!\p{L})/giu;

export interface NamePlaces {
  endsBefore(offset: number): boolean;
}

export function findAges(note: ReadableNote, names: NamePlaces): Candidate[] {
  const { text } = note;
  if (!/9\d|1[01]\d|negentig|honderd/i.test(text)) return [];
  const found: Candidate[] = [];
  for (const match of text.matchAll(WITH_UNIT)) {
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    if (NOT_AN_AGE_BEFORE.test(before)) continue;
    found.push({ start: match.index, end: match.index + match[0].trimEnd().length, type: "AGE_OVER_89" });
  }
  for (const form of [DECADE, ORDINAL])
    for (const match of text.matchAll(form))
      found.push({ start: match.index, end: match.index + match[0].length, type: "AGE_OVER_89" });
  for (const match of text.matchAll(BARE)) {
    const end = match.index + match[0].length;
    if (found.some((other) => other.start <= match.index && match.index < other.end)) continue;
    if (isBareAge(text, match.index, end, names)) found.push({ start: match.index, end, type: "AGE_OVER_89" });
  }
  return found;
}

function isBareAge(text: string, start: number, end: number, names: NamePlaces): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 16);
  if (UNIT_AFTER.test(after)) return false;
  if (PERSON_OF.test(before) || WITH_THEIR.test(before)) return true;
  const bracketed = /\($/.test(before) && /^\)/.test(after);
  if (bracketed) return names.endsBefore(start) || /\p{L}\s\($/u.test(before);
  if (PERSON_AND_COMMA.test(before) && /^,/.test(after)) return true;
  if (/,\s$/.test(before) && names.endsBefore(start) && /^[\s,.;)]/.test(after)) return true;
  if (NOT_AN_AGE_BEFORE.test(before)) return false;
  if (/^ (?:is )?geworden/i.test(after) || WORDED_AGE_BEFORE.test(text.slice(Math.max(0, start - 50), start)))
    return true;
  const sentenceGoesOn =
    /^(?:$|[.,;:!?)]|\s(?:en|geworden|oud|maar|of|jaar|woont|,)|\n)/iu.test(after) || DIED_OR_BECAME_AFTER.test(after);
  return AGE_BEFORE.test(before) && sentenceGoesOn;
}
