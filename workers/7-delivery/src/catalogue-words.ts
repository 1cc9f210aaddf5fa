import type { Catalogue, Theme } from "@rode-draad/catalogue";
import { plainName } from "./compose-request.js";

/** The words of the catalogue that may stand in what a partner gets. Themes that are never collective have none. */

export function invitationTitles(catalogue: Catalogue): ReadonlySet<string> {
  return new Set(shareable(catalogue).flatMap(({ invitationTitle }) => invitationTitle ?? []));
}

export function askableSubjects(catalogue: Catalogue): ReadonlySet<string> {
  return new Set(shareable(catalogue).map(subjectOf));
}

/** "huurtoeslag": a theme as the subject of a question. */
export function subjectOf({ label }: Pick<Theme, "label">): string {
  return plainName(label);
}

function shareable(catalogue: Catalogue): readonly Theme[] {
  return catalogue.themes.filter(({ collective }) => collective !== "never");
}
