import { hashSecret, newSecret } from "@rode-draad/access";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { ROLES, TOKEN_SCOPES } from "@rode-draad/domain";
import {
  openDoor,
  type Product,
  type Serving,
  serveProduct,
  startStages,
  waitUntilWorkedOut,
} from "@rode-draad/pipeline";
import {
  addApiToken,
  addStandingEvening,
  createPartnerRequest,
  listProposals,
  pickUpProposal,
  savePartnerOrganisation,
} from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { buildEvening, buildOrganisation } from "../../workers/7-delivery/test/build-messages.js";
import { buildRequest } from "../../workers/7-delivery/test/build-request.js";
import { MATRIX_ROUTES } from "../access/measure-matrix.js";
import { openTestProduct } from "../access/open-test-product.js";
import { signedIn } from "../access/signed-in.js";

/**
 * The purpose lock, as somebody would try it: notes on one theme, worked out by the whole product, and then every route of API and pages,
 * asked by everybody for that theme. No answer may hold anything that leads to a case, an address or a person behind it. The worker who
 * wrote a note is the only one who gets an answer about it, and asks by its number.
 */

const THEME = "huurtoeslag";
const NOTES = 60;
const NOW = new Date("2026-11-22T09:00:00Z");
const WORKERS = 5;

/** One word a note that no list knows, a street, and the names that its source gives to note, case and worker. */
const notes = Array.from({ length: NOTES }, (_, index) => ({
  bronId: `bron-kwik-${index}`,
  casusRef: `casus-zorp-${index}`,
  medewerkerRef: `worker-plim-${index % WORKERS}`,
  datum: `2026-${index % 2 === 0 ? "09" : "10"}-${String((index % 27) + 1).padStart(2, "0")}`,
  team: "NOORD",
  wijk: "WK999901",
  tekst: `Mevrouw vraagt hoe zij huurtoeslag kan aanvragen. Zij noemt ${word(index)} aan de Flamingolaan ${index + 1}.`,
}));
/** Letters only, since words with digits are no words. */
function word(index: number): string {
  return `kwizzelbrop${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}x`;
}

let product: Product;
let serving: Serving;
/** What leads to somebody, in the clear or as the product stores it. */
let leading: readonly string[];
const INITIATIVE = "i-lock";
const PARTNER = "o-lock";
const REQUEST = "a-lock";
const EVENING = "e-lock";
let proposalId = "v-none";
let questionId = "q-none";
let importId = "i-none";
let writer: Readonly<Record<string, string>>;
const askers: { readonly name: string; readonly headers: Readonly<Record<string, string>> }[] = [];

beforeAll(async () => {
  product = await openTestProduct({}, { clock: () => NOW });
  const { store, municipalityId } = product;
  const door = await openDoor(product);
  ({ importId } = await door.receive({ kind: "values", values: notes }));
  await startStages(product, STAGE_NAMES);
  await waitUntilWorkedOut(product);
  const rows = await store.db.selectFrom("case_note").select(["id", "case_id", "professional_id"]).execute();
  leading = [
    ...rows.flatMap(({ id, case_id: caseId, professional_id: worker }) => [id, caseId, worker ?? ""]),
    ...notes.flatMap(({ bronId, casusRef, medewerkerRef }, index) => [bronId, casusRef, medewerkerRef, word(index)]),
    "Flamingolaan",
  ].filter((text) => text !== "");
  const proposals = await listProposals(store.db, municipalityId);
  proposalId = proposals[0]?.proposal.id ?? proposalId;
  const pickedUp = { id: INITIATIVE, proposalId: proposals.at(-1)?.proposal.id ?? proposalId, accountId: "a-lock" };
  await pickUpProposal(store.db, municipalityId, pickedUp, NOW);
  await savePartnerOrganisation(store.db, municipalityId, buildOrganisation({ id: PARTNER }), NOW);
  await createPartnerRequest(store.db, municipalityId, INITIATIVE, buildRequest({ id: REQUEST }), NOW);
  await addStandingEvening(store.db, municipalityId, buildEvening({ id: EVENING, organisationId: PARTNER }), NOW);
  questionId = `${door.hash("note", "bron-kwik-0")}.0`;
  serving = await serveProduct(product, { callsMax: 1_000_000 });
  for (const role of ROLES) {
    const headers = await signedIn(store.db, municipalityId, NOW, { name: role, roles: [role], teamCodes: ["NOORD"] });
    askers.push({ name: role, headers });
  }
  const colleague = {
    roles: ["team-lead", "case-worker"],
    professionalId: door.hash("professional", "worker-plim-1"),
  } as const;
  askers.push({
    name: "a colleague",
    headers: await signedIn(store.db, municipalityId, NOW, { ...colleague, teamCodes: ["NOORD"] }),
  });
  for (const scope of TOKEN_SCOPES) {
    const secret = newSecret();
    const token = { id: scope, name: scope, scopes: [scope], secretHash: hashSecret(secret) };
    await addApiToken(store.db, municipalityId, token, NOW);
    askers.push({ name: `key ${scope}`, headers: { authorization: `Bearer ${secret}` } });
  }
  const own = { roles: ["case-worker"], professionalId: door.hash("professional", "worker-plim-0") } as const;
  writer = await signedIn(store.db, municipalityId, NOW, { ...own, teamCodes: ["NOORD"] });
});
afterAll(async () => {
  await serving?.close();
  await product?.close();
});

