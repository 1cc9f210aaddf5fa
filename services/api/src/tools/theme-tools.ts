import type { Catalogue, Theme } from "@rode-draad/catalogue";
import type { ThemeId, ThemeReasons } from "@rode-draad/domain";
import type { ThemeReport } from "@rode-draad/reports";
import { readThemeReasons, type StoredEmergentTheme } from "@rode-draad/store";
import type { PublishedTheme, ThemeReasonsView, ThemeView } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { readLatestReport, themesNamedIn } from "./latest-report.js";
import { readThemes } from "./read-themes.js";

type ThemeMeans = Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue">;

/**
 * All themes of the catalogue, then the emergent ones that a report has named. An emergent theme that no report named is
 * still too small to speak of: its characteristic words alone could point at somebody.
 */
export async function listThemeViews(means: ThemeMeans): Promise<ThemeView[]> {
  const [report, { catalogue, emergent }] = await Promise.all([
    readLatestReport(means),
    readThemes(means.db, means.municipalityId, means.catalogue),
  ]);
  const named = themesNamedIn(report);
  return [
    ...catalogue.themes.map((theme) => fromCatalogue(theme, report)),
    ...emergent
      .filter((theme) => theme.mergedInto === undefined && named.has(theme.id))
      .map((theme) => fromNotes(theme, report)),
  ];
}

/** One theme, with why its questions belong together when the report names it. */
export async function readThemeView(means: ThemeMeans, themeId: ThemeId): Promise<ThemeView | undefined> {
  const view = (await listThemeViews(means)).find((theme) => theme.id === themeId);
  if (view?.published === undefined) return view;
  const reasons = await readThemeReasons(means.db, means.municipalityId, themeId);
  return reasons === undefined ? view : { ...view, reasons: reasonsView(reasons, means.catalogue) };
}

function reasonsView({ words, typical, doubtful, nearest }: ThemeReasons, catalogue: Catalogue): ThemeReasonsView {
  const theme = nearest && catalogue.theme(nearest.themeId);
  return {
    words,
    typical,
    doubtful,
    ...(nearest !== undefined &&
      theme !== undefined &&
      theme.collective !== "never" && { nearest: { id: theme.id, name: theme.label, words: nearest.words } }),
  };
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
