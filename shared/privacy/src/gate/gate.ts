import {
  type GateDecision,
  type IdentifierSpan,
  markSafe,
  type QuarantineReason,
  RawText,
  type WriterDeclares,
} from "@rode-draad/domain";
import { applyMasks } from "./apply-masks.js";
import type { Candidate } from "./candidate.js";
import { DETECTORS, type Detectors, findIdentifiers } from "./find-identifiers.js";
import { blankStretches, makePlaces, withoutHarmless } from "./harmless-stretches.js";
import { type Lexicon, loadLexicon } from "./lexicon.js";
import { normalise } from "./normalise.js";
import { makePublicList, type PublicList } from "./public-list.js";
import { countRareTraits, RARE_TRAITS_MIN } from "./rarity.js";
import type { ReadableNote } from "./readable-note.js";
import { toRawSpans } from "./resolve-spans.js";
import { findWords } from "./words.js";

/** The steps of the gate; a test puts a failing one in its place to see that the note is held back. */
export interface GateSteps {
  readonly open: (text: RawText) => string;
  readonly normalise: (raw: string) => ReadableNote;
  readonly findIdentifiers: (
    note: ReadableNote,
    lexicon: Lexicon,
    publicList: PublicList,
    detectors?: Detectors,
  ) => Candidate[];
  readonly applyMasks: (text: string, spans: readonly IdentifierSpan[]) => string;
  readonly countRareTraits: (note: ReadableNote, lexicon: Lexicon) => number;
}

export interface GateOptions {
  /** The word lists; read from the package's data folder when absent. */
  readonly lexicon?: Lexicon;
  readonly steps?: Partial<GateSteps>;
  readonly detectors?: Partial<Detectors>;
}

export interface Gate {
  /**
   * Decides about one text. Never throws: a fault anywhere inside holds the text back as `gate-fault`. `declared` is what the
   * writer of a text that was held back says about it.
   */
  inspect(text: RawText, declared?: WriterDeclares): GateDecision;
  /** The identifiers in a text, with offsets in the raw text. Throws when a step fails; `inspect` does not. */
  findSpans(text: RawText): readonly IdentifierSpan[];
}

/** More finds than this in one text: a list of people rather than a note. */
export const IDENTIFIERS_MAX = 60;
/**
 * A longer text is read in pieces of about this length. A note fits in one; a pasted file costs time in proportion to
 * its length, since the few rules that compare finds with each other only do so inside a piece.
 */
const PIECE_LENGTH = 6_000;
/** How far back from the end of a piece the cut may move to reach the end of a sentence or a line. */
const CUT_REACH = 1_000;

const NOTHING_DECLARED: WriterDeclares = { harmless: [], traitsPointAtNobody: false };

const STEPS: GateSteps = {
  open: RawText.open,
  normalise,
  findIdentifiers,
  applyMasks,
  countRareTraits: (note, lexicon) => countRareTraits(note, findWords(note), lexicon),
};

/** Makes the privacy gate: the only way from raw text to safe text. Reads the word lists once, about 0.3 s. */
export function createGate(options: GateOptions = {}): Gate {
  const lexicon = options.lexicon ?? loadLexicon();
  const publicList = makePublicList(lexicon);
  const steps = { ...STEPS, ...options.steps };
  const detectors = { ...DETECTORS, ...options.detectors };

  const spansOf = (raw: string, most = Number.POSITIVE_INFINITY): IdentifierSpan[] => {
    const found: IdentifierSpan[] = [];
    for (const { from, to } of piecesOf(raw)) {
      const note = steps.normalise(from === 0 && to === raw.length ? raw : raw.slice(from, to));
      for (const span of toRawSpans(note, steps.findIdentifiers(note, lexicon, publicList, detectors)))
        found.push({ start: span.start + from, end: span.end + from, type: span.type });
      if (found.length > most) break;
    }
    return found;
  };

  const decide = (raw: string, { harmless, traitsPointAtNobody }: WriterDeclares): GateDecision => {
    // Reading on may stop at the first find too many, but never at finds that are declared harmless.
    const cut = (most: number): number => (harmless.length === 0 ? most : Number.POSITIVE_INFINITY);
    if (isUnreadable(raw)) return { decision: "quarantine", reason: "unreadable", spans: [] };
    const spans = withoutHarmless(spansOf(raw, cut(IDENTIFIERS_MAX)), harmless);
    const quarantine = (reason: QuarantineReason, more: readonly IdentifierSpan[] = []): GateDecision => ({
      decision: "quarantine",
      reason,
      spans: [...spans, ...more].sort((one, other) => one.start - other.start),
    });
    if (spans.length > IDENTIFIERS_MAX) return quarantine("too-many-identifiers");
    const masked = spans.length === 0 ? raw : steps.applyMasks(raw, spans);
    const places = makePlaces(raw, spans, steps.applyMasks);
    const harmlessMasked = places.toMasked(harmless);
    // The second pass reads the masked text as if it had just come in; anything it still finds holds the note back.
    const left = spans.length === 0 ? [] : withoutHarmless(spansOf(masked, cut(0)), harmlessMasked);
    if (left.length > 0) return quarantine("second-pass-hit", places.toRaw(left));
    const traits = (): number =>
      steps.countRareTraits(steps.normalise(blankStretches(masked, harmlessMasked)), lexicon);
    if (!traitsPointAtNobody && traits() >= RARE_TRAITS_MIN) return quarantine("rare-combination");
    const text = markSafe(masked);
    return spans.length === 0 ? { decision: "pass", text, spans: [] } : { decision: "mask", text, spans };
  };

  return {
    inspect(text, declared = NOTHING_DECLARED) {
      try {
        return decide(steps.open(text), declared);
      } catch {
        // The error is dropped on purpose: its message could hold a piece of the note.
        return { decision: "quarantine", reason: "gate-fault", spans: [] };
      }
    },
    findSpans: (text) => spansOf(steps.open(text)),
  };
}

/** Half a surrogate pair, or a text of replacement characters: something went wrong before the door. */
function isUnreadable(raw: string): boolean {
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(raw)) return true;
  if (!raw.includes("\ufffd") && !raw.includes("\u0000")) return false;
  const broken = raw.split("\ufffd").length + raw.split("\u0000").length - 2;
  return broken > raw.length / 20;
}

/** A long text in pieces that end at a sentence, a line or a space, so that no identifier is cut in half. */
function piecesOf(raw: string): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let from = 0;
  while (raw.length - from > PIECE_LENGTH) {
    const to =
      from + PIECE_LENGTH - CUT_REACH + placeToCut(raw.slice(from + PIECE_LENGTH - CUT_REACH, from + PIECE_LENGTH));
    pieces.push({ from, to });
    from = to;
  }
  pieces.push({ from, to: raw.length });
  return pieces;
}

/** Behind the last sentence or paragraph of a stretch, else at its last line or space, else at its end. */
function placeToCut(stretch: string): number {
  const places = [
    Math.max(stretch.lastIndexOf(". ") + 1, stretch.lastIndexOf("\n\n")),
    stretch.lastIndexOf("\n"),
    stretch.lastIndexOf(" "),
  ];
  return places.find((place) => place > 0) ?? stretch.length;
}
