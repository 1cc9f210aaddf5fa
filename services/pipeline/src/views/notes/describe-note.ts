import type { NoteView } from "@rode-draad/api";
import type { IdentifierType } from "@rode-draad/domain";
import { QUARANTINE_MESSAGES } from "@rode-draad/intake";
import type { NotePageView } from "@rode-draad/web";

/** Numbers that the gate masks whatever a writer says; see the gate itself. */
const ALWAYS_MASKED: ReadonlySet<IdentifierType> = new Set(["BSN", "A_NUMBER", "EDUCATION_NUMBER", "IBAN"]);

/** What was taken out of a note, or why it is held back. */
export function describeNote(view: NoteView): NotePageView {
  const places = view.spans.map(({ start, end, type }) => ({
    start,
    end,
    kind: type,
    isAlwaysMasked: ALWAYS_MASKED.has(type),
  }));
  if (view.state !== "stored") {
    const isAboutTraits = view.reason === "rare-combination";
    return { state: view.state, places, isAboutTraits, takenOut: [], reason: QUARANTINE_MESSAGES[view.reason] };
  }
  const counts = Object.entries(view.masked) as [IdentifierType, number][];
  const takenOut = counts.map(([kind, times]) => ({ kind, times }));
  return { state: "stored", places, isAboutTraits: false, takenOut };
}
