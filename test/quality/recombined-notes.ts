import { readdirSync, readFileSync } from "node:fs";
import type { IdentifierSpan } from "@rode-draad/domain";

/** Invented notes from templates and lists, to see how the gate does on text and names that nobody tuned it on. */
export interface RecombinedNote {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly IdentifierSpan[];
  readonly tags: readonly string[];
}

const NAMES = new URL("../../shared/privacy/data/names/", import.meta.url);
const TEMPLATES = new URL("data/gate-templates.txt", import.meta.url);
/** List of the gate's data folder by the tag that the bench reports. */
const ORIGINS: Readonly<Record<string, string>> = {
  dutch: "dutch",
  frisian: "frisian",
  turkish: "turkish",
  moroccan: "arabic-and-moroccan",
  hindustani: "hindustani-and-surinamese",
  antillean: "antillean",
  polish: "polish",
  ukrainian: "ukrainian",
  syrian: "afghan-and-persian",
  eritrean: "eritrean-and-ethiopian",
  somali: "somali",
  chinese: "chinese",
  ghanaian: "ghanaian",
};

const linesOf = (url: URL): string[] =>
  readFileSync(url, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

/** A small generator with a fixed seed, so that the bench prints the same figures every time (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every template with names of every origin, a few rounds. */
export function recombineNotes(rounds: number): RecombinedNote[] {
  const random = makeRandom(20_240_601);
  const files = readdirSync(NAMES);
  const notes: RecombinedNote[] = [];
  for (const [tag, list] of Object.entries(ORIGINS)) {
    const read = (kind: string): string[] =>
      files.includes(`${kind}-hand-${list}.txt`) ? linesOf(new URL(`${kind}-hand-${list}.txt`, NAMES)) : [];
    const given = read("given");
    const surnames = read("surname").length > 0 ? read("surname") : given;
    for (let round = 0; round < rounds; round++) {
      for (const [index, template] of linesOf(TEMPLATES).entries())
        notes.push(fill(template.replaceAll("\\n", "\n"), `${tag}-${round}-${index}`, tag, given, surnames, random));
    }
  }
  return notes;
}

function fill(
  template: string,
  id: string,
  tag: string,
  given: readonly string[],
  surnames: readonly string[],
  random: () => number,
): RecombinedNote {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const spans: IdentifierSpan[] = [];
  let text = "";
  for (const part of template.split(/(\{[VAva]\})/)) {
    const kind = /^\{([VAva])\}$/.exec(part)?.[1];
    if (kind === undefined) {
      text += part;
      continue;
    }
    const name = pick(kind.toLowerCase() === "v" ? given : surnames);
    const start = text.length;
    text += kind === kind.toLowerCase() ? name.toLowerCase() : name;
    spans.push({ start, end: text.length, type: "PERSON" });
  }
  return { id, text, spans, tags: [tag] };
}
