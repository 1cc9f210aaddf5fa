import { markSafe, RawText } from "@rode-draad/domain";
import { buildVoorbeeldstad, type NoteTruth, type Truth } from "@rode-draad/fixtures";
import { createGate } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import { loadRecogniser, openSegmentsOf, type UnknownQuestion } from "@rode-draad/themes";

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
    return openSegmentsOf(text, segments).map((segment) => ({
      ...segment,
      id: `${note.bronId}.${segment.ordinal}`,
      sourceId: note.bronId,
      caseId: note.casusRef,
      date: note.datum,
      areaCode: note.wijk,
      truth: truthOf(municipality.truth.notes.get(note.bronId)),
    }));
  });
  return { truth: municipality.truth, notes: unique.length, open };
}

function truthOf(note: NoteTruth | undefined): string {
  const local = note?.segments.find(({ localThemeId }) => localThemeId !== undefined);
  return local?.localThemeId ?? (note?.filler ? "filler" : "none");
}
