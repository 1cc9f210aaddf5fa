/**
 * Measures discovery and emergent themes and prints figure and goal:
 * `node --conditions=source --import tsx test/quality/emergent.ts [--data FILE --gold KEY --text KEY] [--million]`.
 * FILE is any labelled JSONL; without it only the Dutch figures are printed. The file is read where it lies, never copied.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { addDays, markSafe } from "@rode-draad/domain";
import { readCorpus } from "@rode-draad/fixtures";
import { assignEmergent, createDiscoverer, type UnknownQuestion } from "@rode-draad/themes";
import { agreementOf } from "./agreement.js";
import localThemes from "./data/local-themes.json" with { type: "json" };

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    gold: { type: "string", default: "clusterNo" },
    text: { type: "string", default: "textCleaned" },
    million: { type: "boolean" },
  },
});

interface Figure {
  readonly figure: string;
  readonly measured: number;
  readonly goal: string;
}

function measureDiscovery(name: string, texts: readonly string[], truth: readonly string[], language: "nl" | "none") {
  const discoverer = createDiscoverer({ language });
  const started = performance.now();
  const atOnce = texts.map((text) => discoverer.add(text));
  const seconds = (performance.now() - started) / 1000;
  const [first, last] = [
    agreementOf(truth, atOnce),
    agreementOf(
      truth,
      atOnce.map((id) => discoverer.current(id)),
    ),
  ];
  return [
    { figure: `${name}: NMI at once`, measured: first.nmi, goal: language === "none" ? "≥ 0.87" : "" },
    {
      figure: `${name}: NMI after merges`,
      measured: last.nmi,
      goal: language === "none" ? "≥ 0.90" : "≥ 0.80 (later)",
    },
    {
      figure: `${name}: ARI after merges`,
      measured: last.adjustedRand,
      goal: language === "none" ? "" : "≥ 0.45 (later)",
    },
    { figure: `${name}: themes (truth ${last.trueGroups})`, measured: last.groups, goal: "" },
    { figure: `${name}: texts per second`, measured: texts.length / seconds, goal: "≥ 20000" },
  ];
}

/** Time per text at the end of a stream of a million texts, against that of its first ten thousand. */
function measureGrowth(texts: readonly string[]): Figure[] {
  const discoverer = createDiscoverer({ language: "none" });
  const stretch = 10_000;
  const times: number[] = [];
  for (let start = 0; start < 1_000_000; start += stretch) {
    const began = performance.now();
    // Every round of the texts gets words of its own, as new topics do.
    for (let at = start; at < start + stretch; at++) {
      const round = Math.floor(at / texts.length);
      discoverer.add((texts[at % texts.length] ?? "").replace(/(\w{5,})/g, `$1${round}`));
    }
    times.push(performance.now() - began);
  }
  const mean = (part: readonly number[]): number => part.reduce((sum, time) => sum + time, 0) / part.length;
  return [
    {
      figure: "time per text, last tenth of 10^6 against first 30,000",
      measured: mean(times.slice(-10)) / mean(times.slice(0, 3)),
      goal: "≤ 1.3",
    },
    { figure: "memory after 10^6 texts (MiB)", measured: process.memoryUsage().rss / 2 ** 20, goal: "≤ 1536" },
  ];
}

/** Mulberry-like linear congruence: seeded, so that the figure is the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

interface Labelled extends UnknownQuestion {
  readonly truth: string;
}

/**
 * Two years of unknown questions: what the recogniser would miss of 8,000 notes (`missed` of all segments, half of that of those
 * without a question), pasted filler, and six local themes of six weeks each.
 */
function simulateUnknown(seed: number, missed: number): Labelled[] {
  const random = randomOf(seed);
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

function measureEmergent(missed: number): Figure[] {
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
  const name = `emergent, ${missed * 100} % missed`;
  return [
    {
      figure: `${name}: planted themes found`,
      measured: recalls.filter((share) => share >= 0.5).length / planted,
      goal: "1",
    },
    {
      figure: `${name}: share of their questions`,
      measured: recalls.reduce((sum, share) => sum + share, 0) / planted,
      goal: "≥ 0.90",
    },
    { figure: `${name}: false themes per 1,000 notes`, measured: (1_000 * falseThemes) / notes, goal: "≤ 1" },
  ];
}

function countOf(items: readonly string[], wanted: string): number {
  return items.filter((item) => item === wanted).length;
}

/** Themed segments of the corpus in a fixed shuffled order. */
function dutchQuestions(): { texts: string[]; truth: string[] } {
  const random = randomOf(7);
  const segments = readCorpus().flatMap(({ segments }) => segments.filter(({ theme }) => theme !== null));
  const shuffled = segments.map((segment) => ({ segment, key: random() })).sort((a, b) => a.key - b.key);
  return {
    texts: shuffled.map(({ segment }) => segment.text),
    truth: shuffled.map(({ segment }) => String(segment.theme)),
  };
}

const figures: Figure[] = [];
if (options.data !== undefined) {
  const rows = readFileSync(options.data, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const texts = rows.map((row) => String(row[options.text]));
  figures.push(
    ...measureDiscovery(
      "data",
      texts,
      rows.map((row) => String(row[options.gold])),
      "none",
    ),
  );
  if (options.million) figures.push(...measureGrowth(texts));
}
const dutch = dutchQuestions();
figures.push(...measureDiscovery("Dutch questions", dutch.texts, dutch.truth, "nl"));
figures.push(...measureEmergent(0.1), ...measureEmergent(0.3));
console.table(figures);
