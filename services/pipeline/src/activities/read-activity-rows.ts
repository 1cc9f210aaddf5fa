import { readSmallTable } from "@rode-draad/intake";
import { type GivenActivity, unreadable } from "./given-activity.js";

/** Headings without case and signs, for each field. */
const HEADINGS = {
  name: ["naam", "activiteit", "name"],
  organisation: ["organisatie", "aanbieder", "organisation", "organization"],
  meets: ["wanneer", "tijd", "waarenwanneer"],
  url: ["website", "webadres", "url", "link"],
  areas: ["wijk", "wijken", "gebied"],
  subjects: ["thema", "themas", "onderwerp", "onderwerpen"],
  description: ["omschrijving", "beschrijving", "description"],
} as const;

/** Reads a CSV file with a line an activity: naam, organisatie, wijken, themas, wanneer, website, omschrijving. */
export function readActivityRows(bytes: Buffer): GivenActivity[] {
  const { headings, rows } = readSmallTable(bytes);
  const keys = headings.map((heading) => heading.toLowerCase().replace(/[^a-z]/g, ""));
  const columnOf = (field: keyof typeof HEADINGS): number =>
    keys.findIndex((key) => (HEADINGS[field] as readonly string[]).includes(key));
  if (columnOf("name") < 0) {
    throw unreadable("Wij vinden geen kolom ‘naam’. Zet op de eerste regel: naam, organisatie, wijken, themas.");
  }
  return rows.map(({ line, cells }) => {
    const text = (field: keyof typeof HEADINGS): string => (cells[columnOf(field)] ?? "").replace(/\s+/g, " ").trim();
    const list = (field: "areas" | "subjects"): string[] =>
      text(field)
        .split(/[,|/]/)
        .map((part) => part.trim())
        .filter((part) => part !== "");
    return {
      line,
      name: text("name"),
      organisation: text("organisation"),
      ...(text("meets") !== "" && { meets: text("meets") }),
      ...(text("url") !== "" && { url: text("url") }),
      areas: list("areas"),
      subjects: list("subjects"),
      description: text("description"),
    };
  });
}
