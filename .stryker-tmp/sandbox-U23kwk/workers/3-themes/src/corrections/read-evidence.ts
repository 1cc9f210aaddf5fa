import type {
  CorrectionEvidence,
  CorrectionLog,
  LoggedCorrection,
  NoteId,
  PointedQuestion,
  SafeText,
} from "@rode-draad/domain";
import { stem, tokenise } from "@rode-draad/language";
import type { ThemedSegment } from "../known/recogniser.js";
import { LessonIndex } from "./lesson-index.js";
import { containmentOf, readFeatures, readStems } from "./text-features.js";

/** A segment with the theme that the machine gave it, and what its text says about the corrections in force. */
export interface EvidencedSegment extends ThemedSegment {
  readonly evidence?: readonly CorrectionEvidence[];
}

/** Reads what the texts of notes say about the corrections in force. */
export interface EvidenceReader {
  readonly version: number;
  read(noteId: NoteId, text: SafeText, segments: readonly ThemedSegment[]): EvidencedSegment[];
}

/** A question is the one that was pointed at when the two share at least half of what tells them apart from others. */
const CONTAINED_MIN = 0.5;

export function makeEvidenceReader(log: CorrectionLog): EvidenceReader {
  const inForce = log.corrections.filter(({ undone }) => undone === undefined);
  const lessons = new LessonIndex(inForce);
  const splits = inForce.flatMap((one) => (one.kind === "split" && one.words.length > 0 ? [wordsOf(one)] : []));
  const pointed = pointedByNote(inForce);
  return {
    version: log.version,
    read(noteId, text, segments) {
      const found = (pointed.get(noteId) ?? []).map(({ correctionId, question }) => ({
        correctionId,
        place: findPointed(question, text, segments),
      }));
      return segments.map((segment, place) => {
        const own = found
          .filter((one) => one.place === place)
          .map(({ correctionId }) => exact(correctionId, "question"));
        const stretch = text.slice(segment.start, segment.end);
        const evidence = segment.assignment === undefined ? own : [...own, ...hints(stretch, lessons, splits)];
        if (evidence.length === 0) return segment;
        // What a person called a question is one, whatever a later reading makes of it.
        const { setAside: _setAside, ...kept } = segment;
        return own.length === 0 ? { ...segment, evidence } : { ...kept, kind: "help-question", evidence };
      });
    },
  };
}

/** Whether a text has one of the words that a split goes by, also inside a compound or in another form. */
export function hasSplitWord(text: string, words: readonly string[]): boolean {
  return holds(readStems(text).all, words.flatMap(stemsOf));
}

interface SplitWords {
  readonly correctionId: string;
  readonly stems: readonly string[];
}

function wordsOf(split: Extract<LoggedCorrection, { kind: "split" }>): SplitWords {
  return { correctionId: split.id, stems: split.words.flatMap(stemsOf) };
}

function stemsOf(word: string): string[] {
  return tokenise(word)
    .filter(({ kind }) => kind === "word")
    .map(({ norm }) => stem(norm));
}

function holds(stems: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return wanted.some((word) => stems.has(word));
}

function hints(text: string, lessons: LessonIndex, splits: readonly SplitWords[]): CorrectionEvidence[] {
  const similar = lessons.isEmpty ? [] : lessons.evidenceOf(readFeatures(text));
  if (splits.length === 0) return similar;
  const { all } = readStems(text);
  const words = splits.filter(({ stems }) => holds(all, stems)).map(({ correctionId }) => exact(correctionId, "word"));
  return [...words, ...similar];
}

function exact(correctionId: string, as: "question" | "word"): CorrectionEvidence {
  return { correctionId, as, similarity: 1 };
}

function pointedByNote(corrections: readonly LoggedCorrection[]) {
  const notes = new Map<NoteId, { readonly correctionId: string; readonly question: PointedQuestion }[]>();
  const add = (correctionId: string, question: PointedQuestion): void => {
    notes.set(question.noteId, [...(notes.get(question.noteId) ?? []), { correctionId, question }]);
  };
  for (const correction of corrections) {
    if (correction.kind === "move") add(correction.id, correction.question);
    if (correction.kind === "split") for (const question of correction.questions) add(correction.id, question);
  }
  return notes;
}

/**
 * The segment that holds the question that was pointed at: the one that shares most of its telling words and its place. A
 * note that was written anew keeps the correction as long as the question is still in it. -1 when it is not.
 */
function findPointed(question: PointedQuestion, text: SafeText, segments: readonly ThemedSegment[]): number {
  let best = -1;
  let bestScore = 0;
  segments.forEach((segment, place) => {
    const features = readFeatures(text.slice(segment.start, segment.end));
    const overlap = overlapOf(question, segment);
    const contained = question.features.length === 0 ? overlap : containmentOf(question.features, features);
    // A question before context, when both share as much.
    const score = contained + overlap + (segment.assignment === undefined ? 0 : 0.1);
    if (contained >= CONTAINED_MIN && score > bestScore) {
      best = place;
      bestScore = score;
    }
  });
  return best;
}

/** What two stretches share, as a part of the shorter one. */
function overlapOf(one: { readonly start: number; readonly end: number }, other: typeof one): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return Math.max(0, shared) / Math.max(1, Math.min(one.end - one.start, other.end - other.start));
}
