import { IDENTIFIER_TYPES, type IdentifierType } from "@rode-draad/domain";
import { type ImportSummary, type NoteOutcome, QUARANTINE_MESSAGES } from "@rode-draad/intake";
import { z } from "zod";

const maskedSchema = z.object({
  soort: z.enum(IDENTIFIER_TYPES).describe("Soort gegeven dat wij hebben weggelakt."),
  aantal: z.int().min(1),
});

const outcomeSchema = z
  .object({
    volgnummer: z.int().min(1).describe("Plaats van de notitie in wat je stuurde. De eerste is 1."),
    uitkomst: z
      .enum(["opgeslagen", "vervangen", "dubbel", "quarantaine", "bezwaar", "geweigerd"])
      .describe("Wat er met de notitie is gebeurd."),
    gemaskeerd: z.array(maskedSchema).optional().describe("Wat er is weggelakt voordat wij de notitie opsloegen."),
    reden: z.string().optional().describe("Waarom de notitie in quarantaine staat."),
    uitleg: z.string().optional().describe("Wat je daaraan kunt doen."),
    fouten: z
      .array(z.object({ veld: z.string().optional(), reden: z.string() }))
      .optional()
      .describe("Wat er mis is met een geweigerde notitie. De tekst zelf staat er nooit in."),
  })
  .meta({ id: "Notitieuitkomst" });

export const receivedSchema = z
  .object({
    samenvatting: z.object({
      ontvangen: z.int(),
      opgeslagen: z.int(),
      vervangen: z.int(),
      dubbel: z.int(),
      quarantaine: z.int(),
      bezwaar: z.int(),
      geweigerd: z.int(),
      gemaskeerd: z.int().describe("Aantal opgeslagen notities waarin iets is weggelakt."),
    }),
    genegeerdeVelden: z
      .array(z.string())
      .optional()
      .describe("Velden die wij niet kennen. Wij lezen en bewaren ze niet."),
    resultaten: z.array(outcomeSchema),
  })
  .meta({ id: "Ontvangst" });

export type OutcomeView = z.infer<typeof outcomeSchema>;

export function toOutcomeView(outcome: NoteOutcome): OutcomeView {
  const volgnummer = outcome.row;
  switch (outcome.kind) {
    case "stored":
    case "replaced":
    case "duplicate": {
      const uitkomst = ({ stored: "opgeslagen", replaced: "vervangen", duplicate: "dubbel" } as const)[outcome.kind];
      const masked = Object.entries(outcome.masked) as [IdentifierType, number][];
      if (masked.length === 0) return { volgnummer, uitkomst };
      return { volgnummer, uitkomst, gemaskeerd: masked.map(([soort, aantal]) => ({ soort, aantal })) };
    }
    case "quarantined":
      return {
        volgnummer,
        uitkomst: "quarantaine",
        reden: outcome.reason,
        uitleg: QUARANTINE_MESSAGES[outcome.reason],
      };
    case "objected":
      return { volgnummer, uitkomst: "bezwaar" };
    case "refused":
      return {
        volgnummer,
        uitkomst: "geweigerd",
        fouten: outcome.problems.map(({ field, reason }) => ({
          ...(field === undefined ? {} : { veld: field }),
          reden: reason,
        })),
      };
  }
}

export function toReceived(summary: ImportSummary, results: readonly OutcomeView[]): z.infer<typeof receivedSchema> {
  const sum = (counts: Readonly<Partial<Record<string, number>>>): number =>
    Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
  return {
    samenvatting: {
      ontvangen: summary.rows,
      opgeslagen: summary.stored,
      vervangen: summary.replaced,
      dubbel: summary.duplicate,
      quarantaine: sum(summary.quarantined),
      bezwaar: summary.objected,
      geweigerd: summary.refusedRows,
      gemaskeerd: summary.masked,
    },
    ...(summary.ignoredColumns.length === 0 ? {} : { genegeerdeVelden: [...summary.ignoredColumns] }),
    resultaten: [...results].sort((one, other) => one.volgnummer - other.volgnummer),
  };
}
