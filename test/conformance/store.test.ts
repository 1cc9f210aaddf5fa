import { markSafe, type PartnerRequest, type Proposal, type SafeNote, type Signal } from "@rode-draad/domain";
import {
  clearStaleMonths,
  countCases,
  countNotes,
  countNotesUnderWay,
  countProfessionals,
  countQuarantined,
  createInitiative,
  createPartnerRequest,
  ensureMunicipality,
  ensureTeams,
  findAreaByNameOrCode,
  finishImport,
  inTransaction,
  listAreas,
  listEmergentThemes,
  listImports,
  listInitiatives,
  listNotesStandingStill,
  listPartnerRequests,
  listProposals,
  listReports,
  listSignals,
  listStaleMonths,
  listTeams,
  listWaitingRequests,
  markRequestFailed,
  markRequestSent,
  openStore,
  readEmergentState,
  readMonthCounts,
  readMonthRange,
  readNotes,
  readPartnerRequest,
  readProposal,
  readQuestionsOfNotes,
  readReport,
  readUnassignedQuestions,
  readWeekCounts,
  readWindowCounts,
  recountMonths,
  recountWeeks,
  removeNotes,
  replaceSignals,
  reviewProposal,
  type StoreDatabase,
  saveAssignments,
  saveEmergentAssignments,
  saveNotes,
  saveProposals,
  saveQuarantined,
  saveReport,
  saveSegments,
  startImport,
  type ThemedSegment,
  upsertAreas,
  upsertEmergentThemes,
  writeEmergentState,
} from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requirePostgres, STORE_ENGINES } from "./back-ends.js";
import { cutNote, makeNote } from "./notes.js";

const postgresAnswers = await requirePostgres();
const NOW = new Date("2026-04-01T08:00:00.000Z");
const LATER = new Date("2026-04-01T09:00:00.000Z");
let place = 0;
/** Every case works in its own municipality, so that they share one database. */
let CITY = "";

