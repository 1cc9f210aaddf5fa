import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examine, moveStore, restoreBackup, writeBackup } from "@rode-draad/operate";
import { acceptKeys, checkAuditLog, openDoor, openProduct, type Product, recordedAs } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { openStore } from "@rode-draad/store";
import { openScratchStore, readDatabase, runStatement } from "@rode-draad/store/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requirePostgres } from "../conformance/back-ends.js";
import { runRodedraad } from "../run-rodedraad.js";

const TOWN = "voorbeeldstad";
const KEYS = {
  HASH_KEY: "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA",
  AUDIT_KEY: "bN7rT2kW9mX4vC6zJ1hF8dS5gL3pQ0yE",
  TEXT_KEY: "3q2+7wD0vV9mXk1hT5rZ8uYcB4nJ6eLs0aGfQiPxKtE=",
};
const OTHER = {
  HASH_KEY: "zP5wR1tY8uI3oA6sD9fG2hJ4kL7xC0vB",
  AUDIT_KEY: "Zk4vT8mB1nR6yK9wX3qH7cF2gD5sL0pA",
  TEXT_KEY: "Vt5nJ8rQ2wZ7xL0cM4bK9yHs3dF6gA1pEoUiTqWzXk8=",
};
const NOTE = { bronId: "1", casusRef: "gezin-1", datum: "2026-10-05", team: "NOORD", wijk: "WK999901" };
const NOTES = [{ ...NOTE, tekst: "Mevrouw vraagt hoe zij huurtoeslag kan aanvragen." }];
const MADE = { madeAt: new Date("2026-11-30T02:00:00Z"), productVersion: "0.1.0" };

type Environment = Record<string, string>;
const hasPostgres = await requirePostgres();

