import { Readable } from "node:stream";
import { type Action, AUDIT_ACTIONS, type AuditEntry, may, ProductError, TOKEN_SCOPES } from "@rode-draad/domain";
import { openAuditLog } from "@rode-draad/pipeline";
import { ensureMunicipality, readAuditEntries } from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import type { WebTools } from "@rode-draad/web";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALL_ROUTES } from "../../services/api/src/routes/all-routes.js";
import { ACTION_WORDS } from "../../services/api/src/routes/list-auditregels/words.js";
import { auditWebTools } from "../../services/pipeline/src/views/audit-web-tools.js";
import { SAMPLE_MONTH } from "../../workers/6-reports/test/sample-month.js";
import { sampleWeb } from "../accessibility/sample-web-tools.js";
import { call, MUNICIPALITY, NOW, openApi, type ServedApi } from "../api/open-api.js";

/** What somebody typed; it must stand in no entry. */
const CANARY = "Kanarie.van.de.Dorpsstraat";
const TOKEN = "qX3vT8mB1nR6yK9wZ4jH7cF2";

let api: ServedApi;
let web: ScratchStore;
beforeAll(async () => {
  api = await openApi({ apiToken: TOKEN });
  web = await openScratchStore();
  await ensureMunicipality(web.store.db, { id: MUNICIPALITY, name: "Voorbeeldstad" });
});
afterAll(async () => {
  await api.close();
  await web.drop();
});

async function entriesOf(store: ScratchStore["store"], after = 0): Promise<AuditEntry[]> {
  return await readAuditEntries(store.db, MUNICIPALITY, { after, limit: 1_000 });
}

const mayToken = (action: Action) =>
  may({ kind: "token", id: "t-1", scopes: TOKEN_SCOPES }, action, { policy: "own-team" });

const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe("every route of the API", () => {
  it.each(ALL_ROUTES.map((route) => [route.operationId, route] as const))(
    "%s is written down once",
    async (_id, route) => {
      const path = route.path.replace(/\{\w+\}/g, CANARY);
      const before = (await entriesOf(api.store)).length;
      const method = route.method.toUpperCase();
      const body =
        method === "POST" ? { body: JSON.stringify({ gemaaktOp: CANARY, reden: CANARY, tekst: CANARY }) } : {};
      const headers = { ...api.headers, "content-type": "application/json" };
      const { status } = await call(api, method, path, { headers, ...body });
      const made = await entriesOf(api.store, before);
      expect(made).toMatchObject([
        {
          action: route.audit.action,
          subject: { kind: route.audit.subject },
          outcome: status < 400 ? "done" : "refused",
          actor: { kind: "account" },
        },
      ]);
      expect(JSON.stringify(made)).not.toContain(CANARY);
    },
  );

  it("names an action of its own, so that the log tells which was called", () => {
    const actions = ALL_ROUTES.map(({ audit }) => audit.action);
    expect(new Set(actions).size).toBe(actions.length);
  });

  it.each(ALL_ROUTES.filter(({ action }) => !mayToken(action)).map((route) => [route.operationId, route] as const))(
    "%s is written down when a key may not, as refused to that key",
    async (_id, route) => {
      const before = (await entriesOf(api.store)).length;
      const path = route.path.replace(/\{\w+\}/g, CANARY);
      expect((await call(api, route.method.toUpperCase(), path, as(TOKEN))).status).toBe(403);
      expect(await entriesOf(api.store, before)).toMatchObject([
        {
          action: route.audit.action,
          outcome: "refused",
          actor: { kind: "token", id: "API_TOKEN" },
          details: { error: "access-denied" },
        },
      ]);
    },
  );

  it("writes down a call with a wrong token, without the token", async () => {
    const before = (await entriesOf(api.store)).length;
    expect((await call(api, "GET", "/v1/themas", as(CANARY))).status).toBe(401);
    const made = await entriesOf(api.store, before);
    expect(made).toMatchObject([{ action: "use-token", outcome: "refused", details: { error: "not-signed-in" } }]);
    expect(JSON.stringify(made)).not.toContain(CANARY);
  });
});

describe("the log over the API", () => {
  const read = async (query: string) =>
    (await call(api, "GET", `/v1/auditregels${query}`, { headers: api.headers })).body;

  it("comes page by page, each entry once", async () => {
    const before = (await entriesOf(api.store)).length;
    const numbers: number[] = [];
    for (let after: number | null = 0; after !== null && numbers.length < before; ) {
      const page = (await read(`?aantal=7&na=${after}`)) as {
        auditregels: { nummer: number }[];
        volgende: number | null;
      };
      numbers.push(...page.auditregels.map(({ nummer }) => nummer));
      after = page.volgende;
    }
    expect(numbers.slice(0, before)).toEqual(Array.from({ length: before }, (_, index) => index + 1));
  });

  it("can be asked for one action, of whom, and refuses a page without end", async () => {
    await call(api, "GET", "/v1/themas", as(TOKEN));
    const found = (await read(`?handeling=${ACTION_WORDS["list-themes"]}&wie=API_TOKEN`)) as { auditregels: unknown[] };
    expect(found.auditregels.at(-1)).toMatchObject({ handeling: "themas-lezen", uitkomst: "gedaan" });
    expect(await read("?wie=niemand")).toMatchObject({ auditregels: [], volgende: null });
    for (const query of ["?aantal=0", "?aantal=1001", "?na=-1", "?handeling=kijken"])
      expect(await read(query)).toMatchObject({ status: 400 });
  });

  it("has a Dutch word for every action, and none twice", () => {
    expect(new Set(Object.values(ACTION_WORDS)).size).toBe(AUDIT_ACTIONS.length);
  });
});

