/**
 * `npm run bench:gate -- [--data FILE | --templates development|test] [--names listed|held-out|unlisted] [--misses]`: the figures of the
 * gate on one set of notes. FILE is a labelled set in the form of fixtures/corpus/dev-pii.jsonl. `held-out` takes the names of the set out
 * of the gate's lists first; `unlisted` fills templates with names that never were in them. Prints no text of a note; --misses prints ids and types,
 * and refuses the half of the templates that is only measured. `npm run bench:trust -- --only gate` prints all of it.
 */
import { parseArgs } from "node:util";
import { createGate, loadLexicon } from "@rode-draad/privacy";
import { printFigures } from "../../quality/figure-row.js";
import { fillTemplates, type Half, readLookalikes } from "./fill-templates.js";
import { findFigures, nameFigures } from "./gate-figures.js";
import { readLabelledNotes } from "./labelled-note.js";
import { tallyNotes } from "./tally-notes.js";
import { namesIn, withoutNames } from "./without-names.js";

const ROUNDS = 4;
const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    templates: { type: "string" },
    names: { type: "string", default: "listed" },
    misses: { type: "boolean" },
  },
});

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
const isHalf = (half: string): half is Half => half === "development" || half === "test";
const { data, templates, names, misses } = options;
if (!["listed", "held-out", "unlisted"].includes(names)) refuse("--names is listed, held-out or unlisted.");
if (templates !== undefined && !isHalf(templates)) refuse("--templates is development or test.");
if (names === "unlisted" && templates === undefined) refuse("--names unlisted needs --templates.");
if (misses === true && templates === "test")
  refuse("The test half is only measured; look at the misses of development.");

const notes =
  templates === undefined
    ? readLabelledNotes(data)
    : [
        ...fillTemplates(templates as Half, ROUNDS, names === "unlisted" ? "unlisted" : "lists"),
        ...readLookalikes(templates as Half),
      ];
const full = loadLexicon();
const lexicon = names === "held-out" ? withoutNames(full, namesIn(notes)) : full;
const tallies = tallyNotes(createGate({ lexicon }), notes);
if (misses === true)
  for (const { kind, id, what } of tallies.mistakes) process.stdout.write(`${kind}\t${id}\t${what}\n`);
printFigures([...findFigures(names, tallies), ...nameFigures(names, tallies)]);
