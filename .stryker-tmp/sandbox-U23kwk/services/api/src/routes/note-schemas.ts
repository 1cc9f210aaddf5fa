import { IDENTIFIER_TYPES, type IdentifierType, type QuarantineReason } from "@rode-draad/domain";
import { QUARANTINE_MESSAGES } from "@rode-draad/intake";
import { z } from "zod";
import type { NoteView } from "../tools/note-tools.js";

/** As long as the door lets it be. */
const SOURCE_ID_CHARACTERS_MAX = 200;

/** A reference as the source writes it. Written as the door writes it, or the hash would be of another one. */
export const sourceRefSchema = z.string().normalize("NFC").trim().min(1).max(SOURCE_ID_CHARACTERS_MAX);

export const noteParams = z.strictObject({
  bronId: sourceRefSchema.describe("Id van de notitie in het bronsysteem, zoals je haar aanleverde."),
});

export const stretchSchema = z
  .strictObject({
    begin: z.int().min(0).describe("Waar het begint in jouw tekst, geteld in UTF-16."),
    einde: z.int().min(0).describe("Waar het ophoudt in jouw tekst, geteld in UTF-16."),
  })
  .meta({ id: "Tekstplek" });

const spanSchema = stretchSchema
  .extend({ soort: z.enum(IDENTIFIER_TYPES).describe("Soort gegeven.") })
  .meta({ id: "Gevonden" });

export const noteSchema = z
  .object({
    toestand: z
      .enum(["opgeslagen", "quarantaine", "ingetrokken"])
      .describe("Of de notitie meetelt, of wij haar tegenhouden, of dat jij haar hebt ingetrokken."),
    weggelakt: z
      .array(z.object({ soort: z.enum(IDENTIFIER_TYPES), aantal: z.int().min(1) }))
      .describe("Wat wij hebben weggehaald, per soort."),
    plekken: z
      .array(spanSchema)
      .describe("Waar dat staat in de tekst die jij stuurde. De tekst zelf staat er niet bij."),
    reden: z.string().optional().describe("Waarom wij de notitie tegenhouden."),
    uitleg: z.string().optional().describe("Wat je daaraan kunt doen."),
    tekst: z
      .string()
      .optional()
      .describe("De weggelakte tekst. Alleen voor wie de notitie schreef, en zolang wij haar bewaren."),
  })
  .meta({ id: "Notitiestand" });

const STATES = { stored: "opgeslagen", quarantined: "quarantaine", withdrawn: "ingetrokken" } as const;

export function toNote(view: NoteView): z.infer<typeof noteSchema> {
  const plekken = view.spans.map(({ start, end, type }) => ({ begin: start, einde: end, soort: type }));
  const toestand = STATES[view.state];
  if (view.state !== "stored") return { toestand, weggelakt: [], plekken, ...explain(view.reason) };
  const masked = Object.entries(view.masked) as [IdentifierType, number][];
  const weggelakt = masked.map(([soort, aantal]) => ({ soort, aantal }));
  return { toestand, weggelakt, plekken, ...(view.text !== undefined && { tekst: view.text }) };
}

function explain(reason: QuarantineReason): { reden: string; uitleg: string } {
  return { reden: reason, uitleg: QUARANTINE_MESSAGES[reason] };
}
