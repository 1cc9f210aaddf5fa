import type { SafeNote } from "@rode-draad/domain";
import { readNotes, saveAssignments, saveNotes, saveSegments, type ThemedSegment } from "@rode-draad/store";
import { cutNote, makeNote } from "./make-note.js";
import { NOW, type Town } from "./on-each-engine.js";

export const known = (themeId: string) => ({ themeId, confidence: 0.9, route: "known" }) as const;
export const unassigned = { themeId: null, confidence: 0.2, route: "unassigned" } as const;

/** Brings notes through both note stages, with the same theme for each question of a note. */
export async function theme(
  town: Town,
  notes: readonly SafeNote[],
  themeOf: (note: SafeNote) => ThemedSegment["assignment"],
): Promise<void> {
  await saveNotes(town.db, town.id, "import", notes, NOW);
  const stored = await readNotes(
    town.db,
    town.id,
    notes.map((note) => note.id),
  );
  const cuts = stored.map((note) => ({ noteId: note.id, version: note.version, segments: cutNote(note) }));
  await saveSegments(town.db, town.id, cuts, NOW);
  const byId = new Map(notes.map((note) => [note.id, note]));
  const themed = cuts.map((cut) => {
    const assignment = themeOf(byId.get(cut.noteId) ?? makeNote(cut.noteId));
    return { ...cut, segments: cut.segments.map((segment) => ({ ...segment, ...(assignment && { assignment }) })) };
  });
  await saveAssignments(town.db, town.id, themed, NOW);
}
