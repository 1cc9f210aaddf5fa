import { z } from "zod";

/** The report is stored as it was released and handed on to the letter, so this schema names only its frame. */
export const reportContentSchema = z
  .looseObject({
    version: z.int(),
    title: z.string(),
    month: z.string(),
    sections: z.looseObject({}).describe("De acht delen van het rapport."),
    published: z.array(z.looseObject({})).describe("Alle cijfers die het rapport toont, als bereik."),
  })
  .describe("Het maandrapport zoals het is vrijgegeven.")
  .meta({ id: "Themarapport" });
