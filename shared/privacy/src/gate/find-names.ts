import type { Candidate } from "./candidate.js";
import { findFragmentedNames } from "./find-fragmented-names.js";
import { findInitialledNames } from "./find-initialled-names.js";
import { findNicknames } from "./find-nicknames.js";
import { foldName } from "./fold-name.js";
import { FUNCTION_WORD, GIVEN, type Lexicon, PERSON_VERB, SURNAME, TRUSTED, WORD } from "./lexicon.js";
import { isNameAnchor } from "./name-anchors.js";
import { flagsAt, isCommon, isNever, isParticle, makeNameContext, type NameContext } from "./name-context.js";
import { nameAround, stretchOf } from "./name-extents.js";
import type { ReadableNote, Stretch } from "./readable-note.js";
import type { Word } from "./words.js";

/** Persons' names: by lists, capitals, titles, family words, initials, quotes, and by having been named before. */
export function findNames(note: ReadableNote, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const context = makeNameContext(note.text, words, lexicon);
  const found: Candidate[] = [
    ...findInitialledNames(context),
    ...findNicknames(context),
    ...findFragmentedNames(context),
  ];
  for (let index = 0; index < words.length; index++) {
    if (!isNameAnchor(context, index)) continue;
    const range = nameAround(context, index);
    found.push({ ...stretchOf(context, range), type: "PERSON" });
    index = Math.max(index, range.last);
  }
  if (found.length === 0) return [];
  const bodies = findBodies(context);
  const isNobody = (name: Candidate): boolean =>
    bodies.some((body) => body.start <= name.start && name.end <= body.end);
  const persons = found.filter((name) => !isNobody(name));
  const mentions = findLaterMentions(context, persons).filter((name) => !isNobody(name));
  return joinLastAndFirst(context, [...persons, ...mentions]);
}

/** "liedjes van Koos Alberts", "leest graag Saskia Noort": a first name and a surname behind what somebody made. */
const ARTIST =
  /(?<=(?<!\p{L})(?:(?:liedjes|muziek|nummers|platen|boek(?:en)?|gedichten|films?|schilderij(?:en)?|concert|fan|shows?) van|(?:serie|film|programma|show|musical) (?:met|van)|[Ll]uistert? (?:graag )?naar|[Kk]ijkt? (?:graag )?naar|[Ll]eest (?:graag )?) ?)\p{Lu}\p{Ll}+ (?:(?:van|de|der|den|ten|ter) )*\p{Lu}\p{Ll}+(?: en \p{Lu}\p{Ll}+ (?:(?:van|de|der|den|ten|ter) )*\p{Lu}\p{Ll}+)?/gu;

/** "koningin Wilhelmina", "paus Franciscus": whoever bears such a title is everybody's. */
const SOVEREIGN =
  /(?<=(?<!\p{L})(?:koning|koningin|prins|prinses|paus|president|premier|minister|kroonprins|kroonprinses|sultan|keizer) )(?:\p{Lu}\p{Ll}+(?: (?:van|de) )?(?:[- ]\p{Lu}\p{Ll}+)?|wilhelmina|juliana|beatrix|emma|maxima|máxima|amalia|bernhard|claus)(?!\p{L})/gu;

/** "de kat heet Minoes", "een cavia die Borrel heet". */
const PET =
  /(?<=(?<!\p{L})(?:honden?|hondje|katten|kater|kat|poes|poezen|geiten|geit|cavia|konijn|konijnen|vogels?|parkiet(?:en)?|papegaai|paard|pony|kippen|kip|spin|schildpad|hamster|vis)(?:,? die)? (?:die )?(?:heet|heten|heette|heetten|genaamd|noemt ze|noemt hij|bleek) ?)\p{Lu}\p{Ll}+(?: en \p{Lu}\p{Ll}+)?|(?<=(?<!\p{L})(?:hond|hondje|kat|kater|poes|cavia|konijn|parkiet|vogel|hamster|pony) die )\p{Lu}\p{Ll}+(?= heet(?:te)?(?!\p{L}))/gu;

