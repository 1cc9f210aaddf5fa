import { readThemes } from "@rode-draad/api";
import type { CorrectionLayer, InitiativeOffer, ThemeId } from "@rode-draad/domain";
import { themeNamer } from "@rode-draad/reports";
import { listAreas } from "@rode-draad/store";
import type { Product } from "../../open-product.js";

/** How things are called now, for the pages of initiatives. */
export interface Names {
  readonly layer: CorrectionLayer;
  area(code: string): string;
  theme(id: ThemeId): string;
  /** As the catalogue has it, before people renamed or merged it. */
  firstTheme(id: ThemeId): string;
  form(initiative: Pick<InitiativeOffer, "formatId">): string;
}

export async function readNames({ store, municipalityId, catalogue }: Product): Promise<Names> {
  const [areas, themes] = await Promise.all([
    listAreas(store.db, municipalityId),
    readThemes(store.db, municipalityId, catalogue),
  ]);
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  return {
    layer: themes.layer,
    area: (code) => areaNames.get(code) ?? code,
    theme: themeNamer(themes.catalogue, themes.emergent),
    firstTheme: themeNamer(catalogue, themes.emergent),
    form: ({ formatId }) => catalogue.format(formatId)?.label ?? formatId,
  };
}
