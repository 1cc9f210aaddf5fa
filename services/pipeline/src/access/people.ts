import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import { changed } from "@rode-draad/api";
import { ProductError, type Role, type TeamCode } from "@rode-draad/domain";
import { keyedHash, loadHashKey } from "@rode-draad/runtime";
import {
  addAccount,
  disableAccount,
  type Invitation,
  inviteAgain,
  listTeams,
  resetSecondFactor,
  type StoreDatabase,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** A link that waits in a mailbox for longer is somebody's forgotten way in. */
export const INVITATION_DAYS = 3;
const DAY_MS = 86_400_000;

export const CHANGE_ACCOUNT = { action: "change-account", subject: "account" } as const;
export const CHANGE_SECOND_FACTOR = { action: "change-second-factor", subject: "account" } as const;

type Means = Pick<Product, "store" | "municipalityId" | "clock" | "audit" | "configuration">;

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamCodes: readonly TeamCode[];
  /** The reference of this person in the source system, for the own notes. */
  readonly workerRef?: string;
}

/** Adds a person; gives the path of the one-time link with which that person sets a password. Nobody else ever knows it. */
export async function invitePerson(means: Means, person: NewPerson): Promise<string> {
  const { store, municipalityId, clock, configuration } = means;
  const { login, name, roles, teamCodes, workerRef } = person;
  await requireTeams(means, teamCodes);
  const { secret, invitation } = invite(clock());
  const account = {
    id: randomUUID(),
    login,
    name,
    roles,
    teamCodes,
    ...(workerRef !== undefined && {
      professionalId: keyedHash(await loadHashKey(configuration), "professional", workerRef),
    }),
    invitation,
  };
  await changed(
    { db: store.db, audit: means.audit },
    CHANGE_ACCOUNT,
    (db) => addAccount(db, municipalityId, account, clock()),
    () => ({ id: account.id }),
  );
  return linkOf(secret);
}

/** A new link for somebody who lost the password. The old password works until the link is used. */
export async function renewInvitation(means: Means, login: string): Promise<string> {
  const { secret, invitation } = invite(means.clock());
  await changeAccount(means, CHANGE_ACCOUNT, (db) => inviteAgain(db, means.municipalityId, login, invitation));
  return linkOf(secret);
}

/** For somebody who lost the telephone: no code and no password any more, and a new link to start anew. */
export async function resetPersonsFactor(means: Means, login: string): Promise<string> {
  const { secret, invitation } = invite(means.clock());
  await changeAccount(means, CHANGE_SECOND_FACTOR, (db) =>
    resetSecondFactor(db, means.municipalityId, login, invitation),
  );
  return linkOf(secret);
}

/** Closes an account and ends its sessions. What it did keeps its name. */
export async function closePerson(means: Means, login: string): Promise<void> {
  await changeAccount(means, CHANGE_ACCOUNT, (db) => disableAccount(db, means.municipalityId, login, means.clock()));
}

async function changeAccount(
  { store, audit }: Means,
  audited: typeof CHANGE_ACCOUNT | typeof CHANGE_SECOND_FACTOR,
  change: (db: StoreDatabase) => Promise<string>,
): Promise<void> {
  await changed({ db: store.db, audit }, audited, change, (id) => ({ id }));
}

async function requireTeams({ store, municipalityId }: Means, codes: readonly string[]): Promise<void> {
  const known = (await listTeams(store.db, municipalityId)).map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  // Before the first import no team is known, and the first administrator is made before it.
  if (unknown === undefined || known.length === 0) return;
  throw new ProductError("team-unknown", `Het team "${unknown}" kennen wij niet. Kies uit: ${known.join(", ")}.`);
}

function invite(now: Date): { readonly secret: string; readonly invitation: Invitation } {
  const secret = newSecret();
  const until = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  return { secret, invitation: { secretHash: hashSecret(secret), from: now, until } };
}

function linkOf(secret: string): string {
  return `/wachtwoord/${secret}`;
}
