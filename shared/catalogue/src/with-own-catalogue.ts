import { NO_OWN_CATALOGUE, type OwnCatalogue, type OwnTheme } from "@rode-draad/domain";
import { type Catalogue, createCatalogue } from "./catalogue.js";
import type { Theme, ThemeTerm } from "./catalogue-types.js";

/** One-to-one help with a subject that nobody estimated: as wide as that of the catalogue's own themes. */
const USUAL_MINUTES = { min: 30, max: 60 };

/**
 * The shipped catalogue with what one municipality added to it. Its retired themes are found by their id and say that they are; the
 * corrections of people lie over this (`correctCatalogue`), which lists those no more.
 */
export function withOwnCatalogue(catalogue: Catalogue, own: OwnCatalogue): Catalogue {
  if (own === NO_OWN_CATALOGUE) return catalogue;
  const termsOf = (themeId: string): ThemeTerm[] =>
    own.terms
      .filter((term) => term.themeId === themeId)
      .map(({ text }) => ({ text, type: "variant", strength: "strong" }));
  const shipped = catalogue.themes.map((theme) => ({ ...theme, terms: [...theme.terms, ...termsOf(theme.id)] }));
  const themes = own.themes.map((theme) => toTheme(theme, termsOf(theme.id), catalogue));
  return createCatalogue({ ...catalogue, themes: [...shipped, ...themes] });
}

function toTheme(own: OwnTheme, terms: readonly ThemeTerm[], { privacyParameters }: Catalogue): Theme {
  const { id, name, definition, domainId, careNeeded, formatId, partnerId, invitationTitle, isRetired } = own;
  return {
    id,
    label: name,
    labelEn: name,
    domainId,
    definition,
    terms,
    lifeEventIds: [],
    season: { months: [], note: "" },
    complexity: "enkelvoudig",
    individualMinutes: USUAL_MINUTES,
    collective: careNeeded ? "only-with-care" : "suitable",
    collectiveReason: "Je gemeente heeft dit thema zelf toegevoegd.",
    formatIds: [formatId],
    invitationTitle,
    partnerIds: partnerId === undefined ? [] : [partnerId],
    otherPartners: [],
    legalBasis: [],
    ruleNote: null,
    uplNameHints: [],
    // Nobody measured how sensitive it is, so it counts as a middling one and never as a harmless one.
    sensitivity: careNeeded ? "hoog" : "midden",
    minCellSize: {
      teamInternal: careNeeded ? privacyParameters.caseMinTeamSensitive : privacyParameters.caseMinTeamInternal,
      sharedWithPartner: privacyParameters.caseMinShared,
    },
    exampleSnippet: "",
    ...(isRetired && { isRetired }),
  };
}
