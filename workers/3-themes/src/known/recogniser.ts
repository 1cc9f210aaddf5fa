import type { SafeText, Segment, ThemeAssignment, ThemeId } from "@rode-draad/domain";
import { blankTags } from "@rode-draad/language";
import { decodeNote, type Stretch } from "./decode-note.js";
import {
  decidingPhrases,
  type ExplainTools,
  explainStretch,
  nearestThemes,
  type QuestionReason,
  type StretchExplanation,
} from "./explain-stretch.js";
import { LexiconPhrases } from "./lexicon-phrases.js";
import { readModel } from "./model-file.js";
import { readOpenings } from "./read-openings.js";
import type { RecognitionModel } from "./recognition-model.js";
import { makeScorer, type SummedNote } from "./score-note.js";
import { FAMILIAR_MIN, whyUnreadable } from "./why-unreadable.js";

/** A segment, and for a help question that counts also where it went. Plain data: it may cross to another thread. */
export interface ThemedSegment extends Segment {
  readonly assignment?: ThemeAssignment;
}

/** Pure and deterministic: the same model and text give the same answer. */
export interface Recogniser {
  /** Version of the model; stands on every figure made with it. */
  readonly version: string;
  /**
   * Gives the questions of a cut note a theme. The cut is a proposal: neighbouring segments about one theme become one
   * question, a segment that turns out to ask nothing becomes context, and what cannot be read says why. What the cut set
   * aside stays set aside.
   */
  recognise(text: SafeText, segments: readonly Segment[]): ThemedSegment[];
  /**
   * Why segment `at` is in a theme (without one: in its best theme) and not in the next. For one question at a time, and for
   * the team that wrote it: the words are those of the text.
   */
  explain(text: SafeText, segments: readonly Segment[], at: number, theme?: ThemeId): StretchExplanation;
  /** What decided about a question, in words of the lexicon that may be repeated elsewhere. Quick enough for a month of them. */
  tellReason(question: SafeText, theme: ThemeId): QuestionReason;
  /** The themes that a question comes nearest to, the best first, for a person to choose from. */
  nearest(question: SafeText, max: number): ThemeId[];
}

/** Reads the model file (by default the shipped one) and puts its tables in memory. */
export function loadRecogniser(modelPath?: string): Recogniser {
  return makeRecogniser(readModel(modelPath));
}

export function makeRecogniser(model: RecognitionModel): Recogniser {
  const scorer = makeScorer(model);
  // The weights stand in the scorer's tables; what is named here is all that is kept of the model beside them.
  const { version, lexicon, themeIds, safetyColumns, calibration } = model;
  let made: ExplainTools | undefined;
  /** Only a few callers explain, so the phrases are laid out on first use. */
  const explainTools = (): ExplainTools => {
    made ??= { scorer, themeIds, safetyColumns, phrases: new LexiconPhrases(lexicon) };
    return made;
  };
  return {
    version,
    explain: (text, segments, at, theme) => explainStretch(explainTools(), blankTags(text), segments, at, theme),
    tellReason: (question, theme) => decidingPhrases(explainTools(), question, theme),
    nearest: (question, max) => nearestThemes(explainTools(), question, max),
    recognise(written, cut) {
      const text = blankTags(written);
      const scores = scorer.score(text, cut);
      const fixed = cut.map(isOutside);
      const openings = readOpenings(text, cut);
      const stretches = decodeNote(scores, cut, openings, calibration, safetyColumns, fixed);
      return assemble(text, stretches, scores, cut, { themeIds, calibration });
    },
  };
}

/** What of a model decides whether a stretch gets its theme. */
type Giving = Pick<RecognitionModel, "themeIds" | "calibration">;

function assemble(
  text: string,
  stretches: readonly Stretch[],
  scores: SummedNote,
  cut: readonly Segment[],
  model: Giving,
): ThemedSegment[] {
  return stretches.map((stretch) => {
    const first = cut[stretch.from] as Segment;
    if (isOutside(first)) return first;
    const { start } = first;
    const { end } = cut[stretch.to - 1] as Segment;
    const familiarity = scores.familiarity(stretch.from, stretch.to);
    const assignment = familiarity < FAMILIAR_MIN ? undefined : assign(stretch, model);
    const unreadable = whyUnreadable(text.slice(start, end), familiarity);
    // Three letters or a few English words may tell of danger; then a person looks.
    if (unreadable !== undefined && assignment?.route !== "safety") return { start, end, kind: unreadable };
    return assignment === undefined
      ? { start, end, kind: "context" }
      : { start, end, kind: "help-question", assignment };
  });
}

/** What the cut took out of the questions: the team's own administration, and what is denied, past or another's. */
function isOutside(segment: Segment): boolean {
  return segment.kind === "administration" || segment.setAside !== undefined;
}

/**
 * The route of a stretch; undefined when it asks nothing. What may be about safety takes the safety route whatever its
 * best theme is: it then counts nowhere, and a person looks at it.
 */
function assign(stretch: Stretch, model: Giving): ThemeAssignment | undefined {
  const { calibration, themeIds } = model;
  const { confidence } = stretch;
  const given = stretch.isQuestion && confidence >= calibration.themeFloor;
  const themeId = given ? (themeIds[stretch.theme] as string) : null;
  if (stretch.safety >= calibration.safetyFloor) return { themeId, confidence, route: "safety" };
  if (given) return { themeId, confidence, route: "known" };
  return stretch.isPlainQuestion ? { themeId, confidence, route: "unassigned" } : undefined;
}
