import type { IdentifierSpan } from "@rode-draad/domain";
import { seededRandom } from "../../quality/seeded-random.js";
import { type LabelledNote, linesOf } from "./labelled-note.js";

/** The half that the gate is worked on with, and the half that is only measured: other sentences, other names. */
export type Half = "development" | "test";

const NAMES = new URL("../../../shared/privacy/data/names/", import.meta.url);
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
/** Dutch names that are Dutch words too; each half takes every second one. */
const WORD_GIVEN =
  "Roos Storm Lente Merel Fleur Iris Jade Bloem Rein Wil Jasmijn Linde Vlinder Sterre Beer Wolf Hoop Joy Lot Pip".split(
    " ",
  );
const WORD_SURNAMES =
  "Bakker Vos Visser Kok Mulder Smit Jong Groot Graaf Koning Bos Wit Zwart Groen Bruin Boer Haan Leeuw Prins Jager Schipper Slager Molenaar Timmerman".split(
    " ",
  );

type Names = Pick<NameStock, "V" | "A">;

/** Half of the names that the gate's lists hold, by origin. */
function listedNames(half: Half): [string, Names][] {
  return Object.entries(ORIGINS).map(([origin, list]) => {
    const read = (kind: string): string[] =>
      linesOf(new URL(`${kind}-hand-${list}.txt`, NAMES)).filter((_, index) => isOfHalf(half, index));
    return [origin, { V: read("given"), A: read("surname") }];
  });
}

/** All names of data/unlisted-names.txt; a gate that is measured with them has them taken out of its lists. */
export function allUnlistedNames(): string[] {
  return unlistedNames().flatMap(([, { V, A }]) => [...V, ...A]);
}

/** The same by origin, for both halves alike, since nothing can be tuned on names. */
function unlistedNames(): [string, Names][] {
  return readData("unlisted-names.txt").map((line) => {
    const [origin = "", given = "", surnames = ""] = line.split(/: | \| /);
    return [origin, { V: given.split(" "), A: surnames.split(" ") }];
  });
}

/** The names for the places in a template. */
interface NameStock {
  readonly V: readonly string[];
  readonly A: readonly string[];
  readonly W: readonly string[];
  readonly B: readonly string[];
}

const readData = (file: string): string[] =>
  linesOf(new URL(`data/${file}`, import.meta.url)).map((line) => line.replaceAll("\\n", "\n"));
const isOfHalf = (half: Half, index: number): boolean => (index % 2 === 0) === (half === "development");

/** Every template of one half with names of every origin, a few rounds: sentences and names nobody tuned the gate on. */
export function fillTemplates(half: Half, rounds: number, from: "lists" | "unlisted" = "lists"): LabelledNote[] {
  const random = seededRandom(20_240_601);
  const templates = readData(`name-templates-${half}.txt`);
  const notes: LabelledNote[] = [];
  for (const [origin, names] of from === "lists" ? listedNames(half) : unlistedNames()) {
    const stock = {
      ...names,
      W: WORD_GIVEN.filter((_, index) => isOfHalf(half, index)),
      B: WORD_SURNAMES.filter((_, index) => isOfHalf(half, index)),
    };
    for (let round = 0; round < rounds; round++) {
      templates.forEach((template, index) => {
        const [, tag, sentence = template] = /^(?:([a-z]+)\| )?(.*)$/s.exec(template) ?? [];
        const tags = tag === "wordname" ? [tag] : [origin, ...(tag === undefined ? [] : [tag])];
        notes.push({ id: `${index + 1}-${origin}-${round}`, tags, ...fill(sentence, stock, random) });
      });
    }
  }
  return notes;
}

/** Notes without personal data that look as if they had some. */
export function readLookalikes(half: Half): LabelledNote[] {
  return readData(`lookalikes-${half}.txt`).map((text, index) => ({
    id: `lookalike-${index + 1}`,
    text,
    spans: [],
    tags: ["lookalike"],
  }));
}

const PLACE = /(\{(?:VV?|AA?|v|a|W|B)\}|[«»])/;

function fill(template: string, stock: NameStock, random: () => number): Pick<LabelledNote, "text" | "spans"> {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const spans: IdentifierSpan[] = [];
  let text = "";
  let opened: number | undefined;
  for (const part of template.split(PLACE)) {
    if (part === "«") opened = text.length;
    else if (part === "»") {
      spans.push({ start: opened ?? text.length, end: text.length, type: "PERSON" });
      opened = undefined;
    } else if (PLACE.test(part)) {
      const start = text.length;
      text += written(part.slice(1, -1), stock, pick);
      if (opened === undefined) spans.push({ start, end: text.length, type: "PERSON" });
    } else text += part;
  }
  return { text, spans };
}

function written(place: string, stock: NameStock, pick: (list: readonly string[]) => string): string {
  const name = pick(stock[place.charAt(0).toUpperCase() as keyof NameStock]);
  if (place.length === 2) return name.toUpperCase();
  return place === place.toLowerCase() ? name.toLowerCase() : name;
}
