import { saveAssignments, saveSegments } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";

/** A source may number its notes with anything; the one with the slash must survive the address. */
const SOURCE_ID = "zaak 12/34";
const person = { reden: "Dit gaat over het vervoer." };
const known = { themeId: "huurtoeslag", confidence: 0.75, route: "known" } as const;

let api: ServedApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const read = (sourceId: string) => call(api, "GET", `/v1/casusnotities/${encodeURIComponent(sourceId)}/vragen`);

/** What the stages after intake do with the note: two questions, the second one on the safety route. */
async function workOut(): Promise<void> {
  const noteId = api.noteJobs.at(-1) ?? "";
  const [first, second] = [
    { start: 0, end: 12, kind: "help-question" },
    { start: 13, end: 30, kind: "help-question" },
  ] as const;
  const note = { noteId, version: 1 };
  await saveSegments(api.store.db, MUNICIPALITY, [{ ...note, segments: [first, second] }], NOW);
  const segments = [
    { ...first, assignment: known },
    { ...second, assignment: { ...known, route: "safety" as const } },
  ];
  await saveAssignments(api.store.db, MUNICIPALITY, [{ ...note, segments }], NOW);
}

describe("the questions of a note", () => {
  it("200: are read by the id of the source, moved by their own id, and read again as moved", async () => {
    const tekst = "Mevrouw vraagt hoe zij met de bus naar het ziekenhuis kan. Zij kan de huur niet betalen.";
    const note = { bronId: ` ${SOURCE_ID} `, datum: "2026-10-05", team: "NOORD", wijk: "WK999901", tekst };
    expect((await post(api, "/v1/casusnotities", note)).status).toBe(201);
    expect(await read(SOURCE_ID)).toMatchObject({ status: 200, body: { vragen: [] } });
    await workOut();

    const before = await read(SOURCE_ID);
    const [first, second] = (before.body as { vragen: { vraagId: string }[] }).vragen;
    expect(first).toMatchObject({ begin: 0, einde: 12, route: "catalogus", themaId: "huurtoeslag", zekerheid: 0.75 });
    expect(second).toEqual({ vraagId: second?.vraagId, begin: 13, einde: 30, route: "veiligheid" });
    for (const word of ["Mevrouw", "zaak"]) expect(before.text).not.toContain(word);

    const moved = await post(api, `/v1/vragen/${first?.vraagId}/verplaatsing`, { ...person, naarThemaId: "vervoer" });
    expect(moved.status).toBe(201);
    expect((await read(SOURCE_ID)).body).toEqual({
      vragen: [{ ...first, themaId: "vervoer", zekerheid: 1 }, second],
    });
  });

  it("404: says so of a note that is not known, and 400 of an id that no note can have", async () => {
    expect(await read("zaak 56")).toMatchObject({
      status: 404,
      body: { code: "note-unknown", detail: expect.stringContaining("Deze notitie kennen wij niet.") },
    });
    expect((await read("x".repeat(201))).status).toBe(400);
  });
});