/** What each form or body asks of the theme; a route without a line is asked with nothing filled in. */
const REASON = "Dat hoort zo.";
const ASKED: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  "POST /v1/themas/{themaId}/correcties": [
    { soort: "splitsen", naam: "Vragen over toeslag", woorden: ["aanvragen"], reden: REASON },
    { soort: "vastzetten", reden: REASON },
  ],
  "POST /themas/:id/correcties": [
    { soort: "split", naam: "Nog een vraag", woorden: "aanvragen", reden: REASON },
    { soort: "pin", reden: REASON },
  ],
  "POST /v1/vragen/{vraagId}/verplaatsing": [{ naarThemaId: "vervoer", reden: REASON }],
  "POST /v1/casusnotities/{bronId}/vrijgave": [{ tekst: "Vader vraagt hulp.", aangepast: true }],
  "POST /notities/vrijgave": [{ nummer: "bron-kwik-0", tekst: "Vader vraagt hulp.", aangepast: "ja" }],
  "POST /notities/intrekking": [{ nummer: "bron-kwik-0" }],
  "POST /v1/correcties/{correctieId}/intrekking": [{ reden: REASON }],
  "POST /wijzigingen/:id/ongedaan": [{ reden: REASON }],
  "POST /v1/voorstellen/{voorstelId}/beoordelingen": [{ toestand: "later" }],
  "POST /voorstellen/:id/besluit": [{ besluit: "later" }],
  "POST /v1/bezwaren": [{ casusRef: "casus-nergens", proef: true }],
};

/** Ways to say a theme, a month or a place where a route takes them, and where it should not. */
const QUERIES = ["", `?thema=${THEME}`, `?themaId=${THEME}`, "?maand=2026-10", "?maand=2026-10&deel=wijk-WK999901"];

/** Only these tell of one note, to who wrote it; see the static half of the lock. */
const OWN_NOTE = /^(GET|POST) (\/v1\/casusnotities\/\{bronId\}|\/notities)/;

function addressesOf({ method, path }: (typeof MATRIX_ROUTES)[number]): string[] {
  const ids: Readonly<Record<string, string>> = {
    themaId: THEME,
    bronId: "bron-kwik-0",
    vraagId: encodeURIComponent(questionId),
    correctieId: "c-0001",
    voorstelId: proposalId,
    initiatiefId: INITIATIVE,
    maand: "2026-10",
    secret: "no-such-secret",
    token: "no-such-token",
    id:
      Object.entries({
        "/beheer/partners": PARTNER,
        "/beheer/themas": THEME,
        "/themas": THEME,
        "/voorstellen": proposalId,
        "/initiatieven": INITIATIVE,
        "/partneraanvragen": REQUEST,
        "/vaste-avonden": EVENING,
        "/invoer": importId,
      }).find(([start]) => path.startsWith(start))?.[1] ?? "c-0001",
  };
  const filled = path.replace(
    /\{(\w+)\}|:(\w+)/g,
    (_whole, one?: string, other?: string) => ids[one ?? other ?? ""] ?? "x",
  );
  if (method !== "GET") return [filled];
  return path === "/notities" ? [`${filled}?nummer=bron-kwik-0`] : QUERIES.map((query) => `${filled}${query}`);
}

