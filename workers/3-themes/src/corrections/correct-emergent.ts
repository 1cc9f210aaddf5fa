import type { CorrectionLayer, EmergentTheme, ThemeId } from "@rode-draad/domain";

/** An emergent theme, and where it went. */
interface FoundTheme extends EmergentTheme {
  readonly mergedInto?: ThemeId;
}

/** A theme of several others shows at most so many words. */
const TERMS_MAX = 6;

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
    const takenIn = layer.merges.filter((merge) => layer.resolve(merge.themeId) === theme.id);
    const terms = [...new Set([...theme.terms, ...takenIn.flatMap((merge) => merge.terms)])].slice(0, TERMS_MAX);
    return [{ ...theme, terms, label: layer.nameOf(theme.id) ?? theme.label }];
  });
}
