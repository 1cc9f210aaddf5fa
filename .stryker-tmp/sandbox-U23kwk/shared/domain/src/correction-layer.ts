import type { CorrectionEvidence, GoneTheme, LoggedCorrection } from "./correction.js";
import type { ThemeId } from "./ids.js";
import type { ThemeAssignment } from "./question.js";
import { sameWords } from "./same-words.js";

/** A theme that the machine found itself, as far as corrections look at it. */
export interface MachineTheme {
  readonly id: ThemeId;
  readonly label: string;
  readonly terms: readonly string[];
  readonly mergedInto?: ThemeId;
}

/** What the machine gave a question, and what is known of it besides. */
export interface GivenQuestion {
  /** Undefined for a stretch that the machine takes for no question. */
  readonly given: ThemeAssignment | undefined;
  readonly evidence: readonly CorrectionEvidence[];
  /** The source flagged the note as a safety matter. */
  readonly safetyFlag: boolean;
}

/**
 * The corrections of one municipality as a layer over the machine. What a question counts as is a pure function of what the
 * machine gave and of the corrections in force, taken in the order in which they were made: undoing one, reading a note
 * again and a new model are all the same operation, applying the layer anew.
 */
export interface CorrectionLayer {
  /** The theme that now stands for this one: itself, what it was merged into, or null when it is no theme any more. */
  resolve(themeId: ThemeId): ThemeId | null;
  /** The correction because of which no theme stands for this one any more. */
  closedBy(themeId: ThemeId): LoggedCorrection | undefined;
  /** The name that a person gave, if any. */
  nameOf(themeId: ThemeId): string | undefined;
  /** Themes that a decision of a person rests on: the machine neither merges nor retires them. */
  readonly held: ReadonlySet<ThemeId>;
  /** Themes that people put to sleep, by id; the latest time counts. */
  readonly sleeping: ReadonlyMap<ThemeId, Extract<LoggedCorrection, { kind: "sleep" }>>;
  /** Themes that people split off and whose split is in force, by id. */
  readonly splits: ReadonlyMap<ThemeId, Extract<LoggedCorrection, { kind: "split" }>>;
  /** The merges in force, in order. */
  readonly merges: readonly Extract<LoggedCorrection, { kind: "merge" }>[];
  /** Every theme that the machine may give and that stands for another one or for none. */
  readonly moved: ReadonlyMap<ThemeId, ThemeId | null>;
  /** What a question counts as. */
  decide(question: GivenQuestion): ThemeAssignment | undefined;
  /** All questions of one note: one that a person or a lesson made a safety matter takes the others along. */
  decideNote(questions: readonly GivenQuestion[]): (ThemeAssignment | undefined)[];
}

/**
 * Lessons pull when they resemble a question together at least so much. Chosen on half of the authors of the labelled corpus, reported on the other half by test/quality/corrections.ts.
 */
export const PULL_MIN = 0.2;
/** Only so many of the nearest lessons count, or hundreds that are hardly alike would pull everything in the end. */
const NEAREST_MAX = 3;
/** The surer the machine is, the more resemblance it takes to overrule it. */
const PULL_FOR_CERTAINTY = 0.1;

export function makeCorrectionLayer(
  log: readonly LoggedCorrection[],
  machineThemes: readonly MachineTheme[],
  neverThemeIds: ReadonlySet<ThemeId>,
): CorrectionLayer {
  return new FoldedCorrections(log, machineThemes, neverThemeIds);
}

class FoldedCorrections implements CorrectionLayer {
  readonly splits = new Map<ThemeId, Extract<LoggedCorrection, { kind: "split" }>>();
  readonly merges: Extract<LoggedCorrection, { kind: "merge" }>[] = [];
  readonly moved = new Map<ThemeId, ThemeId | null>();
  readonly held = new Set<ThemeId>();
  readonly #inForce: readonly LoggedCorrection[];
  readonly #byId: ReadonlyMap<string, LoggedCorrection>;
  readonly #never: ReadonlySet<ThemeId>;
  readonly #machine: ReadonlyMap<ThemeId, MachineTheme>;
  readonly #names = new Map<ThemeId, string>();
  readonly sleeping = new Map<ThemeId, Extract<LoggedCorrection, { kind: "sleep" }>>();

