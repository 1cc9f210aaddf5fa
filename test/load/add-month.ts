import { randomUUID } from "node:crypto";
import type { SafeNote, ThemeAssignment, ThemeId } from "@rode-draad/domain";
import { type CorpusNote, type CorpusSegment, readCorpus } from "@rode-draad/fixtures";
import type { Product } from "@rode-draad/pipeline";
import { readInPlace } from "@rode-draad/privacy";
import { finishImport, saveAssignments, saveNotes, startImport, type ThemedSegment } from "@rode-draad/store";
import { AREA_CODES, INCOMING_MONTH, PROFESSIONALS_PER_TEAM, teamOf } from "./history-plan.js";

const BATCH = 500;
const NOTES_PER_CASE = 4;
const DAYS = 28;
/** Of what has a theme: every sixth question is one that no theme was given, and every fourth one is doubted. */
const UNASSIGNED_EVERY = 6;
const DOUBTED_EVERY = 4;

/**
 * A month of notes as recognition leaves them: with their text, invented notes of the corpus put together anew, and the themes that are
 * known of it. What is left to do with it is consolidation.
 */
export async function addMonth(product: Product, count: number): Promise<void> {
  const { store, municipalityId, catalogue, clock } = product;
  const corpus = readCorpus();
  const importId = randomUUID();
  await startImport(store.db, municipalityId, { id: importId, origin: "file", startedAt: clock() });
  for (let first = 0; first < count; first += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - first) }, (_, offset) =>
      makeNote(municipalityId, corpus, first + offset),
    );
    await saveNotes(
      store.db,
      municipalityId,
      importId,
      made.map(({ note }) => note),
      clock(),
    );
    const themed = made.map(({ note, segments }) => ({ noteId: note.id, version: 1, segments }));
    await saveAssignments(store.db, municipalityId, themed, clock(), { neverThemeIds: catalogue.neverThemeIds });
  }
  await finishImport(store.db, municipalityId, importId, { finishedAt: clock(), summary: {} });
}

function makeNote(
  municipalityId: string,
  corpus: readonly CorpusNote[],
  number: number,
): { readonly note: SafeNote; readonly segments: readonly ThemedSegment[] } {
  const one = corpus[number % corpus.length]?.segments ?? [];
  const other = corpus[(number * 31 + Math.floor(number / corpus.length) + 7) % corpus.length]?.segments ?? [];
  const parts = [...one.slice(0, Math.ceil(one.length / 2)), ...other.slice(Math.floor(other.length / 2))];
  const ofCase = Math.floor(number / NOTES_PER_CASE);
  const area = ofCase % AREA_CODES.length;
  const segments: ThemedSegment[] = [];
  let text = "";
  for (const [ordinal, part] of parts.entries()) {
    const start = text.length === 0 ? 0 : text.length + 1;
    text = text.length === 0 ? part.text : `${text} ${part.text}`;
    segments.push(segmentOf(part, start, text.length, number + ordinal));
  }
  const note: SafeNote = {
    municipalityId,
    id: `incoming-${number}`,
    caseId: `incoming-case-${ofCase}`,
    professionalId: `${teamOf(area)}-${number % PROFESSIONALS_PER_TEAM}`,
    date: `${INCOMING_MONTH}-${String(1 + (number % DAYS)).padStart(2, "0")}`,
    teamCode: teamOf(area),
    areaCode: AREA_CODES[area] ?? "",
    safetyFlag: false,
    text: readInPlace(text),
    contentHash: `incoming-${number}`,
    masked: {},
  };
  return { note, segments };
}

function segmentOf({ theme }: CorpusSegment, start: number, end: number, seed: number): ThemedSegment {
  if (theme === null) return { start, end, kind: "context" };
  return { start, end, kind: "help-question", assignment: assignmentOf(theme, seed) };
}

function assignmentOf(themeId: ThemeId, seed: number): ThemeAssignment {
  if (seed % UNASSIGNED_EVERY === 0) return { themeId: null, confidence: 0, route: "unassigned" };
  return { themeId, confidence: seed % DOUBTED_EVERY === 0 ? 0.8 : 0.99, route: "known" };
}
