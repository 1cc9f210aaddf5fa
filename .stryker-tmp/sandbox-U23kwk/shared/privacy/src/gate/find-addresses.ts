import type { Candidate } from "./candidate.js";
import { COMMON, type Lexicon, NEVER_NAME, WORD } from "./lexicon.js";
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
  /^(?:[ ]{1,2}|,? (?:nr|nummer|no|huisnummer|huisnr)\.? ?)(\d{1,5}(?! ?(?:euro|eur|jaar|uur|keer|%|km|kg|mg|meter|weken|maanden|dagen|minuten|mensen|personen|kinderen|m2|m²|x |jr|stuks|woningen)))(?![\d]|[.,:]\d)/iu;
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

export function findAddresses(note: ReadableNote, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const { digits, text } = note;
  if (!/\d/.test(digits)) return [];
  const postcodes = findPostcodes(text, digits);
  const found: Candidate[] = [];
  words.forEach((word, index) => {
    if (word.opaque) return;
    const after = digits.slice(word.end, word.end + 24);
    const number = NUMBER_AFTER.exec(after);
    if (!number || NUMBERS_OF_THINGS.test(word.folded)) return;
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
  return [...found, ...kept];
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
      /(?:adres|woont|wonend|verhuisd|ingeschreven)[^.\n]{0,20}$/i.test(before);
  else if (streetEnd && capital) ok = !((flags & COMMON) !== 0 && word.opens) || postcodeFollows;
  else if (streetEnd) ok = postcodeFollows && (flags & COMMON) === 0;
  else if (postcodeFollows) ok = capital || (flags & COMMON) === 0;
  else if (capital && word.shape !== "upper")
    ok =
      (flags & (NEVER_NAME | COMMON)) === 0 &&
      !lexicon.isDutch(folded) &&
      ADDRESS_WORD.test(before) &&
      !/(?:week|kamer|groep|fase|stap|bus|tram|lijn|artikel|klas|model|type|versie)\s*$/i.test(word.folded);
  // "Laan van Meerdervoort", "Hof van Delft", "Plein 1944": the kind of street comes first.
  const leading = leadingStreet(words, index);
  if (leading !== undefined) return words[leading]?.start;
  // A scanner's "Hobbema straat 2": a lone kind of street takes the capitalised word before it.
  const previous = words[index - 1];
  if (/^(?:straat|laan|plein|kade|gracht|singel|weg|dijk|hof|plantsoen|dreef)$/.test(folded)) {
    const adjacent =
      previous !== undefined && previous.shape === "capital" && text.slice(previous.end, word.start) === " ";
    return adjacent ? startLeft(words, index - 1, lexicon, text) : undefined;
  }
  return ok ? startLeft(words, index, lexicon, text) : undefined;
}

function leadingStreet(words: readonly Word[], index: number): number | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const word = words[at];
    if (!word || word.opaque || words[at + 1]?.opens) return undefined;
    if (
      /^(?:laan|hof|plein|weg|park|kade|straat)$/.test(word.folded) &&
      word.shape === "capital" &&
      /^(?:van|der|de|den|het|op|in)$/.test(words[at + 1]?.folded ?? "")
    )
      return at;
  }
  return undefined;
}

/** Takes in the words before: "Jan Luykenlaan", "Eerste van der Kunstraat", "schalk burgerstraat". */
function startLeft(words: readonly Word[], index: number, lexicon: Lexicon, text: string): number {
  let at = index;
  while (at > 0 && index - at < 4) {
    const word = words[at - 1];
    const current = words[at];
    if (!word || !current || word.opaque || !/^[ -]{1,2}$|^\. $/.test(text.slice(word.end, current.start))) break;
    const flags = lexicon.flags(word.folded);
    const particle = /^(?:van|der|de|den|het|ten|ter|te)$/.test(word.folded);
    if (particle && word.shape === "lower") {
      const beyond = words[at - 2];
      if (!beyond || beyond.shape === "lower" || text.slice(beyond.end, word.start) !== " ") break;
      if (beyond.opens && (lexicon.flags(beyond.folded) & COMMON) !== 0) break;
    } else if (word.shape === "lower") {
      if (
        current.shape !== "lower" ||
        (flags & (COMMON | NEVER_NAME)) !== 0 ||
        (flags === 0 && lexicon.isDutch(word.folded))
      )
        break;
    } else if (
      word.opens &&
      (flags & COMMON) !== 0 &&
      !/^(?:oude|nieuwe|korte|lange|grote|kleine|hoge|lage|eerste|tweede|gedempte|witte|groene)$/.test(word.folded)
    )
      break;
    else if (/^(?:adres|mw|dhr|mevr|wmo|straat)$/.test(word.folded)) break;
    at--;
  }
  const initials = /(?:\p{Lu}\.[ ]?){1,4}$/u.exec(
    text.slice(Math.max(0, (words[at]?.start ?? 0) - 12), words[at]?.start ?? 0),
  );
  return (words[at]?.start ?? 0) - (initials && at < index + 1 && initials[0].length > 2 ? initials[0].length : 0);
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
