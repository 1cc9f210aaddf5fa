/**
 * Measures what moving questions teaches, and prints figure and goal. The machine is taken to confuse two themes: it gave the
 * questions of one the other. A person moves some of them; the others were never seen. On the authors of the corpus with an
 * even number in the alphabet; the bounds were chosen on the rest. Run:
 * `node --conditions=source --import tsx test/quality/corrections.ts`
 */
import { fileURLToPath } from "node:url";
import {
  type LoggedCorrection,
  type MachineTheme,
  makeCorrectionLayer,
  markSafe,
  type ThemeId,
} from "@rode-draad/domain";
import { makeEvidenceReader, readFeatures } from "@rode-draad/themes";
import { readLabelledNotes } from "../../workers/3-themes/scripts/training-notes.js";
import { atMost, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";

const CONFUSIONS = 200;
const SEED = 20_261;
/** A confusion is doubted; what the machine gets right it is surer of. */
const CONFIDENCE = { confused: 0.6, right: 0.85 };
const person = { who: "meting", why: "meting", at: new Date("2026-01-01T00:00:00Z") };
const MACHINE_THEMES: readonly MachineTheme[] = [];

interface LabelledQuestion {
  readonly text: string;
  readonly theme: ThemeId;
}

function readQuestions(): LabelledQuestion[] {
  const notes = readLabelledNotes(fileURLToPath(new URL("../../fixtures/corpus/notes.jsonl", import.meta.url)));
  const hands = [...new Set(notes.map(({ hand }) => hand))].sort().filter((_, index) => index % 2 === 1);
  return notes
    .filter(({ hand }) => hands.includes(hand))
    .flatMap(({ text, segments }) =>
      segments.flatMap(({ start, end, theme }) => (theme === null ? [] : [{ text: text.slice(start, end), theme }])),
    );
}

/** Multiplicative congruential generator (Park & Miller 1988): the same confusions on every machine. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function moveAll(questions: readonly LabelledQuestion[], fromId: ThemeId, toId: ThemeId): LoggedCorrection[] {
  return questions.map(({ text }, index) => {
    const question = { noteId: `geleerd-${index}`, start: 0, end: text.length, features: readFeatures(text) };
    return { kind: "move", question, fromId, toId, outOfSafety: false, ...person, id: `c-${index}` };
  });
}

/** How many of the questions count as another theme than the one they were given. */
function countShifted(
  questions: readonly LabelledQuestion[],
  given: (theme: ThemeId) => ThemeId,
  confidence: number,
  log: readonly LoggedCorrection[],
): number {
  const reader = makeEvidenceReader({ version: log.length, corrections: log });
  const layer = makeCorrectionLayer(log, MACHINE_THEMES, new Set());
  return questions.filter(({ text, theme }) => {
    const assignment = { themeId: given(theme), confidence, route: "known" } as const;
    const segment = { start: 0, end: text.length, kind: "help-question", assignment } as const;
    const [read] = reader.read("gemeten", markSafe(text), [segment]);
    const decided = layer.decide({ given: assignment, evidence: read?.evidence ?? [], safetyFlag: false });
    return decided?.themeId !== assignment.themeId;
  }).length;
}

function measure(questions: readonly LabelledQuestion[], lessons: number) {
  const themes = [...new Set(questions.map(({ theme }) => theme))].sort();
  const random = makeRandom(SEED);
  const tally = { confusions: 0, pulled: 0, unseen: 0, falseShifts: 0, ofTheme: 0 };
  for (let confusion = 0; confusion < CONFUSIONS; confusion++) {
    const fromId = themes[random(themes.length)] as ThemeId;
    const toId = themes[random(themes.length)] as ThemeId;
    const confused = questions.filter(({ theme }) => theme === toId);
    const right = questions.filter(({ theme }) => theme === fromId);
    if (fromId === toId || confused.length <= lessons) continue;
    tally.confusions += 1;
    const first = random(confused.length - lessons);
    const unseen = confused.filter((_, index) => index < first || index >= first + lessons);
    const log = moveAll(confused.slice(first, first + lessons), fromId, toId);
    tally.pulled += countShifted(unseen, () => fromId, CONFIDENCE.confused, log);
    tally.unseen += unseen.length;
    tally.falseShifts += countShifted(right, (theme) => theme, CONFIDENCE.right, log);
    tally.ofTheme += right.length;
  }
  // A lesson reaches only what was given the theme that it took a question from, so the rest of the corpus stays.
  const share = tally.ofTheme / tally.confusions / questions.length;
  return {
    alongShare: tally.pulled / tally.unseen,
    falseInTheme: tally.falseShifts / tally.ofTheme,
    falseInCorpus: (tally.falseShifts / tally.ofTheme) * share,
  };
}

const LESSONS = [1, 3, 5, 10, 20, 30];

export function correctionFigures({ quick }: { readonly quick: boolean }): FigureRow[] {
  const questions = readQuestions();
  return (quick ? [5] : LESSONS).flatMap((lessons) => {
    const { alongShare, falseInTheme, falseInCorpus } = measure(questions, lessons);
    return [
      shown(`after ${lessons} moved: unseen questions that go along`, alongShare),
      shown("… questions of the theme itself that go along", falseInTheme),
      atMost("… questions of the corpus that go along", 0.01, falseInCorpus),
    ];
  });
}

if (isProgram(fileURLToPath(import.meta.url))) printFigures(correctionFigures({ quick: false }));