async function ask(
  address: string,
  route: (typeof MATRIX_ROUTES)[number],
  asker: Readonly<Record<string, string>>,
  body?: object,
) {
  const isJson = route.type === "application/json";
  const response = await fetch(`${serving.address}${address}`, {
    method: route.method,
    redirect: "manual",
    headers: {
      ...asker,
      "sec-fetch-site": "same-origin",
      ...(route.method === "POST" && { "content-type": route.type }),
    },
    ...(route.method === "POST" && {
      body: isJson
        ? JSON.stringify(body ?? {})
        : new URLSearchParams((body ?? {}) as Record<string, string>).toString(),
    }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.subarray(0, 2).toString() === "PK" ? await unzipped(bytes) : bytes.toString("utf8");
  return { status: response.status, text: `${[...response.headers].join("\n")}\n${text}` };
}

/** A spreadsheet is a zip, in which no word can be read as it is. */
async function unzipped(bytes: Buffer): Promise<string> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const parts: Buffer[] = [];
  for await (const entry of entriesOf(zip)) parts.push(entry);
  return Buffer.concat(parts).toString("utf8");
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<Buffer> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | undefined>((resolve) => {
      zip.once("entry", resolve).once("end", () => resolve(undefined));
      zip.readEntry();
    });
    if (entry === undefined) return;
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    for await (const chunk of stream) yield chunk as Buffer;
  }
}

describe("the theme behind sixty notes", () => {
  it("is there to be asked about: it has a report and a page, and the writer reads an own note", async () => {
    const lead = askers.find(({ name }) => name === "team-lead")?.headers ?? {};
    const get = { method: "GET", path: "", type: "", key: "" };
    expect((await ask("/v1/themarapporten/2026-10", get, lead)).text).toContain(THEME);
    expect((await ask(`/themas/${THEME}?maand=2026-10`, get, lead)).status).toBe(200);
    const own = await ask("/v1/casusnotities/bron-kwik-0/vragen", get, writer);
    expect(own.status).toBe(200);
    expect(leading.some((text) => own.text.includes(text))).toBe(true);
  });

  const shown = new Set<string>();
  // Signing out and objecting end what the others need, so they come last.
  const inTurn = MATRIX_ROUTES.toSorted((one, other) => Number(isEnd(one.path)) - Number(isEnd(other.path)));
  it.each(inTurn.map((route) => [route.key, route] as const))(
    "%s leads nobody to a case, an address or a person",
    async (key, route) => {
      const told: string[] = [];
      let answered = 0;
      for (const { name, headers } of askers) {
        for (const address of addressesOf(route)) {
          for (const body of ASKED[key] ?? [undefined]) {
            const { status, text } = await ask(address, route, headers, body);
            answered += 1;
            if (status < 300) shown.add(key);
            expect(status, `${name} ${address}`).toBeLessThan(500);
            if (isToProgram(name, key)) continue;
            // Its own number stands in the page that says that it is not known, as it was typed.
            const found = leading.filter((one) => text.includes(one) && !(OWN_NOTE.test(key) && one === "bron-kwik-0"));
            if (found.length > 0) told.push(`${name} ${address}: ${found[0]}`);
          }
        }
      }
      expect(answered).toBeGreaterThanOrEqual(askers.length);
      expect(told).toEqual([]);
    },
  );

  it("was told of in earnest: every page and answer was shown to somebody, but what needs a secret, a file of one's own or a planned evening, or is a worker's own note", () => {
    const silent = MATRIX_ROUTES.filter(({ method, key }) => method === "GET" && !shown.has(key)).map(({ key }) => key);
    const maySayNothing =
      /^GET \/(aanmelden\/\w+|aanvraag|wachtwoord|notities|invoer\/bestand|partneraanvragen\/:id\/brief|initiatieven\/:id\/agenda)/;
    expect(silent.filter((key) => !maySayNothing.test(key))).toEqual([]);
    expect([...shown]).toContain("POST /v1/themas/{themaId}/correcties");
  });
});

function isEnd(path: string): boolean {
  return path === "/afmelden" || path === "/v1/bezwaren";
}

/** The source system asks for its own notes by its own numbers; its key reads no theme. */
function isToProgram(name: string, key: string): boolean {
  return name === "key notes:write" && OWN_NOTE.test(key);
}
