import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import { ProductError, type Role, roleName } from "@rode-draad/domain";
import { changedAs, type Product } from "@rode-draad/pipeline";
import { keyedHash, loadHashKey, publicAddress } from "@rode-draad/runtime";
import {
  addAccount,
  disableAccount,
  type Invitation,
  inviteAgain,
  listAccounts,
  listTeams,
  resetSecondFactor,
  type StoreDatabase,
} from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

/** A link that waits in a mailbox for longer is somebody's forgotten way in. */
const INVITATION_DAYS = 3;
const DAY_MS = 86_400_000;

export interface AccountCommandOptions {
  readonly login: string;
  readonly name: string;
  readonly role: readonly Role[];
  readonly team: readonly string[];
  readonly worker?: string;
}

/** Adds a person, and prints the one-time link with which that person sets a password: nobody else ever knows it. */
export async function addPerson(options: AccountCommandOptions): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const { municipalityId, configuration } = product;
    await requireTeams(product, options.team);
    const { secret, invitation } = invite(product.clock());
    const account = {
      id: randomUUID(),
      login: options.login,
      name: options.name,
      roles: options.role,
      teamCodes: options.team,
      ...(options.worker !== undefined && {
        professionalId: keyedHash(await loadHashKey(configuration), "professional", options.worker),
      }),
      invitation,
    };
    await changedBy("opdracht-account-add", product, async (db) => {
      await addAccount(db, municipalityId, account, product.clock());
      return account.id;
    });
    printLink(product, secret);
  });
}

/** A new link for somebody who lost the password. The old password works until the link is used. */
export async function resetPassword(options: { readonly login: string }): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const { secret, invitation } = invite(product.clock());
    await changedBy("opdracht-account-reset", product, (db) =>
      inviteAgain(db, product.municipalityId, options.login, invitation),
    );
    printLink(product, secret);
  });
}

/** For somebody who lost the telephone: no code and no password any more, and a new link to start anew. */
export async function resetFactor(options: { readonly login: string }): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const { secret, invitation } = invite(product.clock());
    const audited = { action: "change-second-factor", subject: "account" } as const;
    const reset = (db: StoreDatabase) => resetSecondFactor(db, product.municipalityId, options.login, invitation);
    await changedAs("opdracht-account-reset-factor", product, audited, reset, (id) => ({ id }));
    process.stderr.write("Het wachtwoord en de app voor codes werken niet meer. Stel eerst vast wie je spreekt.\n");
    printLink(product, secret);
  });
}

/** Closes an account and ends its sessions. What it did keeps its name. */
export async function closeAccount(options: { readonly login: string }): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const { municipalityId, clock } = product;
    await changedBy("opdracht-account-close", product, (db) =>
      disableAccount(db, municipalityId, options.login, clock()),
    );
    process.stderr.write(`${options.login} kan er niet meer in.\n`);
  });
}

/** One line a person: login, name, roles, teams, and whether the account works. */
export async function listPeople(): Promise<void> {
  await withProduct(quietConfiguration(), async ({ store, municipalityId }) => {
    for (const account of await listAccounts(store.db, municipalityId)) {
      const { login, name, isDisabled, hasPassword } = account;
      const state = isDisabled ? "gesloten" : hasPassword ? "werkt" : "wacht op een wachtwoord, of komt van buiten";
      const roles = account.roles.map(roleName).join(", ");
      process.stdout.write(`${[login, name, roles, account.teamCodes.join(", "), state].join("\t")}\n`);
    }
  });
}

/** Writes down which account was changed; `change` gives its id. */
async function changedBy(
  command: string,
  product: Product,
  change: (db: StoreDatabase) => Promise<string>,
): Promise<void> {
  await changedAs(command, product, { action: "change-account", subject: "account" }, change, (id) => ({ id }));
}

async function requireTeams({ store, municipalityId }: Product, codes: readonly string[]): Promise<void> {
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

function printLink({ configuration }: Product, secret: string): void {
  process.stderr.write(
    `Met deze link kiest de persoon zelf een wachtwoord. Hij werkt één keer, ${INVITATION_DAYS} dagen lang:\n`,
  );
  process.stdout.write(`${publicAddress(configuration)}/wachtwoord/${secret}\n`);
}
