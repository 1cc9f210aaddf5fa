import {
  clearOutdatedReports,
  clearStaleMonths,
  listOutdatedReports,
  listStaleMonths,
  readQuestionsOfNotes,
  saveAssignments,
  saveNotes,
  saveReports,
  saveSegments,
} from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeNote } from "../conformance/store/make-note.js";
import { call, catalogue, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";
import { report } from "./sample-content.js";

const [NEVER = ""] = catalogue.neverThemeIds;
const [CARE = ""] = catalogue.careThemeIds;
const person = { reden: "In ons team hoort dit bij elkaar." };

let api: ServedApi;
const trendsAsked: string[] = [];
beforeAll(async () => {
  api = await openApi({}, () => ({
    enqueueTrends: async ({ municipalityId }) => void trendsAsked.push(municipalityId),
  }));
  const { db } = api.store;
  await saveNotes(db, MUNICIPALITY, "i", [makeNote("n1"), makeNote("n2")], NOW);
  const assignment = { themeId: "huurtoeslag", confidence: 0.8, route: "known" } as const;
  const whole = { start: 0, end: 12, kind: "help-question" } as const;
  const cut = ["n1", "n2"].map((noteId) => ({ noteId, version: 1, segments: [whole] }));
  await saveSegments(db, MUNICIPALITY, cut, NOW);
  const given = [assignment, { ...assignment, route: "safety" as const }];
  const themed = cut.map((note, index) => ({
    ...note,
    segments: [{ ...whole, assignment: given[index] ?? assignment }],
  }));
  await saveAssignments(db, MUNICIPALITY, themed, NOW);
});
afterAll(() => api.close());

const correct = (themeId: string, body: object) =>
  post(api, `/v1/themas/${themeId}/correcties`, { ...person, ...body });
const move = (questionId: string, body: object) =>
  post(api, `/v1/vragen/${questionId}/verplaatsing`, { ...person, ...body });
const undo = (id: string, body: object = person) => post(api, `/v1/correcties/${id}/intrekking`, body);
const idOf = ({ body }: { body: unknown }): string => (body as { id: string }).id;
const themeOf = async (noteId: string) =>
  (await api.store.db.selectFrom("question").select("theme_id").where("note_id", "=", noteId).executeTakeFirst())
    ?.theme_id;

describe("corrections", () => {
  it("201: a name holds at once, and undoing it gives the old one back", async () => {
    const made = await correct("huurtoeslag", { soort: "hernoemen", naam: "Geld voor de huur" });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      soort: "hernoemen",
      themaId: "huurtoeslag",
      door: "Sam de Vries",
      op: NOW.toISOString(),
    });
    expect((await call(api, "GET", "/v1/themas/huurtoeslag")).body).toMatchObject({ naam: "Geld voor de huur" });
    expect((await undo(idOf(made))).body).toMatchObject({ ongedaan: { door: "Sam de Vries" } });
    expect((await call(api, "GET", "/v1/themas/huurtoeslag")).body).toMatchObject({
      naam: catalogue.theme("huurtoeslag")?.label,
    });
    expect((await undo(idOf(made))).body).toMatchObject({ status: 409, code: "correction-refused" });
    expect(trendsAsked).toEqual([MUNICIPALITY, MUNICIPALITY]);
  });

  it("201: a merge moves the questions and takes the theme off the list, until it is undone", async () => {
    const listed = async () => ((await call(api, "GET", "/v1/themas")).body as { themas: { id: string }[] }).themas;
    const made = await correct("huurtoeslag", { soort: "samenvoegen", metThemaId: "vervoer" });
    expect(await themeOf("n1")).toBe("vervoer");
    expect((await listed()).some(({ id }) => id === "huurtoeslag")).toBe(false);
    expect((await correct("huurtoeslag", { soort: "vastzetten" })).status).toBe(409);
    expect((await correct("vervoer", { soort: "samenvoegen", metThemaId: "huurtoeslag" })).status).toBe(409);
    await undo(idOf(made));
    expect(await themeOf("n1")).toBe("huurtoeslag");
    expect((await listed()).some(({ id }) => id === "huurtoeslag")).toBe(true);
  });

  it("201: a split gets an id of its own that is not used again", async () => {
    const split = { soort: "splitsen", naam: "Vragen van n1", woorden: ["vraag"] };
    const made = await correct("huurtoeslag", split);
    const { naarThemaId } = made.body as { naarThemaId: string };
    expect(await themeOf("n1")).toBe(naarThemaId);
    expect((await call(api, "GET", `/v1/themas/${naarThemaId}`)).body).toMatchObject({ naam: "Vragen van n1" });
    const renamed = await correct(naarThemaId, { soort: "hernoemen", naam: "Iets anders" });
    expect((await undo(idOf(made))).status).toBe(409);
    await undo(idOf(renamed));
    await undo(idOf(made));
    expect((await call(api, "GET", `/v1/themas/${naarThemaId}`)).status).toBe(404);
    const again = await correct("huurtoeslag", split);
    expect((again.body as { naarThemaId: string }).naarThemaId).not.toBe(naarThemaId);
    await undo(idOf(again));
  });

  it("201: a question moves, and without a theme it stands nowhere", async () => {
    expect((await move("n1.0", { naarThemaId: null })).status).toBe(201);
    expect(await themeOf("n1")).toBeNull();
    const { correcties } = (await call(api, "GET", "/v1/correcties")).body as { correcties: { id: string }[] };
    await undo(correcties[0]?.id ?? "");
    expect(await themeOf("n1")).toBe("huurtoeslag");
  });

  it("201: a name stands in every report, and one question only in those of its months, which counting finds", async () => {
    const { db } = api.store;
    await saveReports(db, MUNICIPALITY, { month: "2026-10", content: report(), madeAt: NOW });
    await clearOutdatedReports(db, MUNICIPALITY, await listOutdatedReports(db, MUNICIPALITY));
    await clearStaleMonths(db, MUNICIPALITY, await listStaleMonths(db, MUNICIPALITY));
    const marked = async () => ({
      reports: (await listOutdatedReports(db, MUNICIPALITY)).map(({ month }) => month),
      counts: (await listStaleMonths(db, MUNICIPALITY)).map(({ month }) => month),
    });
    const moved = await move("n1.0", { naarThemaId: null });
    await undo(idOf(moved));
    expect(await marked()).toEqual({ reports: [], counts: [makeNote("n1").date.slice(0, 7)] });
    await undo(idOf(await correct("huurtoeslag", { soort: "hernoemen", naam: "Geld voor de huur" })));
    expect((await marked()).reports).toEqual(["2026-10"]);
  });

  it("409 then 201: a question leaves the safety route by an explicit yes only", async () => {
    expect((await move("n2.0", { naarThemaId: "huurtoeslag" })).body).toMatchObject({ code: "correction-refused" });
    const made = await move("n2.0", { naarThemaId: "huurtoeslag", uitVeiligheid: true });
    expect(made.status).toBe(201);
    await undo(idOf(made));
  });

  it("409: a theme about safety is not merged, closed or split, and care is not merged away", async () => {
    for (const body of [
      { soort: "samenvoegen", metThemaId: "huurtoeslag" },
      { soort: "geen-thema" },
      { soort: "sluimeren" },
      { soort: "splitsen", naam: "Iets", woorden: ["iets"] },
    ]) {
      expect((await correct(NEVER, body)).status, body.soort).toBe(409);
    }
    expect((await correct("huurtoeslag", { soort: "samenvoegen", metThemaId: NEVER })).status).toBe(409);
    expect((await correct(CARE, { soort: "samenvoegen", metThemaId: "huurtoeslag" })).status).toBe(409);
  });

  it("keeps a reason without its phone number, and asks who and why", async () => {
    const made = await correct("huurtoeslag", { soort: "vastzetten", reden: "Bel 06-12345678 als dit niet klopt." });
    expect(made.status).toBe(201);
    expect(made.text).not.toContain("12345678");
    await undo(idOf(made));
    const wrong = await post(api, "/v1/themas/huurtoeslag/correcties", { soort: "hernoemen" });
    const pointers = (wrong.body as { errors: { location: { pointer: string } }[] }).errors.map(
      ({ location }) => location.pointer,
    );
    expect(pointers.sort()).toEqual(["/naam", "/reden"]);
  });

  it("400: names every part that the gate holds back, and makes nothing of the rest", async () => {
    const rare = "Drieling, oud-burgemeester, woonboot";
    const held = { naam: rare, woorden: ["bus", rare], reden: rare };
    const { status, body } = await correct("vervoer", { soort: "splitsen", ...held });
    expect(status).toBe(400);
    const { errors } = body as { errors: { code: string; location: { pointer: string } }[] };
    expect(errors.map(({ code, location }) => [code, location.pointer])).toEqual([
      ["identifiers", "/reden"],
      ["identifiers", "/naam"],
      ["identifiers", "/woorden/1"],
    ]);
    expect((await call(api, "GET", "/v1/correcties")).text).not.toContain("woonboot");
  });

  it("409: a name that is taken or borne already, and words that no question of the theme holds", async () => {
    const label = (themeId: string) => catalogue.theme(themeId)?.label ?? "";
    const refused: readonly (readonly [object, string])[] = [
      [{ soort: "hernoemen", naam: label("huurtoeslag") }, "Zo heet dit thema al."],
      [{ soort: "hernoemen", naam: label("vervoer").toUpperCase() }, "Er is al een thema met deze naam."],
      [{ soort: "splitsen", naam: label("vervoer"), woorden: ["vraag"] }, "Er is al een thema met deze naam."],
      [{ soort: "splitsen", naam: "De trein", woorden: ["trein"] }, "In geen vraag van dit thema"],
    ];
    for (const [body, sentence] of refused) {
      const { status, body: problem } = await correct("huurtoeslag", body);
      expect([status, (problem as { detail: string }).detail]).toEqual([409, expect.stringContaining(sentence)]);
    }
  });

  it("404: an unknown theme, question or correction", async () => {
    expect((await correct("weg", { soort: "vastzetten" })).status).toBe(404);
    expect((await correct("huurtoeslag", { soort: "samenvoegen", metThemaId: "weg" })).status).toBe(404);
    expect((await move("weg.0", { naarThemaId: null })).status).toBe(404);
    expect((await move("n1.x", { naarThemaId: null })).status).toBe(404);
    expect((await undo("c-9999")).status).toBe(404);
  });

  it("200: tells what happened in sentences, the latest first, and of one theme", async () => {
    await correct("vervoer", { soort: "sluimeren" });
    const { themawijzigingen } = (await call(api, "GET", "/v1/themawijzigingen?themaId=vervoer")).body as {
      themawijzigingen: { zin: string; door: string }[];
    };
    expect(themawijzigingen[0]).toMatchObject({
      soort: "sluimert",
      zin: "‘Vervoer en mobiliteit’ sluimert: wij melden het pas als het erger wordt.",
      door: "Sam de Vries",
      reden: person.reden,
    });
    expect(themawijzigingen.at(-1)).toMatchObject({ soort: "samengevoegd", andereThemaId: "vervoer" });
    expect(await readQuestionsOfNotes(api.store.db, MUNICIPALITY, ["n1"])).toHaveLength(1);
  });

  it("200: tells what was undone, and how a theme that was split off was called", async () => {
    const latest = async () =>
      ((await call(api, "GET", "/v1/themawijzigingen")).body as { themawijzigingen: { zin: string }[] })
        .themawijzigingen[0]?.zin;
    const cases: readonly (readonly [object, string, string])[] = [
      [
        { soort: "hernoemen", naam: "Ritjes" },
        "‘Vervoer en mobiliteit’ heet nu ‘Ritjes’.",
        "De naam ‘Ritjes’ voor ‘Vervoer en mobiliteit’ is ongedaan gemaakt.",
      ],
      [
        { soort: "samenvoegen", metThemaId: "huurtoeslag" },
        "‘Vervoer en mobiliteit’ is samengevoegd met ‘Huurtoeslag’.",
        "Het samenvoegen van ‘Vervoer en mobiliteit’ met ‘Huurtoeslag’ is ongedaan gemaakt.",
      ],
      [
        { soort: "splitsen", naam: "De bus", woorden: ["vraag"] },
        "Uit ‘Vervoer en mobiliteit’ is een nieuw thema gehaald: ‘De bus’.",
        "Het splitsen van ‘Vervoer en mobiliteit’ is ongedaan gemaakt.",
      ],
      [
        { soort: "vastzetten" },
        "‘Vervoer en mobiliteit’ is vastgezet.",
        "Het vastzetten van ‘Vervoer en mobiliteit’ is ongedaan gemaakt.",
      ],
      [
        { soort: "geen-thema" },
        "‘Vervoer en mobiliteit’ is geen thema meer.",
        "‘Vervoer en mobiliteit’ is weer een thema.",
      ],
    ];
    const moved = await move("n1.0", { naarThemaId: "vervoer" });
    for (const [body, made, undone] of cases) {
      const correction = await correct("vervoer", body);
      expect(await latest()).toBe(made);
      await undo(idOf(correction));
      expect(await latest()).toBe(undone);
    }
    await undo(idOf(moved));
  });

  it("200: tells of each renaming what the theme was called before it, also when that was undone later", async () => {
    const label = catalogue.theme("eenzaamheid")?.label;
    const [first, second] = [
      await correct("eenzaamheid", { soort: "hernoemen", naam: "Samen eten" }),
      await correct("eenzaamheid", { soort: "hernoemen", naam: "Aan tafel" }),
    ];
    await undo(idOf(first));
    const { themawijzigingen } = (await call(api, "GET", "/v1/themawijzigingen?themaId=eenzaamheid")).body as {
      themawijzigingen: { zin: string }[];
    };
    expect(themawijzigingen.slice(0, 3).map(({ zin }) => zin)).toEqual([
      `De naam ‘Samen eten’ voor ‘${label}’ is ongedaan gemaakt.`,
      "‘Samen eten’ heet nu ‘Aan tafel’.",
      `‘${label}’ heet nu ‘Samen eten’.`,
    ]);
    await undo(idOf(second));
  });

  it("200: tells no question that went to a theme about safety: it is one case", async () => {
    const moved = await move("n1.0", { naarThemaId: NEVER });
    const list = async () => (await call(api, "GET", `/v1/themawijzigingen?themaId=${NEVER}`)).text;
    expect(moved.status).toBe(201);
    expect(await list()).not.toContain("verplaatst");
    await undo(idOf(moved));
    expect(await list()).not.toContain("verplaats");
  });
});
