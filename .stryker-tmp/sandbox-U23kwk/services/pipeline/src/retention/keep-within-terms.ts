import { type Month, pairsKeptFrom } from "@rode-draad/domain";
import {
  closeMonthsBefore,
  countQuestionsBefore,
  countTextsDue,
  dropClosedQuestions,
  findClosableUntil,
  forgetTexts,
  inTransaction,
  listClosedQuestions,
  listEmergentCases,
  readEmergentState,
  readRetention,
  writeEmergentState,
} from "@rode-draad/store";
import { closeEmergentCases } from "@rode-draad/themes";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";

/** What was past its term, by kind. */
export interface RetentionRun {
  readonly dryRun: boolean;
  /** Texts of notes. */
  readonly texts: number;
  /** Questions that said which case asked about which theme. */
  readonly pairs: number;
  /** The first month whose pairs are kept. */
  readonly pairsFrom: Month;
}

/**
 * Deletes what is past its term: texts that nothing needs any more, and pairs of case and theme of months that no report can be made of
 * any more. Short transactions; broken off, the next run goes on where this one stopped. Themes, counts and reports stay.
 */
export async function keepWithinTerms(
  product: Pick<Product, "store" | "municipalityId" | "catalogue" | "clock">,
  options: { readonly dryRun?: boolean } = {},
): Promise<RetentionRun> {
  const { store, municipalityId, catalogue, clock } = product;
  const dryRun = options.dryRun === true;
  const windowMonths = catalogue.privacyParameters.rollingWindowMonths;
  const wanted = pairsKeptFrom(dutchDay(clock()), windowMonths);
  const closable = await findClosableUntil(store.db, municipalityId, wanted, windowMonths);
  const { pairsFrom: closedUntil } = await readRetention(store.db, municipalityId);
  // What was closed once stays closed.
  const [, pairsFrom = closedUntil] = [closable, closedUntil].sort();
  if (dryRun) {
    const texts = await countTextsDue(store.db, municipalityId, clock());
    return { dryRun, texts, pairs: await countQuestionsBefore(store.db, municipalityId, pairsFrom), pairsFrom };
  }
  const texts = await forgetTexts(store.db, municipalityId, clock());
  // The counts are fenced off first: what is half deleted is never counted.
  await closeMonthsBefore(store.db, municipalityId, pairsFrom);
  await closeInThemes(product);
  return { dryRun, texts, pairs: await dropClosedQuestions(store.db, municipalityId), pairsFrom };
}

/** Emergent themes forget which cases asked in the months that were closed, and keep how many. */
async function closeInThemes({ store, municipalityId }: Pick<Product, "store" | "municipalityId">): Promise<void> {
  const closed = await listClosedQuestions(store.db, municipalityId);
  if (closed.length === 0) return;
  const known = await listEmergentCases(store.db, municipalityId);
  await inTransaction(store.db, async (db) => {
    const saved = await readEmergentState(db, municipalityId);
    if (saved === undefined) return;
    const state = closeEmergentCases(saved.state, known, closed);
    await writeEmergentState(db, municipalityId, { expectedVersion: saved.version, state });
  });
}
