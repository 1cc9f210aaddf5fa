import type { CorrectionLayer, Sensitivity } from "@rode-draad/domain";
import { type Catalogue, createCatalogue } from "./catalogue.js";
import type { Theme, ThemeTerm } from "./catalogue-types.js";

/**
 * The catalogue as one municipality has corrected it: its names, and the themes that it split off, which keep the care,
 * formats and partners of the theme that they came from. A theme that was merged, retired or is none any more is no longer listed, and
 * is still found by its id, since earlier reports speak of it.
 */
export function correctCatalogue(catalogue: Catalogue, layer: CorrectionLayer): Catalogue {
  const own = catalogue.themes.map((theme) => correct(theme, catalogue, layer));
  const known = new Map(own.map((theme) => [theme.id, theme]));
  for (const [id, split] of layer.splits) {
    const parent = known.get(split.themeId);
    if (parent === undefined) continue;
    known.set(id, {
      ...parent,
      id,
      label: layer.nameOf(id) ?? split.name,
      splitFrom: split.themeId,
      terms: split.words.map(toTerm),
    });
  }
  const corrected = createCatalogue({ ...catalogue, themes: [...known.values()] });
  return {
    ...corrected,
    themes: corrected.themes.filter(({ id, isRetired }) => isRetired !== true && layer.resolve(id) === id),
  };
}

/** With the name that a person gave, the words of what was merged into it, and the highest sensitivity among them all. */
function correct(theme: Theme, catalogue: Catalogue, layer: CorrectionLayer): Theme {
  const takenIn = layer.merges.filter((merge) => layer.resolve(merge.themeId) === theme.id);
  const words = takenIn.flatMap(({ terms }) => terms);
  const sensitivities = takenIn.flatMap(({ themeId }) => catalogue.theme(themeId)?.sensitivity ?? []);
  return {
    ...theme,
    label: layer.nameOf(theme.id) ?? theme.label,
    terms: [...words.map(toTerm), ...theme.terms],
    sensitivity: [theme.sensitivity, ...sensitivities].reduce(higherOf),
  };
}

const SENSITIVITIES: readonly Sensitivity[] = ["laag", "midden", "hoog"];

function higherOf(one: Sensitivity, other: Sensitivity): Sensitivity {
  return SENSITIVITIES.indexOf(one) < SENSITIVITIES.indexOf(other) ? other : one;
}

function toTerm(text: string): ThemeTerm {
  return { text, type: "term", strength: "strong" };
}
