import { requireFitOfStore } from "@rode-draad/operate";
import { inspectDatabase, isStoreThere, migrateStore, schemaTooNew } from "@rode-draad/store";
import { quietConfiguration } from "../with-product.js";

/**
 * Brings the schema up to date; with `check` only says whether that is needed, by exit code 1. It needs no key, but a wrong one shows
 * that these settings are not meant for this database.
 * @throws ProductError `schema-newer-than-program`, `keys-differ`
 */
export async function migrate({ check }: { readonly check?: true }): Promise<void> {
  const configuration = quietConfiguration();
  if (check === true) {
    const { found, known } = isStoreThere(configuration)
      ? (await inspectDatabase(configuration)).schema
      : { found: 0, known: 0 };
    process.stdout.write(`${JSON.stringify({ found, known })}\n`);
    if (found > known) throw schemaTooNew(found, known);
    if (found < known) process.exitCode = 1;
    return;
  }
  await requireFitOfStore(configuration, { needsKeys: false });
  const { from, to, ran } = await migrateStore(configuration);
  process.stdout.write(`${JSON.stringify({ from, to, ran })}\n`);
  process.stderr.write(
    ran.length === 0
      ? `De database had schema ${to} al.\n`
      : `De database ging van schema ${from} naar ${to}. Een oudere versie van Rode Draad kan haar nu niet meer openen.\n`,
  );
}
