import {
  findAccountByLogin,
  listPartnerRequests,
  readAuditEntries,
  type StoreDatabase,
  saveProposals,
} from "@rode-draad/store";
import { runStatement } from "@rode-draad/store/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changedAs } from "../../services/pipeline/src/audit/recorded-as.js";
import { eraseOnRequest } from "../../services/pipeline/src/retention/erase.js";
import { deliveryTools } from "../../services/pipeline/src/stages/delivery-tools.js";
import { Browser } from "../access/browser.js";
import { type LocalTown, openLocalTown, PASSWORD } from "../access/local-people.js";
import { signedIn } from "../access/signed-in.js";
import { proposal } from "../api/sample-content.js";
import { makePartnerRequests } from "./make-partner-requests.js";

/**
 * A change and its entry stand together or not at all. The database refuses to write an entry, as a full disk does, just when the change
 * is made; and the other way round.
 */

let town: LocalTown;
let lead: Readonly<Record<string, string>>;
beforeAll(async () => {
  town = await openLocalTown();
  const { store, municipalityId } = town.product;
  await saveProposals(store.db, municipalityId, [proposal("v-1"), proposal("v-2")], town.now);
  lead = await signedIn(store.db, municipalityId, town.now, { roles: ["team-lead"] });
  await runStatement(
    store.asOwner,
    `create function refuse_all() returns trigger language plpgsql as $$
     begin raise exception 'no space left' using errcode = '53100'; end $$`,
  );
});
afterAll(() => town.close());

/** While `work` runs nothing can be written into this table, or nothing for which `when` holds. */
async function whileFull<Result>(table: string, work: () => Promise<Result>, when = "true"): Promise<Result> {
  const { asOwner } = town.product.store;
  await runStatement(
    asOwner,
    `create trigger full_disk before insert on ${table} for each row when (${when}) execute function refuse_all()`,
  );
  try {
    return await work();
  } finally {
    await runStatement(asOwner, `drop trigger full_disk on ${table}`);
  }
}

/** Everything that the changes below touch. */
async function standing(): Promise<string> {
  const { db } = town.product.store;
  return JSON.stringify([
    await db.selectFrom("session").select("id_hash").orderBy("id_hash").execute(),
    await db
      .selectFrom("account")
      .select(["id", "password_hash", "invite_hash", "disabled_at"])
      .orderBy("id")
      .execute(),
    await db.selectFrom("second_factor").select(["account_id", "secret"]).orderBy("account_id").execute(),
    await db.selectFrom("proposal").select(["id", "state"]).orderBy("id").execute(),
    await db.selectFrom("initiative").select(["id", "state"]).orderBy("id").execute(),
    await db.selectFrom("correction").selectAll().execute(),
    await db.selectFrom("municipality").select(["text_days", "correction_version"]).execute(),
  ]);
}

const entries = () => readAuditEntries(town.product.store.db, town.product.municipalityId, { limit: 1_000 });

const post = async (path: string, body: object): Promise<number> => {
  const headers = { ...lead, "content-type": "application/json" };
  return (await fetch(town.at(path), { method: "POST", headers, body: JSON.stringify(body) })).status;
};

interface Change {
  readonly action: string;
  /** Makes ready what stands before the change. */
  ready(): Promise<void>;
  /** Gives the status of the answer. */
  make(): Promise<number>;
}

let people = 0;
let browser = new Browser();
let login = "";
let link = "";
let code = "";
const newLogin = (): string => {
  browser = new Browser();
  people += 1;
  login = `lena-${people}`;
  return login;
};

const CHANGES: readonly Change[] = [
  {
    action: "sign-in",
    ready: () => town.withPassword(newLogin()),
    make: async () => (await town.signIn(browser, login)).status,
  },
  {
    action: "pass-first-step",
    ready: () => town.withPassword(newLogin(), ["team-lead"]),
    make: async () => (await town.signIn(browser, login)).status,
  },
  {
    action: "change-second-factor",
    async ready() {
      await town.withPassword(newLogin(), ["team-lead"]);
      await town.signIn(browser, login);
      const page = await (await browser.go(town.at("/aanmelden/instellen"))).text();
      code = town.codeOf((/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? "").replaceAll(" ", ""));
    },
    make: async () => (await browser.go(town.at("/aanmelden/instellen"), { code, naar: "/" })).status,
  },
  {
    action: "sign-out",
    async ready() {
      await town.withPassword(newLogin());
      await town.signIn(browser, login);
    },
    make: async () => (await browser.go(town.at("/afmelden"), {})).status,
  },
  {
    action: "change-account",
    async ready() {
      link = await town.invite(newLogin());
    },
    make: async () =>
      (await browser.go(town.at(`/wachtwoord/${link}`), { wachtwoord: PASSWORD, nogmaals: PASSWORD })).status,
  },
  {
    action: "review-proposal",
    ready: async () => {},
    make: () => post("/v1/voorstellen/v-1/beoordelingen", { besluit: "later" }),
  },
  { action: "start-initiative", ready: async () => {}, make: () => post("/v1/initiatieven", { voorstelId: "v-2" }) },
  {
    action: "correct-theme",
    ready: async () => {},
    make: () => post("/v1/themas/huurtoeslag/correcties", { soort: "vastzetten", reden: "Dat hoort zo." }),
  },
  {
    action: "undo-correction",
    ready: async () => {},
    make: () => post("/v1/correcties/c-0001/intrekking", { reden: "Toch niet." }),
  },
];

