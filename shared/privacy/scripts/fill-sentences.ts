import { readList } from "../src/gate/list-reader.js";
import type { NamedNote, Names } from "./people-in-notes.js";

const readSentences = (file: string): readonly string[] => readList(new URL(`sentences/${file}`, import.meta.url));
const ABOUT_PEOPLE = readSentences("about-people.txt");
const ABOUT_THINGS = readSentences("about-things.txt");
const PARTICLES = ["van", "de", "van der", "van den", "van de", "el", "ter"] as const;

const choose = <Item>(list: readonly Item[], pick: () => number): Item =>
  list[Math.floor(pick() * list.length)] as Item;

/** Every sentence about people once, with names in it; some in small letters, as hurried notes are, some in capitals. */
export function fillPeople(names: Names, pick: () => number): NamedNote[] {
  const given = (): string => choose(names.given, pick);
  const surname = (): string => (pick() < 0.2 ? `${choose(PARTICLES, pick)} ` : "") + choose(names.surnames, pick);
  const any = (): string => (pick() < 0.6 ? given() : pick() < 0.5 ? surname() : `${given()} ${surname()}`);
  const write: Record<string, () => string> = { "{V}": given, "{A}": surname, "{N}": any };
  return ABOUT_PEOPLE.map((sentence) => inSomeCase(fill(sentence, write), pick));
}

/** Every sentence about things once. */
export function fillThings(things: readonly string[], pick: () => number): NamedNote[] {
  return ABOUT_THINGS.map((sentence) => ({ ...inSomeCase(fill(sentence, { "{O}": () => choose(things, pick) }), pick), people: [] }));
}

function fill(sentence: string, write: Readonly<Record<string, () => string>>): NamedNote {
  const people: { start: number; end: number }[] = [];
  let text = "";
  for (const part of sentence.split(/(\{[VANO]\})/)) {
    const name = write[part]?.();
    if (name !== undefined) people.push({ start: text.length, end: text.length + name.length });
    text += name ?? part;
  }
  return { text: text.charAt(0).toUpperCase() + text.slice(1), people };
}

function inSomeCase(note: NamedNote, pick: () => number): NamedNote {
  const chance = pick();
  const text = chance < 0.35 ? note.text.toLowerCase() : chance < 0.45 ? note.text.toUpperCase() : note.text;
  return text.length === note.text.length ? { text, people: note.people } : note;
}
