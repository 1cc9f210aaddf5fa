import { countNotes, countQuarantined } from "@rode-draad/store";
import { fillDisk, runStatement } from "@rode-draad/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireRoom } from "../../services/pipeline/src/require-room.js";
import { MUNICIPALITY, openApi, post, type ServedApi } from "./open-api.js";

const PATH = "/v1/casusnotities";
let api: ServedApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const note = (bronId: string, more: object = {}): object => ({
  bronId,
  casusRef: `casus-${bronId}`,
  datum: "2026-10-05",
  team: "NOORD",
  wijk: "Sterrenwijk",
  tekst: "Vraag over huurtoeslag na een verhuizing.",
  ...more,
});

describe("POST /v1/casusnotities", () => {
  it("201: stores one note, masks it first and says what was masked", async () => {
    const answer = await post(api, PATH, note("n-1", { tekst: "Belt morgen terug op 06-12345678 over huurtoeslag." }));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      samenvatting: { ontvangen: 1, opgeslagen: 1, gemaskeerd: 1 },
      resultaten: [{ volgnummer: 1, uitkomst: "opgeslagen", gemaskeerd: [{ soort: "PHONE", aantal: 1 }] }],
    });
    expect(answer.text).not.toContain("12345678");
    const rows = await api.store.db.selectFrom("case_note").select(["text"]).execute();
    expect(rows.map((row) => row.text).join()).not.toContain("12345678");
    expect(api.noteJobs).toHaveLength(1);
  });

  it("429: asks to wait when too much is under way already, before it reads a note", async () => {
    const full = await openApi({}, (store) => ({
      requireRoom: () => requireRoom({ store, municipalityId: MUNICIPALITY }, 1),
    }));
    expect((await post(full, PATH, note("full-1"))).status).toBe(201);
    const answer = await post(full, PATH, note("full-2"));
    expect(answer.status).toBe(429);
    expect(answer.body).toMatchObject({ code: "work-waits" });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await countNotes(full.store.db, MUNICIPALITY)).toBe(1);
    await full.close();
  });

  it("201: names the fields that it does not know, and refuses in words that fit a note", async () => {
    const answer = await post(api, PATH, [note("f-1", { foo: "bar" }), note("f-2", { tekst: "" })]);
    expect(answer.body).toMatchObject({
      genegeerdeVelden: ["foo"],
      resultaten: [{ uitkomst: "opgeslagen" }, { uitkomst: "geweigerd", fouten: [{ veld: "tekst" }] }],
    });
    expect(answer.text).not.toMatch(/bar|\brij\b|\bcel\b/);
    expect((await post(api, PATH, note("f-3"))).body).not.toHaveProperty("genegeerdeVelden");
  });

  it("200: the same note again is a duplicate, a changed one a replacement", async () => {
    await post(api, PATH, note("n-2"));
    expect((await post(api, PATH, note("n-2"))).body).toMatchObject({ resultaten: [{ uitkomst: "dubbel" }] });
    const changed = await post(api, PATH, note("n-2", { tekst: "Toch een vraag over zorgtoeslag." }));
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ resultaten: [{ uitkomst: "vervangen" }] });
  });

  it("201: a list gives an outcome per note, in order", async () => {
    const before = await countNotes(api.store.db, MUNICIPALITY);
    const list = [
      note("l-1"),
      note("l-2", { nietGebruiken: true }),
      note("l-3", { datum: "1899-12-30" }),
      note("l-1"),
      "geen notitie",
      note("l-4", { veiligheid: true }),
    ];
    const answer = await post(api, PATH, list);
    expect(answer.status).toBe(201);
    const { resultaten } = answer.body as { resultaten: { uitkomst: string }[] };
    expect(resultaten.map(({ uitkomst }) => uitkomst)).toEqual([
      "opgeslagen",
      "bezwaar",
      "geweigerd",
      "dubbel",
      "geweigerd",
      "opgeslagen",
    ]);
    expect(resultaten[2]).toMatchObject({ fouten: [{ veld: "datum", reden: expect.stringContaining("2000") }] });
    expect(await countNotes(api.store.db, MUNICIPALITY)).toBe(before + 2);
  });

  it("200: a note that the gate holds back is named with reason and remedy, and not stored", async () => {
    // More identifiers than any note has: a list of people.
    const tekst = Array.from(
      { length: 80 },
      (_, index) => `bel 06${String(12_345_600 + index)} of mail a${index}@post.nl`,
    ).join("\n");
    const answer = await post(api, PATH, note("q-1", { tekst }));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      samenvatting: { quarantaine: 1 },
      resultaten: [{ uitkomst: "quarantaine", reden: "too-many-identifiers", uitleg: expect.any(String) }],
    });
    expect(await countQuarantined(api.store.db, MUNICIPALITY)).toEqual({ "too-many-identifiers": 1 });
  });

  it("400: a refused note lists all its errors at once, without its text", async () => {
    const answer = await post(api, PATH, {
      bronId: "",
      datum: "2030-01-01",
      team: "NOORD",
      wijk: "Nergens",
      tekst: " ",
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const { errors } = answer.body as { errors: { location: { pointer: string } }[] };
    expect(errors.map((error) => error.location.pointer).sort()).toEqual(["/bronId", "/datum", "/tekst", "/wijk"]);
    const missing = await post(api, PATH, {});
    expect(missing.status).toBe(400);
    const list = await post(api, PATH, [note("x", { tekst: "Kanarie-42", datum: "nooit" })]);
    expect(list.body).toMatchObject({ errors: [{ location: { pointer: "/0/datum" } }] });
    expect(list.text).not.toContain("Kanarie-42");
  });

  it("400: what is no note, no list or no JSON", async () => {
    for (const body of ["[]", '"tekst"', "7", "null", '{"bronId": "Kanarie-42', ""]) {
      const answer = await post(api, PATH, body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.text).not.toContain("Kanarie-42");
    }
    const many = await post(api, PATH, JSON.stringify(Array.from({ length: 5_001 }, () => 1)));
    expect(many.body).toMatchObject({ status: 400, errors: [{ detail: expect.stringContaining("x-ndjson") }] });
  });

  it("201: NDJSON is read line by line, one bad line is one refusal", async () => {
    const lines = [JSON.stringify(note("d-1")), '{"tekst": "Kanarie-42', JSON.stringify(note("d-2"))].join("\n");
    const answer = await post(api, PATH, lines, "application/x-ndjson; charset=utf-8");
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ samenvatting: { opgeslagen: 2, geweigerd: 1 } });
    expect(answer.text).not.toContain("Kanarie-42");
    expect((await post(api, PATH, "", "application/x-ndjson")).status).toBe(400);
  });

  it("413: a list over 16 MB, or NDJSON over 64 MB, is not read to its end", async () => {
    const tekst = "a".repeat(190_000);
    const list = JSON.stringify(Array.from({ length: 100 }, (_, index) => note(`g-${index}`, { tekst })));
    expect((await post(api, PATH, list)).status).toBe(413);
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("\n".repeat(1024 * 1024))),
    });
    const response = await fetch(`${api.url}${PATH}`, {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { ...api.headers, "content-type": "application/x-ndjson" },
    } as RequestInit).catch((error: unknown) => error as Error);
    // The connection is closed on the sender; who still sends may see that before the answer.
    expect(response instanceof Error || response.status === 413).toBe(true);
    expect((await post(api, PATH, note("g-na"))).status).toBe(201);
  });

  it("503: a full disk or a database that may only be read is not the sender's mistake, which sends its notes again", async () => {
    const full = await openApi();
    await fillDisk(full.store.asOwner);
    const answer = await post(full, PATH, note("vol-1"));
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ code: "intake.not-stored", detail: expect.stringContaining("vol") });
    await runStatement(
      full.store.asOwner,
      `create or replace function refuse_write() returns trigger language plpgsql as
         $$ begin raise exception 'read-only' using errcode = '25006'; end $$`,
    );
    await runStatement(
      full.store.asOwner,
      "create trigger refuse_write before insert on audit_entry for each row execute function refuse_write()",
    );
    expect(await post(full, PATH, note("vol-2"))).toMatchObject({ status: 503, body: { code: "store-unavailable" } });
    await full.close();
  });

  it("415: any other kind of content", async () => {
    for (const type of ["text/plain", "text/csv", "application/xml"]) {
      expect((await post(api, PATH, "x", type)).status).toBe(415);
    }
    const packed = await fetch(`${api.url}${PATH}`, {
      method: "POST",
      body: "x",
      headers: { ...api.headers, "content-type": "application/x-ndjson", "content-encoding": "gzip" },
    });
    expect(packed.status).toBe(415);
  });
});
