/**
 * `npm run bench:gate -- [--data FILE | --templates development|test | --written [mixed-|other-]development|validation] [--names listed|held-out|unlisted] [--misses]`, or `-- --record`: the figures of the
 * gate on one set of notes. FILE is a labelled set in the form of fixtures/corpus/dev-pii.jsonl. `held-out` takes the names of the set out
 * of the gate's lists first; `unlisted` fills templates with names that are taken out of them. Prints no text of a note; --misses prints ids and types,
 * and refuses the sets that are only measured; --record writes anew what recorded-finds.test.ts compares with. `npm run bench:trust -- --only gate` prints all of it.
 */
import { parseArgs } from "node:util";
import { createGate, loadLexicon } from "@rode-draad/privacy";
import { printFigures } from "../../quality/figure-row.js";
import { allUnlistedNames, fillTemplates, type Half, readLookalikes } from "./fill-templates.js";
import { findFigures, nameFigures } from "./gate-figures.js";
import { type LabelledNote, readLabelledNotes } from "./labelled-note.js";
import { recordFinds } from "./recorded-finds.js";
import { tallyNotes } from "./tally-notes.js";
import { namesIn, withoutNames } from "./without-names.js";
import { type Part, readWrittenNotes } from "./written-notes.js";

const ROUNDS = 4;
const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    templates: { type: "string" },
    written: { type: "string" },
    names: { type: "string", default: "listed" },
    misses: { type: "boolean" },
    record: { type: "boolean" },
  },
});

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
const isHalf = (half: string): half is Half => half === "development" || half === "test";
const isPart = (part: string): part is Part => /^(?:mixed-|other-)?(?:development|validation)$/.test(part);
const { data, templates, written, names, misses } = options;
if (!["listed", "held-out", "unlisted"].includes(names)) refuse("--names is listed, held-out or unlisted.");
if (templates !== undefined && !isHalf(templates)) refuse("--templates is development or test.");
if (written !== undefined && !isPart(written))
  refuse("--written is development or validation, with mixed- or other- in front or not.");
if (names === "unlisted" && templates === undefined) refuse("--names unlisted needs --templates.");
if (misses === true && (templates === "test" || written?.endsWith("validation") === true))
  refuse("This set is only measured; look at the misses of development.");

function readNotes(): LabelledNote[] {
  if (written !== undefined) return readWrittenNotes(written as Part);
  if (templates === undefined) return readLabelledNotes(data);
  const half = templates as Half;
  return [...fillTemplates(half, ROUNDS, names === "unlisted" ? "unlisted" : "lists"), ...readLookalikes(half)];
}

const full = loadLexicon();
if (options.record === true) {
  recordFinds(createGate({ lexicon: full }));
  process.exit();
}
const notes = readNotes();
const takenOut = { listed: [], "held-out": namesIn(notes), unlisted: allUnlistedNames() }[names] ?? [];
const lexicon = withoutNames(full, takenOut);
const tallies = tallyNotes(createGate({ lexicon }), notes);
if (misses === true)
  for (const { kind, id, what } of tallies.mistakes) process.stdout.write(`${kind}\t${id}\t${what}\n`);
printFigures([...findFigures(names, tallies), ...nameFigures(names, tallies)]);
