import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import { changed } from "@rode-draad/api";
import type { TokenScope } from "@rode-draad/domain";
import { addApiToken, revokeApiToken } from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** Makes keys recognisable for programs that look for leaked ones. */
const PREFIX = "rodedraad_";

export const CHANGE_TOKEN = { action: "change-token", subject: "token" } as const;

type Means = Pick<Product, "store" | "municipalityId" | "clock" | "audit">;

/** Makes a key for a source system. What it gives is shown once; only its hash is kept. */
export async function makeKey(
  { store, municipalityId, clock, audit }: Means,
  { name, scopes }: { readonly name: string; readonly scopes: readonly TokenScope[] },
): Promise<string> {
  const secret = `${PREFIX}${newSecret()}`;
  const token = { id: randomUUID(), name, scopes, secretHash: hashSecret(secret) };
  await changed(
    { db: store.db, audit },
    CHANGE_TOKEN,
    (db) => addApiToken(db, municipalityId, token, clock()),
    () => ({ id: token.id }),
  );
  return secret;
}

/** From here on the key opens nothing. Throws `token-unknown`. */
export async function revokeKey({ store, municipalityId, clock, audit }: Means, id: string): Promise<void> {
  await changed(
    { db: store.db, audit },
    CHANGE_TOKEN,
    (db) => revokeApiToken(db, municipalityId, id, clock()),
    () => ({ id }),
  );
}