describe("what is not written down", () => {
  it("is not shown: when the log cannot be written, the answer is a failure", async () => {
    const broken = {
      list: async () => [],
      record: () => Promise.reject(new ProductError("database-unreachable", "Weg.", { retryable: true })),
      recordWithin: () => Promise.reject(new ProductError("database-unreachable", "Weg.", { retryable: true })),
    };
    const served = await openApi({}, () => ({ audit: broken }));
    expect(await call(served, "GET", "/v1/themas")).toMatchObject({ status: 503 });
    await served.close();
  });
});

const account = { kind: "account", id: "a-7", name: CANARY, roles: [], teamCodes: [] } as const;

describe("every tool of the pages", () => {
  const choice = { month: SAMPLE_MONTH, part: { kind: "municipality" } } as const;
  const reason = { why: CANARY };
  const contact = { name: CANARY, phone: "0", email: "a@b.nl" };
  const draft = {
    partnerId: "woningcorporatie",
    dates: [
      { day: "2026-12-01", from: "19:00", until: "21:00" },
      { day: "2026-12-08", from: "19:00", until: "21:00" },
    ],
    location: CANARY,
    contact,
  } as const;
  const CALLS: { readonly [Name in keyof WebTools]: Parameters<WebTools[Name]> } = {
    readFrame: [],
    readAccount: [],
    readChoices: [],
    readReport: [choice],
    readReportState: [SAMPLE_MONTH],
    releaseMonth: [{ month: SAMPLE_MONTH, madeAt: "2026-11-01T00:00:00.000Z" }],
    readOverview: [choice],
    compareReport: [choice],
    readSubscription: [],
    changeSubscription: [`${CANARY}@voorbeeldstad.nl`],
    listThemes: [],
    readTheme: ["huurtoeslag", choice],
    correctTheme: [{ kind: "rename", themeId: "huurtoeslag", name: CANARY, ...reason }],
    undoCorrection: ["c-0001", reason],
    listChanges: [],
    readReview: [0],
    reviewQuestion: [{ questionId: "n-0.0", themeId: "huurtoeslag" }],
    listProposals: [choice],
    readProposal: ["v-0001"],
    decide: [{ kind: "refuse", proposalId: "v-0001", reason: "bestaat-al", remark: CANARY }],
    previewRequest: ["v-0001", draft],
    sendRequest: ["v-0001", draft],
    listInitiatives: [{ part: "ahead", page: 1 }],
    readInitiative: ["i-idee"],
    planInitiative: ["i-idee", { place: CANARY, isPublicPlace: true }],
    holdInitiative: ["i-idee", "2026-11-20"],
    takeBackInitiative: ["i-idee"],
    evaluateInitiative: [
      "i-idee",
      {
        attendance: "10-tot-14",
        evaluation: { useful: "ja", onward: "sommigen", again: "ja" },
        line: CANARY,
        hours: { preparation: 1, session: 2, colleagues: 2 },
      },
    ],
    joinInitiative: ["i-idee"],
    handBackInitiative: ["i-idee"],
    startFollowUp: ["i-idee", { formatId: "kledingruil", discussedInTeam: true }],
    readRunSheet: ["i-idee"],
    saveRunSheet: ["i-idee", { kind: "steps", steps: [{ offsetMinutes: 0, role: "partner", what: CANARY }] }],
    readQuestionSheets: ["i-idee"],
    readEveningCalendar: ["i-gepland"],
    listOwnFits: [],
    keepUpload: [{ fileName: CANARY, content: Readable.from([Buffer.from(CANARY)]) }],
    readUpload: ["u-1"],
    startImport: ["u-1", { fields: ["tekst"], namedAreas: { [CANARY]: "WK012301" } }],
    readProgress: ["i-2"],
    listImports: [],
    listRefusedRows: ["i-1"],
    writeTemplate: ["csv"],
    readRequest: ["a-1"],
    readLetterFile: ["a-2"],
    retryRequest: ["a-1"],
    sendResult: ["a-3", { attendance: "15-tot-24", askedThemeIds: [] }],
    listPartners: [],
    readPartner: ["o-haard"],
    readPartnerChoices: [],
    savePartner: [{ partnerId: "woningcorporatie", name: CANARY, channel: "mail", areaCodes: [], isActive: true }],
    listEvenings: [],
    readEvening: ["e-1"],
    readEveningChoices: [],
    addEvening: [
      {
        organisationId: "o-haard",
        rhythm: { week: 2, weekday: 2 },
        firstMonth: "2026-12",
        from: "19:00",
        until: "21:00",
        location: CANARY,
        contact,
      },
    ],
    fillAgenda: ["e-1", "2026-12"],
    decideAgenda: ["e-1", "2026-12", new Set([CANARY])],
    sendAgenda: ["e-1", "2026-12"],
    retryEvening: ["e-1"],
    skipMonth: ["e-1", "2026-12", true],
    stopEvening: ["e-1"],
    sendEveningResult: ["e-1", "2026-12", { attendance: "15-tot-24", askedThemeIds: [] }],
    readStandingCalendar: ["e-1"],
    readImport: ["i-1"],
    readSettings: [],
    nameTeam: [{ code: "OOST", name: CANARY }],
    previewAreas: [{ fileName: CANARY, content: Readable.from([Buffer.from(`WK ${CANARY}`)]) }],
    saveAreas: [[{ code: "WK012301", name: CANARY }]],
    readOwnCatalogue: [],
    readCatalogueTheme: ["huurtoeslag"],
    changeOwnCatalogue: [{ kind: "add-term", themeId: "huurtoeslag", text: CANARY }],
    readLimits: [],
    tightenLimits: [{ caseMinShared: 15 }],
    readTerms: [],
    setTextDays: [7],
    listKeys: [],
    makeKey: [{ name: CANARY, scopes: ["notes:write"] }],
    revokeKey: ["k-1"],
    listPeople: [],
    invitePerson: [{ login: "nieuw", name: CANARY, roles: ["team-lead"], teamCodes: [] }],
    renewInvitation: [CANARY],
    closePerson: [CANARY],
    readAuditLog: [{ actorId: CANARY }],
    verifyAuditLog: [],
    readLedger: [],
    listActivities: [],
    importActivities: [{ fileName: `${CANARY}.csv`, content: Readable.from([Buffer.from(CANARY)]) }],
    removeActivity: [CANARY],
    readOperation: [],
    retryStuckNotes: [],
    listEffects: [],
    readEffect: ["i-0001"],
    readNote: ["N-2"],
    hashText: [CANARY],
    releaseNote: [{ sourceId: "N-2", forms: [], isEdited: true, harmless: [], traitsPointAtNobody: true }],
    withdrawNote: ["N-2"],
  };
  const FRAME = [
    "readFrame",
    "readAccount",
    "readChoices",
    "readReportState",
    "hashText",
    "readProgress",
    "writeTemplate",
    "readSubscription",
    "readPartnerChoices",
    "readEveningChoices",
    "hashText",
  ];

  it("is written down once, as done by who is signed in, without a name or a word that was typed", async () => {
    const log = openAuditLog({
      db: web.store.db,
      municipalityId: MUNICIPALITY,
      clock: () => NOW,
      logger: { error() {} },
    });
    const sample = sampleWeb().tools;
    // Its first release is refused, for the page that shows why.
    await sample.releaseMonth({ month: SAMPLE_MONTH, madeAt: "2026-11-01T00:00:00.000Z" });
    const tools = auditWebTools(sample, log, account);
    for (const [name, given] of Object.entries(CALLS)) {
      const before = (await entriesOf(web.store)).length;
      const call = tools[name as keyof WebTools] as (...given: unknown[]) => Promise<unknown>;
      await call(...given);
      const made = await entriesOf(web.store, before);
      expect(made, name).toHaveLength(FRAME.includes(name) ? 0 : 1);
      for (const entry of made) expect(entry).toMatchObject({ actor: { kind: "account", id: "a-7" }, outcome: "done" });
    }
    const before = (await entriesOf(web.store)).length;
    await tools.readReport(choice, "csv");
    await tools.readTheme(CANARY, choice);
    await tools.correctTheme({ kind: "pin", themeId: "huurtoeslag", why: "bel 06-12345678" });
    const made = await entriesOf(web.store, before);
    expect(made).toMatchObject([
      { action: "export-report", details: { month: SAMPLE_MONTH, format: "csv" } },
      { action: "read-theme", subject: { kind: "theme" }, outcome: "refused" },
      { action: "correct-theme", outcome: "refused" },
    ]);
    expect(JSON.stringify(await entriesOf(web.store))).not.toContain(CANARY);
  });
});

describe("the actor", () => {
  it("stays with a request while others are served", async () => {
    const log = openAuditLog({
      db: web.store.db,
      municipalityId: MUNICIPALITY,
      clock: () => NOW,
      logger: { error() {} },
    });
    const before = (await entriesOf(web.store)).length;
    const people = Array.from({ length: 20 }, (_, index) => `a-${index + 100}`);
    await Promise.all(
      people.map(async (id) => {
        const tools = auditWebTools(sampleWeb().tools, log, { ...account, id });
        await tools.readProposal("v-0001");
        await tools.listThemes();
      }),
    );
    const made = await entriesOf(web.store, before);
    for (const id of people) expect(made.filter(({ actor }) => actor.id === id)).toHaveLength(2);
  });
});
