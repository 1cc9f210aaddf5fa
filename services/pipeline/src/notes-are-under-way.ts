import type { MunicipalityId } from "@rode-draad/domain";
import { areNotesUnderWay, listImports, type UnderWay } from "@rode-draad/store";
import { isBrokenOff } from "./door/is-broken-off.js";
import { inMunicipality } from "./in-municipality.js";
import type { Product } from "./open-product.js";

/** A note that stood still this long cannot be worked out. */
const MINUTES_MAX = 60;

/**
 * Rule: new themes are looked for when all notes are in and worked out. Rationale: then the order in which notes and jobs
 * happened to arrive cannot change the outcome.
 */
export async function notesAreUnderWay(
  product: Product,
  municipalityId: MunicipalityId,
  which: Pick<UnderWay, "untriedOnly"> = {},
): Promise<boolean> {
  const { store, clock } = inMunicipality(product, municipalityId);
  const now = clock();
  const imports = await listImports(store.db, municipalityId);
  if (imports.some((run) => run.finishedAt === undefined && !isBrokenOff(run, now))) return true;
  const movedSince = new Date(now.getTime() - MINUTES_MAX * 60_000);
  return await areNotesUnderWay(store.db, municipalityId, { ...which, movedSince });
}