  constructor(
    log: readonly LoggedCorrection[],
    machineThemes: readonly MachineTheme[],
    neverThemeIds: ReadonlySet<ThemeId>,
  ) {
    this.#inForce = log.filter(({ undone }) => undone === undefined);
    this.#byId = new Map(this.#inForce.map((correction) => [correction.id, correction]));
    this.#never = neverThemeIds;
    this.#machine = new Map(machineThemes.map((theme) => [theme.id, theme]));
    for (const correction of this.#inForce) this.#note(correction);
    for (const id of [...this.#machine.keys(), ...this.#inForce.flatMap(themesOf)]) {
      const now = this.resolve(id);
      if (now !== id) this.moved.set(id, now);
    }
  }

  resolve(themeId: ThemeId): ThemeId | null {
    return this.#fold(this.#byMachine(themeId), []).themeId;
  }

  closedBy(themeId: ThemeId): LoggedCorrection | undefined {
    return this.#fold(this.#byMachine(themeId), []).closedBy;
  }

  nameOf(themeId: ThemeId): string | undefined {
    return this.#names.get(themeId);
  }

  decide({ given, evidence, safetyFlag }: GivenQuestion): ThemeAssignment | undefined {
    const start = given?.themeId == null ? null : this.#byMachine(given.themeId);
    // A lesson never decides about the safety route: whoever takes a question out of it looks at that very question.
    const pull = given === undefined || given.route === "safety" ? undefined : this.#pull(given, evidence);
    const { themeId, pointed } = this.#fold(pull === undefined ? start : pull.themeId, evidence);
    if (given === undefined && pointed === undefined) return undefined;
    const machine = given ?? { themeId: null, confidence: 0, route: "unassigned" };
    const confidence = pointed === undefined ? (pull?.support ?? machine.confidence) : 1;
    if (machine.route === "safety" && !mayLeaveSafety(pointed, safetyFlag)) {
      return { themeId, confidence, route: "safety" };
    }
    if (themeId !== null && this.#never.has(themeId)) return { themeId, confidence, route: "safety" };
    if (themeId === null) return { themeId, confidence, route: "unassigned" };
    if (themeId === machine.themeId && machine.route !== "safety") return { themeId, confidence, route: machine.route };
    return { themeId, confidence, route: this.#isEmergent(themeId) ? "emergent" : "known" };
  }

  decideNote(questions: readonly GivenQuestion[]): (ThemeAssignment | undefined)[] {
    const decided = questions.map((question) => this.decide(question));
    const isSafety = decided.some(
      (one, index) => one?.route === "safety" && questions[index]?.given?.route !== "safety",
    );
    return isSafety ? decided.map((one) => one && { ...one, route: "safety" as const }) : decided;
  }

  #note(correction: LoggedCorrection): void {
    for (const id of themesThatStay(correction)) this.held.add(id);
    if (correction.kind === "rename") this.#names.set(correction.themeId, correction.name);
    if (correction.kind === "merge") this.merges.push(correction);
    if (correction.kind === "sleep") this.sleeping.set(correction.themeId, correction);
    if (correction.kind === "split") {
      this.splits.set(correction.newThemeId, correction);
      this.#names.set(correction.newThemeId, correction.name);
    }
  }

  /** Where the machine's own merges lead. A theme that people hold stays itself. */
  #byMachine(themeId: ThemeId): ThemeId {
    const into = this.held.has(themeId) ? undefined : this.#machine.get(themeId)?.mergedInto;
    return into ?? themeId;
  }

  /** Takes a theme through the corrections in order. `pointed` is the last one that named this very question. */
  #fold(start: ThemeId | null, evidence: readonly CorrectionEvidence[]) {
    let themeId = start;
    let pointed: LoggedCorrection | undefined;
    let closedBy: LoggedCorrection | undefined;
    for (const correction of this.#inForce) {
      if (correction.kind === "move") {
        if (!isPointedAt(correction, evidence)) continue;
        themeId = correction.toId;
        pointed = correction;
      } else if (themeId === null || correction.kind === "rename") {
      } else if (correction.kind === "merge" && this.#isAbout(correction, themeId)) {
        themeId = correction.intoId;
      } else if (correction.kind === "not-a-theme" && this.#isAbout(correction, themeId)) {
        themeId = null;
        closedBy = correction;
      } else if (correction.kind === "split" && correction.themeId === themeId) {
        const own = evidence.filter(({ correctionId }) => correctionId === correction.id);
        if (own.every(({ as }) => as === "lesson")) continue;
        themeId = correction.newThemeId;
        if (isPointedAt(correction, own)) pointed = correction;
      }
    }
    return { themeId, pointed, closedBy };
  }

  /** The theme itself, or one that the machine found later with the same words. */
  #isAbout(correction: Extract<LoggedCorrection, GoneTheme>, themeId: ThemeId): boolean {
    if (correction.themeId === themeId) return true;
    const theme = this.#machine.get(themeId);
    if (theme === undefined || this.held.has(themeId)) return false;
    const isLater = correction.newestId !== null && themeId > correction.newestId;
    return isLater && sameWords(theme.terms, correction.terms);
  }

