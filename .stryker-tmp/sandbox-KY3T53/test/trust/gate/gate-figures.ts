import { atLeast, atMost, type FigureRow, shown } from "../../quality/figure-row.js";
import type { Tallies } from "./tally-notes.js";

const ORIGINS =
  "dutch frisian turkish moroccan hindustani antillean polish ukrainian syrian eritrean somali chinese ghanaian".split(
    " ",
  );
const FORMS =
  "initials last-first double tussenvoegsel tussenvoegsel-cap nickname genitive couple wordname upper safety first-only surname-only".split(
    " ",
  );
/** P1 and P2: numbers that check themselves are never missed. */
const CHECKED = new Set(["type BSN", "type IBAN", "type A_NUMBER", "type EDUCATION_NUMBER"]);

/** P1, P4, P5: what the gate finds in labelled notes and what it takes for a person and is none. */
export function findFigures(set: string, { share, slices }: Tallies): FigureRow[] {
  const name = (what: string): string => `gate, ${set}: ${what}`;
  const types = [...slices.keys()].filter((slice) => slice.startsWith("type ")).sort();
  return [
    atLeast(name("notes alarmed"), 179 / 180, share("alarmed")),
    atLeast(name("spans fully covered"), 0.97, share("covered")),
    ...(types.length > 1 ? types : ["type PERSON"]).map((type) => {
      if (type === "type PERSON") return atLeast(name("PERSON"), 0.95, share(type));
      return CHECKED.has(type) ? atLeast(name(type), 1, share(type)) : shown(name(type), share(type));
    }),
    ...(slices.has("precision") ? [atLeast(name("span precision"), 0.93, share("precision"))] : []),
    atMost(name("notes without personal data alarmed"), 0.05, share("lookalikes alarmed")),
    atLeast(name("spans of dirty text"), 0.85, share("dirty covered")),
    atLeast(name("dirty notes alarmed"), 1, share("dirty alarmed")),
  ];
}

/** P3: the same protection for every origin, and for names without a capital. */
export function nameFigures(set: string, { share }: Tallies): FigureRow[] {
  const name = (what: string): string => `names, ${set}: ${what}`;
  const shares = ORIGINS.map((origin) => share(`name ${origin}`)).filter((value) => !Number.isNaN(value));
  return [
    ...ORIGINS.map((origin) => shown(name(origin), share(`name ${origin}`))),
    ...FORMS.map((form) => shown(name(form), share(`name ${form}`))),
    atMost(name("best group minus worst"), 0.03, Math.max(...shares) - Math.min(...shares)),
    atLeast(name("lower case"), 0.9, share("name lower")),
  ];
}