describe.each(CHANGES.map((change) => [change.action, change] as const))("%s", (action, change) => {
  beforeEach(() => change.ready());

  it("does not happen without its entry, and has one when it happens", async () => {
    const before = await standing();
    const many = (await entries()).length;
    expect(await whileFull("audit_entry", change.make)).toBeGreaterThanOrEqual(500);
    expect(await standing()).toBe(before);
    expect(await entries()).toHaveLength(many);
    expect(await change.make()).toBeLessThan(400);
    expect(await standing()).not.toBe(before);
    const made = (await entries()).slice(many);
    const own = made.filter((entry) => entry.action === action);
    expect(own).toMatchObject([{ outcome: "done", subject: { id: expect.any(String) } }]);
    expect(made.filter(({ outcome }) => outcome !== "done")).toEqual([]);
  });
});

describe("an entry", () => {
  it("is not there for a change that the database refused: it says that it failed", async () => {
    await town.withPassword(newLogin());
    const many = (await entries()).length;
    expect(await whileFull("session", async () => (await town.signIn(browser, login)).status)).toBe(500);
    expect(
      await whileFull("correction", CHANGES.find(({ action }) => action === "correct-theme")?.make as Change["make"]),
    ).toBe(503);
    const made = (await entries()).slice(many);
    expect(made.map(({ action, outcome }) => [action, outcome])).toEqual([["correct-theme", "failed"]]);
  });

  it("of a command or an erasure stands with it too", async () => {
    const { product } = town;
    const { store, municipalityId } = product;
    const id = (await findAccountByLogin(store.db, municipalityId, login))?.id ?? "";
    const audited = { action: "change-account", subject: "account" } as const;
    const close = (db: StoreDatabase) =>
      db.updateTable("account").set({ disabled_at: town.now }).where("id", "=", id).execute();
    const before = await standing();
    await expect(
      whileFull("audit_entry", () => changedAs("opdracht-account-close", product, audited, close, () => ({ id }))),
    ).rejects.toThrow("no space left");
    await expect(
      whileFull("audit_entry", () => eraseOnRequest(product, { kind: "notes", noteIds: ["none"] })),
    ).rejects.toThrow("no space left");
    expect(await standing()).toBe(before);
    const many = (await entries()).length;
    await changedAs("opdracht-account-close", product, audited, close, () => ({ id }));
    expect((await entries()).slice(many)).toMatchObject([
      {
        actor: { kind: "system", id: "opdracht-account-close" },
        action: "change-account",
        subject: { id },
        outcome: "done",
      },
    ]);
  });

  it("of a letter for several requests stands for each of them, or the letter did not leave", async () => {
    const { product } = town;
    const { store, municipalityId } = product;
    const ids = (await makePartnerRequests(store.db, municipalityId, 2, town.now)).map(({ id }) => id);
    const { markSent } = deliveryTools(product);
    const sent = async () =>
      (await listPartnerRequests(store.db, municipalityId)).filter(({ sentAt }) => sentAt !== undefined).length;
    const many = (await entries()).length;
    await expect(
      whileFull("audit_entry", () => markSent(municipalityId, ids), `new.subject_id = '${ids[1]}'`),
    ).rejects.toThrow("no space left");
    expect(await sent()).toBe(0);
    await markSent(municipalityId, ids);
    expect(await sent()).toBe(2);
    expect(
      (await entries())
        .slice(many)
        .filter(({ outcome }) => outcome === "done")
        .map(({ action, subject }) => [action, subject.id]),
    ).toEqual(ids.map((id) => ["deliver-partner-request", id]));
  });
});
