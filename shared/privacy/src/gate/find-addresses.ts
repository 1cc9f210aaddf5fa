import type { Candidate } from "./candidate.js";
import { COMMON, type Lexicon, NEVER_NAME, PLACE, WORD } from "./lexicon.js";
import type { ReadableNote, Stretch } from "./readable-note.js";
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

/** The kind of street right before the number, which a space parted from its name. */
const LONE_KINDS = new Set("straat laan plein kade gracht singel weg dijk hof plantsoen dreef".split(" "));
/** The kind of street in front of its name, and what joins the two. */
const LEADING_KINDS = new Set("laan hof plein weg park kade straat".split(" "));
const LEADING_PARTICLES = new Set("van vd v der de den het op in".split(" "));
const PARTICLES = new Set("van der de den het t ten ter te la le du von".split(" "));
/** Particles that in lower case too begin the name of a street rather than say where it is. */
const LOWER_PARTICLES = /(?:(?:van|von) de[rn]|de la|te[rn])$/;
const FIRST_WORDS = new Set(
  "oude nieuwe korte lange grote kleine hoge lage eerste tweede gedempte witte groene".split(" "),
);
/** "woont Wielewaal 61", "adres: Boomgaard 3": what somebody lives in is a street, whatever the word means. */
const LIVES_BEFORE =
  /(?:woont|woonde|woonachtig|wonende?|adr\.|adres|ingeschreven|verblijft|verhui\p{L}+)(?: (?:nu|sinds|kort|weer|te|op|aan|van|naar|de|het|in))*:? $/iu;
const NO_STREET =
  /(?:week|kamer|groep|fase|stap|bus|tram|lijn|artikel|klas|model|type|versie|etage|verdieping|flat|unit|appartement|huis|afdeling|gang|blok)$/;
/** "woont bij oma op de Meidoornkade", "de buurvrouw van de Vinkenlaan": a street that says where somebody lives. */
const HOME_BEFORE =
  /(?<!\p{L})(?:(?:woon(?:t|de|achtig)|wonende?|verblijft|logeert|slaapt|adres|verhui\p{L}+)(?: [^\s.,;]+){0,6} (?:op|aan|in|naar)|(?:buurvrouw|buurman|buren|gezin|mevrouw|meneer|vrouw|man|bewoner|bewoonster) (?:van|uit)) (?:de |het )?$/iu;
/** What stands in front of a street and is no part of it, capital or not. */
const LABELS = new Set("adres adr mw dhr mevr wmo straat".split(" "));
const LIVES_THERE = /(?:adr\.|adres|woont|wonend|verhuisd|ingeschreven)[^.\n]{0,20}$/i;
/** Two small letters behind four digits that are a word. */
const SMALL_WORD_END = /(?:is|op|en|of|in|te|na|de|ik|zo|al|om|we|ze|er)$/;

/** The words of a note with what is asked of them. */
interface Street {
  readonly text: string;
  readonly words: readonly Word[];
  readonly lexicon: Lexicon;
}

export function findAddresses(note: ReadableNote, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const { digits, text } = note;
  const postcodes = findPostcodes(text, digits);
  const found: Candidate[] = [];
  words.forEach((word, index) => {
    const isStreet = STRONG_STREET_END.test(word.folded) && word.folded.length > 6;
    const spoken = isStreet ? SPOKEN_NUMBER_AFTER.exec(text.slice(word.end, word.end + 24)) : null;
    const number = NUMBER_AFTER.exec(digits.slice(word.end, word.end + 24)) ?? spoken;
    if (!number || word.opaque || NUMBERS_OF_THINGS.test(word.folded)) return;
    // "kerkplein12": a number that is stuck to a word needs a word that is a street.
    if (/^\d/.test(number[0]) && !isStreet) return;
    let end = word.end + number[0].length;
    for (let parts = 0; parts < ADDITIONS_MAX; parts++) {
      end += ADDITION.exec(digits.slice(end, end + 40))?.[0].length ?? 0;
    }
    const postcodeFollows = postcodes.some((postcode) => isRightBehind(postcode, { start: word.start, end }));
    const start = startOfStreet({ text, words, lexicon }, word, index, postcodeFollows);
    if (start !== undefined) found.push({ start, end, type: "ADDRESS" });
  });
  const kept = postcodes.filter((postcode) => isPostcode(text, digits, postcode, found));
  return [...found, ...kept, ...findHomes(text, words, lexicon)];
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
        HOME_BEFORE.test(before(text, start, 80)),
    )
    .map(({ start, end }) => ({ start, end, type: "ADDRESS" }));
}

