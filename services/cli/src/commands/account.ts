import { type Role, roleName } from "@rode-draad/domain";
import {
  CHANGE_ACCOUNT,
  CHANGE_SECOND_FACTOR,
  closePerson,
  INVITATION_DAYS,
  invitePerson,
  type Product,
  recordedAs,
  renewInvitation,
  resetPersonsFactor,
} from "@rode-draad/pipeline";
import { publicAddress } from "@rode-draad/runtime";
import { listAccounts } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

export interface AccountCommandOptions {
  readonly login: string;
  readonly name: string;
  readonly role: readonly Role[];
  readonly team: readonly string[];
  readonly worker?: string;
}

/** Adds a person, and prints the one-time link with which that person sets a password: nobody else ever knows it. */
export async function addPerson({ login, name, role, team, worker }: AccountCommandOptions): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const person = { login, name, roles: role, teamCodes: team, ...(worker !== undefined && { workerRef: worker }) };
    const add = () => invitePerson(product, person);
    printLink(product, await recordedAs("opdracht-account-add", product, CHANGE_ACCOUNT, add));
  });
}

/** A new link for somebody who lost the password. The old password works until the link is used. */
export async function resetPassword({ login }: { readonly login: string }): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const renew = () => renewInvitation(product, login);
    printLink(product, await recordedAs("opdracht-account-reset", product, CHANGE_ACCOUNT, renew));
  });
}

/** For somebody who lost the telephone: no code and no password any more, and a new link to start anew. */
export async function resetFactor({ login }: { readonly login: string }): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    const reset = () => resetPersonsFactor(product, login);
    const link = await recordedAs("opdracht-account-reset-factor", product, CHANGE_SECOND_FACTOR, reset);
    process.stderr.write("Het wachtwoord en de app voor codes werken niet meer. Stel eerst vast wie je spreekt.\n");
    printLink(product, link);
  });
}

/** Closes an account and ends its sessions. What it did keeps its name. */
export async function closeAccount({ login }: { readonly login: string }): Promise<void> {
  await withProduct(quietConfiguration(), async (product) => {
    await recordedAs("opdracht-account-close", product, CHANGE_ACCOUNT, () => closePerson(product, login));
    process.stderr.write(`${login} kan er niet meer in.\n`);
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

function printLink({ configuration }: Product, path: string): void {
  process.stderr.write(
    `Met deze link kiest de persoon zelf een wachtwoord. Hij werkt één keer, ${INVITATION_DAYS} dagen lang:\n`,
  );
  process.stdout.write(`${publicAddress(configuration)}${path}\n`);
}
