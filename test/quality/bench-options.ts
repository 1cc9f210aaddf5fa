import { partsIn, readOptions } from "./read-options.js";
import { WrongInput } from "./wrong-input.js";

export const BENCH_HELP = `npm run bench:quality -- [options]

Every quality figure of recognition, emergent themes, stability, corrections and signals in one table with goal and previous
figure, and as JSON. Ends with 1 only when a figure is beyond its recorded floor, with 2 when it was called wrongly.

  --quick                  a smaller measurement of some minutes less, with floors of its own; CI runs it
  --only PART,PART         these parts only
  --json FILE              where the JSON goes (bench-results/quality.json)
  --record                 makes these figures the previous ones, and the floors from them
  --data FILE              any labelled JSONL instead of the parts, with the shipped model
    --gold KEY             where its labels are (theme)
    --text KEY             where its texts are (text)
    --language nl|none     what its texts are written in (nl)
`;

/** How the bench was called. */
export interface BenchOptions {
  readonly help: boolean;
  readonly quick: boolean;
  readonly record: boolean;
  readonly json: string;
  readonly only?: readonly string[];
  readonly data?: LabelledFile;
}

export interface LabelledFile {
  readonly file: string;
  readonly gold: string;
  readonly text: string;
  readonly language: "nl" | "none";
}

/** Reads the words behind the command. @throws {WrongInput} when they do not fit. */
export function readBenchOptions(words: readonly string[], parts: readonly string[]): BenchOptions {
  const { only, data, gold, text, language, ...options } = parse(words);
  if (data === undefined) {
    for (const [name, value] of Object.entries({ gold, text, language })) {
      if (value !== undefined) throw new WrongInput(`--${name} says something of a file: give that with --data FILE.`);
    }
  } else if (only !== undefined) throw new WrongInput("--only and --data exclude each other: leave out one of them.");
  return {
    ...options,
    ...(only !== undefined && { only: partsIn(only, parts) }),
    ...(data !== undefined && {
      data: { file: data, gold: gold ?? "theme", text: text ?? "text", language: languageIn(language ?? "nl") },
    }),
  };
}

function parse(words: readonly string[]) {
  return readOptions(words, {
    help: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "string", default: "bench-results/quality.json" },
    record: { type: "boolean", default: false },
    data: { type: "string" },
    gold: { type: "string" },
    text: { type: "string" },
    language: { type: "string" },
  });
}

function languageIn(language: string): "nl" | "none" {
  if (language === "nl" || language === "none") return language;
  throw new WrongInput(`"${language}" is no language of --language: choose from nl, none.`);
}
