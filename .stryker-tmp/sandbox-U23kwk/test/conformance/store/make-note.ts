import { markSafe, type SafeNote, type Segment } from "@rode-draad/domain";

/** A note as the gate would hand it over. The text is invented here and has no meaning for the store. */
export function makeNote(id: string, change: Partial<SafeNote> = {}): SafeNote {
  return {
    municipalityId: "voorbeeldstad",
    id,
    caseId: `case-${id}`,
    professionalId: "professional-1",
    date: "2026-03-10",
    teamCode: "T1",
    areaCode: "WK000001",
    safetyFlag: false,
    text: markSafe(`Vraag van ${id}. En nog een vraag.`),
    contentHash: `hash-${id}`,
    masked: {},
    ...change,
  };
}

/** Two help questions in the text of `makeNote`. */
export function cutNote(note: Pick<SafeNote, "text">): Segment[] {
  const middle = note.text.indexOf(".") + 1;
  return [
    { start: 0, end: middle, kind: "help-question" },
    { start: middle + 1, end: note.text.length, kind: "help-question" },
  ];
}
