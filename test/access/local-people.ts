import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import type { Role } from "@rode-draad/domain";
import { type Product, type Serving, serveProduct } from "@rode-draad/pipeline";
import { addAccount } from "@rode-draad/store";
import { TOTP } from "otpauth";
import { Browser } from "./browser.js";
import { openTestProduct } from "./open-test-product.js";

export const PASSWORD = "kapstok vlieger 12 mosterd";
export const MINUTE_MS = 60_000;

/** A served product whose clock a test moves, and people with local accounts. */
export interface LocalTown {
  readonly product: Product;
  readonly serving: Serving;
  now: Date;
  at(path: string): string;
  /** An account with its invitation, as the command line makes it; gives the secret of the link. */
  invite(login: string, roles?: readonly Role[]): Promise<string>;
  withPassword(login: string, roles?: readonly Role[]): Promise<void>;
  signIn(browser: Browser, login: string, more?: Readonly<Record<string, string>>): Promise<Response>;
  isIn(browser: Browser): Promise<boolean>;
  /** Goes through setting up an app, in a browser that is led there; gives what it counts from, and the recovery codes. */
  setUpApp(browser: Browser): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }>;
  /** What the app shows, `steps` half minutes from now. */
  codeOf(secret: string, steps?: number): string;
  close(): Promise<void>;
}

export async function openLocalTown(environment: Readonly<Record<string, string>> = {}): Promise<LocalTown> {
  let now = new Date("2026-11-23T09:00:00Z");
  const product = await openTestProduct(environment, { clock: () => now });
  const serving = await serveProduct(product);
  const town: LocalTown = {
    product,
    serving,
    get now() {
      return now;
    },
    set now(moment) {
      now = moment;
    },
    at: (path) => `${serving.address}${path}`,
    // Of a community worker no second factor is asked.
    async invite(login, roles = ["community-worker"]) {
      const secret = newSecret();
      const invitation = { secretHash: hashSecret(secret), from: now, until: new Date(now.getTime() + MINUTE_MS) };
      const account = { id: randomUUID(), login, name: `Naam ${login}`, roles, teamCodes: [] };
      await addAccount(product.store.db, product.municipalityId, { ...account, invitation }, now);
      return secret;
    },
    async withPassword(login, roles) {
      const secret = await town.invite(login, roles);
      const form = { wachtwoord: PASSWORD, nogmaals: PASSWORD };
      const { status } = await new Browser().go(town.at(`/wachtwoord/${secret}`), form);
      if (status !== 303) throw new Error(`The password was not taken: ${status}.`);
    },
    signIn: (browser, inlognaam, more = {}) =>
      browser.go(town.at("/aanmelden"), { inlognaam, wachtwoord: PASSWORD, naar: "/", ...more }),
    isIn: async (browser) => (await browser.go(town.at("/account"))).status === 200,
    async setUpApp(browser) {
      const page = await (await browser.go(town.at("/aanmelden/instellen"))).text();
      const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? "").replaceAll(" ", "");
      const done = await browser.go(town.at("/aanmelden/instellen"), { code: town.codeOf(secret), naar: "/" });
      const html = await done.text();
      return {
        secret,
        recoveryCodes: [...html.matchAll(/<code>([A-Z2-7-]{19})<\/code>/g)].map(([, code = ""]) => code),
      };
    },
    codeOf: (secret, steps = 0) =>
      new TOTP({ secret }).generate({ timestamp: now.getTime() + steps * (MINUTE_MS / 2) }),
    async close() {
      await serving.close();
      await product.close();
    },
  };
  return town;
}
