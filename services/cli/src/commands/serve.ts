import { STAGE_NAMES } from "@rode-draad/contracts";
import { ProductError } from "@rode-draad/domain";
import {
  CHANGE_ACCOUNT,
  invitePerson,
  type Product,
  recordedAs,
  renewInvitation,
  startWatching,
  startWork,
} from "@rode-draad/pipeline";
import { publicAddress, readConfiguration, requireSafeHost } from "@rode-draad/runtime";
import { listAccounts } from "@rode-draad/store";
import { serveUntilStopped } from "../serve-until-stopped.js";
import { tellOfQueue } from "../tell-of-queue.js";
import { environmentWith, withProduct } from "../with-product.js";

/** Serves API and pages, and works on notes in the same process unless told not to. */
export async function serve(options: { readonly workers: boolean; readonly port?: string }): Promise<void> {
  const configuration = readConfiguration(environmentWith(options.port));
  requireSafeHost(configuration);
  const work = async (product: Product, signal: AbortSignal): Promise<void> => {
    // Pages go on under a newer schema: it takes nothing away that they read.
    if (options.workers) await startWork(product, STAGE_NAMES);
    await tellOfQueue(product);
    const watching = await startWatching(product);
    try {
      await letTheFirstIn(product);
      await serveUntilStopped(product, signal);
    } finally {
      await watching?.stop();
    }
  };
  await withProduct(configuration, work, { telemetry: true });
}

/** Who sets the product up; what this person is called can be told by the accounts that come after. */
const FIRST_PERSON = { login: "beheerder", name: "Beheerder", roles: ["administrator"], teamCodes: [] } as const;

/**
 * Without a single account nobody gets past the sign-in page. The first one is made here, with a link that works once; until its password
 * is set each start gives a new link. Where people sign in with the municipality's own accounts nobody is made.
 */
async function letTheFirstIn(product: Product): Promise<void> {
  const { store, municipalityId, configuration } = product;
  if (configuration.signInProvider !== undefined) return;
  const accounts = await listAccounts(store.db, municipalityId);
  const isOursAlone = accounts.every(({ login, hasPassword }) => login === FIRST_PERSON.login && !hasPassword);
  if (!isOursAlone) return;
  const make = () =>
    accounts.length === 0 ? invitePerson(product, FIRST_PERSON) : renewInvitation(product, FIRST_PERSON.login);
  try {
    const path = await recordedAs("opdracht-serve", product, CHANGE_ACCOUNT, make);
    process.stderr.write(
      `Er is nog geen account. Kies met deze link een wachtwoord voor de inlognaam ${FIRST_PERSON.login}:\n${publicAddress(configuration)}${path}\n`,
    );
  } catch (error) {
    // Another process was first; its link is in its own output. A closed account stays closed.
    if (!(error instanceof ProductError) || error.retryable) throw error;
  }
}
