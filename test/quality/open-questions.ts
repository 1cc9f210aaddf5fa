import { markSafe, RawText } from "@rode-draad/domain";
import { buildVoorbeeldstad, type NoteTruth, type Truth } from "@rode-draad/fixtures";
import { createGate } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import { loadRecogniser, opennessOf, type UnknownQuestion } from "@rode-draad/themes";

/** A question, or context, that an emergent theme may claim, with what its note truly is about. */
export interface OpenQuestion extends UnknownQuestion {
  readonly sourceId: string;
  /** A planted theme, "filler", or "none". */
  readonly truth: string;
}

export interface OpenQuestions {
  readonly truth: Truth;
  readonly notes: number;
  readonly open: readonly OpenQuestion[];
}

/** Runs the municipality of a seed through gate, cut and recogniser, as the pipeline does, without a store. */
export function openQuestionsOf(seed: string, notes: number): OpenQuestions {
  const municipality = buildVoorbeeldstad({ seed, notes });
  const gate = createGate();
  const recogniser = loadRecogniser();
  const unique = [...new Map(municipality.notes.map((note) => [note.bronId, note])).values()];
  const open = unique.flatMap((note): OpenQuestion[] => {
    if (note.nietGebruiken === true || note.veiligheid === true) return [];
    const outcome = gate.inspect(new RawText(note.tekst));
    if (outcome.decision === "quarantine") return [];
    const text = markSafe(outcome.text);
    const segments = recogniser.recognise(text, cutIntoSegments(text));
    // What is said beside a safety matter never counts towards a theme.
    if (segments.some(({ assignment }) => assignment?.route === "safety")) return [];
    return segments.flatMap((segment, ordinal) => {
      const openness = opennessOf(segment);
      if (openness === "closed") return [];
      const { start, end } = segment;
      return {
        id: `${note.bronId}.${ordinal}`,
        sourceId: note.bronId,
        text: markSafe(text.slice(start, end)),
        caseId: note.casusRef,
        date: note.datum,
        areaCode: note.wijk,
        ...(openness === "joins-only" && { joinsOnly: true }),
        ...(segment.assignment?.route === "known" && { confidence: segment.assignment.confidence }),
        truth: truthOf(municipality.truth.notes.get(note.bronId)),
      };
    });
  });
  return { truth: municipality.truth, notes: unique.length, open };
}

function truthOf(note: NoteTruth | undefined): string {
  const local = note?.segments.find(({ localThemeId }) => localThemeId !== undefined);
  return local?.localThemeId ?? (note?.filler ? "filler" : "none");
}