/** Where a public body, a shop or a hero stands whose name is that of a person: Hans Anders, Reinier de Graaf. O(n). */
function findBodies({ text, words, lexicon }: NameContext): Stretch[] {
  const found: Stretch[] = [];
  for (const pattern of [ARTIST, PET, SOVEREIGN])
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length });
  // The lists are folded; a text of which folding changes the length keeps its marks, so that places stay right.
  const folded = foldName(text);
  const readable = folded.length === text.length ? folded : text.toLowerCase();
  const bodies = bodiesByFirstWord(lexicon);
  for (const { start, folded: first } of words)
    for (const body of bodies.get(first) ?? [])
      if (readable.startsWith(body, start) && !/\p{L}/u.test(text.charAt(start + body.length)))
        found.push({ start, end: start + body.length });
  return found;
}

const byLexicon = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

/** The names of more than one word that are nobody's, by their first word. */
function bodiesByFirstWord(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const known = byLexicon.get(lexicon);
  if (known) return known;
  const bodies = new Map<string, string[]>();
  for (const body of [...lexicon.list("publicBodies"), ...lexicon.list("famousNames")]) {
    if (!body.includes(" ")) continue;
    const first = /^\p{L}+/u.exec(body)?.[0] ?? "";
    bodies.set(first, [...(bodies.get(first) ?? []), body]);
  }
  byLexicon.set(lexicon, bodies);
  return bodies;
}

/**
 * "op naam van Raaijmakers, Diana": a surname, a comma and a first name are one name, unless the comma is one of a list. Halves of
 * a double surname with spaces around the hyphen, and a name that goes on in the next line, are one name too.
 */
function joinLastAndFirst(context: NameContext, found: readonly Candidate[]): Candidate[] {
  const inOrder = [...found].sort((one, other) => one.start - other.start);
  const joined: Candidate[] = [];
  inOrder.forEach((name, index) => {
    const last = joined.at(-1);
    const inList = /^(?:,| en | of )/.test(context.text.slice(name.end)) && inOrder[index + 1] !== undefined;
    const between = context.text.slice(last?.end ?? 0, name.start);
    if (
      last &&
      ((!inList && between === ", " && isSurnameOnly(context, last)) ||
        between === " - " ||
        (between === "\n" && isWrapped(context, last, name)))
    )
      joined[joined.length - 1] = { start: last.start, end: name.end, type: "PERSON" };
    else joined.push(name);
  });
  return joined;
}

/** The line ends behind a first name and the next one begins with a surname; two names on lines of their own are two people. */
function isWrapped(context: NameContext, first: Candidate, rest: Candidate): boolean {
  return !/(?:^|\n)\s*$/.test(context.text.slice(0, first.start)) && isSurnameOnly(context, rest);
}

/** One or more words of which none is listed as a first name only. */
function isSurnameOnly(context: NameContext, name: Candidate): boolean {
  return context.text
    .slice(name.start, name.end)
    .split(/[ -]/)
    .every((part) => (context.lexicon.flags(foldName(part)) & (GIVEN | SURNAME)) !== GIVEN);
}

const MENTION_LENGTH_MIN = 3;

/** A name that was found once is found everywhere in the note, also in lower case and with a genitive s glued on. */
function findLaterMentions(context: NameContext, found: readonly Candidate[]): Candidate[] {
  const known = new Set<string>();
  for (const candidate of found) {
    for (const part of context.text.slice(candidate.start, candidate.end).split(/[\s\-.'’]+/)) {
      const folded = foldName(part);
      if (folded.length >= MENTION_LENGTH_MIN && /^\p{Lu}|^\p{Ll}/u.test(part)) known.add(folded);
    }
  }
  if (known.size === 0) return [];
  const mentions: Candidate[] = [];
  context.words.forEach((word, index) => {
    const { folded } = word;
    const genitive = folded.endsWith("s") && known.has(folded.slice(0, -1));
    if (word.opaque || isParticle(word) || !(known.has(folded) || genitive)) return;
    const flags = flagsAt(context, index);
    const given = (flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0;
    // "roos is zwanger. roos vraagt": in a note without capitals the word is a name where a sentence begins with it.
    const named = given && ((flags & WORD) === 0 || (word.opens && (flags & (PERSON_VERB | FUNCTION_WORD)) === 0));
    if (isNever(flags) || (word.shape === "lower" && !named && (isCommon(flags) || context.lexicon.isDutch(folded))))
      return;
    if (word.opens && isCommon(flags) && !(word.shape === "lower" && named)) return;
    if (found.some((candidate) => candidate.start <= word.start && word.end <= candidate.end)) return;
    mentions.push({ start: word.start, end: word.end, type: "PERSON" });
  });
  return mentions;
}
