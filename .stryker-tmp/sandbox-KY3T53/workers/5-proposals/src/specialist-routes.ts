import type { Catalogue } from "@rode-draad/catalogue";
import type { SpecialistRoute } from "@rode-draad/domain";

/** Themes that are never collective get a specialist, a phone number, and nothing else. */

/**
 * Rule: the routes are always given, for every `never` theme. Rationale: a list that holds only the themes that occur
 * would tell that somebody in the area asked about one of them.
 */
export function specialistRoutes(catalogue: Catalogue): readonly SpecialistRoute[] {
  return catalogue.themes
    .filter((theme) => catalogue.neverThemeIds.has(theme.id))
    .map(({ id, label, collectiveReason, partnerIds }) => {
      const partnerId = partnerIds[0] ?? "veilig-thuis";
      const partner = catalogue.partner(partnerId)?.label ?? partnerId;
      return { themeId: id, partnerId, text: `${label}: ga naar ${partner}. ${collectiveReason}` };
    });
}
