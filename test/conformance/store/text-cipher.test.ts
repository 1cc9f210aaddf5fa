import { createHash } from "node:crypto";
import { markSafe } from "@rode-draad/domain";
import {
  ensureMunicipality,
  openStore,
  readEmergentState,
  readNoteStanding,
  readNotes,
  readPointedQuestions,
  readQuestionsOfNotes,
  readThemeQuestions,
  renameHashes,
  resealTexts,
  type Store,
  type StoreOptions,
  saveAssignments,
  saveNotes,
  saveSegments,
  writeEmergentState,
} from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requirePostgres } from "../back-ends.js";
import { cutNote, makeNote } from "./make-note.js";
import { NOW } from "./on-each-engine.js";

const postgresAnswers = await requirePostgres();
const CITY = "voorbeeldstad";
const keyOf = (name: string) => createHash("sha256").update(name).digest("base64");
const [FIRST, SECOND] = [keyOf("first"), keyOf("second")];
/** Characters of two and four bytes, so that offsets in UTF-16 units must survive. */
const TEXT = markSafe("Vraag over één 👪 gezin. En nog een vraag.");

describe.each(["pglite", "postgres"] as const)("on %s", (engine) => {
  describe.skipIf(engine === "postgres" && !postgresAnswers)("the text of a note", () => {
    let scratch: ScratchStore;
    let options: StoreOptions;
    let store: Store;
    beforeEach(async () => {
      scratch = await openScratchStore(engine);
      options = scratch.options;
      await scratch.store.close();
      await reopen(FIRST);
      await ensureMunicipality(store.db, { id: CITY, name: "Stad" });
    });
    afterEach(async () => {
      await store.close();
      await scratch.drop();
    });

    async function reopen(...textKeys: string[]): Promise<void> {
      await store?.close();
      store = await openStore({ ...options, textKeys });
    }
    const stored = () =>
      store.db.selectFrom("case_note").select(["id", "text", "text_key"]).orderBy("id").executeTakeFirstOrThrow();
    const read = async () => (await readNotes(store.db, CITY, ["n1", "new-n1"]))[0]?.text;
    const save = (...ids: string[]) =>
      saveNotes(
        store.db,
        CITY,
        "import",
        ids.map((id) => makeNote(id, { text: TEXT })),
        NOW,
      );

    it("is opened for the worker who wrote it", async () => {
      await save("n1");
      expect((await stored()).text_key).not.toBeNull();
      expect(await readNoteStanding(store.db, CITY, "n1")).toMatchObject({ kind: "stored", text: TEXT });
    });

    it("stands encrypted in the store and reads as it was, everywhere", async () => {
      await save("n1");
      const row = await stored();
      expect(row.text_key).toMatch(/^[\w-]{8}$/);
      expect(row.text).not.toMatch(/raag|gezin/);
      expect(await read()).toBe(TEXT);

      const note = { noteId: "n1", version: 1 };
      const segments = cutNote({ text: TEXT });
      await saveSegments(store.db, CITY, [{ ...note, segments }], NOW);
      expect((await readQuestionsOfNotes(store.db, CITY, ["n1"]))[0]?.text).toBe(TEXT);
      const assignment = { themeId: "a", confidence: 0.9, route: "known" } as const;
      const themed = segments.map((segment) => ({ ...segment, assignment }));
      await saveAssignments(store.db, CITY, [{ ...note, segments: themed }], NOW);
      const questions = segments.map(({ start, end }) => TEXT.slice(start, end));
      const ids = ["n1.0", "n1.1", "n1.2"];
      expect((await readPointedQuestions(store.db, CITY, ids)).map(({ text }) => text)).toEqual(questions);
      const window = { fromMonth: "2026-03", toMonth: "2026-03", neverThemeIds: [], perTheme: 5 };
      expect((await readThemeQuestions(store.db, CITY, window)).map(({ text }) => text).sort()).toEqual(
        questions.sort(),
      );
    });

    it("is a duplicate when it comes again, though no two encryptions are equal", async () => {
      await save("n1");
      const { text } = await stored();
      expect((await save("n1")).duplicate).toEqual(["n1"]);
      expect((await stored()).text).toBe(text);
      await save("n2");
      const texts = await store.db.selectFrom("case_note").select("text").execute();
      expect(new Set(texts.map((row) => row.text)).size).toBe(2);
    });

    it("opens under the previous key, and is written anew under the present one", async () => {
      await save("n1");
      const before = await stored();
      await reopen(SECOND, FIRST);
      expect(await read()).toBe(TEXT);
      expect(await resealTexts(store.db, CITY)).toBe(1);
      expect(await resealTexts(store.db, CITY)).toBe(0);
      expect((await stored()).text_key).not.toBe(before.text_key);
      await reopen(SECOND);
      expect(await read()).toBe(TEXT);
    });

    it("can be encrypted later", async () => {
      await reopen();
      await save("n1");
      expect((await stored()).text).toBe(TEXT);
      await reopen(FIRST);
      expect(await read()).toBe(TEXT);
      await resealTexts(store.db, CITY);
      expect((await stored()).text).not.toContain("gezin");
      expect(await read()).toBe(TEXT);
    });

    it("with another key, or with none, gives one clear error at the start", async () => {
      await save("n1");
      await store.close();
      for (const textKeys of [[SECOND], []]) {
        const opening = openStore({ ...options, textKeys });
        await expect(opening).rejects.toMatchObject({ code: "text-key-unknown", message: /TEXT_KEY/ });
      }
      await reopen(FIRST);
      expect(await read()).toBe(TEXT);
    });

    it("is encrypted in the memory of themes too, which knows its words", async () => {
      const state = Buffer.from([3, 0, 0, 0, ...Buffer.from("gezin")]);
      const readState = async () => Buffer.from((await readEmergentState(store.db, CITY))?.state ?? []);
      const storedState = async () =>
        Buffer.from((await store.db.selectFrom("emergent_state").select("state").executeTakeFirstOrThrow()).state);
      await reopen();
      await writeEmergentState(store.db, CITY, { expectedVersion: 0, state });
      expect(await storedState()).toEqual(state);
      await reopen(FIRST);
      await resealTexts(store.db, CITY);
      expect((await storedState()).includes("gezin")).toBe(false);
      expect(await readState()).toEqual(state);
      await reopen(SECOND, FIRST);
      await resealTexts(store.db, CITY);
      await reopen(SECOND);
      expect(await readState()).toEqual(state);
      await store.close();
      await expect(openStore({ ...options, textKeys: [FIRST] })).rejects.toMatchObject({ code: "text-key-unknown" });
      await reopen(SECOND);
    });

    it("does not open when it was changed or put beside another note", async () => {
      await save("n1", "n2");
      const texts = await store.db.selectFrom("case_note").select(["id", "text"]).orderBy("id").execute();
      const put = (text: string | null | undefined) =>
        store.db
          .updateTable("case_note")
          .set({ text: text ?? null })
          .where("id", "=", "n1")
          .execute();
      await put(texts[1]?.text);
      await expect(read()).rejects.toMatchObject({ code: "text-damaged" });
      await put(`${texts[0]?.text?.slice(0, -2)}AA`);
      await expect(read()).rejects.toMatchObject({ code: "text-damaged" });
      await put("");
      await expect(read()).rejects.toMatchObject({ code: "text-damaged" });
      await put(texts[0]?.text);
      expect(await read()).toBe(TEXT);
    });

    it("goes along when its note gets another id", async () => {
      await save("n1");
      const renames = { notes: [{ from: "n1", to: "new-n1" }], contents: [], cases: [], professionals: [] };
      await renameHashes(store.db, CITY, renames, NOW);
      expect(await read()).toBe(TEXT);
    });
  });
});
