import type { Catalogue } from "@rode-draad/catalogue";
import type { Collective, ThemeId } from "@rode-draad/domain";

/** The catalogue's themes by life domain, for finding one. It says nothing about what occurs: no theme is left out of it. */
export interface ThemeGroup {
  readonly domain: string;
  readonly themes: readonly { readonly id: ThemeId; readonly name: string; readonly collective: Collective }[];
}

export function composeThemeList(catalogue: Catalogue): ThemeGroup[] {
  return catalogue.lifeDomains
    .map((domain) => ({
      domain: domain.label,
      themes: catalogue.themes
        .filter((theme) => theme.domainId === domain.id)
        .map(({ id, label, collective }) => ({ id, name: label, collective })),
    }))
    .filter((group) => group.themes.length > 0);
}