/** "12 a-3 bis": a number has few additions. */
const ADDITIONS_MAX = 3;
/** A comma, a bar or a line break with spaces around it. */
const GAP_MAX = 5;

function isRightBehind(later: Stretch, earlier: Stretch): boolean {
  const gap = later.start - earlier.end;
  return gap >= 0 && gap <= GAP_MAX;
}

/** What stands in front of a place in the text. */
const before = (text: string, at: number, reach: number): string => text.slice(Math.max(0, at - reach), at);

/** Where the street's name begins, or undefined when the word before the number is no street. */
function startOfStreet(street: Street, word: Word, index: number, postcodeFollows: boolean): number | undefined {
  const { text, words } = street;
  // "Laan van Meerdervoort", "Hof van Delft", "Plein 1944": the kind of street comes first.
  const leading = leadingStreet(street, word, index);
  if (leading !== undefined) return leading.start;
  // A scanner's "Hobbema straat 2": a lone kind of street takes the capitalised word before it.
  if (LONE_KINDS.has(word.folded)) {
    const previous = words[index - 1];
    const isWhole = previous?.shape === "capital" && text.slice(previous.end, word.start) === " ";
    if (isWhole) return startLeft(street, index - 1);
    // "kamer op Singel 18": the kind alone is the name of many a street.
    const isNamed = word.shape === "capital" && /(?<!\p{L})(?:op|aan|adres) $/iu.test(before(text, word.start, 24));
    return isNamed ? word.start : undefined;
  }
  const start = startLeft(street, index);
  return isStreet(street, word, start, postcodeFollows) ? start : undefined;
}

function isStreet({ text, words, lexicon }: Street, word: Word, start: number, postcodeFollows: boolean): boolean {
  const { folded } = word;
  const flags = lexicon.flags(folded);
  const capital = word.shape !== "lower" && word.shape !== "letter";
  if (STRONG_STREET_END.test(folded) && folded.length > 5)
    return capital || (flags & WORD) === 0 || postcodeFollows || LIVES_THERE.test(before(text, word.start, 24));
  if (postcodeFollows) return capital || (flags & COMMON) === 0;
  if (!capital) return false;
  const inFront = before(text, word.start, 24);
  if (LIVES_BEFORE.test(inFront) && word.shape !== "upper" && !NO_STREET.test(folded) && (flags & PLACE) === 0)
    return true;
  if (STREET_END.test(folded) && folded.length > 4) return (flags & COMMON) === 0 || !word.opens;
  if (word.shape === "upper") return false;
  if ((flags & NEVER_NAME) !== 0 || lexicon.isDutch(folded)) return false;
  if (ADDRESS_WORD.test(inFront) && !NO_STREET.test(folded)) return true;
  // "in Ypenburg, Plas van Reef 8", "woont Om de Noord 3": a row of capitals where an address stands.
  return (
    start < word.start && (ADDRESS_WORD.test(before(text, start, 24)) || isAfterPlace(words, start, lexicon, text))
  );
}

/** "Ypenburg, ": a town or a district and a comma stand right in front. */
function isAfterPlace(words: readonly Word[], start: number, lexicon: Lexicon, text: string): boolean {
  return words.some((word) => (lexicon.flags(word.folded) & PLACE) !== 0 && text.slice(word.end, start) === ", ");
}

