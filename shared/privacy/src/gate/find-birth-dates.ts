import type { Candidate } from "./candidate.js";
import type { ReadableNote } from "./readable-note.js";

/**
 * Birth dates: every date in the text, kept when a word calls it a birth date or when it stands where a birth date
 * stands (right behind a name or beside a BSN). Other dates stay. A date is looked at once: O(n).
 */
const MONTH =
  "(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|jun[ie]?|juni|jul[ie]?|juli|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY_WORD =
  "(?:een|één|eerste|tweede?|derde|drie|vierd?e?|vijfd?e?|zesd?e?|zevend?e?|achtste|acht|negend?e?|tiend?e?|elfd?e?|twaalfd?e?|dertiend?e?|veertiend?e?|vijftiend?e?|zestiend?e?|zeventiend?e?|achttiend?e?|negentiend?e?|(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[- ]?[eë]n[- ]?)?(?:twintig|dertig)(?:ste)?)";
const YEAR_WORD =
  "(?:\\d{4}|['’]?\\d{2}(?!\\d)|(?:negentien|twee\\s?duizend|achttien)\\p{L}*(?: (?:honderd|en(?= (?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertig|veertig|tachtig))|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertig|veertig|tachtig)\\p{L}*){0,3}|twintig twintig|(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))";
