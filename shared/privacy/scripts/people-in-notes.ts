/**
 * Puts names in notes of the anonymised corpus, in the places where people stand without one: "moeder belt", "hij wil",
 * "met hem". So many hands wrote these notes that the words around the names are those of notes nobody has seen.
 */
import { foldName } from "../src/gate/fold-name.js";
import { KIN, type Lexicon, PERSON_VERB, ROLE, TITLE } from "../src/gate/lexicon.js";
import { normalise } from "../src/gate/normalise.js";
import { findWords, type Word } from "../src/gate/words.js";

export interface Names {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
}

export interface NamedNote {
  readonly text: string;
  /** The stretches of the names. */
  readonly people: readonly { readonly start: number; readonly end: number }[];
}

type How = "given" | "whole" | "behind" | "surname behind" | "owner";
interface Place {
  readonly index: number;
  readonly how: How;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const BARE = set(
  "moeder vader dochter zoon buurvrouw buurman oma opa zus broer vriendin tante oom partner cliente client clienten cl bewoner bewoonster klant meneer mevrouw mevr mw dhr",
);
const TITLES = set("meneer mevrouw mevr mw dhr fam familie");
const BEFORE_BARE = set(
  "met van aan bij voor door en dat of als toen omdat is heeft wil belt belde volgens ook want maar waar nu zegt zei gaat komt kan mag moet wilde had was vroeg vraagt gebeld gesproken naar zonder tegen over",
);
const DETERMINERS = set("de haar zijn mijn hun zn een onze uw");
const PLURAL = /en$|^(?:zijn|hebben|willen|kunnen|gaan|doen|zien|staan)$/;
/** "haar eigen huis", "zijn er": what follows is owned by nobody, or the word is no owner. */
const BEFORE_OWN = set("eigen er de het een in op en of met niet al nog te nu dat die ook wel weer geen twee drie vier");
const AFTER_OBJECT = set("met van aan bij voor door naar tegen zonder belde bel belt sprak spreek zag zie vroeg vraag hielp help ken kent");

function placesIn(words: readonly Word[], text: string, lexicon: Lexicon): Place[] {
  const gap = (index: number): string => text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? 0);
  return words.flatMap((word, index): Place[] => {
    const previous = words[index - 1];
    const next = words[index + 1];
    const flags = lexicon.flags(word.folded);
    const close = previous !== undefined && gap(index) === " ";
    const goesOn = next !== undefined && gap(index + 1) === " " && next.shape === "lower";
    if (/^(?:hij|zij|ze)$/.test(word.folded)) {
      const verb = goesOn && (lexicon.flags(next.folded) & PERSON_VERB) !== 0 && !PLURAL.test(next.folded);
      const behindVerb = close && (lexicon.flags(previous.folded) & PERSON_VERB) !== 0 && !PLURAL.test(previous.folded);
      return verb || (behindVerb && word.folded !== "ze") ? [{ index, how: "given" }] : [];
    }
    if (/^(?:haar|zijn|zn|hun)$/.test(word.folded) && goesOn && !BEFORE_OWN.has(next.folded) && (lexicon.flags(next.folded) & PERSON_VERB) === 0)
      return [{ index, how: "owner" }];
    if (word.folded === "hem") return close && AFTER_OBJECT.has(previous.folded) ? [{ index, how: "whole" }] : [];
    const bare = BARE.has(word.folded) && (word.opens || (close && BEFORE_BARE.has(previous.folded)));
    if (TITLES.has(word.folded)) return bare ? [{ index, how: "surname behind" }] : [];
    if (bare) return [{ index, how: "whole" }, { index, how: "behind" }];
    const owned = close && DETERMINERS.has(previous.folded) && (flags & (KIN | ROLE)) !== 0 && (flags & TITLE) === 0;
    return owned && (goesOn || next === undefined || /^[.,]/.test(gap(index + 1))) ? [{ index, how: "behind" }] : [];
  });
}

/** "haar" and "zijn" stand everywhere; a genitive is rare. */
const OWNER_SHARE = 0.2;
const PARTICLES = ["van", "de", "van der", "van den", "van de", "el", "ter"] as const;

