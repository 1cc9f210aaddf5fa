import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreOptions } from "../open-store.js";
import { holdTextKeys, isPortable, toPortable } from "./portable-rows.js";
import { readSnapshot, type Snapshot } from "./read-snapshot.js";

/** What a municipality owns at one moment, in the form in which it leaves: readable, and without what opens a door. */
export type PortableSnapshot = Pick<Snapshot, "schema" | "tables" | "rowsOf">;

/** @throws ProductError `text-key-unknown` when a text stands under a key that is not at hand. */
export async function readPortable<Result>(
  options: Pick<StoreOptions, "databaseUrl" | "directory" | "textKeys"> & { readonly onlyOf: MunicipalityId },
  work: (snapshot: PortableSnapshot) => Promise<Result>,
): Promise<Result> {
  const keys = holdTextKeys(options.textKeys ?? []);
  return await readSnapshot(options, async ({ schema, tables, rowsOf }) =>
    work({
      schema,
      tables: tables.filter(({ name }) => isPortable(name)),
      async *rowsOf(table) {
        for await (const lines of rowsOf(table))
          yield lines.map((line) => JSON.stringify(toPortable(keys, options.onlyOf, table.name, JSON.parse(line))));
      },
    }),
  );
}
