import type { NoteId } from "@rode-draad/domain";

/** What became of the notes that were handed in. A note id can stand in `stored` and in `replaced` when it came twice. */
export interface SavedNotes {
  /** Not known before. */
  readonly stored: readonly NoteId[];
  /** Known, and the same in every field: nothing was written. */
  readonly duplicate: readonly NoteId[];
  /** Known with another content: the old one is gone. */
  readonly replaced: readonly NoteId[];
}

/**
 * Within one batch the last row with an id wins. The earlier rows count as duplicates when they say the same, else the later
 * ones count as replacements.
 */
export function lastPerId<Note extends { readonly id: NoteId }>(
  notes: readonly Note[],
  same: (one: Note, other: Note) => boolean,
): { last: Note[]; duplicate: NoteId[]; replaced: NoteId[] } {
  const last = new Map<NoteId, Note>();
  const duplicate: NoteId[] = [];
  const replaced: NoteId[] = [];
  for (const note of notes) {
    const before = last.get(note.id);
    if (before !== undefined) (same(before, note) ? duplicate : replaced).push(note.id);
    last.set(note.id, note);
  }
  // A fixed order keeps two imports that run together from waiting for each other's rows in a circle.
  return { last: [...last.values()].sort((one, other) => (one.id < other.id ? -1 : 1)), duplicate, replaced };
}
