import { changed } from "@rode-draad/api";
import type { ErasureFacts, NoteId } from "@rode-draad/domain";
import { currentActor } from "@rode-draad/runtime";
import {
  type Erasable,
  type ErasureTarget,
  eraseRows,
  findErasable,
  inTransaction,
  readEmergentState,
  recordErasure,
  renameInChanges,
  retireErasedThemes,
  type StoreDatabase,
  upsertEmergentThemes,
  writeEmergentState,
} from "@rode-draad/store";
import { DOUBTED_BELOW, type ErasedThemes, forgetErased } from "@rode-draad/themes";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { requireQueue } from "../require-queue.js";

/** What an erasure needs of the product. */
export interface ErasureMeans extends Pick<Product, "municipalityId" | "catalogue" | "clock"> {
  readonly store: Pick<Product["store"], "db">;
  readonly queue: Pick<Product["queue"], "forgetNotes" | "isAway" | "hints">;
}

/** Ends the transaction of a dry run, so that nothing of it stays. */
class DryRun extends Error {
  readonly facts: ErasureFacts;

  constructor(facts: ErasureFacts) {
    super("a dry run changes nothing");
    this.facts = facts;
  }
}

/** What an erasure would leave behind: it is carried out and rolled back, so that the figures are those of the real one. */
export async function previewErasure(means: ErasureMeans, target: ErasureTarget): Promise<ErasureFacts> {
  try {
    return await inTransaction(means.store.db, async (db) => {
      throw new DryRun((await eraseWithin(db, means, target)).facts);
    });
  } catch (error) {
    if (error instanceof DryRun) return error.facts;
    throw error;
  }
}

/**
 * Erases a case or notes: rows, what corrections and emergent themes remember of them, and their place in waiting jobs. Counts of
 * open months, draft reports and open proposals are made anew by the stages that follow; what was released stays released. One
 * transaction, so all of it or nothing; doing it again finds nothing. Throws a retryable `emergent-state-moved` when themes were being looked for
 * at that moment, and `queue-unreachable`. `transact`: for who writes it down in the same transaction.
 */
export async function erase(
  means: ErasureMeans,
  target: ErasureTarget,
  transact: typeof inTransaction = inTransaction,
): Promise<ErasureFacts> {
  const { store, queue, municipalityId } = means;
  // Its jobs would go on naming the notes, and nobody would take them out later.
  requireQueue(queue);
  const { facts, noteIds } = await transact(store.db, (db) => eraseWithin(db, means, target));
  if (noteIds.length > 0) {
    await queue.forgetNotes(municipalityId, noteIds);
    await queue.hints.enqueue("emergent-themes", { municipalityId });
  }
  return facts;
}

async function eraseWithin(
  db: StoreDatabase,
  means: ErasureMeans,
  target: ErasureTarget,
): Promise<{ readonly facts: ErasureFacts; readonly noteIds: readonly NoteId[] }> {
  const { municipalityId, catalogue, clock } = means;
  const erasable = await findErasable(db, municipalityId, target);
  const noteIds = [...erasable.noteIds, ...erasable.quarantinedIds];
  if (noteIds.length === 0) return { facts: nothing(means, target), noteIds };
  const themes = await eraseFromThemes(db, means, erasable);
  const rows = await eraseRows(db, municipalityId, erasable, catalogue.privacyParameters.rollingWindowMonths, clock());
  const facts = factsOf(means, target, erasable, { ...rows, themesRetired: themes.erasedIds.length });
  const { kind: actorKind, id: actorId } = currentActor();
  await recordErasure(db, municipalityId, { facts, erasedBy: `${actorKind} ${actorId}`, erasedAt: clock() });
  return { facts, noteIds };
}

/** `erase` for somebody who asks for it, which is written down with it. */
export function eraseOnRequest(
  means: ErasureMeans & Pick<Product, "audit">,
  target: ErasureTarget,
): Promise<ErasureFacts> {
  const audited = { action: "erase-case", subject: "case" } as const;
  return erase(means, target, (db, work) => changed({ db, audit: means.audit }, audited, work));
}

/** `erase` for notes by their ids; gives back nothing, since an import counts its own rows. */
export async function eraseNotes(means: ErasureMeans, noteIds: readonly NoteId[]): Promise<void> {
  await erase(means, { kind: "notes", noteIds });
}

async function eraseFromThemes(
  db: StoreDatabase,
  { municipalityId, catalogue, clock }: ErasureMeans,
  erasable: Erasable,
): Promise<ErasedThemes> {
  const saved = await readEmergentState(db, municipalityId);
  const erased = forgetErased(saved?.state, readingsIn(erasable));
  // Written even when it is empty, so that a run that read these notes before cannot save what it made of them.
  await writeEmergentState(db, municipalityId, { expectedVersion: saved?.version ?? 0, state: erased.state });
  await upsertEmergentThemes(db, municipalityId, erased.themes, clock(), catalogue.neverThemeIds);
  await retireErasedThemes(db, municipalityId, erased.erasedIds, clock());
  for (const change of erased.changes) {
    const theme = erased.themes.find(({ id }) => id === change.themeId);
    if (change.kind === "renamed" && theme !== undefined)
      await renameInChanges(db, municipalityId, theme.id, theme.label);
  }
  return erased;
}

/** What the memory of emergent themes has read of the questions. */
function readingsIn({ questions, caseIds, staying }: Erasable) {
  return {
    caseIds,
    staying,
    questions: questions.map(({ givenRoute, givenThemeId, givenConfidence, ...question }) => ({
      ...question,
      ...(givenRoute === "emergent" && givenThemeId !== null && { givenThemeId }),
      isUsual: givenRoute === "unassigned" || (givenRoute === "known" && givenConfidence < DOUBTED_BELOW),
    })),
  };
}

function factsOf(
  { clock }: Pick<ErasureMeans, "clock">,
  { kind }: ErasureTarget,
  { noteIds, quarantinedIds, questions }: Pick<Erasable, "noteIds" | "quarantinedIds" | "questions">,
  restated: Pick<ErasureFacts, "monthsRestated" | "proposalsRestated" | "themesRetired">,
): ErasureFacts {
  return {
    kind,
    on: dutchDay(clock()),
    notes: noteIds.length,
    quarantined: quarantinedIds.length,
    questions: questions.filter(({ route }) => route !== null).length,
    ...restated,
  };
}

function nothing(means: ErasureMeans, target: ErasureTarget): ErasureFacts {
  const restated = { monthsRestated: 0, proposalsRestated: 0, themesRetired: 0 };
  return factsOf(means, target, { noteIds: [], quarantinedIds: [], questions: [] }, restated);
}
