import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { RawText } from "@rode-draad/domain";
import { createGate, type Gate, loadLexicon } from "@rode-draad/privacy";
import fc from "fast-check";
import { bsn, iban, spell, spelling } from "../../shared/privacy/test/sample-identifiers.js";
import { atMost, type FigureRow } from "../quality/figure-row.js";
import { allUnlistedNames, fillTemplates, readLookalikes } from "./gate/fill-templates.js";
import { findFigures, nameFigures } from "./gate/gate-figures.js";
import { readImpersonalTexts, readLabelledNotes } from "./gate/labelled-note.js";
import { tallyNotes } from "./gate/tally-notes.js";
import { namesIn, withoutNames } from "./gate/without-names.js";
import { readWrittenNotes } from "./gate/written-notes.js";

const ROUNDS = 10;
const VARIANTS = 10_000;

/** P1 to P5 and F1: what the privacy gate finds, for whom, how often it is wrong, and how fast it is. */
export function measureGate(): FigureRow[] {
  const lexicon = loadLexicon();
  const gate = createGate({ lexicon });
  const labelled = readLabelledNotes();
  const found = tallyNotes(gate, labelled);
  const heldOut = tallyNotes(createGate({ lexicon: withoutNames(lexicon, namesIn(labelled)) }), labelled);
  const listed = tallyNotes(gate, [...fillTemplates("test", ROUNDS), ...readLookalikes("test")]);
  const unlisted = tallyNotes(
    createGate({ lexicon: withoutNames(lexicon, allUnlistedNames()) }),
    fillTemplates("test", ROUNDS, "unlisted"),
  );
  const written = tallyNotes(gate, readWrittenNotes("validation"));
  const mixed = tallyNotes(gate, readWrittenNotes("mixed-validation"));
  const other = tallyNotes(gate, readWrittenNotes("other-validation"));
  return [
    ...findFigures("labelled notes", found),
    ...nameFigures("labelled notes", found),
    ...findFigures("labelled notes with their names unlisted", heldOut),
    ...findFigures("unseen sentences", listed),
    ...nameFigures("unseen sentences", listed),
    ...findFigures("unseen sentences, unlisted names", unlisted),
    ...nameFigures("unseen sentences, unlisted names", unlisted),
    ...findFigures("written notes", written),
    ...findFigures("written notes of every kind", mixed),
    ...findFigures("written notes by another hand", other),
    atMost("gate, corpus without personal data: notes alarmed", 0.05, shareAlarmed(gate)),
    ...variantFigures(gate),
    ...speedFigures(),
  ];
}

function shareAlarmed(gate: Gate): number {
  const texts = readImpersonalTexts();
  return texts.filter((text) => gate.inspect(new RawText(text)).decision !== "pass").length / texts.length;
}

/** P2: spaces, dots, case, look-alike letters, invisible characters, line breaks; each seeded, so the same every time. */
function variantFigures(gate: Gate): FigureRow[] {
  const missed = (kind: fc.Arbitrary<string>, before: string, after: string): number =>
    fc
      .sample(fc.tuple(kind, spelling), { numRuns: VARIANTS, seed: 4 })
      .map(([number, how]) => spell(number, how))
      .filter((part) => {
        const spans = gate.findSpans(new RawText(before + part + after));
        return !spans.some(({ start, end }) => start <= before.length && before.length + part.length <= end);
      }).length;
  return [
    atMost(`BSN named as one, ${VARIANTS} spellings: missed`, 0, missed(bsn, "Aanvraag ligt klaar, BSN ", " volgt.")),
    atMost(`BSN alone, ${VARIANTS} spellings: missed`, 0, missed(bsn, "Op het formulier stond ", " in de kop.")),
    atMost(`IBAN, ${VARIANTS} spellings: missed`, 0, missed(iban, "Overmaken naar ", " voor vrijdag.")),
  ];
}

interface Speed {
  readonly loadMs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** F1, in processes of their own so that loading starts from nothing; the best of three, when nothing else took the processor. */
function speedFigures(): FigureRow[] {
  const script = fileURLToPath(new URL("../speed/measure-gate.ts", import.meta.url));
  const options = ["--conditions=source", "--import", import.meta.resolve("tsx"), script];
  const runs = [1, 2, 3].map(() => JSON.parse(execFileSync(process.execPath, options, { encoding: "utf8" })) as Speed);
  const best = (figure: keyof Speed): number => Math.min(...runs.map((run) => run[figure]));
  return [
    atMost("gate: ms a note, median", 0.3, best("medianMs")),
    atMost("gate: ms a note, 95th percentile", 5, best("p95Ms")),
    atMost("gate: ms to load", 500, best("loadMs")),
  ];
}