describe.each(["pglite", "postgres"] as const)("on %s", (engine) => {
  describe.skipIf(engine === "postgres" && !hasPostgres)("a store", () => {
    let folder: string;
    let place: Environment;
    let drop: () => Promise<void>;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "rode-draad-own-keys-"));
      place = { RODEDRAAD_DIR: join(folder, "data"), LOG_LEVEL: "silent", ...(await emptyDatabase()) };
    });
    afterEach(async () => {
      await drop();
      await rm(folder, { recursive: true, force: true });
    });

    async function emptyDatabase(): Promise<Environment> {
      drop = async () => undefined;
      if (engine === "pglite") return {};
      const scratch = await openScratchStore("postgres");
      await scratch.store.close();
      drop = scratch.drop;
      return { DATABASE_URL: scratch.options.databaseUrl ?? "" };
    }

    const settings = (keys: Environment, at = place) => readConfiguration({ ...at, ...keys });

    /** Opens the product with these keys, does something, and closes it. */
    async function opened<Result>(
      keys: Environment,
      work: (product: Product) => Promise<Result>,
      options: Parameters<typeof openProduct>[1] = {},
      at = place,
    ): Promise<Result> {
      const product = await openProduct(settings(keys, at), options);
      try {
        return await work(product);
      } finally {
        await product.close();
      }
    }

    /** Reads the notes in, as an import does, and gives its summary. */
    const handIn = (keys: Environment, at = place) =>
      opened(
        keys,
        (product) =>
          recordedAs("drill", product, { action: "import-notes", subject: "import" }, async () => {
            const door = await openDoor(product);
            return (await door.receive({ kind: "values", values: NOTES })).summary;
          }),
        {},
        at,
      );

    /** Every column of the store as it stands, without opening the product. */
    async function contents(): Promise<string[]> {
      const { databaseUrl, directory } = settings(KEYS);
      const store = await openStore({
        ...(databaseUrl === undefined ? { directory } : { databaseUrl }),
        textKeys: [KEYS.TEXT_KEY],
        municipalityId: TOWN,
      });
      try {
        const columns: string[] = [];
        for await (const { column, content } of readDatabase(store.asOwner))
          if (column.startsWith("rodedraad.")) columns.push(`${column} ${content.toString("base64")}`);
        return columns.sort();
      } finally {
        await store.close();
      }
    }

    /** As a version before marks left it. */
    async function asBeforeMarks(): Promise<void> {
      await opened(KEYS, async ({ store }) => {
        await runStatement(store.asOwner, "drop table key_mark");
        await runStatement(store.asOwner, "delete from schema_migration where version >= 25");
      });
    }

    const marksIn = (keys: Environment, options = {}) =>
      opened(
        keys,
        ({ store }) => store.db.selectFrom("key_mark").select(["kind", "mark", "standing"]).execute(),
        options,
      );

    const verdict = (product: Product) =>
      checkAuditLog({
        db: product.store.db,
        municipalityId: TOWN,
        key: product.configuration.auditKey ?? "",
        anchorFiles: [join(product.configuration.directory, "audit-anchor.jsonl")],
      });

    it("opens under its own keys as often as one likes, and holds of each a mark from which no key follows", async () => {
      expect(await handIn(KEYS)).toMatchObject({ stored: 1 });
      expect(await handIn(KEYS)).toMatchObject({ stored: 0, duplicate: 1 });
      const marks = await marksIn(KEYS);
      expect(marks.map(({ kind, standing }) => `${kind} ${standing}`).sort()).toEqual([
        "audit in-force",
        "hash in-force",
        "text in-force",
      ]);
      for (const { mark } of marks) for (const key of Object.values(KEYS)) expect(key).not.toContain(mark);
    });

    it.each([
      ["HASH_KEY", "key rotate"],
      ["AUDIT_KEY", "key accept audit-key"],
      ["TEXT_KEY", "TEXT_KEY"],
    ] as const)("refuses another %s with the remedy, and nothing in it changes", async (variable, remedy) => {
      await handIn(KEYS);
      const before = await contents();
      const wrong = { ...KEYS, [variable]: OTHER[variable] };
      const refused = openProduct(settings(wrong));
      await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(variable) });
      await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(remedy) });
      expect(await contents()).toEqual(before);
      expect(await handIn(KEYS)).toMatchObject({ duplicate: 1 });
    });

    it("refuses to write text for all to read where a key of texts is in force, also when no text is left", async () => {
      await handIn(KEYS);
      await opened(KEYS, ({ store }) =>
        runStatement(store.asOwner, "update case_note set text = null, text_key = null"),
      );
      const { TEXT_KEY: _, ...without } = KEYS;
      await expect(openProduct(settings(without))).rejects.toMatchObject({
        code: "keys-differ",
        detail: "text: missing",
      });
    });

    it("refuses when its keys are gone, and makes no new ones in their place", async () => {
      const { TEXT_KEY } = KEYS;
      await handIn({ TEXT_KEY });
      await rm(join(folder, "data", "audit-key"));
      const refused = openProduct(settings({ TEXT_KEY }));
      await expect(refused).rejects.toMatchObject({ code: "keys-differ", detail: "audit: missing" });
      await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(join("data", "audit-key")) });
      expect(await readdir(join(folder, "data"))).not.toContain("audit-key");
    });

    it("goes through a change of key: both keys, then the new one alone, and never the old one alone", async () => {
      await handIn(KEYS);
      const changing = { ...KEYS, HASH_KEY: OTHER.HASH_KEY, HASH_KEY_PREVIOUS: KEYS.HASH_KEY };
      expect(await handIn(changing)).toMatchObject({ duplicate: 1 });
      await expect(openProduct(settings(KEYS))).rejects.toMatchObject({ detail: "hash: replaced" });
      const third = { ...KEYS, HASH_KEY: "mK8nR2xL9bT4vQ7wZ1cH6yD3fJ5gP0sA", HASH_KEY_PREVIOUS: OTHER.HASH_KEY };
      await expect(openProduct(settings(third))).rejects.toMatchObject({ detail: "hash: still-changing" });
      const wrong = { ...changing, HASH_KEY_PREVIOUS: "mK8nR2xL9bT4vQ7wZ1cH6yD3fJ5gP0sA" };
      await expect(openProduct(settings(wrong))).rejects.toMatchObject({ detail: "hash: other-previous" });
      const { HASH_KEY_PREVIOUS: _, ...changed } = changing;
      expect(await rodedraad("key forget", changed)).toMatchObject({ code: 0 });
      expect(await handIn(changed)).toMatchObject({ duplicate: 1 });
      await expect(openProduct(settings(KEYS))).rejects.toMatchObject({ detail: "hash: other" });
    });

    it("from before there were marks refuses a key that cannot have made it, and takes those that can", async () => {
      await handIn(KEYS);
      await asBeforeMarks();
      const wrong = { ...KEYS, AUDIT_KEY: OTHER.AUDIT_KEY };
      await expect(openProduct(settings(wrong))).rejects.toMatchObject({ detail: "audit: other" });
      const checks = await examine({ ...place, ...wrong });
      expect(checks.find(({ id }) => id === "schema")?.state).toBe("warn");
      expect(checks.find(({ id }) => id === "keys")?.state).toBe("act");
      expect(await handIn(KEYS)).toMatchObject({ duplicate: 1 });
      expect(await marksIn(KEYS)).toHaveLength(3);
    });

    it("goes on under a key that a person accepts, from where its log is whole again and tampering shows", async () => {
      await handIn(KEYS);
      const lost = { ...KEYS, AUDIT_KEY: OTHER.AUDIT_KEY };
      expect(await rodedraad("key accept hash-key", lost)).toMatchObject({ code: 1 });
      expect(await rodedraad("key accept audit-key", lost)).toMatchObject({ code: 0 });
      expect(await rodedraad("key accept audit-key", lost)).toMatchObject({ code: 1 });
      await handIn(lost);
      await opened(lost, async (product) => {
        expect(await verdict(product)).toMatchObject({ isWhole: true, entries: 3, underLostKey: 1 });
        const { asOwner } = product.store;
        await runStatement(asOwner, "alter table audit_entry disable trigger user");
        await runStatement(asOwner, "update audit_entry set actor_id = 'anders' where number = 3");
        expect(await verdict(product)).toMatchObject({ isWhole: false, broken: { number: 3, fault: "altered" } });
        // Without the entry that began it the chain begins nowhere, whatever somebody writes in its place.
        await runStatement(asOwner, "update audit_entry set seal = 'x' where number = 2");
        expect((await verdict(product)).isWhole).toBe(false);
      });
      await expect(openProduct(settings(KEYS))).rejects.toMatchObject({ detail: "audit: other" });
    });

    it("of which both keys are lost with their folder is had back by accepting both", async () => {
      const { TEXT_KEY } = KEYS;
      await handIn({ TEXT_KEY });
      for (const name of ["hash-key", "audit-key"]) await rm(join(folder, "data", name));
      const refused = await rodedraad("serve", { TEXT_KEY });
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("key accept hash-key audit-key") });
      expect((await rodedraad("key accept hash-key audit-key", { TEXT_KEY })).code).toBe(0);
      await opened({ TEXT_KEY }, async (product) => expect((await verdict(product)).isWhole).toBe(true));
    });

    it("keeps its marks in a backup: put back, it refuses other keys, unless somebody said that its own are lost", async () => {
      await handIn(KEYS);
      const file = join(folder, "kopie");
      await writeBackup(settings({ ...KEYS, HASH_KEY: OTHER.HASH_KEY }), file, MADE);
      await drop();
      const there = { ...place, RODEDRAAD_DIR: join(folder, "terug"), ...(await emptyDatabase()) };
      const others = { ...OTHER, TEXT_KEY: KEYS.TEXT_KEY };
      await expect(restoreBackup(settings(others, there), file)).rejects.toMatchObject({
        code: "keys-differ",
        message: expect.stringMatching(/HASH_KEY.*AUDIT_KEY.*--other-keys/),
      });
      await restoreBackup(settings(KEYS, there), file);
      await expect(openProduct(settings(others, there))).rejects.toMatchObject({ detail: "hash: other, audit: other" });
      expect(await handIn(KEYS, there)).toMatchObject({ duplicate: 1 });
      const accept = ["hash", "audit"] as const;
      expect(await opened(others, (product) => acceptKeys("drill", product), { accept }, there)).toHaveLength(2);
      await opened(others, async (product) => expect((await verdict(product)).isWhole).toBe(true), {}, there);
    });

    it("is refused by every command with another key, in one line, and the doctor says what to do", async () => {
      await handIn(KEYS);
      const file = join(folder, "een.jsonl");
      await writeFile(file, `${JSON.stringify(NOTES[0])}\n`);
      const before = await contents();
      const wrong = { ...KEYS, HASH_KEY: OTHER.HASH_KEY };
      const commands = ["serve", "worker --stages alle", `import ${file}`, `import ${file} --dry-run`, "migrate"];
      for (const words of [...commands, "key rotate", "key forget", "audit verify", "audit export"]) {
        const { code, err } = await rodedraad(words, wrong);
        expect([words, code, err.split("\n").length]).toEqual([words, 1, 1]);
        expect(err).toMatch(/^HASH_KEY is niet de sleutel .* Er is niets veranderd\. .*key rotate/);
      }
      const doctor = await rodedraad("doctor", wrong);
      expect(doctor).toMatchObject({ code: 1, out: expect.stringMatching(/doen +HASH_KEY is niet de sleutel/) });
      expect(await contents()).toEqual(before);
    });

    it("that is new belongs to the first of two processes that begin with different keys", async ({ skip }) => {
      if (engine === "pglite") return skip();
      const outcomes = await Promise.allSettled([handIn(KEYS), handIn({ ...KEYS, AUDIT_KEY: OTHER.AUDIT_KEY })]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    });

    it.runIf(hasPostgres && engine === "pglite")(
      "moves to a server with its marks, under its own keys only",
      async () => {
        await handIn(KEYS);
        const server = await openScratchStore("postgres");
        await server.store.close();
        const databaseUrl = server.options.databaseUrl ?? "";
        const there = { ...place, DATABASE_URL: databaseUrl };
        try {
          const wrong = { ...KEYS, AUDIT_KEY: OTHER.AUDIT_KEY };
          await expect(moveStore(settings(wrong), databaseUrl)).rejects.toMatchObject({ detail: "audit: other" });
          await moveStore(settings(KEYS), databaseUrl);
          await expect(openProduct(settings(wrong, there))).rejects.toMatchObject({ detail: "audit: other" });
          expect(await handIn(KEYS, there)).toMatchObject({ duplicate: 1 });
        } finally {
          await server.drop();
        }
      },
    );

    async function rodedraad(words: string, keys: Environment) {
      const environment = { ...place, LOG_LEVEL: "fatal", ...keys };
      const answer = await runRodedraad(words.split(" "), { folder, environment });
      return { ...answer, err: answer.err.trim() };
    }
  });
});
