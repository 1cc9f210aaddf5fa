import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import type { Role } from "@rode-draad/domain";
import { addAccount, type StoreDatabase, startSession } from "@rode-draad/store";

/** Everything that staff may be: for tests that are not about who may what. */
const EVERY_ROLE: readonly Role[] = ["team-lead", "case-worker", "community-worker", "administrator"];

export interface Person {
  /** The id of the account, for somebody who signs in again later. */
  readonly id?: string;
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly teamCodes?: readonly string[];
  readonly professionalId?: string;
  /** The product is reached over https, so the cookie has another name. */
  readonly isSecure?: boolean;
}

const HOUR_MS = 3_600_000;

type Headers = Readonly<Record<"cookie" | "sec-fetch-site", string>>;

/** An account with a session, as signing in makes them. Gives what a browser sends along from one of our own pages. */
export async function signedIn(
  db: StoreDatabase,
  municipalityId: string,
  now: Date,
  {
    id = randomUUID(),
    name = "Sam de Vries",
    roles = EVERY_ROLE,
    teamCodes = [],
    professionalId,
    isSecure,
  }: Person = {},
): Promise<Headers> {
  const invitation = { secretHash: hashSecret(newSecret()), from: now, until: now };
  const account = { id, login: id, name, roles, teamCodes, ...(professionalId !== undefined && { professionalId }) };
  await addAccount(db, municipalityId, { ...account, invitation }, now);
  return await signedInAgain(db, municipalityId, id, now, isSecure);
}

/** A new session of an account that is there already. */
export async function signedInAgain(
  db: StoreDatabase,
  municipalityId: string,
  accountId: string,
  now: Date,
  isSecure = false,
): Promise<Headers> {
  const secret = newSecret();
  const endsAt = new Date(now.getTime() + HOUR_MS);
  await startSession(db, municipalityId, { idHash: hashSecret(secret), accountId, endsAt }, now);
  const cookie = `${isSecure ? "__Host-" : ""}rodedraad=${secret}`;
  return { cookie, "sec-fetch-site": "same-origin" };
}