const FORMS = [
  /(?<!\d)(?<!\d[.\-/])(?:0?[1-9]|[12]\d|3[01])\s?[-./]\s?(?:0?[1-9]|1[0-2])\s?[-./]\s?(?:['’´`]\s?\d{2}|(?:18|19|20)\d{2}|\d{2})(?![\d]|[.\-/]\d)/gu,
  /(?<!\d)(?<!\d[.\-/])(?:18|19|20)\d{2}\s?[-./]\s?(?:0[1-9]|1[0-2]|[1-9])\s?[-./]\s?(?:0[1-9]|[12]\d|3[01]|[1-9])(?!\d)/gu,
  /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/gu,
  // Six digits are a birth date only right behind a word that says so.
  /(?<=(?:geb\p{L}*|dob|gd)[.:]? )(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}(?!\d)/giu,
  /(?<!\d)(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:19|20)\d{2}(?!\d)/gu,
  // So are numbers with spaces only, what a scanner spaced out, and a short year behind a month.
  /(?<=(?:geb\p{L}*|dob|gd)[.:]?(?: op| dat\.?| datum)?:? )(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) (?:(?:18|19|20)\d{2}|\d{2})(?!\d)/giu,
  /(?<=(?:g ?e ?b ?(?:\. ?)?\p{L}*|dob|gd)[ .:]{0,3})(?:0 ?[1-9]|[12] ?\d|3 ?[01]|[1-9]) ?[-./] ?(?:0 ?[1-9]|1 ?[0-2]|[1-9]) ?[-./] ?(?:(?:1 ?[89]|2 ?0) ?)?\d ?\d(?! ?\d|[.\-/]\d)/giu,
  new RegExp(`(?<=(?:geb\\p{L}*|dob|gd)[.:]?(?: op)?:? )\\d{1,2} ${MONTH}\\.? \\d{2}(?!\\d)`, "giu"),
  new RegExp(
    `(?<![\\d\\p{L}])(?:0?[1-9]|[12]\\d|3[01])(?:e|ste|de)?[\\s.-]{0,2}${MONTH}\\.?[\\s.-]{0,2}(?:(?:18|19|20)\\d{2}|['’]\\s?\\d{2})(?!\\d)`,
    "giu",
  ),
] as const;
const WORDS = new RegExp(
  `(?<![\\p{L}\\d])(?:de )?(?:${DAY_WORD}|\\d{1,2}(?:e|ste|de)?) (?:van )?${MONTH} (?:van |in )?(?:het jaar )?${YEAR_WORD}(?![\\p{L}\\d]| ?(?:jr|jaar))`,
  "giu",
);
/** "geboren twaalf nul drie negentientachtig": the month by its number too, which only a word for being born tells. */
const SPOKEN = new RegExp(
  `(?<=(?:geb\\p{L}*|dob|gd)[.:]?(?: op| is)?:? )${DAY_WORD} (?:nul )?${DAY_WORD} (?:${YEAR_WORD}|${DAY_WORD})(?!\\p{L})`,
  "giu",
);
/** "jarig op 12 augustus", "viert op 6 augustus haar verjaardag": without a year only as a birthday. */
const BIRTHDAY = new RegExp(
  `(?<=(?<!\\p{L})(?:jarig|verjaart)(?: op)? |verjaardag(?: is)?(?: op)? )(?:${DAY_WORD}|\\d{1,2}e?) ${MONTH}(?![\\p{L}]|,? ?(?:\\d|negentien|twee ?duizend))|(?:${DAY_WORD}|\\d{1,2}e?) ${MONTH}(?= (?:(?:zijn|haar|hun|m'n|mijn) (?:\\p{L}+ )?verjaardag|jarig))`,
  "giu",
);

const MONTH_WORD = /januari|februari|maart|april|mei|jun|jul|augustus|september|oktober|november|december/i;

const BIRTH_BEFORE =
  /(?:geb(?:oren|oorte\p{L}*|\.?\s?dat(?:um)?|dt|dd)?|geb\.|gebdat|g\.?\s?d|jarig|dob|birth|verjaardag|verjaart|bevallen|beviel|bevalling|levenslicht|date of birth|g\s?e\s?b)(?![\p{L}])[^\d\n]{0,40}$/iu;
const BIRTH_AFTER =
  /^[^\d\n]{0,25}(?:geb(?:oren|oorte|\.|datum| )|als geb|ter wereld|jarig)|^ is (?:ze|zij|hij|mw|mevrouw|dhr|meneer)(?!\p{L})/iu;
/** "man ('12-6-1970')", "°13-05-1988". */
const PERSON_AND_BRACKET =
  /(?<!\p{L})(?:(?:man|vrouw|zoon|dochter|kind|jongste|oudste|jongen|meisje|moeder|vader|partner|broer|zus|cli[eë]nte?|mw|mevr|dhr|mevrouw|meneer)\.?(?: \(['’‘]?|, (?=$)| ?\d?: )|(?<!\d)\d{1,2}(?: jaar| jr)? \(|[°*]\s?)$/iu;
/** "op de zorgpas staat 15.10.1990", "1 januari 1960 in de BRP". */
const PAPERS =
  "(?:brp|gba|zorgpas|paspoort|pas|identiteits\\p{L}+|id-?kaart|id|verblijfs\\p{L}+|rijbewijs|geboorteakte|aanmeldformulier)";
const PAPERS_BEFORE = new RegExp(`${PAPERS}[^\\d\\n.;]{0,40}(?:staat|stond|vermeldt|zegt)(?: als| met)? $`, "iu");
const PAPERS_AFTER = new RegExp(`^ (?:in|op) (?:de |het |haar |zijn |hun )?${PAPERS}(?!\\p{L})`, "iu");
const IS_FROM =
  /(?:\b(?:(?:hij|zij|ze|die|jongen|meisje|kind|zoon|dochter|man|vrouw|mw|mevr|mevrouw|dhr|meneer|oma|opa|moeder|vader|broer|zus|partner|cli[eë]nte?)\.?\s+is|ik\s+ben)\s+van)\s*$/iu;
/** A date of an event rather than of a birth. */
const EVENT_BEFORE =
  /(?:(?<!\p{L})(?:op|per|vanaf|sinds|tot|t\/m|tm|d\.?d\.?|datum|van|voor|na|uiterlijk|start|begin|einde?|afspraak|gesprek|intake|brief|besluit|beschikking|verzonden|ontvangen|gemeld|geldig|ingang|loopt|verloopt|overleden|getrouwd|verhuisd|ontslagen|in dienst|ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)[\s:.(]*)$/iu;
const BSN_BEFORE = /\d{9}\W{1,6}$/;
const BSN_AFTER =
  /^[\s,;|:)(-]{1,4}(?:(?:bsn|burgerservicen\p{L}*|nummer|nr)\W{0,3})?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/iu;
const HEADER = /(?:gebdat|geb\.?\s?datum|geboortedat|geb\.)|(?:^|[;|\t])\s*geb\s*[;|\t]/iu;
const BIRTH_REACH = 70;
/** Nobody's birth date is this recent in a note about somebody of age; babies are named as such by a word. */
const BARE_AGE_MIN_YEARS = 1;

export interface NamePlaces {
  /** Whether a person's name ends right before an offset, but for brackets, commas and the like. */
  endsBefore(offset: number): boolean;
}

function yearOf(text: string): number | undefined {
  const full = /(?:18|19|20)\d{2}/.exec(text.replace(/\s/g, ""));
  return full ? Number(full[0]) : undefined;
}

function isBirthDate(note: ReadableNote, start: number, end: number, names: NamePlaces): boolean {
  const { text, digits } = note;
  const before = text.slice(Math.max(0, start - BIRTH_REACH), start);
  const after = text.slice(end, end + BIRTH_REACH);
  if (BIRTH_BEFORE.test(before.slice(-60)) || IS_FROM.test(before)) return true;
  if (BIRTH_AFTER.test(after)) return true;
  if (PAPERS_BEFORE.test(before) || PAPERS_AFTER.test(after)) return true;
  const compact = /^\d{8}$/.test(digits.slice(start, end));
  const year = yearOf(digits.slice(start, end));
  const old = year === undefined || year <= new Date().getFullYear() - BARE_AGE_MIN_YEARS;
  if (BSN_AFTER.test(digits.slice(end, end + BIRTH_REACH))) return true;
  if (BSN_BEFORE.test(digits.slice(Math.max(0, start - 20), start))) return true;
  if ((names.endsBefore(start) || PERSON_AND_BRACKET.test(before)) && old && !compact) return true;
  if (/[;|\t]\s*$/.test(before) && HEADER.test(text)) return true;
  return false;
}

export function findBirthDates(note: ReadableNote, names: NamePlaces): Candidate[] {
  const found: Candidate[] = [];
  const { text, digits } = note;
  const keep = (start: number, end: number): void => {
    const eventful = EVENT_BEFORE.test(text.slice(Math.max(0, start - 20), start));
    const born = /(?:geb|bevall|beviel|levenslicht|jarig|verjaar|kwam)[^\d\n]{0,30}$/iu.test(
      text.slice(Math.max(0, start - 40), start),
    );
    if (
      (!eventful || born || IS_FROM.test(text.slice(Math.max(0, start - 30), start))) &&
      isBirthDate(note, start, end, names)
    )
      found.push({ start, end, type: "DATE_OF_BIRTH" });
    else if (eventful && BIRTH_AFTER.test(text.slice(end, end + 30))) found.push({ start, end, type: "DATE_OF_BIRTH" });
  };
  if (/\d/.test(text)) {
    for (const form of FORMS)
      for (const match of digits.matchAll(form)) keep(match.index, match.index + match[0].length);
  }
  if (/negentien|duizend|tig|\d{4}|['’]\d\d/i.test(text) && MONTH_WORD.test(text)) {
    for (const match of text.matchAll(WORDS)) keep(match.index, match.index + match[0].length);
  }
  for (const [form, cue] of [
    [SPOKEN, /geb|dob|gd/i],
    [BIRTHDAY, /jarig|verjaar/i],
  ] as const)
    if (cue.test(text))
      for (const match of text.matchAll(form))
        found.push({ start: match.index, end: match.index + match[0].length, type: "DATE_OF_BIRTH" });
  return found;
}
