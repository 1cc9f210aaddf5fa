import { writeFileSync } from "node:fs";
import { RawText } from "@rode-draad/domain";
import type { Gate } from "@rode-draad/privacy";
import { fillTemplates, readLookalikes } from "./fill-templates.js";
import { type LabelledNote, linesOf, readImpersonalTexts, readLabelledNotes } from "./labelled-note.js";
import { readWrittenNotes } from "./written-notes.js";

/**
 * What the gate does with every note that it is worked on with: its decision and the spans, as it was recorded last. Unlike the
 * recorded misses this knows every border and every type, so that no rule changes its answer unseen.
 */
const data = (file: string): URL => new URL(`data/${file}`, import.meta.url);
const FILE = data("recorded-finds.txt");

/** Every so many texts without personal data; all of them would take longer than the rest together. */
const IMPERSONAL_STEP = 100;
/** Each template once, and one after another with names of another origin: there are thirteen origins. */
const ORIGINS = 13;

type Note = Pick<LabelledNote, "id" | "text">;

const rewrite = (notes: readonly Note[], change: (text: string) => string): Note[] =>
  notes.map(({ id, text }) => ({ id, text: change(text) }));

/** Each frame with a word of every kind in it: what a rule about names does where no written note happens to ask it. */
function fillFrames(): Note[] {
  const kinds = linesOf(data("name-kinds.txt")).flatMap((line) => line.split(" "));
  return linesOf(data("name-frames.txt")).flatMap((frame, index) =>
    kinds.map((kind) => {
      const capital = kind.charAt(0).toUpperCase() + kind.slice(1);
      const text = frame.replace("{C}", capital).replace("{l}", kind).replace("{U}", kind.toUpperCase());
      return { id: `${index + 1}-${kind}`, text: text.replaceAll("\\n", "\n") };
    }),
  );
}

/** All sets but those that are only measured; some once more as hurried people and old systems write. */
export function readNotesToRecord(): Note[] {
  const mixed = readWrittenNotes("mixed-development");
  const written = readWrittenNotes("development");
  const sets: Readonly<Record<string, readonly Note[]>> = {
    labelled: readLabelledNotes(),
    mixed,
    written,
    "mixed-lower": rewrite(mixed, (text) => text.toLowerCase()),
    frames: fillFrames(),
    "written-lower": rewrite(written, (text) => text.toLowerCase()),
    "written-upper": rewrite(written, (text) => text.toUpperCase()),
    other: readWrittenNotes("other-development"),
    templates: fillTemplates("development", 1).filter((_, index) => index % ORIGINS === 0),
    "without-names": readLookalikes("development"),
    impersonal: readImpersonalTexts(IMPERSONAL_STEP).map((text, index) => ({ id: String(index + 1), text })),
  };
  return Object.entries(sets).flatMap(([set, notes]) => notes.map(({ id, text }) => ({ id: `${set}/${id}`, text })));
}

/** One line for a note: its id, the decision and the spans; never its text. */
export function describeFinds(gate: Gate, { id, text }: Note): string {
  const decision = gate.inspect(new RawText(text));
  const outcome = decision.decision === "quarantine" ? decision.reason : decision.decision;
  return [id, outcome, ...decision.spans.map(({ start, end, type }) => `${type}:${start}-${end}`)].join(" ");
}

export const readRecordedFinds = (): string[] => linesOf(FILE);

export function recordFinds(gate: Gate): void {
  const lines = readNotesToRecord().map((note) => describeFinds(gate, note));
  writeFileSync(FILE, `${lines.join("\n")}\n`);
}
