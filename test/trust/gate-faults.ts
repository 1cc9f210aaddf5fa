import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { RawText } from "@rode-draad/domain";
import { createGate, DETECTORS, type Gate, type GateSteps, type Lexicon, loadLexicon } from "@rode-draad/privacy";
import { openStore } from "@rode-draad/store";
import { fillDisk, findPostgres, openScratchStore } from "@rode-draad/store/testing";
import { atLeast, atMost, type FigureRow } from "../quality/figure-row.js";
import { type Aftermath, countStored, importIntoStore, prepareStore } from "./gate/import-into-store.js";
import { readLabelledNotes } from "./gate/labelled-note.js";

const STEPS: readonly (keyof GateSteps)[] = ["open", "normalise", "findIdentifiers", "applyMasks", "countRareTraits"];
const LOOKUPS: readonly (keyof Lexicon)[] = ["flags", "isDutch", "isTypo", "isAbbreviation", "nameShape"];
/** No list knows these words, some like a name and one like none, so a note asks the lists everything and meets every fault. */
const ASKS_ALL = "xaqzwvk belt over Xaqzwvk, mw xaqwerzwk vraagt iets. Mevrouw xqwoninging vraagt iets. ";
/** Nearly all of them do; a note that is broken in pieces asks for no abbreviations. */
const NOTES_MIN = 180;
/** The longest text that the door lets through. */
const HOSTILE_LENGTH = 200_000;
const HOSTILE = ["a", "A-", "1 ", "NL91", "van de ", "Xq ", "xaqwz ", "'A", "A. ", "a@", "06-", "nul ", "(", "\u200b"];
const HOSTILE_SECONDS_MAX = 10;

/** P6: a fault at every step of the gate, and between gate and store: nothing is stored, everything is counted and told. */
export async function measureGateFaults(): Promise<FigureRow[]> {
  const lexicon = loadLexicon();
  const texts = readLabelledNotes()
    .filter(({ spans }) => spans.length > 0)
    .map(({ text }) => ASKS_ALL + text)
    .filter(asksEverything(lexicon));
  return [
    atLeast("notes that meet every fault in the lists", NOTES_MIN, texts.length),
    ...(await faultsInGate(lexicon, texts)),
    ...(await faultsInStore(createGate({ lexicon }), texts)),
    lostLists(),
    atMost(
      `worst of ${HOSTILE.length} hostile texts of ${HOSTILE_LENGTH} characters, in seconds`,
      HOSTILE_SECONDS_MAX,
      worstSeconds(createGate({ lexicon })),
    ),
  ];
}

const fault = (): never => {
  throw new Error("a fault on purpose");
};

function asksEverything(lexicon: Lexicon): (text: string) => boolean {
  const asked = new Set<string | symbol>();
  const watched = new Proxy(lexicon, {
    get(target, lookup: keyof Lexicon) {
      asked.add(lookup);
      return target[lookup];
    },
  });
  const gate = createGate({ lexicon: watched });
  return (text) => {
    asked.clear();
    gate.inspect(new RawText(text));
    return LOOKUPS.every((lookup) => asked.has(lookup));
  };
}

function brokenGates(lexicon: Lexicon): Gate[] {
  let calls = 0;
  const onSecondPass: GateSteps["findIdentifiers"] = () => {
    calls++;
    return calls % 2 === 1 ? [{ start: 0, end: 7, type: "PERSON" }] : fault();
  };
  return [
    ...STEPS.map((step) => createGate({ lexicon, steps: { [step]: fault } })),
    ...Object.keys(DETECTORS).map((name) => createGate({ lexicon, detectors: { [name]: fault } })),
    ...LOOKUPS.map((lookup) => createGate({ lexicon: { ...lexicon, [lookup]: fault } })),
    createGate({ lexicon, steps: { findIdentifiers: onSecondPass } }),
    // Masks that mask nothing: the second pass must see it.
    createGate({ lexicon, steps: { applyMasks: (text) => text } }),
    { inspect: fault, findSpans: fault },
  ];
}

async function faultsInGate(lexicon: Lexicon, texts: readonly string[]): Promise<FigureRow[]> {
  const gates = brokenGates(lexicon);
  const scratch = await openScratchStore();
  try {
    const { db } = scratch.store;
    await prepareStore(db);
    let [stored, uncounted] = [0, 0];
    for (const gate of gates) {
      const { summary } = await importIntoStore(db, gate, texts);
      const held = Object.values(summary.quarantined).reduce((sum, times) => sum + times, 0);
      // Notes that an earlier gate held back for the same reason come again as duplicates.
      if (held + summary.duplicate !== texts.length) uncounted++;
      // Looked at each time: a gate that holds a note back takes away what an earlier one let pass.
      stored += await countStored(db);
    }
    return [
      atMost(`${gates.length} faults inside the gate × ${texts.length} notes: stored`, 0, stored),
      atMost(`${gates.length} faults inside the gate: imports with notes not counted`, 0, uncounted),
    ];
  } finally {
    await scratch.drop();
  }
}

/** The disk fills up, or the database goes away, between gate and store; on both databases when a server answers. */
async function faultsInStore(gate: Gate, texts: readonly string[]): Promise<FigureRow[]> {
  const engines = (await findPostgres()) === undefined ? (["pglite"] as const) : (["pglite", "postgres"] as const);
  let stored = 0;
  let untold = 0;
  for (const engine of engines) {
    for (const kind of ["full", "gone"] as const) {
      const scratch = await openScratchStore(engine);
      const { store } = scratch;
      await prepareStore(store.db);
      const breakStore = kind === "gone" ? () => store.close() : () => fillDisk(store.asOwner);
      const { summary, message } = await importIntoStore(store.db, gate, texts, breakStore);
      if (!isToldAndCounted({ summary, message }, texts.length)) untold++;
      if (kind === "gone") {
        const again = await openStore(scratch.options);
        stored += await countStored(again.db);
        await again.close();
      } else stored += await countStored(store.db);
      await scratch.drop();
    }
  }
  const faults = 2 * engines.length;
  return [
    atMost(`${faults} faults between gate and store × ${texts.length} notes: stored`, 0, stored),
    atMost(`${faults} faults between gate and store: not told in one sentence or not counted`, 0, untold),
  ];
}

function isToldAndCounted({ summary, message }: Aftermath, notes: number): boolean {
  return message?.startsWith("De notities zijn niet opgeslagen") === true && summary.refusedRows === notes;
}

/** A gate that starts without one of its lists would let names pass. */
function lostLists(): FigureRow {
  const data = new URL("../../shared/privacy/data/", import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), "rode-draad-lists-"));
  cpSync(data, folder, { recursive: true });
  const lists = ["names", "words", "allow"].flatMap((part) =>
    readdirSync(join(folder, part)).map((file) => join(folder, part, file)),
  );
  const started = lists.filter((list) => {
    const whole = readFileSync(list);
    rmSync(list);
    try {
      loadLexicon(pathToFileURL(`${folder}/`));
      return true;
    } catch {
      return false;
    } finally {
      writeFileSync(list, whole);
    }
  });
  rmSync(folder, { recursive: true });
  return atMost(`${lists.length} lists lost, one at a time: gates that started`, 0, started.length);
}

function worstSeconds(gate: Gate): number {
  return Math.max(
    ...HOSTILE.map((unit) => {
      const text = new RawText(unit.repeat(Math.ceil(HOSTILE_LENGTH / unit.length)).slice(0, HOSTILE_LENGTH));
      const start = performance.now();
      gate.inspect(text);
      return (performance.now() - start) / 1000;
    }),
  );
}
