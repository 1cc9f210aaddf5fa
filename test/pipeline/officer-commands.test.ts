import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runRodedraad } from "../run-rodedraad.js";

/** What a data protection officer and an administrator type, one after another on the same store. */

/** Each command is a process of its own that loads everything; on a busy machine that takes its time. */
const MINUTES = 600_000;
const TOKEN = "qX3vT8mB1nR6yK9wZ4jH7cF2";
const NOTE = { bronId: "1", casusRef: "gezin-1", datum: "2026-10-05", team: "NOORD", wijk: "WK999901" };
const TEXT = "Mevrouw vraagt hoe zij huurtoeslag kan aanvragen.";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-officer-"));
  await writeFile(join(folder, "een.jsonl"), `${JSON.stringify({ ...NOTE, tekst: TEXT })}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rodedraad(words: string, environment: Record<string, string> = {}) {
  const answer = await runRodedraad(words.split(" "), { folder, environment });
  return { ...answer, err: answer.err.trim() };
}

test(
  "without a store there is no log to check, and no store afterwards either",
  async () => {
    expect(await rodedraad("audit verify")).toMatchObject({ code: 1, out: "" });
    const facts = await rodedraad("verantwoording --format json", { API_TOKEN: TOKEN });
    expect(facts.code).toBe(0);
    const { algoritmeregister, dpia } = JSON.parse(facts.out);
    expect(dpia.Toegang["Toegang voor programma's"]).toContain("de sleutel uit de instellingen");
    expect(dpia.Toegang["Wie wat mag zien"]).toBe("Een medewerker ziet alleen de eigen casussen.");
    expect(dpia.Bewaren["Koppeling van huishouden en thema"]).toBe("4 maanden");
    expect(algoritmeregister["Algemene informatie"].Begindatum).toEqual({ invullen: "JJJJ-MM" });
    expect(facts.out).not.toContain(TOKEN);
    await expect(stat(join(folder, ".rodedraad"))).rejects.toThrow();
  },
  MINUTES,
);

test(
  "a secret that can be guessed is refused in one sentence that says how to make a good one",
  async () => {
    const { code, err } = await rodedraad("serve", { HASH_KEY: "changeme-changeme-changeme-changeme" });
    expect(code).toBe(1);
    expect(err.split("\n")).toHaveLength(1);
    expect(err).toMatch(/HASH_KEY.*openssl rand -base64 32/);
    expect(err).not.toContain("changeme-changeme");
  },
  MINUTES,
);

test(
  "the log tells what commands did, is found whole, not whole with a forged anchor, and not looked at with another key",
  async () => {
    expect((await rodedraad("import een.jsonl --no-wait")).code).toBe(0);
    const first = await rodedraad("audit verify");
    expect(first).toMatchObject({
      code: 0,
      err: "Het auditlog klopt: 1 regels, waarvan 1 vergeleken met wat buiten de database staat.",
    });
    expect(JSON.parse(first.out)).toMatchObject({ municipality: "voorbeeldstad", isWhole: true, entries: 1 });

    const exported = await rodedraad("audit export");
    const entries = exported.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries.map(({ number, action, actor }) => [number, action, actor.id])).toEqual([
      [1, "import-notes", "opdracht-import"],
      [2, "verify-audit-log", "opdracht-audit-verify"],
    ]);
    for (const word of ["Mevrouw", "gezin-1", "een.jsonl"]) expect(exported.out).not.toContain(word);

    // What another machine anchored of an entry that is no longer there.
    const anchors = (await readFile(join(folder, ".rodedraad", "audit-anchor.jsonl"), "utf8")).trim().split("\n");
    await writeFile(join(folder, "anders.jsonl"), `${anchors[0]?.replace('"number":1', '"number":9')}\n`);
    const forged = await rodedraad("audit verify --anchor anders.jsonl");
    expect(forged.code).toBe(1);
    expect(forged.err).toContain("anders.jsonl:1 is niet door Rode Draad geschreven");
    const other = await rodedraad("audit verify", { AUDIT_KEY: "Zk4vT8mB1nR6yK9wX3qH7cF2gD5sL0pA" });
    expect(other).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^AUDIT_KEY is niet de sleutel/) });
  },
  MINUTES,
);

test(
  "a key in the product's folder is replaced once at a time, one in the settings is left there, and the log tells all of it",
  async () => {
    expect((await rodedraad("key rotate")).code).toBe(0);
    expect(await rodedraad("key rotate")).toMatchObject({ code: 1, err: expect.stringContaining("key forget") });
    const hashKey = (await readFile(join(folder, ".rodedraad", "hash-key"), "utf8")).trim();
    const previous = (await readFile(join(folder, ".rodedraad", "hash-key-previous"), "utf8")).trim();
    const inSettings = { HASH_KEY: hashKey, HASH_KEY_PREVIOUS: previous };
    const setElsewhere = await rodedraad("key forget", inSettings);
    expect(setElsewhere).toMatchObject({ code: 1, err: expect.stringContaining("HASH_KEY_PREVIOUS") });
    expect((await rodedraad("key forget")).code).toBe(0);
    const exported = (await rodedraad("audit export")).out.trim().split("\n");
    const keys = exported.map((line) => JSON.parse(line)).filter(({ actor }) => actor.id.startsWith("opdracht-key"));
    expect(keys.map(({ actor, action, outcome, details }) => [actor.id, action, outcome, details.error])).toEqual([
      ["opdracht-key-rotate", "change-setting", "done", undefined],
      ["opdracht-key-rotate", "change-setting", "refused", "key-still-changing"],
      ["opdracht-key-forget", "change-setting", "refused", "key-in-settings"],
      ["opdracht-key-forget", "change-setting", "done", undefined],
    ]);
  },
  MINUTES,
);

test(
  "who lost the telephone gets a new link, and somebody unknown gets none",
  async () => {
    expect((await rodedraad("account add --login anna --name Anna --role team-lead")).code).toBe(0);
    const reset = await rodedraad("account reset-factor --login anna");
    expect(reset).toMatchObject({ code: 0, out: expect.stringMatching(/\/wachtwoord\/[\w-]{43}\n$/) });
    expect(await rodedraad("account reset-factor --login bart")).toMatchObject({ code: 1, out: "" });
    expect((await rodedraad("audit export")).out).toMatch(
      /"change-second-factor".*"done".*\n.*"change-second-factor".*"refused"/,
    );
  },
  MINUTES,
);

test(
  "texts are encrypted later by one command, and a missing key is told at once",
  async () => {
    const TEXT_KEY = "3s1c7Qm0zv5dQ1r8m2Jx0aYw4Tn6Ub9KfHeLpRgVtXk=";
    expect(await rodedraad("key encrypt", { TEXT_KEY })).toMatchObject({
      code: 0,
      err: "1 notities staan nu onder TEXT_KEY.",
    });
    const without = await rodedraad("audit export");
    expect(without).toMatchObject({ code: 1, out: "", err: expect.stringContaining("TEXT_KEY") });
  },
  MINUTES,
);