  /**
   * Rule: a lesson corrects one confusion, so it pulls only what the machine gave the theme that the person took the question
   * from. Several lessons pull more than one; lessons for the machine's own choice hold back.
   */
  #pull(given: ThemeAssignment, evidence: readonly CorrectionEvidence[]) {
    const own = given.themeId === null ? null : this.resolve(given.themeId);
    const hints = new Map<ThemeId | null, number[]>();
    for (const { correctionId, as, similarity } of evidence) {
      if (as !== "lesson") continue;
      const lesson = this.#byId.get(correctionId);
      if (lesson?.kind !== "move" && lesson?.kind !== "split") continue;
      const toId = lesson.kind === "move" ? lesson.toId : lesson.newThemeId;
      const fromId = lesson.kind === "move" ? lesson.fromId : lesson.themeId;
      const to = toId === null ? null : this.resolve(toId);
      const from = fromId === null ? null : this.resolve(fromId);
      if (to === own || from === own) hints.set(to, [...(hints.get(to) ?? []), similarity]);
    }
    const holding = supportOf(hints.get(own) ?? []);
    const floor = PULL_MIN + PULL_FOR_CERTAINTY * given.confidence;
    let best: { themeId: ThemeId | null; support: number } | undefined;
    for (const [themeId, similarities] of hints) {
      const support = supportOf(similarities);
      if (themeId === own || support < floor || support <= holding) continue;
      if (best === undefined || support > best.support) best = { themeId, support };
    }
    return best;
  }

  /** A theme that a catalogue knows is given as known, whoever split it off. */
  #isEmergent(themeId: ThemeId): boolean {
    const parent = this.splits.get(themeId)?.themeId;
    return parent === undefined ? this.#machine.has(themeId) : this.#isEmergent(parent);
  }
}

/**
 * Rule: a question leaves the safety route only when a person looked at that very question and said so, and never when the
 * source itself flagged the note. Rationale: leaving out is safe, counting is not.
 */
export function mayLeaveSafety(pointed: LoggedCorrection | undefined, safetyFlag: boolean): boolean {
  return !safetyFlag && pointed?.kind === "move" && pointed.outOfSafety;
}

/** What the nearest lessons say together, 0 to 1, as independent hints add up. */
export function supportOf(similarities: readonly number[]): number {
  const nearest = [...similarities].sort((a, b) => b - a).slice(0, NEAREST_MAX);
  return 1 - nearest.reduce((left, similarity) => left * (1 - similarity), 1);
}

function isPointedAt(correction: LoggedCorrection, evidence: readonly CorrectionEvidence[]): boolean {
  return evidence.some(({ correctionId, as }) => correctionId === correction.id && as === "question");
}

/** The themes that a correction needs to live on. */
function themesThatStay(correction: LoggedCorrection): ThemeId[] {
  if (correction.kind === "not-a-theme") return [];
  if (correction.kind === "merge") return [correction.intoId];
  return themesOf(correction).filter((id) => correction.kind !== "move" || id === correction.toId);
}

/** The themes that a correction names. */
export function themesOf(correction: LoggedCorrection): ThemeId[] {
  switch (correction.kind) {
    case "merge":
      return [correction.themeId, correction.intoId];
    case "split":
      return [correction.themeId, correction.newThemeId];
    case "move":
      return [correction.fromId, correction.toId].filter((id) => id !== null);
    default:
      return [correction.themeId];
  }
}
