import { parseArgs } from "node:util";
import { addDays, type Day, markSafe, type ThemeId } from "@rode-draad/domain";
import { readCorpus } from "@rode-draad/fixtures";
import { assignEmergent, type UnknownQuestion } from "@rode-draad/themes";
import { EmergentAssigner } from "../../workers/3-themes/src/emergent/assign-emergent.js";
import localThemes from "./data/local-themes.json" with { type: "json" };
import { atLeast, atMost, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";
import { type OpenQuestions, openQuestionsOf } from "./open-questions.js";
import { seededRandom } from "./seeded-random.js";

/**
 * How well emergent themes are found among the questions that the recogniser leaves open:
 * `node --conditions=source --import tsx test/quality/emergent.ts [--seed SEED]…`. First in invented municipalities of the fixtures, then on
 * questions that a weaker recogniser would leave open. Settings were chosen on the seeds dev-1 to dev-3.
 */

const SEEDS = ["meten-1", "meten-2", "meten-3"];
const NOTES = 8_000;

/** Invented municipalities, day by day as the stage would run. */
export function plantedFigures(seeds: readonly string[] = SEEDS): FigureRow[] {
  const outcomes = seeds.map(measurePlanted);
  const planted = outcomes.flatMap(({ local }) => local);
  const sum = (pick: (outcome: PlantedOutcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return [
    atLeast("planted themes with a theme of their own", 1, mean(planted.map(({ isFound }) => (isFound ? 1 : 0)))),
    atLeast("… within 2 weeks of their 5th case", 1, mean(planted.map(({ weeks }) => (weeks <= 2 ? 1 : 0)))),
    shown("… weeks, worst", Math.max(...planted.map(({ weeks }) => weeks))),
    atLeast("… share of all their questions in it", 0.9, mean(planted.map(({ recall }) => recall))),
    shown("… share of what the recogniser left open of them", mean(planted.map(({ recallOfOpen }) => recallOfOpen))),
    atLeast("… share of the theme that is theirs", 0.9, mean(planted.map(({ purity }) => purity))),
    atMost(
      "false themes per 1,000 notes",
      1,
      (1_000 * sum((outcome) => outcome.falseThemes)) / sum(({ notes }) => notes),
    ),
    atMost(
      "themes of filler",
      0,
      sum(({ fillerThemes }) => fillerThemes),
    ),
  ];
}

interface PlantedOutcome {
  readonly notes: number;
  readonly local: readonly {
    readonly isFound: boolean;
    readonly weeks: number;
    readonly recall: number;
    readonly recallOfOpen: number;
    readonly purity: number;
  }[];
  readonly falseThemes: number;
  readonly fillerThemes: number;
}

const NEVER_FOUND_WEEKS = 99;

function measurePlanted(seed: string): PlantedOutcome {
  return measurePlantedFrom(openQuestionsOf(seed, NOTES));
}

export function measurePlantedFrom({ truth, open, notes }: OpenQuestions): PlantedOutcome {
  const { themeOf, foundOn, living } = runDaily(open);
  const notesOf = new Map<ThemeId, Map<string, string>>();
  for (const question of open) {
    const theme = themeOf.get(question.id);
    if (theme === undefined) continue;
    const members = notesOf.get(theme) ?? new Map<string, string>();
    notesOf.set(theme, members.set(question.sourceId, question.truth));
  }
  const shareOf = (theme: ThemeId, truth: string): number => {
    const truths = [...(notesOf.get(theme)?.values() ?? [])];
    return truths.filter((other) => other === truth).length / Math.max(1, truths.length);
  };
  const local = truth.localThemes.map(({ id, noteIds }) => {
    const within = (theme: ThemeId): number => noteIds.filter((note) => notesOf.get(theme)?.has(note)).length;
    const main = [...living].sort((one, other) => within(other) - within(one) || (one < other ? -1 : 1))[0];
    const openNotes = new Set(open.filter((question) => question.truth === id).map(({ sourceId }) => sourceId));
    const isFound = main !== undefined && within(main) > 0 && shareOf(main, id) >= 0.5;
    const fifth = fifthCase(open.filter((question) => question.truth === id));
    return {
      isFound,
      weeks: isFound && fifth !== undefined ? weeksFrom(fifth, foundOn.get(main) ?? fifth) : NEVER_FOUND_WEEKS,
      recall: isFound ? within(main) / noteIds.length : 0,
      recallOfOpen: isFound ? within(main) / Math.max(1, openNotes.size) : 0,
      purity: isFound ? shareOf(main, id) : 0,
    };
  });
  const planted = new Set(truth.localThemes.map(({ id }) => id));
  const isFalse = (theme: ThemeId): boolean => ![...planted].some((id) => shareOf(theme, id) >= 0.5);
  return {
    notes,
    local,
    falseThemes: living.filter(isFalse).length,
    fillerThemes: living.filter((theme) => shareOf(theme, "filler") >= 0.5).length,
  };
}

/** Hands in the questions a day at a time; gives each its theme in the end, and the day on which each theme was there. */
function runDaily(open: readonly UnknownQuestion[]) {
  const themeOf = new Map<string, ThemeId>();
  const foundOn = new Map<ThemeId, Day>();
  const byDate = [...open].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  let state: Uint8Array | undefined;
  let living: ThemeId[] = [];
  const redirect = new Map<ThemeId, ThemeId>();
  for (let from = 0; from < byDate.length; ) {
    const end = addDays((byDate[from] as UnknownQuestion).date, 1);
    let to = from;
    while (to < byDate.length && (byDate[to] as UnknownQuestion).date < end) to++;
    const assigner = new EmergentAssigner(state);
    assigner.take(byDate.slice(from, to));
    const outcome = assigner.finish();
    state = outcome.state;
    for (const { questionId, themeId } of outcome.assignments) themeOf.set(questionId, themeId);
    for (const { id, mergedInto } of outcome.themes) {
      if (!foundOn.has(id)) foundOn.set(id, end);
      if (mergedInto !== undefined) redirect.set(id, mergedInto);
    }
    living = outcome.themes.filter(({ mergedInto }) => mergedInto === undefined).map(({ id }) => id);
    from = to;
  }
  for (const [question, theme] of themeOf) {
    let current = theme;
    for (let next = redirect.get(current); next !== undefined; next = redirect.get(current)) current = next;
    themeOf.set(question, current);
  }
  return { themeOf, foundOn, living };
}

/** The day on which the fifth case came. */
function fifthCase(questions: readonly UnknownQuestion[]): Day | undefined {
  const first = new Map<string, Day>();
  for (const { caseId, date } of questions) {
    const known = first.get(caseId);
    if (known === undefined || date < known) first.set(caseId, date);
  }
  return [...first.values()].sort()[4];
}

const DAY_MS = 86_400_000;
function weeksFrom(from: Day, to: Day): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS / 7));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Labelled extends UnknownQuestion {
  readonly truth: string;
}

/**
 * Two years of unknown questions: what the recogniser would miss of 8,000 notes (`missed` of all segments, half of that of those
 * without a question), pasted filler, and six local themes of six weeks each.
 */
export function simulateUnknown(seed: number, missed: number): Labelled[] {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const corpus = readCorpus();
  const questions: Labelled[] = [];
  const ask = (text: string, truth: string, date: string, areaCode: string, caseId: string): void => {
    questions.push({ id: `q${questions.length}`, text: markSafe(text), truth, date, areaCode, caseId });
  };
  const area = (): string => `WK00000${1 + Math.floor(random() * 8)}`;
  for (let note = 0; note < 8_000; note++) {
    const [date, place, caseId] = [
      addDays("2024-01-01", Math.floor(random() * 728)),
      area(),
      `c${Math.floor(random() * 5_500)}`,
    ];
    for (const { text, theme } of pick(corpus).segments) {
      if (random() < (theme === null ? missed / 2 : missed)) ask(text, "none", date, place, caseId);
    }
    if (random() < 0.03) ask(pick(FILLER), "none", date, place, caseId);
  }
  Object.entries(localThemes).forEach(([truth, texts], index) => {
    const start = addDays("2024-01-01", Math.floor((8 + index * 14 + random() * 6) * 7));
    const [cases, place] = [18 + Math.floor(random() * 20), area()];
    for (let one = 0; one < cases; one++) {
      ask(
        pick(texts),
        truth,
        addDays(start, Math.floor(random() * 42)),
        random() < 0.8 ? place : area(),
        `${truth}${one}`,
      );
    }
  });
  return questions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

const FILLER = [
  "dossier bijgewerkt, voicemail ingesproken",
  "Dossier bijgewerkt.",
  "voicemail ingesproken, geen gehoor",
  "Mail ontvangen en doorgestuurd naar collega.",
  "Afspraak verzet naar volgende week",
  "rapportage afgerond en in dossier gezet",
];

/** Questions that a weaker recogniser would leave open, with pasted filler and six local themes in each two years. */
export function missedFigures(missed: number): FigureRow[] {
  const recalls: number[] = [];
  let [planted, falseThemes, notes] = [0, 0, 0];
  for (const seed of [101, 102, 103, 104, 105]) {
    const questions = simulateUnknown(seed, missed);
    const outcome = assignEmergent(undefined, questions);
    const themeOf = new Map(outcome.assignments.map(({ questionId, themeId }) => [questionId, themeId]));
    const mainOf = new Map<string, string>();
    for (const theme of outcome.themes) {
      if (theme.mergedInto !== undefined) continue;
      const truths = questions.filter(({ id }) => themeOf.get(id) === theme.id).map(({ truth }) => truth);
      const main = [...new Set(truths)].sort((a, b) => countOf(truths, b) - countOf(truths, a))[0] ?? "none";
      if (main === "none") falseThemes++;
      else mainOf.set(theme.id, main);
    }
    notes += 8_000;
    for (const truth of Object.keys(localThemes)) {
      planted++;
      const own = questions.filter((question) => question.truth === truth);
      const shares = [...mainOf]
        .filter(([, main]) => main === truth)
        .map(([id]) => own.filter((one) => themeOf.get(one.id) === id).length);
      recalls.push(Math.max(0, ...shares) / own.length);
    }
  }
  const name = `${missed * 100} % missed`;
  return [
    atLeast(`${name}: planted themes found`, 1, recalls.filter((share) => share >= 0.5).length / planted),
    atLeast(`${name}: share of their questions`, 0.9, mean(recalls)),
    atMost(`${name}: false themes per 1,000 notes`, 1, (1_000 * falseThemes) / notes),
  ];
}

function countOf(items: readonly string[], wanted: string): number {
  return items.filter((item) => item === wanted).length;
}

export function emergentFigures(): FigureRow[] {
  return [...plantedFigures(), ...missedFigures(0.1), ...missedFigures(0.3)];
}

if (isProgram(import.meta.filename)) {
  const { values: options } = parseArgs({ options: { seed: { type: "string", multiple: true } }, strict: false });
  const seeds = (options.seed ?? []).map(String);
  printFigures(seeds.length > 0 ? plantedFigures(seeds) : emergentFigures());
}
