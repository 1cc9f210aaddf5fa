import type { ReleasedValue, ReportInput } from "../report-input.js";
import type { ReportSections } from "../theme-report.js";

/** Section 8: how much of what came in could be placed, by whom it was brought in, and by which model. */
export function stateQuality(input: ReportInput): ReportSections["quality"] {
  const { assigned, households, colleagues, modelVersion } = input.quality;
  return {
    items: [
      {
        term: "Ingedeeld",
        text:
          assigned.status === "withheld"
            ? assigned.sentence
            : `Van elke 100 huishoudens konden we er ongeveer ${assigned.share.percent} indelen.`,
      },
      { term: "Huishoudens", text: countText(households) },
      { term: "Collega’s", text: bandText(colleagues, "collega’s schreven de notities.") },
      { term: "Versie", text: `Model ${modelVersion}, themalijst ${input.catalogue.meta.version}.` },
    ],
  };
}

function bandText(value: ReleasedValue, rest: string): string {
  return value.status === "withheld" ? value.sentence : `${capital(value.band.label)} ${rest}`;
}

function countText(value: ReportInput["quality"]["households"]): string {
  return value.status === "withheld" ? value.sentence : `${capital(value.number.label)} huishoudens met een hulpvraag.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
