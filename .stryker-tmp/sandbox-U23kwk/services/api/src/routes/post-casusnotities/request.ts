import { z } from "zod";

/** Notes in one JSON list; more come as NDJSON, which is read while it arrives. */
const NOTES_PER_LIST_MAX = 5_000;
/** A list of notes stands in memory while it is read. */
export const LIST_BYTES_MAX = 16 * 1024 * 1024;
/** The answer has a line per note, so a call has an end. */
export const LINES_BYTES_MAX = 64 * 1024 * 1024;

const yesNo = z.union([z.boolean(), z.string(), z.int()]);

/**
 * What a note looks like, for the reader of the OpenAPI document. Each note is judged at the door, which is the same for
 * files and for this route, and which reports per note; so this schema is wider than the door and refuses nothing by itself.
 */
export const noteSchema = z
  .looseObject({
    bronId: z
      .string()
      .max(200)
      .describe("Id van de notitie in het bronsysteem. Hiermee herkennen wij dezelfde notitie."),
    casusRef: z.string().max(200).optional().describe("Pseudoniem van de casus of het huishouden."),
    datum: z.string().describe("Dag van het contact, als JJJJ-MM-DD.").meta({ example: "2026-10-05" }),
    team: z.string().describe("Code van het team.").meta({ example: "NOORD" }),
    wijk: z.string().describe("CBS-wijkcode of bekende naam van de wijk.").meta({ example: "WK036301" }),
    medewerkerRef: z
      .string()
      .max(200)
      .optional()
      .describe("Pseudoniem van de medewerker. Wij tellen nooit per medewerker."),
    veiligheid: yesNo.optional().describe("Ja als de bron er een veiligheidssignaal bij heeft gezet."),
    nietGebruiken: yesNo.optional().describe("Ja als de cliënt bezwaar heeft. Wij slaan de notitie dan niet op."),
    tekst: z.string().max(200_000).describe("De geanonimiseerde notitie."),
  })
  .meta({ id: "Casusnotitie" });

const listMessage = `Stuur 1 tot ${NOTES_PER_LIST_MAX} notities in een lijst. Stuur meer notities als application/x-ndjson.`;

/** The outer forms of a JSON body: one object, or a list of whatever the door will judge. */
export const singleSchema = z.record(z.string(), z.unknown(), {
  error: "Stuur één notitie als object, of een lijst van notities.",
});
export const listSchema = z.array(z.unknown()).min(1, listMessage).max(NOTES_PER_LIST_MAX, listMessage);

export const documentedBodySchema = z.union([noteSchema, z.array(noteSchema).min(1).max(NOTES_PER_LIST_MAX)]);
