import type { AuditEntry } from "@rode-draad/domain";
import { z } from "zod";
import { momentSchema } from "../common-schemas.js";
import { ACTION_WORDS, ACTOR_WORDS, OUTCOME_WORDS, SUBJECT_WORDS } from "./words.js";

const entrySchema = z
  .object({
    nummer: z.int().min(1).describe("Loopt op per regel, zonder gaten."),
    tijdstip: momentSchema,
    wie: z
      .object({
        soort: z.enum(Object.values(ACTOR_WORDS)).describe("Mens, programma of systeem."),
        id: z.string().describe("Vast id, geen naam."),
      })
      .describe("Wie het deed."),
    handeling: z.enum(Object.values(ACTION_WORDS)).describe("Wat er gebeurde."),
    onderwerp: z
      .object({
        soort: z.enum(Object.values(SUBJECT_WORDS)).describe("Waar het over ging."),
        id: z.string().optional().describe("Vast id. Een notitie of casus heeft hier een eigen id."),
      })
      .describe("Waar het over ging."),
    uitkomst: z.enum(Object.values(OUTCOME_WORDS)).describe("Of het is gedaan."),
    bijzonderheden: z
      .object({
        maand: z.string().optional().describe("Maand, als JJJJ-MM."),
        wijkCode: z.string().optional().describe("CBS-wijkcode."),
        team: z.string().optional().describe("Code van het team."),
        aantal: z.int().optional().describe("Aantal regels of notities."),
        vorm: z.string().optional().describe("Vorm van het bestand."),
        correctie: z.string().optional().describe("Soort correctie."),
        besluit: z.string().optional().describe("Nieuwe stand van het voorstel."),
        fout: z.string().optional().describe("Vaste code van de fout."),
      })
      .describe("Wat er meer over te zeggen is. Nooit tekst van een notitie."),
  })
  .meta({ id: "Auditregel" });

export const entriesSchema = z
  .object({
    auditregels: z.array(entrySchema).describe("De oudste regel eerst."),
    volgende: z.int().nullable().describe("Geef dit als `na` voor de volgende regels. Leeg: er is niets meer."),
  })
  .meta({ id: "Auditregels" });

export function toEntry(entry: AuditEntry): z.infer<typeof entrySchema> {
  const { number, at, actor, action, subject, outcome, details } = entry;
  return {
    nummer: number,
    tijdstip: at.toISOString(),
    wie: { soort: ACTOR_WORDS[actor.kind], id: actor.id },
    handeling: ACTION_WORDS[action],
    onderwerp: { soort: SUBJECT_WORDS[subject.kind], ...(subject.id !== undefined && { id: subject.id }) },
    uitkomst: OUTCOME_WORDS[outcome],
    bijzonderheden: {
      ...(details.month !== undefined && { maand: details.month }),
      ...(details.areaCode !== undefined && { wijkCode: details.areaCode }),
      ...(details.teamCode !== undefined && { team: details.teamCode }),
      ...(details.rows !== undefined && { aantal: details.rows }),
      ...(details.format !== undefined && { vorm: details.format }),
      ...(details.correction !== undefined && { correctie: details.correction }),
      ...(details.state !== undefined && { besluit: details.state }),
      ...(details.error !== undefined && { fout: details.error }),
    },
  };
}
