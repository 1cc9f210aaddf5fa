import { readThemes } from "@rode-draad/api";
import type { MunicipalityId } from "@rode-draad/domain";
import { windowsOf } from "@rode-draad/reports";
import { listThemesWithoutText, readMonthRange, readThemeQuestions, replaceThemeReasons } from "@rode-draad/store";
import type { ThemeReasonTools } from "@rode-draad/themes";
import type { Product } from "../open-product.js";

export function themeReasonTools({ store, texts, catalogue: shipped }: Product): ThemeReasonTools {
  const latestWindow = async (municipalityId: MunicipalityId) => {
    const range = await readMonthRange(store.db, municipalityId);
    if (range === undefined) return undefined;
    const { now } = windowsOf(range.last);
    const { catalogue } = await readThemes(store.db, municipalityId, shipped);
    return { fromMonth: now.from, toMonth: now.to, neverThemeIds: [...catalogue.neverThemeIds] };
  };
  return {
    async readQuestions(municipalityId, perTheme) {
      const window = await latestWindow(municipalityId);
      return window === undefined ? [] : await readThemeQuestions(store.db, municipalityId, { ...window, perTheme });
    },
    async readRedirects(municipalityId) {
      const { layer } = await readThemes(store.db, municipalityId, shipped);
      return (themeId) => layer.resolve(themeId);
    },
    tellReasons: (questions) => texts.tellReasons(questions),
    async save(municipalityId, reasons) {
      const window = await latestWindow(municipalityId);
      const untold = window === undefined ? [] : await listThemesWithoutText(store.db, municipalityId, window);
      await replaceThemeReasons(store.db, municipalityId, reasons, untold);
    },
  };
}