describe.each(STORE_ENGINES)("the store on %s", (engine) => {
  describe.skipIf(engine === "postgres" && !postgresAnswers)("with a database", () => {
    let scratch: ScratchStore;
    let db: StoreDatabase;

    beforeAll(async () => {
      scratch = await openScratchStore(engine);
      db = scratch.store.db;
    });
    afterAll(async () => {
      await scratch.drop();
    });
    beforeEach(async () => {
      place += 1;
      CITY = `stad-${place}`;
      await ensureMunicipality(db, { id: CITY, name: "Stad" });
    });

    async function theme(notes: readonly SafeNote[], themeOf: (note: SafeNote) => ThemedSegment["assignment"]) {
      await saveNotes(db, CITY, "import", notes, NOW);
      const ids = notes.map((note) => note.id);
      const stored = await readNotes(db, CITY, ids);
      const cuts = stored.map((note) => ({
        noteId: note.id,
        version: note.version,
        segments: cutNote(note),
      }));
      await saveSegments(db, CITY, cuts, NOW);
      const byId = new Map(notes.map((note) => [note.id, note]));
      await saveAssignments(
        db,
        CITY,
        cuts.map((cut) => {
          const assignment = themeOf(byId.get(cut.noteId) ?? makeNote(cut.noteId));
          return {
            ...cut,
            segments: cut.segments.map((segment) => ({ ...segment, ...(assignment && { assignment }) })),
          };
        }),
        NOW,
      );
    }
    const known = (themeId: string) => ({ themeId, confidence: 0.9, route: "known" }) as const;
    const unassigned = { themeId: null, confidence: 0.2, route: "unassigned" } as const;

    describe("places and imports", () => {
      it("finds an area by code, name or alias in any case, and keeps earlier aliases", async () => {
        await upsertAreas(db, CITY, [
          { code: "WK000001", name: "Noord", aliases: ["Noorderwijk"] },
          { code: "WK000002", name: "Zuid" },
        ]);
        await upsertAreas(db, CITY, [{ code: "WK000001", name: "Noord", aliases: ["De Noord"] }]);
        for (const name of ["wk000001", "NOORD", " noorderwijk ", "de noord"]) {
          expect((await findAreaByNameOrCode(db, CITY, name))?.code).toBe("WK000001");
        }
        expect(await findAreaByNameOrCode(db, CITY, "Oost")).toBeUndefined();
        expect(await listAreas(db, CITY)).toEqual([
          { code: "WK000001", name: "Noord", aliases: ["de noord", "noorderwijk"] },
          { code: "WK000002", name: "Zuid", aliases: [] },
        ]);
      });

      it("keeps a team's name when the team comes again without one", async () => {
        await ensureTeams(db, CITY, [{ code: "T1", name: "Team Noord" }, { code: "T2" }]);
        await ensureTeams(db, CITY, [{ code: "T1" }, { code: "T2" }]);
        expect(await listTeams(db, CITY)).toEqual([
          { code: "T1", name: "Team Noord" },
          { code: "T2", name: "T2" },
        ]);
      });

      it("keeps what an import summed up", async () => {
        await startImport(db, CITY, { id: "i1", origin: "notities.csv", startedAt: NOW });
        await startImport(db, CITY, { id: "i1", origin: "other", startedAt: LATER });
        await finishImport(db, CITY, "i1", { finishedAt: LATER, summary: { stored: 3 } });
        expect(await listImports(db, CITY)).toEqual([
          { id: "i1", origin: "notities.csv", startedAt: NOW, finishedAt: LATER, summary: { stored: 3 } },
        ]);
      });
    });

    describe("notes", () => {
      it("are stored once, however often they come", async () => {
        const notes = Array.from({ length: 500 }, (_, number) => makeNote(`n${number}`));
        const ids = notes.map((note) => note.id);
        const first = await saveNotes(db, CITY, "i1", notes, NOW);
        expect([...first.stored].sort()).toEqual([...ids].sort());
        const second = await saveNotes(db, CITY, "i2", notes, LATER);
        expect(second.stored).toEqual([]);
        expect(second.replaced).toEqual([]);
        expect([...second.duplicate].sort()).toEqual([...ids].sort());
        expect(await countNotes(db, CITY)).toBe(500);
      });

      it("come back as they were, text and all, by id", async () => {
        const text = markSafe("Eerste regel\n“tweede” ✓ 👩‍👧 'quote' \\ einde");
        await saveNotes(db, CITY, "i1", [makeNote("b", { text }), makeNote("a", { safetyFlag: true })], NOW);
        const read = await readNotes(db, CITY, ["b", "a", "gone"]);
        expect(read.map((note) => note.id)).toEqual(["a", "b"]);
        expect(read[1]).toEqual({
          id: "b",
          version: 1,
          state: "received",
          caseId: "case-b",
          date: "2026-03-10",
          teamCode: "T1",
          areaCode: "WK000001",
          safetyFlag: false,
          text,
        });
        expect(read[0]?.safetyFlag).toBe(true);
      });

      it("with characters that PostgreSQL refuses are stored with every offset in place", async () => {
        const text = markSafe("nul \0 en een halve \ud83d hier");
        await saveNotes(db, CITY, "i1", [makeNote("odd", { text }), makeNote("plain")], NOW);
        const [odd] = await readNotes(db, CITY, ["odd"]);
        expect(odd?.text).toHaveLength(text.length);
        expect(odd?.text).toBe("nul \ufffd en een halve \ufffd hier");
      });

      it("with another text replace the old one, which loses its questions and its place in the counts", async () => {
        await theme([makeNote("n1")], () => known("huurtoeslag"));
        await clearStaleMonths(db, CITY, await listStaleMonths(db, CITY));
        const changed = makeNote("n1", { text: markSafe("Anders."), contentHash: "other", date: "2026-04-02" });
        expect(await saveNotes(db, CITY, "i2", [changed], LATER)).toEqual({
          stored: [],
          duplicate: [],
          replaced: ["n1"],
        });
        expect(await readNotes(db, CITY, ["n1"])).toMatchObject([{ version: 2, state: "received", text: "Anders." }]);
        expect((await listStaleMonths(db, CITY)).map((stale) => stale.month)).toEqual(["2026-03"]);
        expect(await countCases(db, CITY, { fromMonth: "2026-01", toMonth: "2026-12", neverThemeIds: [] })).toBe(0);
      });

      it("with the same text and another team, date or safety flag are replaced too", async () => {
        await saveNotes(db, CITY, "i1", [makeNote("n1"), makeNote("n2"), makeNote("n3")], NOW);
        const again = [
          makeNote("n1", { safetyFlag: true }),
          makeNote("n2", { teamCode: "T9" }),
          makeNote("n3", { date: "2026-03-11" }),
        ];
        expect([...(await saveNotes(db, CITY, "i2", again, LATER)).replaced].sort()).toEqual(["n1", "n2", "n3"]);
      });

      it("that stand twice in one batch: the last one wins and each row is accounted for", async () => {
        const twice = [
          makeNote("n1"),
          makeNote("n1"),
          makeNote("n1", { contentHash: "x", text: markSafe("Laatste.") }),
        ];
        expect(await saveNotes(db, CITY, "i1", twice, NOW)).toEqual({
          stored: ["n1"],
          duplicate: ["n1"],
          replaced: ["n1"],
        });
        expect((await readNotes(db, CITY, ["n1"]))[0]?.text).toBe("Laatste.");
      });

      it("of two imports at the same moment end up stored once", async () => {
        const notes = Array.from({ length: 200 }, (_, number) => makeNote(`n${number}`));
        const outcomes = await Promise.all([
          saveNotes(db, CITY, "i1", notes, NOW),
          saveNotes(db, CITY, "i2", [...notes].reverse(), NOW),
          saveNotes(db, CITY, "i3", notes, NOW),
        ]);
        expect(outcomes.reduce((sum, outcome) => sum + outcome.stored.length, 0)).toBe(200);
        expect(await countNotes(db, CITY)).toBe(200);
      });

      it("move in and out of quarantine, and never stand in both", async () => {
        const held = {
          id: "n1",
          contentHash: "raw-2",
          reason: "second-pass-hit",
          spans: [{ start: 1, end: 4, type: "BSN" }],
        } as const;
        await theme([makeNote("n1")], () => known("huurtoeslag"));
        expect(await saveQuarantined(db, CITY, "i2", [held], LATER)).toEqual({
          stored: [],
          duplicate: [],
          replaced: ["n1"],
        });
        expect(await readNotes(db, CITY, ["n1"])).toEqual([]);
        expect(await countQuarantined(db, CITY)).toEqual({ "second-pass-hit": 1 });
        expect((await saveQuarantined(db, CITY, "i2", [held], LATER)).duplicate).toEqual(["n1"]);
        expect((await saveNotes(db, CITY, "i3", [makeNote("n1")], LATER)).stored).toEqual(["n1"]);
        expect(await countQuarantined(db, CITY)).toEqual({});
      });

      it("that are removed leave no question behind", async () => {
        await theme([makeNote("n1"), makeNote("n2")], () => known("huurtoeslag"));
        expect(await removeNotes(db, CITY, ["n1", "unknown"], LATER)).toEqual(["n1"]);
        expect(await countCases(db, CITY, { fromMonth: "2026-03", toMonth: "2026-03", neverThemeIds: [] })).toBe(1);
      });

      it("that stand still are found, those that move are not", async () => {
        await saveNotes(db, CITY, "i1", [makeNote("old")], NOW);
        await saveNotes(db, CITY, "i1", [makeNote("new")], LATER);
        const still = (await listNotesStandingStill(db, LATER)).filter((note) => note.municipalityId === CITY);
        expect(still).toEqual([{ municipalityId: CITY, noteId: "old", state: "received" }]);
        expect(await countNotesUnderWay(db, CITY)).toBe(2);
        expect(await readMonthRange(db, CITY)).toEqual({ first: "2026-03", last: "2026-03" });
      });
    });

    describe("questions", () => {
      it("are read with the text they were cut from, in order", async () => {
        const note = makeNote("n1");
        await saveNotes(db, CITY, "i1", [note, makeNote("n2")], NOW);
        const segments = [
          { start: 0, end: 12, kind: "help-question" },
          { start: 13, end: 20, kind: "context" },
          { start: 21, end: 30, kind: "help-question", setAside: "negated" },
        ] as const;
        expect(await saveSegments(db, CITY, [{ noteId: "n1", version: 1, segments }], NOW)).toEqual(["n1"]);
        const read = await readQuestionsOfNotes(db, CITY, ["n1", "n2"]);
        expect(read).toEqual([
          {
            noteId: "n1",
            version: 1,
            state: "cut",
            date: note.date,
            safetyFlag: false,
            text: note.text,
            segments: segments.map((segment, ordinal) => ({ ...segment, questionId: `n1.${ordinal}` })),
          },
        ]);
      });

      it("of a note that was replaced meanwhile are not written", async () => {
        const note = makeNote("n1");
        await saveNotes(db, CITY, "i1", [note], NOW);
        await saveNotes(db, CITY, "i2", [makeNote("n1", { contentHash: "new" })], LATER);
        const cut = { noteId: "n1", version: 1, segments: cutNote(note) };
        expect(await saveSegments(db, CITY, [cut], LATER)).toEqual([]);
        expect(await saveAssignments(db, CITY, [cut], LATER)).toEqual([]);
        expect((await readNotes(db, CITY, ["n1"]))[0]?.state).toBe("received");
      });

      it("written twice stand there once", async () => {
        const notes = [makeNote("n1"), makeNote("n2")];
        await theme(notes, () => known("huurtoeslag"));
        await theme(notes, () => known("huurtoeslag"));
        const [note] = await readQuestionsOfNotes(db, CITY, ["n1"]);
        expect(note?.segments).toHaveLength(2);
        expect(note?.state).toBe("themed");
      });

      it("that are unknown come by date and id, page by page, with exactly their own text", async () => {
        const text = markSafe("👩‍👧 Eerst iets. Dan dit.");
        await theme(
          [makeNote("b", { text }), makeNote("a", { date: "2026-03-12" }), makeNote("c", { date: "2026-03-01" })],
          () => unassigned,
        );
        const all = await readUnassignedQuestions(db, CITY, { limit: 100 });
        expect(all.map((question) => question.id)).toEqual(["c.0", "c.1", "b.0", "b.1", "a.0", "a.1"]);
        expect(all[2]).toMatchObject({ text: "👩‍👧 Eerst iets.", week: "2026-W11", caseId: "case-b", noteVersion: 1 });
        const [first, second] = all;
        const page = await readUnassignedQuestions(db, CITY, { limit: 1, ...(first && { after: first }) });
        expect(page).toEqual([second]);
      });
    });

    describe("emergent themes", () => {
      const found = { id: "t-0001", terms: ["lift"], label: "lift", firstWeek: "2026-W10", cases: 3 };

      it("are given once; a replaced note's question is left alone", async () => {
        await theme([makeNote("n1"), makeNote("n2")], () => unassigned);
        const given = (await readUnassignedQuestions(db, CITY, { limit: 10 })).map((question) => ({
          questionId: question.id,
          noteVersion: question.noteVersion,
          themeId: "t-0001",
          confidence: 0.7,
        }));
        await saveNotes(db, CITY, "i2", [makeNote("n2", { contentHash: "new" })], LATER);
        expect(await saveEmergentAssignments(db, CITY, given, LATER)).toBe(2);
        expect(await readUnassignedQuestions(db, CITY, { limit: 10 })).toEqual([]);
      });

      it("keep a memory that two runs cannot both write", async () => {
        expect(await readEmergentState(db, CITY)).toBeUndefined();
        const state = new Uint8Array([0, 1, 2, 255]);
        await writeEmergentState(db, CITY, { expectedVersion: 0, state });
        const read = await readEmergentState(db, CITY);
        expect(read?.version).toBe(1);
        expect([...(read?.state ?? [])]).toEqual([0, 1, 2, 255]);
        await expect(writeEmergentState(db, CITY, { expectedVersion: 0, state })).rejects.toThrow(/sneller/);
        await writeEmergentState(db, CITY, { expectedVersion: 1, state });
        const race = await Promise.allSettled(
          [1, 2, 3].map(() => writeEmergentState(db, CITY, { expectedVersion: 2, state })),
        );
        expect(race.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
      });

      it("that merge count as the one they went into", async () => {
        await theme([makeNote("n1"), makeNote("n2", { caseId: "case-n1" }), makeNote("n3")], () => unassigned);
        const questions = await readUnassignedQuestions(db, CITY, { limit: 10 });
        await saveEmergentAssignments(
          db,
          CITY,
          questions.map((question) => ({
            questionId: question.id,
            noteVersion: 1,
            themeId: question.noteId === "n1" ? "t-0001" : "t-0002",
            confidence: 1,
          })),
          NOW,
        );
        await upsertEmergentThemes(db, CITY, [found, { ...found, id: "t-0002" }], NOW);
        await clearStaleMonths(db, CITY, await listStaleMonths(db, CITY));
        await upsertEmergentThemes(db, CITY, [{ ...found, id: "t-0002", mergedInto: "t-0001" }], LATER);
        const months = (await listStaleMonths(db, CITY)).map((stale) => stale.month);
        expect(months).toEqual(["2026-03"]);
        await recountMonths(db, CITY, months, []);
        const counts = await readMonthCounts(db, CITY, { fromMonth: "2026-03", toMonth: "2026-03", scopes: ["all"] });
        expect(counts).toEqual([{ themeId: "t-0001", month: "2026-03", cases: 2, professionals: 1 }]);
        expect((await listEmergentThemes(db, CITY))[1]).toMatchObject({ id: "t-0002", mergedInto: "t-0001" });
      });
    });

    describe("counts", () => {
      const all = { fromMonth: "2026-01", toMonth: "2026-12" } as const;

      it("count a case once per theme and month in every scope, as a naive count does", async () => {
        const notes = Array.from({ length: 120 }, (_, number) =>
          makeNote(`n${String(number).padStart(3, "0")}`, {
            caseId: `case-${(number * 7) % 40}`,
            professionalId: `p${number % 5}`,
            areaCode: `WK00000${number % 3}`,
            teamCode: `T${number % 2}`,
            date: `2026-0${1 + (number % 4)}-1${number % 9}`,
          }),
        );
        const themeOf = (note: SafeNote) => `theme-${Number(note.id.slice(1)) % 4}`;
        await theme(notes, (note) => known(themeOf(note)));
        await recountMonths(db, CITY, ["2026-01", "2026-02", "2026-03", "2026-04"], ["theme-3"]);
        const naive = new Map<string, { cases: Set<string>; professionals: Set<string> }>();
        for (const note of notes) {
          if (themeOf(note) === "theme-3") continue;
          for (const area of ["", note.areaCode]) {
            for (const team of ["", note.teamCode]) {
              const key = [themeOf(note), note.date.slice(0, 7), area, team].join("|");
              const cell = naive.get(key) ?? { cases: new Set(), professionals: new Set() };
              cell.cases.add(note.caseId);
              cell.professionals.add(note.professionalId ?? "");
              naive.set(key, cell);
            }
          }
        }
        const counts = await readMonthCounts(db, CITY, all);
        const counted = counts.map(
          (count) =>
            `${count.themeId}|${count.month}|${count.areaCode ?? ""}|${count.teamCode ?? ""} ${count.cases} ${count.professionals}`,
        );
        const expected = [...naive].map(([key, cell]) => `${key} ${cell.cases.size} ${cell.professionals.size}`);
        expect(counted.sort()).toEqual(expected.sort());
      });

      it("leave out what is set aside, context, the safety route and what is never collective", async () => {
        await saveNotes(db, CITY, "i1", [makeNote("n1")], NOW);
        const segments: ThemedSegment[] = [
          { start: 0, end: 1, kind: "help-question", setAside: "past", assignment: known("a") },
          { start: 1, end: 2, kind: "context", assignment: known("b") },
          { start: 2, end: 3, kind: "help-question", assignment: { themeId: "c", confidence: 1, route: "safety" } },
          { start: 3, end: 4, kind: "help-question", assignment: known("never") },
          { start: 4, end: 5, kind: "help-question", assignment: unassigned },
          { start: 5, end: 6, kind: "help-question", assignment: known("counts") },
        ];
        await saveAssignments(db, CITY, [{ noteId: "n1", version: 1, segments }], NOW);
        await recountMonths(db, CITY, ["2026-03"], ["never"]);
        await recountWeeks(db, CITY, ["2026-03"], ["never"]);
        const months = await readMonthCounts(db, CITY, all);
        expect(new Set(months.map((count) => count.themeId))).toEqual(new Set(["counts"]));
        const weeks = await readWeekCounts(db, CITY, { fromWeek: "2026-W01", toWeek: "2026-W53", scopes: ["all"] });
        expect(weeks).toEqual([{ themeId: "counts", week: "2026-W11", cases: 1 }]);
        expect(await countCases(db, CITY, { ...all, neverThemeIds: ["never"], themeIds: ["never"] })).toBe(0);
      });

      it("lose the cells that emptied", async () => {
        await theme([makeNote("n1"), makeNote("n2", { date: "2026-03-30" })], () => known("huurtoeslag"));
        await recountMonths(db, CITY, ["2026-03"], []);
        await recountWeeks(db, CITY, ["2026-03"], []);
        await removeNotes(db, CITY, ["n2"], LATER);
        await recountMonths(db, CITY, ["2026-03"], []);
        await recountWeeks(db, CITY, ["2026-03"], []);
        const filter = { fromWeek: "2026-W01", toWeek: "2026-W53", scopes: ["all"] } as const;
        expect(await readWeekCounts(db, CITY, filter)).toEqual([
          { themeId: "huurtoeslag", week: "2026-W11", cases: 1 },
        ]);
        await removeNotes(db, CITY, ["n1"], LATER);
        await recountMonths(db, CITY, ["2026-03"], []);
        expect(await readMonthCounts(db, CITY, all)).toEqual([]);
      });

      it("over a window count a case once across its months", async () => {
        await theme(
          [
            makeNote("n1", { caseId: "x", date: "2026-02-03" }),
            makeNote("n2", { caseId: "x", date: "2026-03-04", professionalId: "professional-2" }),
            makeNote("n3", { caseId: "y", areaCode: "WK000002" }),
          ],
          (note) => known(note.id === "n3" ? "geldzorgen" : "huurtoeslag"),
        );
        const window = { fromMonth: "2026-02", toMonth: "2026-03", neverThemeIds: [] } as const;
        const counts = await readWindowCounts(db, CITY, { ...window, scopes: ["all"] });
        expect(counts).toEqual([
          { themeId: "geldzorgen", cases: 1, professionals: 1, firstDate: "2026-03-10", lastDate: "2026-03-10" },
          { themeId: "huurtoeslag", cases: 1, professionals: 2, firstDate: "2026-02-03", lastDate: "2026-03-04" },
        ]);
        const byArea = await readWindowCounts(db, CITY, { ...window, scopes: ["area"], areaCode: "WK000002" });
        expect(byArea).toMatchObject([{ themeId: "geldzorgen", areaCode: "WK000002", cases: 1 }]);
        expect(await countCases(db, CITY, window)).toBe(2);
        expect(await countCases(db, CITY, { ...window, themeIds: ["huurtoeslag", "geldzorgen"], teamCode: "T1" })).toBe(
          2,
        );
        expect(await countProfessionals(db, CITY, window)).toBe(2);
      });

      it("stay marked when a month changes between listing and clearing", async () => {
        await theme([makeNote("n1")], () => known("huurtoeslag"));
        const listed = await listStaleMonths(db, CITY);
        await theme([makeNote("n2")], () => known("huurtoeslag"));
        await clearStaleMonths(db, CITY, listed);
        const left = await listStaleMonths(db, CITY);
        expect(left.map((stale) => stale.month)).toEqual(["2026-03"]);
        await clearStaleMonths(db, CITY, left);
        expect(await listStaleMonths(db, CITY)).toEqual([]);
      });
    });

    it("signals of a month are replaced, those of other months stay", async () => {
      const signal = (id: string, week: string): Signal => ({
        id,
        themeId: "huurtoeslag",
        kind: "rising",
        week,
        areaCode: "WK000001",
        cases: 9,
        expected: 3.5,
        explanation: { kind: "unexplained" },
      });
      await replaceSignals(
        db,
        CITY,
        ["2026-03"],
        [signal("s1", "2026-W10"), signal("s2", "2026-W11"), signal("s3", "2026-W15")],
      );
      await replaceSignals(db, CITY, ["2026-03"], [signal("s2", "2026-W11")]);
      expect(await listSignals(db, CITY)).toEqual([signal("s3", "2026-W15"), signal("s2", "2026-W11")]);
      expect(await listSignals(db, CITY, { toMonth: "2026-03", themeIds: ["huurtoeslag"] })).toHaveLength(1);
    });

    describe("proposals", () => {
      const proposal = (id: string, change: Partial<Proposal> = {}): Proposal => ({
        id,
        needKey: `need-${id}`,
        month: "2026-03",
        areaCode: "WK000001",
        teamCodes: ["T1"],
        themeIds: ["huurtoeslag"],
        careNeeded: false,
        title: "Grip op je huurkosten",
        formatId: "infoavond",
        partnerIds: ["woningcorporatie"],
        whyNow: "Het speelt nu.",
        forWhom: "Huurders",
        turnout: { min: 10, max: 20 },
        preparationHours: { min: 4, max: 8 },
        minutesSavedPerVisitor: { min: 30, max: 75 },
        growsInto: [],
        avoid: "Geen namen.",
        evidence: { rule: "r1", band: "10 tot 14", windowMonths: 3, reasons: ["stijgt"] },
        score: 1,
        ...change,
      });
      const request: PartnerRequest = {
        id: "r1",
        partnerId: "woningcorporatie",
        partnerName: "Woningcorporatie",
        subject: "Grip op je huurkosten",
        topic: "Huurtoeslag",
        areaName: "Noord",
        formatId: "infoavond",
        dates: [{ day: "2026-05-12", from: "19:30", until: "21:00" }],
        location: "Buurthuis",
        turnout: { min: 10, max: 20 },
        contact: { name: "A", role: "opbouwwerker", team: "Noord", phone: "030", email: "a@example.org" },
        asks: ["spreker"],
        offers: ["ruimte"],
      };

      it("of one need stand there once and keep their first id", async () => {
        expect(await saveProposals(db, CITY, [proposal("p1"), proposal("p2", { score: 5 })], NOW)).toEqual({
          added: ["p1", "p2"],
          updated: [],
        });
        const again = proposal("other", { needKey: "need-p1", title: "Nieuw" });
        expect(await saveProposals(db, CITY, [again, proposal("p2", { score: 5 })], LATER)).toEqual({
          added: [],
          updated: ["p1"],
        });
        const listed = await listProposals(db, CITY);
        expect(listed.map(({ proposal }) => [proposal.id, proposal.title])).toEqual([
          ["p2", "Grip op je huurkosten"],
          ["p1", "Nieuw"],
        ]);
      });

      it("that were refused before are open again when the need is proposed again", async () => {
        await saveProposals(db, CITY, [proposal("p1")], NOW);
        await reviewProposal(db, CITY, "p1", { id: "v1", decision: "refused", reviewedAt: NOW });
        const halfYearOn = new Date("2026-10-02T08:00:00.000Z");
        const again = proposal("p1", { title: "Nieuw" });
        expect(await saveProposals(db, CITY, [again], halfYearOn)).toEqual({ added: [], updated: ["p1"] });
        expect(await readProposal(db, CITY, "p1")).toMatchObject({
          proposal: again,
          state: "open",
          stateSince: halfYearOn,
        });
      });

      it("that a person just decided about do not change", async () => {
        await saveProposals(db, CITY, [proposal("p1")], NOW);
        const review = { id: "v1", decision: "refused", reason: "bestaat-al", reviewedAt: LATER } as const;
        await reviewProposal(db, CITY, "p1", review);
        await reviewProposal(db, CITY, "p1", review);
        await saveProposals(db, CITY, [proposal("p1", { title: "Nieuw" })], LATER);
        expect(await readProposal(db, CITY, "p1")).toEqual({
          proposal: proposal("p1"),
          state: "refused",
          stateSince: LATER,
          reviews: [review],
        });
        expect(await listProposals(db, CITY, { states: ["open"] })).toEqual([]);
        await expect(reviewProposal(db, CITY, "gone", review)).rejects.toMatchObject({ code: "proposal-unknown" });
      });

      it("are picked up once; the request waits in the outbox until it is sent", async () => {
        await saveProposals(db, CITY, [proposal("p1")], NOW);
        const both = await Promise.all(
          ["i1", "i2"].map((id) => createInitiative(db, CITY, { id, proposalId: "p1" }, NOW)),
        );
        expect(both[0]?.id).toBe(both[1]?.id);
        expect(await listInitiatives(db, CITY)).toHaveLength(1);
        expect((await readProposal(db, CITY, "p1"))?.state).toBe("picked-up");
        const initiativeId = both[0]?.id ?? "";
        const withMore = { ...request, secret: "canary", contact: { ...request.contact, secret: "canary" } };
        await createPartnerRequest(db, CITY, initiativeId, withMore, NOW);
        await createPartnerRequest(db, CITY, initiativeId, request, NOW);
        expect((await readProposal(db, CITY, "p1"))?.state).toBe("requested");
        const mine = { municipalityId: CITY, requestId: "r1", createdAt: NOW };
        expect(await listWaitingRequests(db)).toContainEqual(mine);
        await markRequestFailed(db, CITY, "r1", { final: false });
        expect(await readPartnerRequest(db, CITY, "r1")).toEqual({
          request,
          initiativeId,
          state: "waiting",
          attempts: 1,
          createdAt: NOW,
        });
        await markRequestSent(db, CITY, "r1", LATER);
        await markRequestSent(db, CITY, "r1", new Date());
        await markRequestFailed(db, CITY, "r1", { final: true });
        expect(await listPartnerRequests(db, CITY)).toMatchObject([{ state: "sent", attempts: 2, sentAt: LATER }]);
        expect(await listWaitingRequests(db)).not.toContainEqual(mine);
        await expect(createPartnerRequest(db, CITY, "gone", request, NOW)).rejects.toMatchObject({
          code: "initiative-unknown",
        });
      });
    });

    it("reports: the latest of a month and audience is kept", async () => {
      await saveReport(db, CITY, { month: "2026-03", content: { themes: [1] }, madeAt: NOW });
      await saveReport(db, CITY, { month: "2026-03", teamCode: "T1", content: { themes: [2] }, madeAt: NOW });
      await saveReport(db, CITY, { month: "2026-03", content: { themes: [3] }, madeAt: LATER });
      await saveReport(db, CITY, { month: "2026-03", teamCode: "T1", content: { themes: [2] }, madeAt: LATER });
      expect(await readReport(db, CITY, { month: "2026-03" })).toEqual({
        month: "2026-03",
        content: { themes: [3] },
        madeAt: LATER,
      });
      expect(await listReports(db, CITY)).toEqual([
        { month: "2026-03", madeAt: LATER },
        { month: "2026-03", teamCode: "T1", madeAt: NOW },
      ]);
      expect(await readReport(db, CITY, { month: "2026-02" })).toBeUndefined();
    });

    describe("as a database", () => {
      it("keeps all of a transaction or nothing, and joins one that is open", async () => {
        const failing = inTransaction(db, async (transaction) => {
          await saveNotes(transaction, CITY, "i1", [makeNote("n1")], NOW);
          throw new Error("on purpose");
        });
        await expect(failing).rejects.toThrow("on purpose");
        expect(await countNotes(db, CITY)).toBe(0);
      });

      it("lets 20 read-modify-write transactions run together without losing one", async () => {
        await writeEmergentState(db, CITY, { expectedVersion: 0, state: new Uint8Array([0]) });
        const bump = async (): Promise<void> => {
          try {
            await inTransaction(db, async (transaction) => {
              const read = await readEmergentState(transaction, CITY);
              const state = new Uint8Array([(read?.state[0] ?? 0) + 1]);
              await writeEmergentState(transaction, CITY, { expectedVersion: read?.version ?? 0, state });
            });
          } catch {
            await bump();
          }
        };
        await Promise.all(Array.from({ length: 20 }, bump));
        expect((await readEmergentState(db, CITY))?.state[0]).toBe(20);
      });

      it("finds everything again after it was closed and opened", async () => {
        await saveNotes(db, CITY, "i1", [makeNote("n1")], NOW);
        await scratch.store.close();
        const again = await openStore(scratch.options);
        scratch = { ...scratch, store: again };
        db = again.db;
        expect(await countNotes(db, CITY)).toBe(1);
      });
    });
  });
});
