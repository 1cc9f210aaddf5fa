import { createStoreTools } from "@rode-draad/api";
import type { Actor } from "@rode-draad/domain";
import { readAuditEntries, readQuestionsInNote, saveAssignments, saveSegments } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../access/signed-in.js";
import { type Answer, call, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";

let api: ServedApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const note = { datum: "2026-10-05", team: "NOORD", wijk: "WK999901", medewerkerRef: "m-7" };
/** Three rare traits in one text: held back, and nobody's name in it. */
const HELD =
  "Weduwnaar met een zesling, zelf imker en oud-burgemeester, vraagt hulp. Hij heeft tien kinderen en belt met dhr. Jansen over huurtoeslag.";
const read = (bronId: string) => call(api, "GET", `/v1/casusnotities/${bronId}`);
const hold = (bronId: string, more: object = {}) =>
  post(api, "/v1/casusnotities", { bronId, ...note, tekst: HELD, ...more });

describe("GET /v1/casusnotities/{bronId}", () => {
  it("tells kinds and places of what was taken out, and no text", async () => {
    const tekst = "Mw. Fatima Yilmaz vraagt of zij huurtoeslag kan krijgen. Bel 06-12345678.";
    await post(api, "/v1/casusnotities", { bronId: "N-1", ...note, tekst });
    const { status, body, text } = await read("N-1");
    expect([status, body]).toEqual([200, expect.objectContaining({ toestand: "opgeslagen" })]);
    const { plekken, weggelakt } = body as {
      plekken: { begin: number; einde: number; soort: string }[];
      weggelakt: unknown;
    };
    const phone = plekken.find(({ soort }) => soort === "PHONE");
    expect(tekst.slice(phone?.begin, phone?.einde)).toBe("06-12345678");
    expect(weggelakt).toContainEqual({ soort: "PHONE", aantal: 1 });
    expect(text).not.toMatch(/Fatima|huurtoeslag|tekst/);
  });

  it("is 404 for a note that never came", async () => {
    expect((await read("N-nergens")).status).toBe(404);
  });

  it("gives the text to the worker who wrote it alone, and to nobody once it is deleted", async () => {
    const readAs = (actor: Actor) => createStoreTools(api.means, actor).readNote("N-1");
    const actor = (professionalId: string): Actor => ({
      kind: "account",
      id: "a-1",
      name: "Sam",
      roles: ["case-worker"],
      teamCodes: ["NOORD"],
      professionalId,
    });
    const writer = actor(api.means.hash("professional", "m-7"));
    const others: Actor[] = [
      actor(api.means.hash("professional", "m-8")),
      { kind: "system", id: "job" },
      { kind: "token", id: "t-1", scopes: ["notes:write"] },
      { ...writer, roles: ["team-lead"], professionalId: "" } as Actor,
    ];
    expect(await readAs(writer)).toMatchObject({ text: expect.stringContaining("[NAAM]") });
    for (const other of others) expect(await readAs(other)).not.toHaveProperty("text");
    await api.store.db.updateTable("case_note").set({ text: null }).execute();
    expect(await readAs(writer)).not.toHaveProperty("text");
    expect(await readAs(writer)).toMatchObject({ state: "stored", masked: { PHONE: 1 } });
  });
});

describe("a note of somebody else", () => {
  beforeAll(async () => {
    await post(api, "/v1/casusnotities", { bronId: "N-20", ...note, tekst: "Vader vraagt hulp bij huurtoeslag." });
  });
  /** The municipality of this test lets a team see its own notes. */
  const colleague = (teamCodes: string[]) =>
    signedIn(api.store.db, MUNICIPALITY, NOW, { roles: ["case-worker"], teamCodes, professionalId: "m-9" });
  const doAll = async (bronId: string, headers: Readonly<Record<string, string>>): Promise<number[]> =>
    (await askAll(bronId, headers)).map(({ status }) => status);
  const askAll = async (bronId: string, headers: Readonly<Record<string, string>>): Promise<Answer[]> => {
    const json = { headers: { ...headers, "content-type": "application/json" } };
    const body = JSON.stringify({ tekst: "Vader vraagt hulp bij huurtoeslag." });
    return [
      await call(api, "GET", `/v1/casusnotities/${bronId}`, { headers }),
      await call(api, "GET", `/v1/casusnotities/${bronId}/vragen`, { headers }),
      await call(api, "POST", `/v1/casusnotities/${bronId}/vrijgave`, { ...json, body }),
      await call(api, "POST", `/v1/casusnotities/${bronId}/intrekking`, { ...json, body: "{}" }),
    ];
  };

  it("is answered as one that never came, to the letter, whether it is stored or held back; the log knows better", async () => {
    const headers = await colleague(["ZUID"]);
    await hold("N-10");
    const ask = async (bronId: string) =>
      (await askAll(bronId, headers)).map(({ status, body, headers: answered }) => ({
        ...{ status, body },
        names: [...answered.keys()].filter((name) => name !== "date"),
      }));
    const never = await ask("N-nergens");
    expect(never.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await ask("N-20")).toEqual(never);
    expect(await ask("N-10")).toEqual(never);
    expect((await read("N-10")).body).toMatchObject({ toestand: "quarantaine" });
    const entries = await readAuditEntries(api.store.db, MUNICIPALITY, { limit: 1_000 });
    const errors = entries.slice(-13, -1).map(({ outcome, details }) => `${outcome} ${details.error}`);
    expect(errors).toEqual([
      ...Array.from({ length: 4 }, () => "refused note-unknown"),
      ...Array.from({ length: 8 }, () => "refused access-denied"),
    ]);
  });

  it("has questions that are answered as questions that never were", async () => {
    const headers = { ...(await colleague(["ZUID"])), "content-type": "application/json" };
    const body = JSON.stringify({ reden: "Dit klopt niet.", naarThemaId: "vervoer" });
    const move = (id: string) => call(api, "POST", `/v1/vragen/${id}/verplaatsing`, { headers, body });
    const noteId = api.means.hash("note", "N-20");
    const question = { start: 0, end: 12, kind: "help-question" } as const;
    const assignment = { themeId: "huurtoeslag", confidence: 0.75, route: "known" } as const;
    await saveSegments(api.store.db, MUNICIPALITY, [{ noteId, version: 1, segments: [question] }], NOW);
    const themed = { noteId, version: 1, segments: [{ ...question, assignment }] };
    await saveAssignments(api.store.db, MUNICIPALITY, [themed], NOW);
    const [stored] = (await readQuestionsInNote(api.store.db, MUNICIPALITY, noteId)) ?? [];
    expect(stored).toBeDefined();
    const there = await move(stored?.id ?? "");
    const nowhere = await move(`${api.means.hash("note", "N-nergens")}.0`);
    expect([there.status, there.body]).toEqual([404, nowhere.body]);
    expect(nowhere.status).toBe(404);
  });

  it("is refused like every other where nobody sees notes, whether it is there or not", async () => {
    const actor = { kind: "account", id: "a-1", name: "Sam", roles: ["case-worker"], teamCodes: ["NOORD"] } as const;
    const tools = createStoreTools({ ...api.means, accessPolicy: "team-figures" }, actor);
    for (const bronId of ["N-20", "N-nergens"]) {
      await expect(tools.readNote(bronId)).rejects.toMatchObject({ code: "access-denied" });
      await expect(tools.listQuestionsOfNote(bronId)).rejects.toMatchObject({ code: "access-denied" });
    }
  });

  it("is the team's where the municipality says so: the text differs, and it may be taken back", async () => {
    await hold("N-11");
    expect(await doAll("N-11", await colleague(["NOORD"]))).toEqual([200, 404, 409, 200]);
  });

  it("that nobody is known to have written is for programs alone", async () => {
    await hold("N-12");
    await api.store.db
      .updateTable("quarantined_note")
      .set({ team_code: null, professional_id: null })
      .where("id", "=", api.means.hash("note", "N-12"))
      .execute();
    expect(await doAll("N-12", await colleague(["NOORD"]))).toEqual([404, 404, 404, 404]);
  });
});

describe("POST /v1/casusnotities/{bronId}/vrijgave", () => {
  it("releases the very text that was held back, masked as ever, and announces it to the next stage", async () => {
    await hold("N-2");
    expect((await read("N-2")).body).toMatchObject({ toestand: "quarantaine", reden: "rare-combination" });
    const jobs = api.noteJobs.length;
    const { status, body } = await post(api, "/v1/casusnotities/N-2/vrijgave", {
      tekst: HELD,
      kenmerkenNagekeken: true,
    });
    expect([status, body]).toEqual([200, expect.objectContaining({ toestand: "opgeslagen" })]);
    expect(api.noteJobs.length).toBe(jobs + 1);
    const stored = await api.store.db
      .selectFrom("case_note")
      .select(["text", "team_code", "date"])
      .where("id", "=", api.means.hash("note", "N-2"))
      .executeTakeFirst();
    expect(stored).toMatchObject({
      team_code: "NOORD",
      date: "2026-10-05",
      text: expect.not.stringContaining("Jansen"),
    });
  });

  it("holds for good: the source may send the same text again", async () => {
    const { body } = await hold("N-2");
    expect(body).toMatchObject({ resultaten: [{ uitkomst: "dubbel" }] });
    expect((await read("N-2")).body).toMatchObject({ toestand: "opgeslagen" });
  });

  it("is 409 for another text, unless the writer says that it was changed", async () => {
    await hold("N-3");
    const tekst = "Vader vraagt hulp bij huurtoeslag.";
    expect((await post(api, "/v1/casusnotities/N-3/vrijgave", { tekst })).status).toBe(409);
    const changed = await post(api, "/v1/casusnotities/N-3/vrijgave", { tekst, aangepast: true });
    expect(changed.body).toMatchObject({ toestand: "opgeslagen" });
    expect((await hold("N-3")).body).toMatchObject({ resultaten: [{ uitkomst: "dubbel" }] });
  });

  it("that the gate does not let through stays held back, and nothing of the text is answered or kept", async () => {
    await hold("N-4");
    const { status, body, text } = await post(api, "/v1/casusnotities/N-4/vrijgave", { tekst: HELD });
    expect([status, body]).toEqual([200, expect.objectContaining({ toestand: "quarantaine" })]);
    expect(text).not.toContain("zesling");
    const rows = await api.store.db.selectFrom("quarantined_note").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain("zesling");
  });

  it("is 404 for an unknown note and 409 for one that is not held back", async () => {
    expect((await post(api, "/v1/casusnotities/N-nergens/vrijgave", { tekst: "x" })).status).toBe(404);
    expect((await post(api, "/v1/casusnotities/N-1/vrijgave", { tekst: "x" })).status).toBe(409);
  });
});

describe("POST /v1/casusnotities/{bronId}/intrekking", () => {
  it("takes a held note back for good: the same text is not held back again, another one is", async () => {
    await hold("N-5");
    expect((await post(api, "/v1/casusnotities/N-5/intrekking", {})).body).toMatchObject({ toestand: "ingetrokken" });
    expect((await hold("N-5")).body).toMatchObject({ resultaten: [{ uitkomst: "dubbel" }] });
    expect((await hold("N-5", { tekst: `${HELD} Ook vandaag.` })).body).toMatchObject({
      resultaten: [{ uitkomst: "quarantaine" }],
    });
  });

  it("is 404 for an unknown note and 409 for one that counts", async () => {
    expect((await post(api, "/v1/casusnotities/N-nergens/intrekking", {})).status).toBe(404);
    expect((await post(api, "/v1/casusnotities/N-1/intrekking", {})).status).toBe(409);
  });
});

describe("POST /v1/bezwaren", () => {
  const tekst = "Mevrouw vraagt of zij huurtoeslag kan krijgen.";
  const send = (bronId: string, casusRef: string) =>
    post(api, "/v1/casusnotities", { bronId, casusRef, ...note, tekst });

  it("tells first what would go, then erases it, refuses the case from then on, and keeps no reference", async () => {
    await send("B-1", "casus-1");
    await hold("B-2", { casusRef: "casus-1" });
    await send("B-3", "casus-2");
    const dry = await post(api, "/v1/bezwaren", { casusRef: "casus-1", proef: true });
    expect([dry.status, dry.body]).toEqual([200, expect.objectContaining({ notities: 1, quarantaine: 1 })]);
    expect((await read("B-1")).status).toBe(200);

    const done = await post(api, "/v1/bezwaren", { casusRef: " casus-1 " });
    expect([done.status, done.body]).toEqual([201, dry.body]);
    for (const gone of ["B-1", "B-2"]) expect((await read(gone)).status).toBe(404);
    expect((await read("B-3")).status).toBe(200);
    expect((await send("B-4", "casus-1")).body).toMatchObject({
      samenvatting: { bezwaar: 1, opgeslagen: 0 },
      resultaten: [{ uitkomst: "bezwaar" }],
    });
    expect((await hold("B-5", { casusRef: "casus-1" })).body).toMatchObject({ samenvatting: { bezwaar: 1 } });
    for (const table of ["objection", "release_ledger"] as const) {
      const rows = JSON.stringify(await api.store.db.selectFrom(table).selectAll().execute());
      expect(rows).not.toContain("casus-1");
      expect(rows).not.toContain(api.means.hash("case", "casus-1"));
    }
  });

  it("holds for one note by its own id, and not for the rest of its case", async () => {
    await send("C-1", "casus-3");
    await send("C-2", "casus-3");
    expect((await post(api, "/v1/bezwaren", { bronId: "C-1" })).body).toMatchObject({ notities: 1 });
    expect([(await read("C-1")).status, (await read("C-2")).status]).toEqual([404, 200]);
    expect((await send("C-1", "casus-3")).body).toMatchObject({ samenvatting: { bezwaar: 1 } });
    expect((await send("C-3", "casus-3")).body).toMatchObject({ samenvatting: { opgeslagen: 1 } });
  });

  it("erases nothing the second time, and wants one reference, not none or both", async () => {
    expect((await post(api, "/v1/bezwaren", { casusRef: "casus-1" })).body).toMatchObject({ notities: 0 });
    expect((await post(api, "/v1/bezwaren", {})).status).toBe(400);
    expect((await post(api, "/v1/bezwaren", { casusRef: "a", bronId: "b" })).status).toBe(400);
  });

  it("of a note that is flagged at the source is counted at the door, and takes away what was stored", async () => {
    await send("D-1", "casus-4");
    const flagged = { bronId: "D-1", casusRef: "casus-4", ...note, tekst, nietGebruiken: true };
    expect((await post(api, "/v1/casusnotities", flagged)).body).toMatchObject({ samenvatting: { bezwaar: 1 } });
    expect((await read("D-1")).status).toBe(404);
  });
});
