import type { OwnTerm, SafeText, ThemeId } from "@rode-draad/domain";
import { stem, tokenise } from "@rode-draad/language";
import { DOUBTED_BELOW } from "../emergent/doubted-below.js";
import type { ThemedSegment } from "../known/recogniser.js";

/** Gives questions with a municipality's own words the themes that those words point at. */
export interface OwnThemeGiver {
  give(text: SafeText, segments: readonly ThemedSegment[]): ThemedSegment[];
}

/** From this length on a word that begins with the term counts as well: "stadspasaanvraag" for "stadspas". */
const COMPOUND_FROM = 6;

interface Term {
  readonly themeId: ThemeId;
  /** Letters, so that of two terms the longer one decides. */
  readonly length: number;
  readonly words: readonly { readonly norm: string; readonly stem: string }[];
}

/**
 * Rule: a word of the municipality's own decides about a question that the model gave no theme or doubted, and the model about one that
 * it is sure of. Rationale: the person who added the word knows what it means there, and a sentence may name it in passing. A word of
 * a theme that is never collective always decides: leaving out is safe, counting is not. What the model took for no question stays none.
 *
 * Cost: words of the text × terms, with a look at the first word of each only.
 */
export function makeOwnThemeGiver(terms: readonly OwnTerm[], neverThemeIds: ReadonlySet<ThemeId>): OwnThemeGiver {
  if (terms.length === 0) return { give: (_text, segments) => [...segments] };
  const known = terms
    .map(({ themeId, text }): Term => ({ themeId, length: text.length, words: wordsOf(text) }))
    .filter(({ words }) => words.length > 0)
    .sort((one, other) => other.length - one.length || (one.themeId < other.themeId ? -1 : 1));
  return {
    give: (text, segments) =>
      segments.map((segment) => {
        const { assignment, start, end } = segment;
        if (assignment === undefined || assignment.route === "safety") return segment;
        const found = findTerm(wordsOf(text.slice(start, end)), known);
        if (found === undefined) return segment;
        const { themeId } = found;
        const confidence = Math.max(assignment.confidence, DOUBTED_BELOW);
        if (neverThemeIds.has(themeId)) return { ...segment, assignment: { themeId, confidence, route: "safety" } };
        if (assignment.route === "known" && assignment.confidence >= DOUBTED_BELOW) return segment;
        return { ...segment, assignment: { themeId, confidence, route: "known" } };
      }),
  };
}

function wordsOf(text: string): Term["words"] {
  return tokenise(text)
    .filter(({ kind }) => kind === "word")
    .map(({ norm }) => ({ norm, stem: stem(norm) }));
}

function findTerm(text: Term["words"], terms: readonly Term[]): Term | undefined {
  return terms.find(({ words }) =>
    text.some((_word, at) => words.every((word, offset) => isForm(text[at + offset], word, words.length === 1))),
  );
}

function isForm(found: Term["words"][number] | undefined, wanted: Term["words"][number], isAlone: boolean): boolean {
  if (found === undefined) return false;
  return (
    found.stem === wanted.stem || (isAlone && wanted.norm.length >= COMPOUND_FROM && found.norm.startsWith(wanted.norm))
  );
}
