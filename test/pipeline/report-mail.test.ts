import { serveProduct, tellSubscribers } from "@rode-draad/pipeline";
import { disableAccount, listDueSubscriptions, readReportSubscription, recordReleases } from "@rode-draad/store";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startSmtpServer } from "../../workers/7-delivery/test/start-smtp-server.js";
import { openTestProduct } from "../access/open-test-product.js";
import { signedIn } from "../access/signed-in.js";

/** The monthly mail, from the form on the report to a real mail server. */

const refusing = new Map<string, number>();
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let product: Awaited<ReturnType<typeof openTestProduct>>;
let serving: Awaited<ReturnType<typeof serveProduct>>;
beforeEach(async () => {
  smtp = await startSmtpServer((address) => refusing.get(address));
  product = await openTestProduct({ SMTP_URL: smtp.url, MAIL_FROM: "rodedraad@voorbeeldstad.nl" });
  serving = await serveProduct(product);
});
afterEach(async () => {
  refusing.clear();
  await serving.close();
  await product.close();
  await smtp.stop();
});

async function subscribe(
  email: string,
  mailen = "aan",
  person = {},
): Promise<{ status: number; accountId: string; headers: Record<string, string> }> {
  const headers = await signedIn(product.store.db, product.municipalityId, product.clock(), {
    roles: ["team-lead"],
    ...person,
  });
  const status = await send(headers, email, mailen);
  const rows = await product.store.db.selectFrom("account").select("id").orderBy("created_at", "desc").execute();
  return { status, accountId: rows[0]?.id ?? "", headers };
}

async function send(headers: Record<string, string>, mailadres: string, mailen: string): Promise<number> {
  const body = new URLSearchParams({ mailadres, mailen });
  return (await fetch(`${serving.address}/maandrapport/mail`, { method: "POST", body, headers, redirect: "manual" }))
    .status;
}

async function release(month: string): Promise<void> {
  const made = { page: {}, parameters: {}, productVersion: "1", modelVersion: "1", releasedBy: "Sam" };
  await recordReleases(product.store.db, product.municipalityId, "team", [
    { month, ...made, releasedAt: product.clock() },
  ]);
}

test("who asked for it is told once of a released month, with a link and without a figure", async () => {
  await release("2026-09");
  expect((await subscribe("kim@voorbeeldstad.nl")).status).toBe(303);
  expect(await tellSubscribers(product)).toEqual({ told: 0, refused: 0 });
  await release("2026-10");
  expect(await tellSubscribers(product)).toEqual({ told: 1, refused: 0 });
  expect(await tellSubscribers(product)).toEqual({ told: 0, refused: 0 });
  expect(smtp.received).toHaveLength(1);
  const [mail] = smtp.received;
  expect(mail).toMatchObject({ from: "rodedraad@voorbeeldstad.nl", to: ["kim@voorbeeldstad.nl"] });
  const { subject, text = "", attachments } = await PostalMime.parse(mail?.raw ?? "");
  expect(subject).toBe("Het maandrapport van oktober 2026 staat klaar");
  expect(text).toContain("/maandrapport?maand=2026-10");
  expect(text.replace(/https?:\S+/g, "").match(/\d+/g)).toEqual(["2026"]);
  expect(attachments).toEqual([]);
});

test("an address that is refused is told to its owner and not tried again before the next month; a full server is tried again", async () => {
  const { accountId } = await subscribe("weg@voorbeeldstad.nl");
  const { db } = product.store;
  await release("2026-10");
  refusing.set("weg@voorbeeldstad.nl", 451);
  expect(await tellSubscribers(product)).toEqual({ told: 0, refused: 0 });
  refusing.set("weg@voorbeeldstad.nl", 550);
  expect(await tellSubscribers(product)).toEqual({ told: 0, refused: 1 });
  expect(await readReportSubscription(db, product.municipalityId, accountId)).toMatchObject({ hasFailed: true });
  expect(await tellSubscribers(product)).toEqual({ told: 0, refused: 0 });
  refusing.clear();
  await release("2026-11");
  expect(await tellSubscribers(product)).toEqual({ told: 1, refused: 0 });
  expect(await readReportSubscription(db, product.municipalityId, accountId)).toMatchObject({ hasFailed: false });
});

test("who stopped it, whose account was closed, and who may read no report is told nothing", async () => {
  const { db } = product.store;
  const stopped = await subscribe("stop@voorbeeldstad.nl");
  expect(await send(stopped.headers, "", "uit")).toBe(303);
  const closed = await subscribe("dicht@voorbeeldstad.nl");
  const { login } = await db
    .selectFrom("account")
    .select("login")
    .where("id", "=", closed.accountId)
    .executeTakeFirstOrThrow();
  await disableAccount(db, product.municipalityId, login, product.clock());
  const moved = await subscribe("ander@voorbeeldstad.nl");
  await db
    .updateTable("account")
    .set({ roles: ["partner"] })
    .where("id", "=", moved.accountId)
    .execute();
  await release("2026-10");
  expect(await listDueSubscriptions(db, product.municipalityId, "2026-10")).toHaveLength(1);
  expect(await tellSubscribers(product)).toEqual({ told: 0, refused: 0 });
  expect(smtp.received).toEqual([]);
});

test.each(["", "geen adres", `${"a".repeat(250)}@b.nl`])(
  "an address that is none is asked again: %s",
  async (address) => {
    expect((await subscribe(address)).status).toBe(400);
  },
);
