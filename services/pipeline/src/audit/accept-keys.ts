import { changed } from "@rode-draad/api";
import { KEY_NAMES, keepKeyMarks } from "@rode-draad/operate";
import { actAs } from "@rode-draad/runtime";
import type { KeyKind } from "@rode-draad/store";
import type { Product } from "../open-product.js";

/**
 * From here on the store goes by the keys that it was opened with, since those of old are lost: an act of a person, in the log by name.
 * With a new key of the audit log that entry begins a chain of its own, from which the log can be checked. What fails is not written
 * down: under this key nothing may stand before that entry.
 */
export async function acceptKeys(command: string, product: Product): Promise<readonly KeyKind[]> {
  const { strangeKeys: kinds, configuration, store, audit } = product;
  if (kinds.length === 0) return [];
  await actAs({ kind: "system", id: command }, () =>
    changed(
      { db: store.db, audit },
      { action: "change-setting", subject: "setting" },
      (db) => keepKeyMarks(db, configuration, kinds),
      () => [...kinds].sort().map((kind) => ({ id: KEY_NAMES[kind].id })),
    ),
  );
  return kinds;
}
