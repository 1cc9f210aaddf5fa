import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import type { Role } from "@rode-draad/domain";
import { addAccount, type StoreDatabase, startSession } from "@rode-draad/store";

/** Everything that staff may be: for tests that are not about who may what. */
const EVERY_ROLE: readonly Role[] = ["team-lead", "case-worker", "community-worker", "administrator"];

export interface Person {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly teamCodes?: readonly string[];
  readonly professionalId?: string;
  /** The product is reached over https, so the cookie has another name. */
  readonly isSecure?: boolean;
}

const HOUR_MS = 3_600_000;

/** An account with a session, as signing in makes them. Gives what a browser sends along from one of our own pages. */
export async function signedIn(
  db: StoreDatabase,
  municipalityId: string,
  now: Date,
  { name = "Sam de Vries", roles = EVERY_ROLE, teamCodes = [], professionalId, isSecure = false }: Person = {},
): Promise<Readonly<Record<"cookie" | "sec-fetch-site", string>>> {
  const id = randomUUID();
  const invitation = { secretHash: hashSecret(newSecret()), from: now, until: now };
  const account = { id, login: id, name, roles, teamCodes, ...(professionalId !== undefined && { professionalId }) };
  await addAccount(db, municipalityId, { ...account, invitation }, now);
  const secret = newSecret();
  const endsAt = new Date(now.getTime() + HOUR_MS);
  await startSession(db, municipalityId, { idHash: hashSecret(secret), accountId: id, endsAt }, now);
  const cookie = `${isSecure ? "__Host-" : ""}rodedraad=${secret}`;
  return { cookie, "sec-fetch-site": "same-origin" };
}