function leadingStreet({ words }: Street, last: Word, index: number): Word | undefined {
  for (let at = index - 1; at >= index - 4; at--) {
    const word = words[at];
    const next = words[at + 1];
    if (!word || word.opaque || !next || next.opens) return undefined;
    const isKind = LEADING_KINDS.has(word.folded) && LEADING_PARTICLES.has(next.folded);
    if (isKind && (word.shape === "capital" || (last.shape === "lower" && word.folded === "laan"))) return word;
  }
  return undefined;
}

/** Takes in the words before: "Jan Luykenlaan", "Eerste van der Kunstraat", "schalk burgerstraat", "van der vennestraat". */
function startLeft(street: Street, index: number): number {
  let at = index;
  for (let steps = 0; steps < 4; steps++) at = oneLeft(street, at);
  const start = street.words[at]?.start ?? 0;
  return start - (/(?:\p{Lu}\. ?){1,4}$/u.exec(before(street.text, start, 12))?.[0].length ?? 0);
}

/** The index of the word, or the row of particles, before that belongs to the street as well; the same index when none does. */
function oneLeft({ text, words, lexicon }: Street, at: number): number {
  const isClose = (left: number): boolean => {
    const one = words[left];
    return one?.opaque === false && /^(?:[ -]{1,2}|\. )$/.test(text.slice(one.end, words[left + 1]?.start));
  };
  let first = at;
  while (at - first < 3 && PARTICLES.has(words[first - 1]?.folded ?? "") && isClose(first - 1)) first--;
  const word = words[first - 1];
  const flags = lexicon.flags(word?.folded ?? "");
  const isCommonOpening = word?.opens === true && (flags & COMMON) !== 0 && !FIRST_WORDS.has(word.folded);
  if (first < at) {
    if (word && isClose(first - 1) && word.shape !== "lower" && !isCommonOpening) return first - 1;
    const row = words.slice(first, at);
    const capital = row.findIndex(({ shape }) => shape === "capital");
    if (capital >= 0) return first + capital;
    const isName = words[at]?.shape === "lower" && LOWER_PARTICLES.test(row.map(({ folded }) => folded).join(" "));
    return isName ? Math.max(first, at - 2) : at;
  }
  if (!word || !isClose(at - 1) || isCommonOpening || LABELS.has(word.folded)) return at;
  const isOrdinary = (flags & (COMMON | NEVER_NAME)) !== 0 || (flags === 0 && lexicon.isDutch(word.folded));
  const isPlain = word.shape === "lower" || (word.shape === "upper" && isOrdinary);
  return isPlain && (words[at]?.shape !== word.shape || isOrdinary) ? at : at - 1;
}

function findPostcodes(text: string, digits: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of digits.matchAll(POSTCODE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    // Both letters small, or both capital.
    if (/[a-z][A-Z]$|[A-Z][a-z]$/.test(text.slice(start, end))) continue;
    found.push({ start, end, type: "POSTCODE" });
  }
  return found;
}

function isPostcode(text: string, digits: string, postcode: Candidate, addresses: readonly Candidate[]): boolean {
  const code = digits.slice(postcode.start, postcode.end);
  const inFront = before(text, postcode.start, 30);
  if (addresses.some((address) => isRightBehind(postcode, address) || isRightBehind(address, postcode))) return true;
  if (/(?:postcode[^.;\n\d]*|pc\W{0,3})$/i.test(before(text, postcode.start, 60))) return true;
  if (/[a-z]$/.test(code)) return POSTCODE_WORD.test(inFront) && !SMALL_WORD_END.test(code);
  if (/[€$] ?$|(?:model|type|wet|artikel|toestel|versie|serie)\s$/i.test(inFront)) return false;
  if (/\d \d/.test(code) && !POSTCODE_WORD.test(inFront)) return false;
  return !NO_POSTCODE_LETTERS.test(code) || POSTCODE_WORD.test(inFront.slice(-16));
}
