import type { Truth } from "@rode-draad/fixtures";
import type { PlacedQuestion } from "./emergent-purity.js";

/** Catalogue themes per note, against the labels. On Voorbeeldstad it shows that the chain carries them, not how good the recogniser is. */
export interface ThemeComparison {
  readonly precision: number;
  readonly recall: number;
  /** Notes of nothing but administration that were given a theme. */
  readonly themedFillers: readonly string[];
}

/** Compares the sets of catalogue themes of each note in `questions` or truth. O(notes + questions). */
export function themesFound(
  truth: Pick<Truth, "notes" | "fillers">,
  questions: readonly PlacedQuestion[],
  isCatalogueTheme: (themeId: string) => boolean,
): ThemeComparison {
  const found = new Set<string>();
  for (const { sourceId, themeId } of questions) {
    if (themeId !== null && isCatalogueTheme(themeId)) found.add(`${sourceId} ${themeId}`);
  }
  const wanted = new Set<string>();
  for (const note of truth.notes.values()) {
    for (const { themeId } of note.segments) if (themeId !== null) wanted.add(`${note.sourceId} ${themeId}`);
  }
  const right = [...found].filter((pair) => wanted.has(pair)).length;
  const themed = new Set(questions.filter(({ themeId }) => themeId !== null).map(({ sourceId }) => sourceId));
  return {
    precision: found.size === 0 ? 1 : right / found.size,
    recall: wanted.size === 0 ? 1 : right / wanted.size,
    themedFillers: truth.fillers.filter((id) => themed.has(id)),
  };
}
