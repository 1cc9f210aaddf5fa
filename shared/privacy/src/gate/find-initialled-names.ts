import type { Candidate } from "./candidate.js";
import { foldName } from "./fold-name.js";
import { FUNCTION_WORD, KIN, NEVER_NAME, ROLE, WORD } from "./lexicon.js";
import { isCommon, isNameish, isNever, isTrustedSurname, type NameContext } from "./name-context.js";
import { overlapsPlaceholder } from "./overlap.js";

/** "vd", "v.d.", "v d", "v/d". */
const SHORT_VAN = "v(?:\\.? ?d\\.?|/d)";
const PARTICLE = `(?:${SHORT_VAN}|van|de|der|den|het|'t|’t|ter|ten|te|von|el|al|ait|aït|ben|bin|da|dos|la|le|del|di|du)`;
const SURNAME = "\\p{Lu}[\\p{L}'’]+(?:-(?:(?:van|de|der|den|el|al) )?\\p{Lu}[\\p{L}'’]+)*";
const INITIAL = "(?:Chr|Joh|IJ|Jac|Fr|\\p{Lu}-\\p{Lu}|\\p{Lu}(?:[hj]|[hH](?=\\.))?)\\.";
const FIRST = new RegExp(`(?<![\\p{L}\\d.])(?:${INITIAL}[ ]?){1,6}(?:${PARTICLE}[ ]){0,3}${SURNAME}`, "giu");
const CASED_FIRST = new RegExp(
  `(?<![\\p{L}\\d.])((?:${INITIAL}[ ]?){1,6})((?:${PARTICLE}[ ]|(?:Van|De|Der|Den|Ter|Ten|El|Al|Aït|Ben|Von|Te|Del|Da|Di|Le|La)[ ]){0,3})(${SURNAME}(?: ${SURNAME})?)`,
  "gu",
);
const LAST = new RegExp(
  `(?<![\\p{L}\\d])(?:${PARTICLE}[ ]){0,3}${SURNAME}(?: ${SURNAME})?, ?(?:${INITIAL}[ ]?){1,6}(?:${PARTICLE}(?![\\p{L}])[ ]?){0,3}`,
  "gu",
);
const LOWER = new RegExp(`(?<![\\p{L}\\d.])(?:\\p{Ll}\\.){2,6} ?(?:${PARTICLE} ){0,3}(\\p{Ll}{3,})`, "gu");
const LOWER_ONE = new RegExp(`(?<![\\p{L}\\d.])\\p{Ll}\\. ?(?:${PARTICLE} ){1,3}(\\p{Ll}{3,})`, "gu");
/** "b. jansen": one small initial in front of a surname that is nothing else. */
const LOWER_BARE = /(?<![\p{L}\d.])\p{Ll}\. ?(\p{Ll}{3,})(?!\p{L})/gu;
const TITLE = "(?:mw|mevr|mej|dhr|hr|fam|mevrouw|meneer|heer|familie|gezin)\\.?";
/** "v.d. Velde", "mw v d linden", "j.p. vd meer". */
const SHORTENED = new RegExp(
  `(?<![\\p{L}\\d.])(${TITLE} |(?:\\p{L}\\.){1,4} ?)?(${SHORT_VAN} ?(?:[rn] )?)(\\p{L}[\\p{L}'’-]{2,})`,
  "giu",
);
/** "dhr. In 't Veld", "mw. 't Hart", "de heer Aan de Stegge". */
const TITLED =
  /(?<!\p{L})(?:[MmDdHhFfGg]\p{Ll}{1,6})\.? ((?:(?:In|Aan|Uit|Op|Onder|Over|Voor|Bij) (?:de[nr]?|het|['’]t)|['’]t) \p{Lu}[\p{L}'’-]+)/gu;
/** "P. de V.", "Vries, de:", "Berg, van den, A.". */
const CUT_SHORT = new RegExp(`(?<![\\p{L}\\d.])(?:${INITIAL} ?){1,4}(?:${PARTICLE} ){1,3}\\p{Lu}\\.`, "gu");
const PARTICLE_LAST = new RegExp(
  `(?<![\\p{L}\\d])(\\p{Lu}[\\p{L}'’-]+), (?:${PARTICLE}(?: (?=\\p{Ll})|(?=[,:;.)\\n]|$))){1,3}(?=[,:;.)\\n]|$)(?:, (?:${INITIAL} ?){1,5})?`,
  "gu",
);
/** "Tjin A Djie", "lo a njoe": surnames of Surinamese families from China. */
const HAKKA =
  /(?<!\p{L})(?:tjin|tjon|tjong|lo|lie|lim|lieuw|li|ho|kho|sam|fo|fung|jong|chin|man|wong|liu|leu|yuen|loi|chong) a (?!de |het )\p{L}{2,6}(?!\p{L})/giu;
const LAST_THEN_GIVEN = /(?<![\p{L}\d])(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]+)/gu;

/** Names with initials in front (J.W. de Boer), behind (Kuipers, J.W.), or the first name behind (Kovalenko, Viktoria). */
export function findInitialledNames(context: NameContext): Candidate[] {
  const { text } = context;
  const found: Candidate[] = [];
  const put = (start: number, end: number): void => {
    if (!overlapsPlaceholder(context.words, start, end)) found.push({ start, end, type: "PERSON" });
  };
  if (/\p{Lu}\p{Ll}{0,2}\./u.test(text)) {
    for (const match of text.matchAll(CASED_FIRST))
      if (isName(context, match)) put(match.index, endOfName(context, match));
    if (context.shouted) for (const match of text.matchAll(FIRST)) put(match.index, match.index + match[0].length);
    for (const match of text.matchAll(LAST)) put(match.index, match.index + match[0].trimEnd().length);
  }
  for (const match of text.matchAll(LOWER_BARE)) {
    const flags = context.lexicon.flags(foldName(match[1] ?? ""));
    if (isTrustedSurname(flags) && (flags & WORD) === 0) put(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(TITLED)) {
    const [whole, name = ""] = match;
    if (isTitle(whole.slice(0, -name.length)))
      put(match.index + whole.length - name.length, match.index + whole.length);
  }
  for (const match of text.matchAll(HAKKA)) put(match.index, match.index + match[0].length);
  for (const match of text.matchAll(CUT_SHORT)) put(match.index, match.index + match[0].length);
  for (const match of text.matchAll(PARTICLE_LAST))
    if (isTrustedSurname(context.lexicon.flags(foldName(match[1] ?? "")) & ~NEVER_NAME))
      put(match.index, match.index + match[0].trimEnd().length);
  for (const match of text.matchAll(SHORTENED)) putShortened(match, match.index);
  for (const match of text.matchAll(LOWER_ONE))
    if (isTrustedSurname(context.lexicon.flags(foldName(match[1] ?? ""))))
      put(match.index, match.index + match[0].length);
  for (const match of text.matchAll(LOWER))
    if (isLowerCaseSurname(context, foldName(match[1] ?? ""))) put(match.index, match.index + match[0].length);
  for (const match of text.matchAll(LAST_THEN_GIVEN)) {
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    if (!/(?:^|[:\n|;\t(])\s*$/.test(before)) continue;
    const last = context.lexicon.flags(foldName(match[1] ?? ""));
    const given = context.lexicon.flags(foldName(match[2] ?? ""));
    if (isNever(last) || isCommon(last) || isNever(given)) continue;
    if (!isNameish(given) && context.lexicon.isDutch(foldName(match[2] ?? ""))) continue;
    if (/^(?:, \p{Lu}| en )/u.test(text.slice(match.index + match[0].length))) continue;
    put(match.index, match.index + match[0].length);
  }
  return found;

  function putShortened([whole, before = "", particle = "", surname = ""]: RegExpExecArray, at: number): void {
    const flags = context.lexicon.flags(foldName(surname));
    const isCapital = /^\p{Lu}/u.test(surname);
    const isSurname = isTrustedSurname(flags & ~NEVER_NAME);
    const isUnknown = flags === 0 && !context.lexicon.isDutch(foldName(surname));
    // Small letters without a title or initials are "van de" in haste: the mail vd buurman.
    if (before === "" && !isCapital) return;
    if (!isSurname && !isUnknown && !(isCapital && !isNever(flags) && !isCommon(flags))) return;
    const isInitials = /\p{L}\./u.test(before) && !isTitle(before);
    const start = at + (isInitials ? 0 : before.length);
    put(start, start + (isInitials ? whole.length : particle.length + surname.length));
  }
}

/** "dhr. P. Groenewegen", "met groet, R. Timmer": only people are addressed so, and only they sign. */
const ADDRESSED =
  /(?<!\p{L})(?:mw|mevr|mevrouw|dhr|meneer|heer|mr|dr|groet(?:en|jes)?,|hoogachtend,|namens|t\.a\.v)\.? $/iu;

function isTitle(text: string): boolean {
  return new RegExp(`^${TITLE} $`, "iu").test(text);
}

/** "a.b. kloosterman" and not "i.v.m. school": stops alone are those of an abbreviation too. */
function isLowerCaseSurname({ lexicon }: NameContext, surname: string): boolean {
  const flags = lexicon.flags(surname);
  return flags === 0 ? !lexicon.isDutch(surname) : isNameish(flags) && (flags & (WORD | NEVER_NAME)) === 0;
}

/** One initial before an ordinary word may be "cliënt B. Begeleider C"; more initials, or a surname, are a name. */
function isName(context: NameContext, match: RegExpMatchArray): boolean {
  if ((context.lexicon.flags(foldName(match[3] ?? "")) & FUNCTION_WORD) !== 0) return false;
  const initials = (match[1] ?? "").replace(/[^\p{Lu}]/gu, "").length;
  const surname = foldName(/^[\p{L}'’]+/u.exec(match[3] ?? "")?.[0] ?? "");
  const flags = context.lexicon.flags(surname);
  const afterSurname = /, $/.test(context.text.slice(Math.max(0, (match.index ?? 0) - 2), match.index));
  if (afterSurname && !isNameish(flags)) return false;
  const near = context.text.slice(Math.max(0, (match.index ?? 0) - 14), match.index);
  if (ADDRESSED.test(near) && (flags & NEVER_NAME) === 0) return true;
  if (initials > 1 || (match[2] ?? "") !== "") return !isNever(flags) || initials > 1;
  const before = context.text.slice(Math.max(0, (match.index ?? 0) - 24), match.index);
  if (
    /(?:cli[eë]nte?|begeleid\p{L}*|kind|bewoner|groep|gang|kamer|vitamine|hepatitis|bijlage|categorie|mw\.?|dhr\.?|mevrouw|meneer|vader|moeder|en|of)\s$/iu.test(
      before,
    ) &&
    (isCommon(flags) || context.lexicon.isDutch(surname)) &&
    !(isTrustedSurname(flags) && !isCommon(flags))
  )
    return /(?:mw\.?|dhr\.?|mevrouw|meneer|en|of)\s$/i.test(before) && isTrustedSurname(flags & ~NEVER_NAME);
  if (isNever(flags)) return isTrustedSurname(flags & ~NEVER_NAME);
  // "B. Overige lasten", "I. Ongehuwd": the letter counts, and an ordinary word follows.
  const role = context.lexicon.flags(foldName(/(\p{L}+)[.:]?\s$/u.exec(before)?.[1] ?? "")) & (KIN | ROLE);
  return isNameish(flags) || !isCommon(flags) || role !== 0 || (match[3] ?? "").includes("-");
}

/** A second capitalised word belongs to the name unless it opens the next thing. */
function endOfName(context: NameContext, match: RegExpMatchArray): number {
  const whole = (match.index ?? 0) + match[0].length;
  const surname = match[3] ?? "";
  const space = surname.indexOf(" ");
  if (space < 0) return whole;
  const second = foldName(/^[\p{L}'’]+/u.exec(surname.slice(space + 1))?.[0] ?? "");
  const flags = context.lexicon.flags(second);
  const belongs = !isNever(flags) && (isNameish(flags) || !context.lexicon.isDutch(second)) && !isCommon(flags);
  return belongs ? whole : whole - (surname.length - space);
}
