import type { Catalogue, Theme } from "@rode-draad/catalogue";
import type { AgendaPoint, ThemeId } from "@rode-draad/domain";

/**
 * Rule: an agenda holds the themes of a released month about which this partner can say something, under their neutral
 * titles. What is never collective is not even offered, nor is what has no title of the catalogue. What asks for care is
 * offered apart, and stands on the agenda only when a person says so. Rationale: the partner reads the agenda as what
 * people ask about; it must say no more than the month's report does, and nothing that shames.
 *
 * At most `pointsMax` points are proposed, in the order of the report, which everybody may read; they are then sorted by
 * title, since a place on the agenda would tell which subject is the largest.
 */
export function fillAgenda(
  reported: readonly ThemeId[],
  partnerId: string,
  catalogue: Catalogue,
  pointsMax: number,
): readonly AgendaPoint[] {
  const fitting = reported
    .flatMap((themeId) => catalogue.theme(themeId) ?? [])
    .filter((theme) => theme.collective !== "never" && theme.partnerIds.includes(partnerId))
    .flatMap((theme) => toPoint(theme) ?? []);
  const careless = fitting.filter(({ careNeeded }) => !careNeeded).slice(0, pointsMax);
  const withCare = fitting.filter(({ careNeeded }) => careNeeded).slice(0, pointsMax);
  return [...sorted(careless), ...sorted(withCare)];
}

/** Takes the themes of a later report along, and keeps what a person decided on those that were there. */
export function refillAgenda(decided: readonly AgendaPoint[], filled: readonly AgendaPoint[]): readonly AgendaPoint[] {
  const before = new Map(decided.map((point) => [point.themeId, point]));
  const kept = decided.filter(({ choice }) => choice === "on");
  const news = filled.filter(({ themeId }) => !kept.some((point) => point.themeId === themeId));
  const points = [
    ...kept,
    ...news.map((point) => ({ ...point, choice: before.get(point.themeId)?.choice ?? "proposed" })),
  ];
  return [
    ...sorted(points.filter((point) => !point.careNeeded)),
    ...sorted(points.filter((point) => point.careNeeded)),
  ];
}

function toPoint(theme: Theme): AgendaPoint | undefined {
  if (theme.invitationTitle === null) return undefined;
  return {
    themeId: theme.id,
    title: theme.invitationTitle,
    careNeeded: theme.collective === "only-with-care",
    choice: "proposed",
  };
}

function sorted(points: readonly AgendaPoint[]): readonly AgendaPoint[] {
  return [...points].sort((a, b) => a.title.localeCompare(b.title, "nl"));
}
