import type { TokenScope } from "@rode-draad/domain";
import { CHANGE_TOKEN, makeKey, recordedAs, revokeKey } from "@rode-draad/pipeline";
import { listApiTokens } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

/** Makes a key for a source system and prints it once; only its hash is kept. */
export async function addToken(options: {
  readonly name: string;
  readonly scope: readonly TokenScope[];
}): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const make = () => makeKey(product, { name: options.name, scopes: options.scope });
    const secret = await recordedAs("opdracht-token-add", product, CHANGE_TOKEN, make);
    process.stderr.write("Bewaar deze sleutel nu. Wij tonen hem niet nog een keer:\n");
    process.stdout.write(`${secret}\n`);
  });
}

/** One line a key: id, name, scopes, since when, and whether it works. */
export async function listTokens(): Promise<void> {
  await withProduct(quietConfiguration(), async ({ store, municipalityId }) => {
    for (const { id, name, scopes, createdAt, revokedAt } of await listApiTokens(store.db, municipalityId)) {
      const state = revokedAt === undefined ? "werkt" : `ingetrokken op ${revokedAt.toISOString()}`;
      process.stdout.write(`${[id, name, scopes.join(", "), createdAt.toISOString(), state].join("\t")}\n`);
    }
  });
}

/** From here on the key opens nothing. */
export async function revokeToken(id: string): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    await recordedAs("opdracht-token-revoke", product, CHANGE_TOKEN, () => revokeKey(product, id));
    process.stderr.write("Deze sleutel werkt niet meer.\n");
  });
}
