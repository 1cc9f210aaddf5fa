import { saveProposals } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../access/signed-in.js";
import { call, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";
import { proposal } from "./sample-content.js";

let api: ServedApi;
beforeAll(async () => {
  api = await openApi();
  const all = ["v-1", "v-2", "v-3", "v-4", "v-5"].map((id) => proposal(id));
  await saveProposals(api.store.db, MUNICIPALITY, [...all, proposal("v-zorg", { careNeeded: true })], NOW);
});
afterAll(() => api.close());

interface Shown {
  readonly id: string;
  readonly status: string;
}

const start = async (voorstelId: string, more: object = {}): Promise<Shown> =>
  (await post(api, "/v1/initiatieven", { voorstelId, ...more })).body as Shown;
const act = (id: string, what: string, body: object = {}) => post(api, `/v1/initiatieven/${id}/${what}`, body);
const pointers = (body: unknown): string[] =>
  (body as { errors: { location: { pointer: string } }[] }).errors.map((error) => error.location.pointer);
const EVENING = { datum: { dag: "2026-11-22", van: "19:00", tot: "21:00" } };
const OUTCOME = {
  opkomst: "15-tot-24",
  geholpen: "ja",
  zelfVerder: "sommigen",
  nogEens: "anders",
  voorbereidingUren: 8,
  avondUren: 2.25,
  collegas: 3,
};

describe("an initiative", () => {
  it("201: goes from idea to planned, held and evaluated, and every step answers with what it is now", async () => {
    const { id, status } = await start("v-1");
    expect(status).toBe("idee");
    const planned = await act(id, "planning", { ...EVENING, locatie: "Wijkcentrum Zuid", plaatsen: 30 });
    expect(planned.body).toMatchObject({ status: "gepland", ...EVENING, locatie: "Wijkcentrum Zuid", plaatsen: 30 });
    expect((await act(id, "uitvoering", { gehoudenOp: "2026-11-22" })).body).toMatchObject({
      status: "gehouden",
      gehoudenOp: "2026-11-22",
    });
    expect((await call(api, "GET", "/v1/voorstellen/v-1")).body).toMatchObject({ status: "gehouden" });
    const evaluated = await act(id, "evaluatie", { ...OUTCOME, toelichting: "Mevrouw Jansen bracht 12 stoelen mee." });
    expect(evaluated.body).toMatchObject({
      status: "geevalueerd",
      opkomst: "15-tot-24",
      evaluatie: { geholpen: "ja", zelfVerder: "sommigen", nogEens: "anders" },
      uren: 14.75,
    });
    expect(evaluated.text).not.toContain("Jansen");
    expect(evaluated.text).not.toContain("collega");
    expect((await call(api, "GET", `/v1/initiatieven/${id}`)).body).toEqual(evaluated.body);
    expect((await call(api, "GET", "/v1/initiatieven?status=geevalueerd")).body).toEqual({
      initiatieven: [evaluated.body],
    });
    expect((await call(api, "GET", "/v1/initiatieven?status=gepland")).body).toEqual({ initiatieven: [] });
    expect((await call(api, "GET", "/v1/initiatieven?status=opgepakt")).status).toBe(400);
  });

  it("201: leads to a follow-up in another form, linked to it, once", async () => {
    const { body } = await call(api, "GET", "/v1/initiatieven?status=geevalueerd");
    const [former] = (body as { initiatieven: Shown[] }).initiatieven;
    const next = await act(former?.id ?? "", "vervolg", { vorm: "invulmiddag" });
    expect(next.body).toMatchObject({ status: "idee", vorm: "invulmiddag", vervolgOp: former?.id });
    expect((await act(former?.id ?? "", "vervolg", { vorm: "invulmiddag" })).body).toEqual(next.body);
    expect((await act(former?.id ?? "", "vervolg", { vorm: "geen-vorm" })).body).toMatchObject({
      status: 400,
      code: "format-unknown",
    });
    expect((await act((next.body as Shown).id, "vervolg", { vorm: "digicafe" })).body).toMatchObject({
      status: 409,
      code: "initiative-refused",
    });
  });

  it("400: a day that is past, an end before the beginning and no room, all at once, each with what to do", async () => {
    const { id } = await start("v-2");
    const wrong = await act(id, "planning", { datum: { dag: "2026-11-21", van: "21:00", tot: "19:00" }, plaatsen: 30 });
    expect(wrong.status).toBe(400);
    expect(pointers(wrong.body).sort()).toEqual(["/datum/dag", "/datum/tot"]);
    expect(wrong.text).toContain("Kies vandaag of een latere dag");
    expect(pointers((await act(id, "planning", { plaatsen: 0 })).body)).toEqual(["/plaatsen"]);
    expect(
      pointers((await act(id, "planning", { datum: { dag: "2026-02-30", van: "7", tot: "x" } })).body).sort(),
    ).toEqual(["/datum/dag", "/datum/tot", "/datum/van"]);
  });

  it("400: a place that looks like somebody's home, until a person says that it is public", async () => {
    const { id } = await start("v-2");
    const home = { locatie: "Buurthuis De Ster, Kerkstraat 12" };
    const refused = await act(id, "planning", home);
    expect(pointers(refused.body)).toEqual(["/locatie"]);
    expect(refused.text).not.toContain("Kerkstraat");
    const kept = await act(id, "planning", { ...home, openbarePlek: true });
    expect(kept.body).toMatchObject({ status: "idee", locatie: "Buurthuis De Ster, Kerkstraat 12" });
    // 123456782 passes the check of a citizen service number.
    const number = await act(id, "planning", { locatie: "Zaal, BSN 123456782", openbarePlek: true });
    expect(pointers(number.body)).toEqual(["/locatie"]);
  });

  it("409: what does not follow from its state", async () => {
    const { id } = await start("v-2");
    for (const [what, body] of [
      ["evaluatie", OUTCOME],
      ["uitvoering", { gehoudenOp: null }],
      ["uitvoering", { gehoudenOp: "2026-11-23" }],
    ] as const) {
      expect((await act(id, what, body)).body).toMatchObject({ status: 409, code: "initiative-refused" });
    }
  });

  it("409: somebody else's reads who has it, until they join; handed back it is open again", async () => {
    const { id } = await start("v-3");
    const noor = await signedIn(api.store.db, MUNICIPALITY, NOW, { name: "Noor", roles: ["community-worker"] });
    const asNoor = (path: string, body: object) =>
      call(api, "POST", path, {
        body: JSON.stringify(body),
        headers: { ...noor, "content-type": "application/json" },
      });
    const taken = { status: 409, code: "initiative-taken", detail: expect.stringContaining("Sam de Vries heeft") };
    expect((await asNoor("/v1/initiatieven", { voorstelId: "v-3" })).body).toMatchObject(taken);
    expect((await asNoor(`/v1/initiatieven/${id}/planning`, EVENING)).body).toMatchObject(taken);
    const refuse = { besluit: "niet-doen", reden: "geen-tijd" };
    expect((await asNoor("/v1/voorstellen/v-3/beoordelingen", refuse)).body).toMatchObject(taken);
    expect((await asNoor(`/v1/initiatieven/${id}/deelname`, {})).status).toBe(201);
    expect((await asNoor(`/v1/initiatieven/${id}/planning`, EVENING)).body).toMatchObject({ status: "gepland" });
    // Sam goes on when Noor hands it back, and the last one to do so opens the proposal.
    expect((await asNoor(`/v1/initiatieven/${id}/teruggave`, {})).body).toMatchObject({ status: "gepland" });
    expect((await act(id, "teruggave")).body).toMatchObject({ status: "gestopt" });
    expect((await call(api, "GET", "/v1/voorstellen/v-3")).body).toMatchObject({ status: "open" });
    expect((await act(id, "teruggave")).body).toMatchObject({ status: 409, code: "initiative-refused" });
    expect((await act(id, "deelname")).body).toMatchObject({ status: 409, code: "initiative-refused" });
  });

  it("409: a decision after the evening", async () => {
    const { id } = await start("v-4");
    await act(id, "uitvoering", { gehoudenOp: "2026-11-20" });
    const late = await post(api, "/v1/voorstellen/v-4/beoordelingen", { besluit: "later" });
    expect(late.body).toMatchObject({ status: 409, code: "proposal-held" });
    expect((await act(id, "uitvoering", { gehoudenOp: null })).body).toMatchObject({ status: "idee" });
  });

  it("400: an evaluation with hours that nobody worked, or a band that is none", async () => {
    const { id } = await start("v-5");
    await act(id, "uitvoering", { gehoudenOp: "2026-11-20" });
    const wrong = {
      ...OUTCOME,
      opkomst: "17",
      voorbereidingUren: 0.1,
      avondUren: -1,
      collegas: 0,
      nogEens: "misschien",
    };
    expect(pointers((await act(id, "evaluatie", wrong)).body).sort()).toEqual([
      "/avondUren",
      "/collegas",
      "/nogEens",
      "/opkomst",
      "/voorbereidingUren",
    ]);
  });

  it("400 then 201: a follow-up of what needs care needs the team's yes again", async () => {
    const { id } = await start("v-zorg", { akkoordTeam: true });
    await act(id, "uitvoering", { gehoudenOp: "2026-11-20" });
    expect(pointers((await act(id, "vervolg", { vorm: "lotgenotengroep" })).body)).toEqual(["/akkoordTeam"]);
    expect((await act(id, "vervolg", { vorm: "lotgenotengroep", akkoordTeam: true })).status).toBe(201);
  });

  it("404: an unknown initiative, for everything that can be done with one", async () => {
    expect((await call(api, "GET", "/v1/initiatieven/weg")).status).toBe(404);
    const bodies = {
      planning: EVENING,
      uitvoering: { gehoudenOp: "2026-11-20" },
      evaluatie: OUTCOME,
      deelname: {},
      teruggave: {},
      vervolg: { vorm: "kledingruil" },
    };
    for (const [what, body] of Object.entries(bodies)) {
      expect([what, (await act("weg", what, body)).status]).toEqual([what, 404]);
    }
  });
});
