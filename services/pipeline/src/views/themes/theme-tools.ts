import { readThemes } from "@rode-draad/api";
import { composeThemeList } from "@rode-draad/reports";
import type { ThemeTools } from "@rode-draad/web";
import { readChosenReport } from "../reports/report-tools.js";
import type { WebMeans } from "../web-means.js";
import { changeLines } from "./change-lines.js";
import { correctTheme, undoCorrection } from "./correct-theme.js";
import { noChoices } from "./correction-choices.js";
import { readTheme } from "./read-theme.js";
import { readShownThemes } from "./shown-themes.js";

export function themeTools(means: WebMeans): ThemeTools {
  const { product, actions, whyNot } = means;
  const { store, municipalityId } = product;
  const whyNotCorrect = whyNot("themes:correct");
  return {
    listThemes: async () => composeThemeList((await readThemes(store.db, municipalityId, product.catalogue)).catalogue),
    async readTheme(themeId, choice) {
      const read = await readTheme(product, actions, themeId, choice, await readChosenReport(means, choice));
      return read !== undefined && "theme" in read && whyNotCorrect !== undefined
        ? { ...read, choices: noChoices(whyNotCorrect) }
        : read;
    },
    correctTheme: (draft) => correctTheme(actions, draft),
    undoCorrection: (correctionId, reason) => undoCorrection(actions, correctionId, reason),
    async listChanges(filter = {}) {
      const lines = changeLines(await actions.listThemeChanges(filter), await readShownThemes(product));
      if (whyNotCorrect === undefined) return lines;
      return lines.map((line) => (line.undo === "possible" ? { ...line, undo: { whyNot: whyNotCorrect } } : line));
    },
  };
}