/** What stands between a name and the note behind it, and between a note and the name of who wrote it. */
const FRONTS = [": ", ". ", " - ", ", ", "\n", " | ", " (dochter) "] as const;
const BACKS = ["\nGroet, ", " / ", "\nMvg ", " (", " - ", "\nMet vriendelijke groet,\n", " aldus ", ". Contactpersoon: "] as const;

/** One note with one or two names in it; undefined when nobody stands in it. `pick` gives a number from 0 up to 1. */
export function putNamesIn(text: string, names: Names, lexicon: Lexicon, pick: () => number): NamedNote | undefined {
  const note = normalise(text);
  const words = findWords(note);
  const places = placesIn(words, note.text, lexicon);
  if (places.length === 0) return undefined;
  const choose = <Item>(list: readonly Item[]): Item => list[Math.floor(pick() * list.length)] as Item;
  const chosen = new Map<number, How>();
  for (let round = 0; round < 2; round++) {
    const { index, how } = choose(places);
    if (!chosen.has(index) && (how !== "owner" || pick() < OWNER_SHARE)) chosen.set(index, how);
  }
  const given = (): string => joined(choose(names.given), () => choose(names.given), pick() < 0.05);
  const small = /^\P{Lu}*\p{Ll}/u.test(text) && pick() < 0.9;
  const sloppy = pick() < 0.15;
  const write = (name: string): string => (small || sloppy ? name.toLowerCase() : name);
  const firstAndLast = (): string => `${given()} ${surname()}`;
  const surname = (): string =>
    (pick() < 0.2 ? `${choose(PARTICLES)} ` : "") + joined(choose(names.surnames), () => choose(names.surnames), pick() < 0.05);
  const writer = new NamedWriter(note.text, write);
  if (pick() < 0.04) writer.put(choose([given(), firstAndLast(), surname()]), "", choose(FRONTS));
  for (const [index, how] of [...chosen].sort(([one], [other]) => one - other)) {
    const word = words[index];
    if (!word) continue;
    const behind = how === "behind" || how === "surname behind";
    writer.copyTo(behind ? word.end : word.start);
    const chance = pick();
    const name =
      how === "surname behind" || (how === "whole" && chance < 0.15)
        ? surname()
        : how !== "given" && how !== "owner" && chance > 0.75
          ? firstAndLast()
          : given();
    const pair = how === "whole" && pick() < 0.12;
    writer.put(name, behind ? (how === "behind" && pick() < 0.12 ? ", " : " ") : "", pair ? " en " : how === "owner" ? (name.endsWith("s") ? "'" : "'s") : "");
    if (pair) writer.put(given(), "", "");
    if (!behind) writer.skipTo(word.end);
  }
  writer.copyTo(note.text.length);
  if (pick() < 0.04) writer.put(choose([given(), firstAndLast()]), choose(BACKS), "");
  const named = { text: writer.text, people: writer.people };
  return pick() < 0.08 ? shout(named) : named;
}

/** "Jan-Willem", "Smit-Bakker". */
function joined(name: string, other: () => string, isDouble: boolean): string {
  return isDouble ? `${name}-${other()}` : name;
}

/** Copies a note and writes names between. */
class NamedWriter {
  text = "";
  readonly people: { start: number; end: number }[] = [];
  private at = 0;

  constructor(
    private readonly note: string,
    private readonly write: (name: string) => string,
  ) {}

  copyTo(end: number): void {
    this.text += this.note.slice(this.at, end);
    this.at = end;
  }

  skipTo(end: number): void {
    this.at = end;
  }

  put(name: string, before: string, after: string): void {
    this.text += before;
    const start = this.text.length;
    this.text += this.write(name);
    this.people.push({ start, end: this.text.length });
    this.text += after;
  }
}

/** The same in capitals; letters that become two (ß) would move the stretches, so such a note stays as it is. */
function shout(note: NamedNote): NamedNote {
  const text = note.text.toUpperCase();
  return text.length === note.text.length ? { text, people: note.people } : note;
}
