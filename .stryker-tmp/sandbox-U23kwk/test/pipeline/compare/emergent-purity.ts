import type { ThemeId } from "@rode-draad/domain";
import type { Truth } from "@rode-draad/fixtures";

/** A question as the pipeline left it, with the note's id in the source system. */
export interface PlacedQuestion {
  readonly sourceId: string;
  /** An emergent or catalogue theme, or null when unassigned. */
  readonly themeId: ThemeId | null;
}

export interface EmergentComparison {
  readonly themes: readonly LocalThemeFound[];
  /** Emergent themes of which at least half the notes are nothing but administration. There must be none. */
  readonly fillerThemes: readonly ThemeId[];
}

/** How one planted local theme came out. */
interface LocalThemeFound {
  readonly localThemeId: string;
  /** The emergent theme that holds most of its notes; null when none holds any. */
  readonly themeId: ThemeId | null;
  /** Share of that emergent theme's notes that belong to the local theme. */
  readonly purity: number;
  /** Share of the local theme's notes that stand in that emergent theme. */
  readonly recall: number;
  /** Share of the local theme's notes that stand in any emergent theme of which at least half is theirs. */
  readonly reached: number;
  /** All emergent themes that hold notes of the local theme, largest first: more than one after a split. */
  readonly pieces: readonly { readonly themeId: ThemeId; readonly notes: number }[];
}

/** Counts notes, not questions: a note counts once per theme. Catalogue themes are left out. O(questions). */
export function emergentPurity(
  truth: Pick<Truth, "localThemes" | "fillers">,
  questions: readonly PlacedQuestion[],
  isEmergent: (themeId: ThemeId) => boolean = (themeId) => /^t-\d+$/.test(themeId),
): EmergentComparison {
  const notesOf = new Map<ThemeId, Set<string>>();
  for (const { themeId, sourceId } of questions) {
    if (themeId === null || !isEmergent(themeId)) continue;
    notesOf.set(themeId, (notesOf.get(themeId) ?? new Set()).add(sourceId));
  }
  const fillers = new Set(truth.fillers);
  return {
    themes: truth.localThemes.map((local) => compareLocalTheme(local.id, new Set(local.noteIds), notesOf)),
    fillerThemes: [...notesOf].filter(([, notes]) => shareIn(notes, fillers) >= 0.5).map(([themeId]) => themeId),
  };
}

function compareLocalTheme(
  localThemeId: string,
  wanted: ReadonlySet<string>,
  notesOf: ReadonlyMap<ThemeId, ReadonlySet<string>>,
): LocalThemeFound {
  const pieces = [...notesOf]
    .map(([themeId, notes]) => ({ themeId, notes: [...notes].filter((note) => wanted.has(note)).length }))
    .filter((piece) => piece.notes > 0)
    .sort((a, b) => b.notes - a.notes || (a.themeId < b.themeId ? -1 : 1));
  const main = pieces[0];
  if (main === undefined) return { localThemeId, themeId: null, purity: 0, recall: 0, reached: 0, pieces };
  const purityOf = (piece: { themeId: ThemeId; notes: number }) =>
    piece.notes / (notesOf.get(piece.themeId)?.size ?? 1);
  const own = pieces.filter((piece) => purityOf(piece) >= 0.5).map((piece) => piece.themeId);
  const reached = [...wanted].filter((note) => own.some((themeId) => notesOf.get(themeId)?.has(note)));
  return {
    localThemeId,
    themeId: main.themeId,
    purity: purityOf(main),
    recall: main.notes / wanted.size,
    reached: reached.length / wanted.size,
    pieces,
  };
}

function shareIn(notes: ReadonlySet<string>, group: ReadonlySet<string>): number {
  return [...notes].filter((note) => group.has(note)).length / notes.size;
}
