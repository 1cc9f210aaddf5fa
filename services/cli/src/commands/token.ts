import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import type { TokenScope } from "@rode-draad/domain";
import { changedAs } from "@rode-draad/pipeline";
import { addApiToken, listApiTokens, revokeApiToken, type StoreDatabase } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

/** Makes keys recognisable for programs that look for leaked ones. */
const PREFIX = "rodedraad_";

const CHANGE_TOKEN = { action: "change-token", subject: "token" } as const;

/** Makes a key for a source system and prints it once; only its hash is kept. */
export async function addToken(options: {
  readonly name: string;
  readonly scope: readonly TokenScope[];
}): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const { municipalityId, clock } = product;
    const secret = `${PREFIX}${newSecret()}`;
    const token = { id: randomUUID(), name: options.name, scopes: options.scope, secretHash: hashSecret(secret) };
    const add = (db: StoreDatabase) => addApiToken(db, municipalityId, token, clock());
    await changedAs("opdracht-token-add", product, CHANGE_TOKEN, add, () => ({ id: token.id }));
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
    const { municipalityId, clock } = product;
    const revoke = (db: StoreDatabase) => revokeApiToken(db, municipalityId, id, clock());
    await changedAs("opdracht-token-revoke", product, CHANGE_TOKEN, revoke, () => ({ id }));
    process.stderr.write("Deze sleutel werkt niet meer.\n");
  });
}
