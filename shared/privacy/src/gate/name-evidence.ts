import {
  COMMON,
  FUNCTION_WORD,
  GIVEN,
  KIN,
  NEVER_NAME,
  PERSON_VERB,
  PROPER_NAME,
  PROPER_OTHER,
  ROLE,
  SURNAME,
  TITLE,
  TRUSTED,
  WORD,
} from "./lexicon.js";
import { flagsAt, gapBefore, isParticle, type NameContext } from "./name-context.js";
import type { Word } from "./words.js";
import { weigh } from "./weights.js";

/** What a word is by the lists, from the surest name to no name at all. */
function kindOf(flags: number): string {
  const trusted = (flags & TRUSTED) !== 0 ? "+" : "-";
  const word = (flags & COMMON) !== 0 ? "common" : (flags & WORD) !== 0 ? "word" : "";
  const other = (flags & PROPER_OTHER) !== 0 ? "other" : "";
  const name =
    (flags & GIVEN) !== 0 ? "given" : (flags & SURNAME) !== 0 ? "surname" : (flags & PROPER_NAME) !== 0 ? "proper" : "";
  const never = (flags & NEVER_NAME) !== 0 ? "never" : "";
  return name === "" ? `${never}${other}${word}` : `${name}${trusted}${never}${other}${word}`;
}

/** What a neighbour is to a name. */
function roleOf(context: NameContext, index: number): string {
  const flags = flagsAt(context, index);
  if ((flags & TITLE) !== 0) return "title";
  if ((flags & KIN) !== 0) return "kin";
  if ((flags & ROLE) !== 0) return "role";
  if ((flags & PERSON_VERB) !== 0) return "verb";
  if (isParticle(context.words[index])) return "particle";
  if ((flags & FUNCTION_WORD) !== 0) return "function";
  const kind = kindOf(flags);
  return kind === "" && !context.lexicon.isDutch(context.words[index]?.folded ?? "") ? "unknown" : kind;
}

/** The characters between two words, as far as they say something. */
function gapKind(gap: string): string {
  if (gap === " ") return "";
  const sign = /[.!?\n:;,()/'’"“”|+-]/.exec(gap)?.[0] ?? "~";
  return /['’"“”]/.test(sign) ? "'" : /[!?]/.test(sign) ? "." : sign === "\n" ? "¶" : sign;
}

function neighbours(context: NameContext, index: number, kind: string): string[] {
  const { words } = context;
  const features: string[] = [];
  const previous = words[index - 1];
  const before = previous ? gapKind(gapBefore(context, index)) : "^";
  if (before !== "") features.push(`<${before}`);
  if (previous && (before === "" || before === "," || before === ":" || before === ".")) {
    const role = `<${before}=${roleOf(context, index - 1)}`;
    features.push(`<${before}${previous.folded}`, role, role + kind);
    const second = words[index - 2];
    if (before === "") features.push(second && gapBefore(context, index - 1) === " " ? `<<${second.folded}` : "<<^");
  }
  const next = words[index + 1];
  if (next?.folded === "s" && next.joined !== " ") return [...features, ">'s"];
  const after = next ? gapKind(gapBefore(context, index + 1)) : "$";
  // "Jan-Willem" goes on with a capital, "Barthel-formulier" without.
  if (after !== "") features.push(after === "-" && next?.shape === "capital" ? ">-A" : `>${after}`);
  if (next && (after === "" || after === ",")) {
    const role = `>${after}=${roleOf(context, index + 1)}`;
    features.push(`>${after}${next.folded}`, role, role + kind);
    const second = words[index + 2];
    if (after === "") features.push(second && gapBefore(context, index + 2) === " " ? `>>${second.folded}` : ">>$");
  }
  return features;
}

/** How the word is written and where: a capital inside a sentence says most, one in a text of capitals nothing. */
function placeOf(context: NameContext, word: Word): string {
  if (context.shouted) return "shouted";
  const written = word.shape === "lower" ? "lower" : word.shape === "upper" ? "upper" : "capital";
  return word.opens ? `${written}^` : written;
}

const LENGTH_MIN = 3;
/** Shorter words in capitals are abbreviations (LOT, NAH). */
const UPPER_LENGTH_MIN = 4;
const SHAPE_MIN = -4;
const SHAPE_MAX = 5;
const LENGTH_MAX = 12;

/** A word in no list that is a slip or a piece of a frequent word; dear to look up, so only asked when the rest speaks for a name. */
export function slipFeatures(context: NameContext, index: number): string[] {
  const folded = context.words[index]?.folded ?? "";
  if (flagsAt(context, index) !== 0) return [];
  return [...(context.lexicon.isTypo(folded) ? ["typo"] : []), ...(context.lexicon.isAbbreviation(folded) ? ["abbreviation"] : [])];
}

/** Everything that speaks for or against a name in one word that no capital inside a sentence marks. */
export function evidenceFeatures(context: NameContext, index: number): string[] {
  const word = context.words[index];
  if (!word) return [];
  const flags = flagsAt(context, index);
  const shape = Math.max(SHAPE_MIN, Math.min(SHAPE_MAX, Math.round(context.lexicon.nameShape(word.folded))));
  const kind = `=${flags === 0 ? (context.lexicon.isDutch(word.folded) ? "dutch" : "unknown") : kindOf(flags)}`;
  const place = placeOf(context, word);
  return [
    "*",
    kind,
    `@${place}`,
    `@${place}${kind}`,
    `${flags === 0 ? kind : "listed"}~${shape}`,
    ...(place === "capital" ? [`@capital~${shape}`] : []),
    `#${Math.min(LENGTH_MAX, word.folded.length)}`,
    ...((flags & COMMON) !== 0 ? [`!${word.folded}`] : []),
    ...neighbours(context, index, kind),
  ];
}

const NAME = GIVEN | SURNAME | PROPER_NAME;
/** No name is longer. */
const NAME_LENGTH_MAX = 25;

/** Whether a word can be a name that its neighbours have to prove: no ordinary word in small letters, and no word of the grammar. */
export function isCandidate(context: NameContext, index: number): boolean {
  const word = context.words[index];
  if (!word || word.opaque || word.shape === "letter" || isParticle(word) || !/[aeiouy]/.test(word.folded)) return false;
  if (word.folded.length > NAME_LENGTH_MAX) return false;
  const flags = flagsAt(context, index);
  if ((flags & (FUNCTION_WORD | KIN | TITLE | ROLE)) !== 0) return false;
  if ((flags & NEVER_NAME) !== 0 && (flags & TRUSTED) === 0) return false;
  if (word.shape === "upper" && !context.shouted && word.folded.length < UPPER_LENGTH_MIN) return false;
  if (word.folded.length < LENGTH_MIN) return (flags & TRUSTED) !== 0 && word.shape === "capital";
  if (word.shape === "capital" && !word.opens && !context.shouted) return true;
  return flags === 0 || (flags & NAME) !== 0 || (flags & (PROPER_OTHER | WORD)) === PROPER_OTHER;
}

/** The log-odds that a word is a person's name. O(letters + words around it). */
export function nameEvidence(context: NameContext, index: number, enough: number): number {
  const weights = context.lexicon.nameEvidence;
  const evidence = weigh(weights, evidenceFeatures(context, index));
  return evidence > enough ? evidence + weigh(weights, slipFeatures(context, index)) : evidence;
}
