import { type MunicipalThemes, readLatestReport, readThemes, themesNamedIn } from "@rode-draad/api";
import type { ThemeId } from "@rode-draad/domain";
import type { ThemeReport } from "@rode-draad/reports";
import type { Product } from "../open-product.js";

/** The themes as they are now, and which of them a page may speak of. */
export interface ShownThemes extends MunicipalThemes {
  /**
   * Rule: a theme that the machine found is spoken of once a report named it. Before that it is so small that its words alone
   * could point at somebody.
   */
  isShown(themeId: ThemeId): boolean;
}

/** `report` is the one that the page is about; its themes are shown too, also when a later report is silent on them. */
export async function readShownThemes(
  { store, municipalityId, catalogue }: Product,
  report?: ThemeReport,
): Promise<ShownThemes> {
  const [themes, latest] = await Promise.all([
    readThemes(store.db, municipalityId, catalogue),
    readLatestReport({ db: store.db, municipalityId }),
  ]);
  const named = new Set([...themesNamedIn(latest), ...themesNamedIn(report)]);
  return { ...themes, isShown: (themeId) => themes.catalogue.theme(themeId) !== undefined || named.has(themeId) };
}
