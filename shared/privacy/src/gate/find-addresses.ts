import type { Candidate } from "./candidate.js";
import { COMMON, type Lexicon, NEVER_NAME, PLACE, WORD } from "./lexicon.js";
import type { ReadableNote } from "./readable-note.js";
import type { Word } from "./words.js";

/** Streets with a house number, and postcodes. Source of the shapes: BAG (huisnummer, huisletter, toevoeging). O(n). */
const STREET_END =
  /(?:straat|straatweg|str|laan|weg|plein|hof|kade|gracht|steeg|dijk|singel|plantsoen|dreef|pad|hoek|weide|hage|haghe|horst|oord|park|baan|ring|burg|markt|wal|haven|brink|ln|boulevard|allee|erf|akker|veld|kamp|bocht|berg|dam|poort|sloot|vliet|werf|laantje|straatje|pleintje|passage|promenade|rode|tuin|tuinen|zoom|rade|lede|stede|meent|mient|heide|gaarde|waard|schans|es|kreek|meer|donk|hout|bos|loop|kwartier|tol|wijk|diep|kanaal|vaart|dwarsstraat|hofje|rak|poel|polder|eiland|ooyen|hoven|drift|dwars|ven|wetering|beek|rijn|water|reef|stoep|spoor|zijde|kant|kerk|kerkhof|bolwerk|terrein|borg|stein|steijn|stee)$/;
/** Ends that are streets nearly always, so that a lower-case word with them counts as well. */
const STRONG_STREET_END =
  /(?:straat|straatweg|laan|plein|kade|gracht|steeg|singel|plantsoen|dreef|boulevard|dwarsstraat|dijk|hof|weg)$/;
const NUMBERS_OF_THINGS = /aangifte|nummer|versie|jaar|week|periode|kwartaal|belasting/;
const NUMBER_AFTER =
  /^(?:[ ]{0,2}|,? (?:nr|nummer|no|huisnummer|huisnr)\.? ?)(\d{1,5}(?! ?(?:euro|eur|jaar|uur|keer|%|km|kg|mg|meter|weken|maanden|dagen|minuten|mensen|personen|kinderen|m2|m²|x |jr|stuks|woningen)))(?![\d]|[.,:]\d)/iu;
/** "zonnebloemstraat vijftien", as it is dictated. */
const SPOKEN_NUMBER =
  / (?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:[eë]n(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))?|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|(?:twee|drie|vier)?honderd\p{L}*)(?!\p{L})/iu;
