import { midSentence, numberWord, wordCount } from "../dutch-words.js";
import type { ReportSections, Sentence, SentencePart, ThemeRow } from "../theme-report.js";

/** Words in a sentence at most (domain report 5.3); a second theme is only named when it fits. */
const SENTENCE_WORDS_MAX = 15;

/** Section 1: three sentences. What rose, what is new, what to decide. */
export function glance(
  rows: readonly ThemeRow[],
  changes: ReportSections["changes"],
  proposals: ReportSections["proposals"],
): { readonly sentences: readonly Sentence[] } {
  const inDirection = (direction: ThemeRow["direction"]): ThemeRow[] =>
    changes.groups
      .filter((group) => group.direction === direction)
      .flatMap((group) => group.items.map((item) => rows.find((row) => row.themeId === item.themeId)))
      .filter((row) => row !== undefined)
      .sort((a, b) => b.now.min - a.now.min);
  return {
    sentences: [
      risingSentence(inDirection("rising")),
      newSentence(inDirection("new")),
      choiceSentence(proposals.choices.length),
    ],
  };
}

function risingSentence(rows: readonly ThemeRow[]): Sentence {
  return nameThemes(rows, {
    none: "Er is geen thema dat duidelijk stijgt.",
    opening: () => "Er komen meer vragen over ",
    between: " en over ",
    named: midSentence,
  });
}

function newSentence(rows: readonly ThemeRow[]): Sentence {
  return nameThemes(rows, {
    none: "Er kwam geen nieuw thema bij.",
    opening: (both) => (both ? "Nieuw zijn de thema’s " : "Nieuw is het thema "),
    between: " en ",
    named: (name) => name,
  });
}

interface Wording {
  readonly none: string;
  readonly opening: (both: boolean) => string;
  readonly between: string;
  readonly named: (name: string) => string;
}

/** Names one theme, or two when both fit; the others are counted. */
function nameThemes(rows: readonly ThemeRow[], wording: Wording): Sentence {
  const [first, second] = rows;
  if (first === undefined) return [{ text: wording.none }];
  const named = (row: ThemeRow): SentencePart => ({
    text: wording.named(row.name),
    strong: true,
    themeId: row.themeId,
  });
  if (second !== undefined && rows.length === 2) {
    const both = [
      { text: wording.opening(true) },
      named(first),
      { text: wording.between },
      named(second),
      { text: "." },
    ];
    if (sentenceWords(both) <= SENTENCE_WORDS_MAX) return both;
  }
  return [{ text: wording.opening(false) }, named(first), { text: restWords(rows.length - 1) }];
}

/** " en nog 3 thema’s." */
function restWords(rest: number): string {
  if (rest === 0) return ".";
  return rest === 1 ? " en nog één thema." : ` en nog ${numberWord(rest)} thema’s.`;
}

function sentenceWords(sentence: Sentence): number {
  return wordCount(sentence.map((part) => part.text).join(""));
}

function choiceSentence(choices: number): Sentence {
  if (choices === 0) return [{ text: "Je hoeft nu niets te kiezen." }];
  const words = choices === 1 ? "één keuze" : `${numberWord(choices)} keuzes`;
  return [{ text: "Je hoeft " }, { text: words, strong: true, target: "choices" }, { text: " te maken." }];
}
