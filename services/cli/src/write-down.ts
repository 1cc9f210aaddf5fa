import { acceptKeys, type Product, recordedAs } from "@rode-draad/pipeline";
import type { Configuration } from "@rode-draad/runtime";
import { inspectDatabase } from "@rode-draad/store";
import { withProduct } from "./with-product.js";

type StoreAction = "make-backup" | "restore-backup" | "move-store" | "export-municipality" | "import-municipality";

/**
 * Writes down what was done with the whole store, after it was done: meanwhile the store was not open. A database of an older schema is
 * left as it is, since a backup is what somebody makes before bringing it up to date. `otherKeys`: somebody put data in under keys that are
 * not those of its own, and said so.
 */
export async function writeDown(
  command: string,
  configuration: Configuration,
  action: StoreAction,
  { otherKeys = false }: { readonly otherKeys?: boolean } = {},
): Promise<void> {
  const { found, known } = (await inspectDatabase(configuration)).schema;
  if (found < known) return;
  const work = async (product: Product): Promise<void> => {
    await acceptKeys(command, product);
    await recordedAs(command, product, { action, subject: "store" }, async () => {});
  };
  await withProduct(configuration, work, { accept: otherKeys ? ["hash", "audit", "text"] : [] });
}