const SPOKEN_NUMBER_AFTER = new RegExp(
  `^${SPOKEN_NUMBER.source}(?! ?(?:jaar|uur|keer|mensen|personen|kinderen|huizen|weken|dagen))`,
  "iu",
);
const ADDITION = new RegExp(
  `^(?:${[
    String.raw`,? (?:app|appartement|kamer|unit|k|km|kmr|flat|portiek|huisje|nr|toren|box|suite|studio|bus)\.? ?[\dA-Z]{1,4}[A-Za-z]?(?![\p{L}\d])`,
    String.raw`,? \d{1,2}(?:e|de|ste) (?:etage|verdieping|et\.?|verd\.?)`,
    String.raw` ?[-–/] ?(?:\d{1,4}|[A-Za-z]{1,2}\d{0,3}|[IVX]{1,4}|hs|bis|huis)(?![\p{L}\d])(?: (?:hs|bis)(?!\p{L}))?`,
    String.raw` ?(?:hs|huis|bis|rood|rd|zw|zwart|bg|boven|beneden|achter|voor|links|rechts|ii|iii|iv|i|v)(?![\p{L}\d])`,
    String.raw` (?:[IVX]{1,4})(?![\p{L}\d])`,
    String.raw` ?[A-Za-z](?![\p{L}\d'’]|\.\p{L})`,
    String.raw` \d{1,3}(?=\s?[.,;\n|]|$)`,
  ].join("|")})`,
  "iu",
);
const POSTCODE = /(?<![\p{L}\d.,/-])[1-9]\d(?: ?\d){2}[ ]{0,2}(?!(?:sa|sd|ss)(?!\p{L}))[A-Z]{2}(?![\p{L}\d]|-\p{L})/giu;
/** Two letters after four digits that are a unit, a size or a word rather than the end of a postcode. */
const NO_POSTCODE_LETTERS =
  /(?:EU|MG|ML|KM|KG|XL|AD|BC|MM|CM|KW|GB|MB|TB|CE|PK|NR|EN|OF|OP|IN|IS|DE|NA|TE|AM|PM|ZZ|CC|HZ|BV|NV|VS)$/;
const POSTCODE_WORD = /(?:postcode|pc|adres|woont|wonend|woning|huis|verhui|ingeschreven|straat|laan|plein)/i;
const ADDRESS_WORD =
  /(?:adres|woont|woonachtig|wonend|woning|verblijft|verblijf|ingeschreven|verhuisd?|staat|aan de|aan het|op de|op het|op|aan|naar|portiek van de|langs de|bij)[\s:]*$/i;

const LIVES_BEFORE =
  /(?:woont|woonde|woonachtig|wonende?|adr\.|adres|ingeschreven|verblijft|verhui\p{L}+)(?: (?:nu|sinds|kort|weer|te|op|aan|van|naar|de|het|in))*:? $/iu;
const NO_STREET =
  /(?:week|kamer|groep|fase|stap|bus|tram|lijn|artikel|klas|model|type|versie|etage|verdieping|flat|unit|appartement|huis|afdeling|gang|blok)$/;
/** "woont bij oma op de Meidoornkade", "de buurvrouw van de Vinkenlaan": a street that says where somebody lives. */
const HOME_BEFORE =
  /(?<!\p{L})(?:(?:woon(?:t|de|achtig)|wonende?|verblijft|logeert|slaapt|adres|verhui\p{L}+)(?: [^\s.,;]+){0,6} (?:op|aan|in|naar)|(?:buurvrouw|buurman|buren|gezin|mevrouw|meneer|vrouw|man|bewoner|bewoonster) (?:van|uit)) (?:de |het )?$/iu;

export function findAddresses(note: ReadableNote, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const { digits, text } = note;
  const homes = findHomes(text, words, lexicon);
  if (!/\d/.test(digits) && !SPOKEN_NUMBER.test(text)) return homes;
  const postcodes = findPostcodes(text, digits);
  const found: Candidate[] = [];
  words.forEach((word, index) => {
    if (word.opaque) return;
    const after = digits.slice(word.end, word.end + 24);
    const isStreet = STRONG_STREET_END.test(word.folded) && word.folded.length > 6;
    const number =
      NUMBER_AFTER.exec(after) ?? (isStreet ? SPOKEN_NUMBER_AFTER.exec(text.slice(word.end, word.end + 24)) : null);
    if (!number || NUMBERS_OF_THINGS.test(word.folded)) return;
    // "kerkplein12": a number that is stuck to a word needs a word that is a street.
    if (/^\d/.test(number[0]) && !isStreet) return;
    let end = word.end + number[0].length;
    for (let parts = 0; parts < 3; parts++) {
      const addition = ADDITION.exec(digits.slice(end, end + 40));
      if (!addition || addition[0].length === 0) break;
      end += addition[0].length;
    }
    const postcodeFollows = postcodes.some((postcode) => postcode.start >= end && postcode.start - end <= 4);
    const start = startOfStreet(words, index, lexicon, text, postcodeFollows);
    if (start === undefined) return;
    found.push({ start, end, type: "ADDRESS" });
  });
  const kept = postcodes.filter((postcode) => isPostcode(text, digits, postcode, found));
  return [...found, ...kept, ...homes];
}

/** Streets without a number, where a word says that somebody lives there. */
function findHomes(text: string, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  return words
    .filter(
      ({ folded, opaque, start }) =>
        !opaque &&
        folded.length > 6 &&
        STRONG_STREET_END.test(folded) &&
        (lexicon.flags(folded) & (WORD | NEVER_NAME)) === 0 &&
        HOME_BEFORE.test(text.slice(Math.max(0, start - 80), start)),
    )
    .map(({ start, end }) => ({ start, end, type: "ADDRESS" }));
}

/** Where the street's name begins, or undefined when the word before the number is no street. */
function startOfStreet(
  words: readonly Word[],
  index: number,
  lexicon: Lexicon,
  text: string,
  postcodeFollows: boolean,
): number | undefined {
  const word = words[index];
  if (!word) return undefined;
  const folded = word.folded;
  const flags = lexicon.flags(folded);
  const capital = word.shape !== "lower" && word.shape !== "letter";
  const before = text.slice(Math.max(0, word.start - 24), word.start);
  const streetEnd = STREET_END.test(folded) && folded.length > 4;
  let ok = false;
  if (STRONG_STREET_END.test(folded) && folded.length > 5)
    ok =
      capital ||
      (flags & (WORD | COMMON)) === 0 ||
      postcodeFollows ||
      /(?:adr\.|adres|woont|wonend|verhuisd|ingeschreven)[^.\n]{0,20}$/i.test(before);
  else if (streetEnd && capital) ok = !((flags & COMMON) !== 0 && word.opens) || postcodeFollows;
  else if (streetEnd) ok = postcodeFollows && (flags & COMMON) === 0;
  else if (postcodeFollows) ok = capital || (flags & COMMON) === 0;
  else if (capital && word.shape !== "upper")
    ok =
      (flags & (NEVER_NAME | COMMON)) === 0 &&
      !lexicon.isDutch(folded) &&
      ADDRESS_WORD.test(before) &&
      !NO_STREET.test(folded);
  // "woont Wielewaal 61", "adres: Boomgaard 3": what somebody lives in is a street, whatever the word means.
  if (!ok && capital && word.shape !== "upper")
    ok = LIVES_BEFORE.test(before) && !NO_STREET.test(folded) && (flags & PLACE) === 0;
  // "in Ypenburg, Plas van Reef 8", "woont Om de Noord 3": a row of capitals where an address stands.
  if (!ok && capital && word.shape !== "upper" && (flags & (NEVER_NAME | COMMON)) === 0 && !lexicon.isDutch(folded)) {
    const start = startLeft(words, index, lexicon, text);
    ok =
      start < word.start &&
      (ADDRESS_WORD.test(text.slice(Math.max(0, start - 24), start)) || isAfterPlace(words, start, lexicon, text));
  }
  // "Laan van Meerdervoort", "Hof van Delft", "Plein 1944": the kind of street comes first.
  const leading = leadingStreet(words, index);
  if (leading !== undefined) return words[leading]?.start;
  // A scanner's "Hobbema straat 2": a lone kind of street takes the capitalised word before it.
  const previous = words[index - 1];
  if (/^(?:straat|laan|plein|kade|gracht|singel|weg|dijk|hof|plantsoen|dreef)$/.test(folded)) {
    const adjacent =
      previous !== undefined && previous.shape === "capital" && text.slice(previous.end, word.start) === " ";
    if (adjacent) return startLeft(words, index - 1, lexicon, text);
    // "kamer op Singel 18": the kind alone is the name of many a street.
    return word.shape === "capital" && !word.opens && /(?<!\p{L})(?:op|aan|adres) $/iu.test(before)
      ? word.start
      : undefined;
  }
  return ok ? startLeft(words, index, lexicon, text) : undefined;
}

/** "Ypenburg, ": a town or a district and a comma stand right in front. */
function isAfterPlace(words: readonly Word[], start: number, lexicon: Lexicon, text: string): boolean {
  const place = words.findLast((word) => word.end <= start);
  return place !== undefined && (lexicon.flags(place.folded) & PLACE) !== 0 && text.slice(place.end, start) === ", ";
}

function leadingStreet(words: readonly Word[], index: number): number | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const word = words[at];
    if (!word || word.opaque || words[at + 1]?.opens) return undefined;
    if (
      /^(?:laan|hof|plein|weg|park|kade|straat)$/.test(word.folded) &&
      (word.shape === "capital" || (words[index]?.shape === "lower" && word.folded === "laan")) &&
      /^(?:van|vd|v|der|de|den|het|op|in)$/.test(words[at + 1]?.folded ?? "")
    )
      return at;
  }
  return undefined;
}

const PARTICLE = /^(?:van|der|de|den|het|t|ten|ter|te|la|le|du|von)$/;
/** Particles that in lower case too begin the name of a street rather than say where it is. */
const LOWER_PARTICLES = /^(?:(?:van|von) de[rn]|de la|te[rn])$/;
const FIRST_WORDS = /^(?:oude|nieuwe|korte|lange|grote|kleine|hoge|lage|eerste|tweede|gedempte|witte|groene)$/;

/** Takes in the words before: "Jan Luykenlaan", "Eerste van der Kunstraat", "schalk burgerstraat", "van der vennestraat". */
function startLeft(words: readonly Word[], index: number, lexicon: Lexicon, text: string): number {
  let at = index;
  while (index - at < 4) {
    const next = oneLeft(words, at, lexicon, text);
    if (next === at) break;
    at = next;
  }
  const initials = /(?:\p{Lu}\.[ ]?){1,4}$/u.exec(
    text.slice(Math.max(0, (words[at]?.start ?? 0) - 12), words[at]?.start ?? 0),
  );
  return (words[at]?.start ?? 0) - (initials && at < index + 1 && initials[0].length > 2 ? initials[0].length : 0);
}

/** The index of the word, or the row of particles, before that belongs to the street as well; the same index when none does. */
function oneLeft(words: readonly Word[], at: number, lexicon: Lexicon, text: string): number {
  const isClose = (left: number): boolean => {
    const [one, other] = [words[left], words[left + 1]];
    return (
      one !== undefined &&
      other !== undefined &&
      !one.opaque &&
      /^[ -]{1,2}$|^\. $/.test(text.slice(one.end, other.start))
    );
  };
  let first = at;
  while (at - first < 3 && PARTICLE.test(words[first - 1]?.folded ?? "") && isClose(first - 1)) first--;
  const word = words[first - 1];
  const flags = lexicon.flags(word?.folded ?? "");
  const isCommonOpening = word?.opens === true && (flags & COMMON) !== 0 && !FIRST_WORDS.test(word.folded);
  if (first < at) {
    if (word && isClose(first - 1) && word.shape !== "lower" && !isCommonOpening) return first - 1;
    const row = words.slice(first, at).map(({ folded }) => folded);
    for (let start = first; start < at; start++) if (words[start]?.shape === "capital") return start;
    return words[at]?.shape === "lower" && LOWER_PARTICLES.test(row.slice(-2).join(" "))
      ? at - Math.min(2, row.length)
      : at;
  }
  if (!word || !isClose(at - 1) || isCommonOpening || /^(?:adres|adr|mw|dhr|mevr|wmo|straat)$/.test(word.folded))
    return at;
  const isOrdinary = (flags & (COMMON | NEVER_NAME)) !== 0 || (flags === 0 && lexicon.isDutch(word.folded));
  const isPlain = word.shape === "lower" || (word.shape === "upper" && isOrdinary);
  return isPlain && (words[at]?.shape !== word.shape || isOrdinary) ? at : at - 1;
}

function findPostcodes(text: string, digits: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of digits.matchAll(POSTCODE)) {
    const original = text.slice(match.index, match.index + match[0].length);
    if (/[a-z]$/.test(original) !== /[a-z][a-zA-Z]$/.test(original)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, type: "POSTCODE" });
  }
  return found;
}

function isPostcode(text: string, digits: string, postcode: Candidate, addresses: readonly Candidate[]): boolean {
  const code = digits.slice(postcode.start, postcode.end);
  const before = text.slice(Math.max(0, postcode.start - 30), postcode.start);
  if (/postcode[^.;\n\d]*$/i.test(text.slice(Math.max(0, postcode.start - 60), postcode.start))) return true;
  const afterAddress = addresses.some((address) => address.end <= postcode.start && postcode.start - address.end <= 5);
  if (afterAddress || /(?:postcode|pc)\W{0,3}$/i.test(before)) return true;
  if (addresses.some((address) => address.start >= postcode.end && address.start - postcode.end <= 4)) return true;
  const upper = /[A-Z]{2}$/.test(code);
  if (!upper)
    return (
      /[a-z]{2}$/.test(code) &&
      POSTCODE_WORD.test(before) &&
      !/(?:is|op|en|of|in|te|na|de|ik|zo|al|om|we|ze|er)$/.test(code)
    );
  if (/[€$]\s?$/.test(before) || /(?:model|type|wet|artikel|toestel|versie|serie)\s$/i.test(before)) return false;
  if (/^\d \d|\d \d\d? /.test(code) && !POSTCODE_WORD.test(before)) return false;
  return !NO_POSTCODE_LETTERS.test(code) || POSTCODE_WORD.test(before.slice(-16));
}
