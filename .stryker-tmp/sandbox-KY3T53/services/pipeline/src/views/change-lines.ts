import type { ThemeChangeView } from "@rode-draad/api";
import { whyNotUndo } from "@rode-draad/domain";
import { dayName, themeNamer } from "@rode-draad/reports";
import type { ThemeChangeLine } from "@rode-draad/web";
import { dutchDay } from "../door/receive-notes.js";
import type { ShownThemes } from "./shown-themes.js";

/** The changes of themes as lines of a page, each with what a person may do about it. */
export function changeLines(changes: readonly ThemeChangeView[], themes: ShownThemes): ThemeChangeLine[] {
  const nameOf = themeNamer(themes.catalogue, themes.emergent);
  return changes.map((change, index) => {
    const { sentence, at, who, why, correctionId } = change;
    const day = dutchDay(at);
    const themeId = themes.layer.resolve(change.themeId);
    return {
      id: `${at.getTime()}-${changes.length - index}`,
      day,
      when: dayName(day),
      sentence,
      ...(themeId !== null && themes.isShown(themeId) && { theme: { id: themeId, name: nameOf(themeId) } }),
      ...(who !== undefined && why !== undefined && { person: { who, why } }),
      ...(correctionId !== undefined && { correctionId }),
      ...undoOf(change, themes),
    };
  });
}

/** Only a correction itself can be undone: not its undoing, nor what the program did because of it. */
function undoOf({ by, kind, correctionId }: ThemeChangeView, { log }: ShownThemes): Pick<ThemeChangeLine, "undo"> {
  if (by !== "person" || kind === "undone") return {};
  const correction = log.corrections.find(({ id }) => id === correctionId);
  if (correction === undefined) return {};
  const whyNot = whyNotUndo(correction, log.corrections);
  return { undo: whyNot === undefined ? "possible" : { whyNot } };
}
