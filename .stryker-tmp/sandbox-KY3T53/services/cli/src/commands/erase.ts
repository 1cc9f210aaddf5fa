import { ProductError } from "@rode-draad/domain";
import { recordObjection } from "@rode-draad/pipeline";
import { isStoreThere, wipeDeleted } from "@rode-draad/store";
import { InvalidArgumentError } from "commander";
import { quietConfiguration, withProduct } from "../with-product.js";
import { workOut } from "./import.js";

export interface EraseCommandOptions {
  readonly case?: string;
  readonly note?: string;
  readonly dryRun?: true;
}

/**
 * Erases a case or a note and refuses it from now on; makes counts, proposals and draft reports anew, and has the embedded database write
 * over what was deleted. Prints date and counts as one line of JSON.
 */
export async function eraseCommand(options: EraseCommandOptions): Promise<void> {
  const { case: caseRef, note: sourceId, dryRun } = options;
  if ((caseRef === undefined) === (sourceId === undefined)) {
    throw new InvalidArgumentError("Noem een casus met --case of een notitie met --note, en niet allebei.");
  }
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration)) throw new ProductError("store-missing", "Er is nog niets om te wissen.");
  await withProduct(configuration, async (product, signal) => {
    const objection = caseRef === undefined ? { sourceId: clean(sourceId) } : { caseRef: clean(caseRef) };
    const facts = await recordObjection(product, objection, { dryRun: dryRun === true });
    if (dryRun !== true && facts.notes > 0) {
      await workOut(product, signal);
      if (product.store.engine === "pglite") await wipeDeleted(product.store.asOwner);
    }
    process.stdout.write(`${JSON.stringify(facts)}\n`);
  });
}

/** As the door writes a reference. */
function clean(ref = ""): string {
  return ref.normalize("NFC").trim();
}
