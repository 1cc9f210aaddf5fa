import type { CorrectionLayer, EmergentTheme, ThemeId } from "@rode-draad/domain";
import { labelOf } from "../emergent/label-of.js";

/** An emergent theme, and where it went. */
interface FoundTheme extends EmergentTheme {
  readonly mergedInto?: ThemeId;
}

/** A theme of several others shows at most so many words, and is named after three, like all others. */
const TERMS_MAX = 6;
const LABEL_TERMS = 3;

/**
 * The emergent themes as one municipality has corrected them: with the names that people gave, the words of the themes that
 * they took in, redirects, and the themes that people split off from them. What is no theme any more is left out.
 */
export function correctEmergent(themes: readonly FoundTheme[], layer: CorrectionLayer): FoundTheme[] {
  const all = new Map(themes.map((theme) => [theme.id, theme]));
  for (const [id, split] of layer.splits) {
    const parent = all.get(split.themeId);
    if (parent !== undefined)
      all.set(id, { ...parent, id, terms: split.words.length > 0 ? split.words : parent.terms });
  }
  return [...all.values()].flatMap(({ mergedInto: _byMachine, ...theme }): FoundTheme[] => {
    const now = layer.resolve(theme.id);
    if (now === null) return [];
    if (now !== theme.id) return [{ ...theme, mergedInto: now }];
    const takenIn = layer.merges.filter((merge) => layer.resolve(merge.themeId) === theme.id && merge.terms.length > 0);
    if (takenIn.length === 0) return [{ ...theme, label: layer.nameOf(theme.id) ?? theme.label }];
    const terms = interleave([theme.terms, ...takenIn.map((merge) => merge.terms)]).slice(0, TERMS_MAX);
    return [{ ...theme, terms, label: layer.nameOf(theme.id) ?? labelOf(terms.slice(0, LABEL_TERMS)) }];
  });
}

/** The first words of each list, then the second ones, and so on; each word once. */
function interleave(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  const places = Array.from({ length: longest }, (_, place) => place);
  return [...new Set(places.flatMap((place) => lists.flatMap((list) => list.slice(place, place + 1))))];
}
