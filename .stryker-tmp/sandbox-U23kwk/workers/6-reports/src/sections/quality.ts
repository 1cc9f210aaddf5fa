import type { ReleasedValue, ReportInput } from "../report-input.js";
import type { ReportSections, Term } from "../theme-report.js";

/** Section 8: how much of what came in could be placed, by whom it was brought in, and by which model. */
export function stateQuality(input: ReportInput, hasThemes: boolean): ReportSections["quality"] {
  const { municipality, unreadable, modelVersion } = input.quality;
  return {
    items: [
      ...(municipality === undefined
        ? [{ term: "Huishoudens", text: "Hoeveel huishoudens er zijn, staat in het rapport van de hele gemeente." }]
        : municipalityItems(municipality, hasThemes)),
      {
        term: "Niet te lezen",
        text: bandText(unreadable, "huishoudens hebben een notitie in een andere taal of zonder gewone woorden."),
      },
      { term: "Versie", text: `Model ${modelVersion}, themalijst ${input.catalogue.meta.version}.` },
    ],
  };
}

function municipalityItems(
  { assigned, households, colleagues }: NonNullable<ReportInput["quality"]["municipality"]>,
  hasThemes: boolean,
): readonly Term[] {
  return [
    { term: "Ingedeeld", text: assignedText(assigned, hasThemes) },
    { term: "Huishoudens", text: countText(households) },
    { term: "Collega’s", text: bandText(colleagues, "collega’s schreven de notities.") },
  ];
}

/**
 * The gate withholds a share when fewer than ten households are on one of its sides. Where themes are published that side
 * can only be the one without a theme.
 */
function assignedText(
  assigned: NonNullable<ReportInput["quality"]["municipality"]>["assigned"],
  hasThemes: boolean,
): string {
  if (assigned.status === "share") {
    return `Van elke 100 huishoudens konden we er ongeveer ${assigned.share.percent} indelen.`;
  }
  if (assigned.reason === "below-threshold" && hasThemes) return "Bijna alle huishoudens konden wij indelen.";
  return assigned.sentence;
}

function bandText(value: ReleasedValue, rest: string): string {
  return value.status === "withheld" ? value.sentence : `${capital(value.band.label)} ${rest}`;
}

function countText(value: NonNullable<ReportInput["quality"]["municipality"]>["households"]): string {
  return value.status === "withheld" ? value.sentence : `${capital(value.number.label)} huishoudens met een hulpvraag.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
