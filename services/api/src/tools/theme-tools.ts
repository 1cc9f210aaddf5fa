import type { Theme } from "@rode-draad/catalogue";
import type { ThemeReport } from "@rode-draad/reports";
import { listEmergentThemes, type StoredEmergentTheme } from "@rode-draad/store";
import type { PublishedTheme, ThemeView } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { readLatestReport, themesNamedIn } from "./latest-report.js";

/**
 * All themes of the catalogue, then the emergent ones that a report has named. An emergent theme that no report named is
 * still too small to speak of: its characteristic words alone could point at somebody.
 */
export async function listThemeViews(
  means: Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue">,
): Promise<ThemeView[]> {
  const [report, emergent] = await Promise.all([
    readLatestReport(means),
    listEmergentThemes(means.db, means.municipalityId),
  ]);
  const named = themesNamedIn(report);
  return [
    ...means.catalogue.themes.map((theme) => fromCatalogue(theme, report)),
    ...emergent
      .filter((theme) => theme.mergedInto === undefined && named.has(theme.id))
      .map((theme) => fromNotes(theme, report)),
  ];
}

function fromCatalogue(theme: Theme, report: ThemeReport | undefined): ThemeView {
  const view = {
    id: theme.id,
    name: theme.label,
    description: theme.definition,
    origin: "catalogue",
    collective: theme.collective,
  } as const;
  if (theme.collective === "never") return { ...view, specialistRoute: theme.collectiveReason };
  return { ...view, ...published(theme.id, report) };
}

function fromNotes(theme: StoredEmergentTheme, report: ThemeReport | undefined): ThemeView {
  return {
    id: theme.id,
    name: theme.label,
    description: `Gevonden in de notities. Kenmerkende woorden: ${theme.terms.join(", ")}.`,
    origin: "emergent",
    collective: "suitable",
    ...published(theme.id, report),
  };
}

function published(themeId: string, report: ThemeReport | undefined): { published?: PublishedTheme } {
  const row = report?.sections.recurring.all.find((candidate) => candidate.themeId === themeId);
  if (report === undefined || row === undefined) return {};
  const { from, to } = report.window;
  const knots = (report.knots ?? []).flatMap(({ themes }) => {
    const others = themes.filter(({ id }) => id !== themeId);
    return others.length === 1 ? others.map(({ id, name }) => ({ id, name })) : [];
  });
  return { published: { from, to, now: row.now, earlier: row.earlier, direction: row.direction, knots } };
}
