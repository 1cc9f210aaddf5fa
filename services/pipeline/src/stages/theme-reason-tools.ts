import { readThemes } from "@rode-draad/api";
import { windowsOf } from "@rode-draad/reports";
import { readMonthRange, readThemeQuestions, replaceThemeReasons } from "@rode-draad/store";
import type { ThemeReasonTools } from "@rode-draad/themes";
import type { Product } from "../open-product.js";

export function themeReasonTools({ store, texts, catalogue: shipped }: Product): ThemeReasonTools {
  return {
    async readQuestions(municipalityId, perTheme) {
      const range = await readMonthRange(store.db, municipalityId);
      if (range === undefined) return [];
      const { now } = windowsOf(range.last);
      const { catalogue } = await readThemes(store.db, municipalityId, shipped);
      return await readThemeQuestions(store.db, municipalityId, {
        fromMonth: now.from,
        toMonth: now.to,
        neverThemeIds: [...catalogue.neverThemeIds],
        perTheme,
      });
    },
    async readRedirects(municipalityId) {
      const { layer } = await readThemes(store.db, municipalityId, shipped);
      return (themeId) => layer.resolve(themeId);
    },
    tellReasons: (questions) => texts.tellReasons(questions),
    save: (municipalityId, reasons) => replaceThemeReasons(store.db, municipalityId, reasons),
  };
}
