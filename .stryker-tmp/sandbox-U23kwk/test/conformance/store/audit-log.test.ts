import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditDraft } from "@rode-draad/domain";
import { checkAuditLog, openAuditLog } from "@rode-draad/pipeline";
import { appendAuditEntries, readAuditEntries } from "@rode-draad/store";
import { runStatement } from "@rode-draad/store/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ATTACKS, tamper } from "../../trust/tamper-with-audit-log.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";

const KEY = "the key of this test";
const draft = (id: string): AuditDraft => ({
  actor: { kind: "account", id: "a-1" },
  action: "read-theme",
  subject: { kind: "theme", id },
  outcome: "done",
  details: {},
});
const logger = { error() {} };

let folder: string;
let anchorFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-audit-test-"));
  anchorFile = join(folder, "new", "anchors.jsonl");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

onEachEngine((town) => {
  const check = (key = KEY) => checkAuditLog({ db: town.db, municipalityId: town.id, key, anchorFiles: [anchorFile] });
  const open = (clock = () => NOW) =>
    openAuditLog({ db: town.db, municipalityId: town.id, clock, logger, loadKey: async () => KEY, anchorFile });

  describe("the audit log", () => {
    it("counts up by one from 1, whoever writes at the same moment", async () => {
      const logs = [open(), open(), open()];
      await Promise.all(
        logs.flatMap((log) => Array.from({ length: 20 }, (_, index) => log.record(draft(`t-${index}`)))),
      );
      const entries = await readAuditEntries(town.db, town.id, { limit: 100 });
      expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
      expect(await check()).toMatchObject({ isWhole: true, entries: 60 });
    });

    it("is not changed, emptied or shortened by the program, nor by who owns the database", async () => {
      await open().record(draft("t-1"));
      for (const statement of [
        "update audit_entry set actor_id = 'a-2'",
        "delete from audit_entry",
        "truncate audit_entry",
      ]) {
        await expect(runStatement(town.db, statement)).rejects.toThrow("permission denied");
        await expect(runStatement(town.asOwner, statement)).rejects.toThrow("the audit log only grows");
      }
      expect(await check()).toMatchObject({ isWhole: true, entries: 1, anchored: 1 });
    });

    it("never goes back in time, also when a clock does", async () => {
      await open(() => LATER).record(draft("t-1"));
      await open(() => NOW).record(draft("t-2"));
      const entries = await readAuditEntries(town.db, town.id, { limit: 10 });
      expect(entries.map(({ at }) => at)).toEqual([LATER, LATER]);
      expect((await check()).isWhole).toBe(true);
    });

    it("takes an entry that fits not and the entries beside it apart", async () => {
      const log = open();
      const wrong = { ...draft("t-1"), details: { remark: "canary" } } as AuditDraft;
      const outcomes = await Promise.allSettled([
        log.record(draft("t-1")),
        log.record(wrong),
        log.record(draft("t-2")),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      await expect(appendAuditEntries(town.db, town.id, KEY, [wrong], NOW)).rejects.toMatchObject({
        code: "audit-entry-invalid",
      });
    });

    it("holds no id by which an erased note can be matched, and finds a note by its id all the same", async () => {
      const log = open();
      await log.record({ ...draft("x"), action: "read-note-questions", subject: { kind: "note", id: "note-hash" } });
      const [entry] = await readAuditEntries(town.db, town.id, { limit: 1 });
      expect(entry?.subject.id).toMatch(/^[\w-]{43}$/);
      expect(await log.list({ limit: 10, subject: { kind: "note", id: "note-hash" } })).toHaveLength(1);
      expect(await log.list({ limit: 10, subject: { kind: "note", id: "another" } })).toHaveLength(0);
    });

    it("shows every attack, and raises no alarm when there was none", async () => {
      const seeds = 6;
      const seen = await tamper(town.asOwner, `${town.id}-attacked`, seeds);
      const all = ATTACKS.length * seeds;
      expect(seen).toEqual({ tried: all, seen: all, placed: seen.placeable, placeable: 18, falseAlarms: 0 });
    });

    it("shows an anchor line that somebody without the key wrote, and reads past one that a crash broke off", async () => {
      await open().record(draft("t-1"));
      const line = await readFile(anchorFile, "utf8");
      await writeFile(anchorFile, `${line.slice(0, 20)}\n${line}`);
      expect(await check()).toMatchObject({ isWhole: true, anchored: 1 });
      await writeFile(anchorFile, line.replace('"number":1', '"number":2'));
      expect(await check()).toMatchObject({ isWhole: false, forgedAnchors: [`${anchorFile}:1`] });
    });

    it("stands or falls with its key", async () => {
      await open().record(draft("t-1"));
      expect(await check("another key")).toMatchObject({ isWhole: false, broken: { number: 1, fault: "altered" } });
    });
  });
});
