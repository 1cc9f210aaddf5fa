import type { Theme } from "@rode-draad/catalogue";
import type { CorrectionLayer, ThemeId, ThemeReasons } from "@rode-draad/domain";
import { type ThemeReport, wordsUnlike } from "@rode-draad/reports";
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
  return (await readThemeViews(means)).views;
}

async function readThemeViews(means: ThemeMeans): Promise<{ views: ThemeView[]; layer: CorrectionLayer }> {
  const [report, { catalogue, emergent, layer }] = await Promise.all([
    readLatestReport(means),
    readThemes(means.db, means.municipalityId, means.catalogue),
  ]);
  const named = themesNamedIn(report);
  const views = [
    ...catalogue.themes.map((theme) => fromCatalogue(theme, report)),
    ...emergent
      .filter((theme) => theme.mergedInto === undefined && named.has(theme.id))
      .map((theme) => fromNotes(theme, report)),
  ];
  return { views, layer };
}

/** One theme, with why its questions belong together when the report names it. */
export async function readThemeView(means: ThemeMeans, themeId: ThemeId): Promise<ThemeView | undefined> {
  const { views, layer } = await readThemeViews(means);
  const view = views.find((theme) => theme.id === themeId);
  if (view?.published === undefined) return view;
  const reasons = await readThemeReasons(means.db, means.municipalityId, themeId);
  if (reasons === undefined) return view;
  // Themes may have been merged since the reasons were worked out; what is no view is not spoken of.
  const nearestId = reasons.nearest && layer.resolve(reasons.nearest.themeId);
  const nearest = nearestId === themeId ? undefined : views.find(({ id }) => id === nearestId);
  return { ...view, reasons: reasonsView(reasons, nearest) };
}

function reasonsView({ words, typical, doubtful, nearest }: ThemeReasons, theme?: ThemeView): ThemeReasonsView {
  return {
    words,
    typical,
    doubtful,
    ...(nearest !== undefined &&
      theme !== undefined &&
      theme.collective !== "never" && {
        nearest: { id: theme.id, name: theme.name, words: wordsUnlike(theme.name, nearest.words) },
      }),
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
