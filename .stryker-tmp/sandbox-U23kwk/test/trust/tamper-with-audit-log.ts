import { createHmac } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditDraft } from "@rode-draad/domain";
import { checkAuditLog, openAuditLog } from "@rode-draad/pipeline";
import { ensureMunicipality, type StoreDatabase } from "@rode-draad/store";
import { runStatement } from "@rode-draad/store/testing";
import { seededRandom } from "../quality/seeded-random.js";

/**
 * Attacks on the audit log by somebody who owns the database: the trigger is off. Half of them also have the key, and seal
 * anew everything after what they changed; a third of the full rewrites write the anchor file anew as well, without the key.
 * What is sealed here is written down from the documented form, not with the product's own code.
 */

export const ATTACKS = ["edit", "delete", "insert", "reorder", "tail-cut", "full-rewrite", "backdate"] as const;
type Attack = (typeof ATTACKS)[number];

const KEY = "a key that only this bench has, 0123456789";
const ENTRIES = 40;
const START = Date.parse("2026-11-02T08:00:00Z");

export interface SeenAttacks {
  readonly tried: number;
  readonly seen: number;
  /** Attacks without the key of which the first number that does not fit was named. */
  readonly placed: number;
  readonly placeable: number;
  /** Checks of the untouched log that found something. */
  readonly falseAlarms: number;
}

/** Tries every attack with each seed on a log of its own municipality, and says how many were seen. */
export async function tamper(db: StoreDatabase, municipalityId: string, seeds: number): Promise<SeenAttacks> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-audit-"));
  const anchorFile = join(folder, "audit-anchor.jsonl");
  try {
    await fill(db, municipalityId, anchorFile);
    const check = (within: StoreDatabase) =>
      checkAuditLog({ db: within, municipalityId, key: KEY, anchorFiles: [anchorFile] });
    const result = { tried: 0, seen: 0, placed: 0, placeable: 0, falseAlarms: 0 };
    const anchors = await readFile(anchorFile, "utf8");
    for (const attack of ATTACKS) {
      for (let seed = 0; seed < seeds; seed += 1) {
        if (!(await check(db)).isWhole) result.falseAlarms += 1;
        const random = seededRandom(seed * ATTACKS.length + ATTACKS.indexOf(attack) + 1);
        const undone = new Error("undone");
        await db
          .transaction()
          .execute(async (transaction) => {
            await runStatement(transaction, "alter table audit_entry disable trigger user");
            const before = await readRows(transaction, municipalityId);
            const after = CHANGES[attack](before, random);
            const hasKey = seed % 2 === 1;
            if (hasKey) seal(municipalityId, after, KEY);
            else if (attack === "full-rewrite") seal(municipalityId, after, "another key");
            await writeRows(transaction, municipalityId, after);
            if (attack === "full-rewrite" && seed % 3 === 0)
              await writeFile(anchorFile, forgeAnchors(municipalityId, after));
            const found = await check(transaction);
            result.tried += 1;
            if (!found.isWhole) result.seen += 1;
            if (!hasKey && attack !== "full-rewrite") {
              result.placeable += 1;
              if (found.broken?.number === firstDifference(before, after)) result.placed += 1;
            }
            throw undone;
          })
          .catch((error: unknown) => {
            if (error !== undone) throw error;
          });
        if (attack === "full-rewrite") await writeFile(anchorFile, anchors);
      }
    }
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A log as the product writes it: some entries one by one, some together. */
async function fill(db: StoreDatabase, municipalityId: string, anchorFile: string): Promise<void> {
  await ensureMunicipality(db, { id: municipalityId, name: "Stad" });
  const random = seededRandom(7);
  let now = START;
  const clock = () => {
    now += 1 + Math.floor(random() * 60_000);
    return new Date(now);
  };
  const logger = {
    error() {
      throw new Error("the log could not be anchored");
    },
  };
  const log = openAuditLog({ db, municipalityId, clock, logger, loadKey: async () => KEY, anchorFile });
  for (let made = 0; made < ENTRIES; ) {
    const burst = Math.min(1 + Math.floor(random() * 4), ENTRIES - made);
    await Promise.all(Array.from({ length: burst }, () => log.record(draftFrom(random))));
    made += burst;
  }
  await log.close();
}

function draftFrom(random: () => number): AuditDraft {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return {
    actor: { kind: "account", id: `a-${Math.floor(random() * 20)}` },
    action: pick(AUDIT_ACTIONS),
    subject: { kind: pick(AUDIT_SUBJECTS), id: `s-${Math.floor(random() * 1000)}` },
    outcome: "done",
    details: { rows: Math.floor(random() * 50) },
  };
}

interface Row {
  number: number;
  at: Date;
  actor_kind: "account" | "token" | "partner-link" | "system";
  actor_id: string;
  action: AuditDraft["action"];
  subject_kind: AuditDraft["subject"]["kind"];
  subject_id: string | null;
  outcome: AuditDraft["outcome"];
  details: AuditDraft["details"];
  seal: string;
}

async function readRows(db: StoreDatabase, municipalityId: string): Promise<Row[]> {
  return await db
    .selectFrom("audit_entry")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .orderBy("number")
    .execute();
}

async function writeRows(db: StoreDatabase, municipalityId: string, rows: readonly Row[]): Promise<void> {
  await db.deleteFrom("audit_entry").where("municipality_id", "=", municipalityId).execute();
  if (rows.length === 0) return;
  const values = rows.map((row) => ({ ...row, municipality_id: municipalityId, details: JSON.stringify(row.details) }));
  await db.insertInto("audit_entry").values(values).execute();
}

const at = (rows: readonly Row[], random: () => number, spare = 0): number =>
  Math.floor(random() * (rows.length - spare));
const renumber = (rows: readonly Row[]): Row[] => rows.map((row, index) => ({ ...row, number: index + 1 }));
const row = (rows: readonly Row[], index: number): Row => rows[index] as Row;

const CHANGES: Readonly<Record<Attack, (rows: readonly Row[], random: () => number) => Row[]>> = {
  edit: (rows, random) => {
    const index = at(rows, random);
    const changes: Partial<Row>[] = [
      { actor_id: "a-somebody-else" },
      { action: row(rows, index).action === "sign-in" ? "sign-out" : "sign-in" },
      { subject_id: null },
      { outcome: "refused" },
      { details: { rows: 51 } },
    ];
    return rows.map((one, each) => (each === index ? { ...one, ...changes[at(rows, random) % changes.length] } : one));
  },
  delete: (rows, random) => {
    const index = at(rows, random, 1);
    const left = rows.filter((_one, each) => each !== index);
    return random() < 0.5 ? left : renumber(left);
  },
  insert: (rows, random) => {
    const index = at(rows, random);
    const made = { ...row(rows, index), actor_id: "a-framed", action: "export-report" as const };
    return renumber([...rows.slice(0, index), made, ...rows.slice(index)]);
  },
  reorder: (rows, random) => {
    const index = at(rows, random, 1);
    const other = index + 1 + at(rows.slice(index + 1), random);
    const swapped = [...rows];
    swapped[index] = row(rows, other);
    swapped[other] = row(rows, index);
    return renumber(swapped);
  },
  "tail-cut": (rows, random) => rows.slice(0, at(rows, random)),
  "full-rewrite": (rows, random) => rows.map((one) => ({ ...one, actor_id: `b-${at(rows, random)}` })),
  backdate: (rows, random) => {
    const index = 1 + at(rows, random, 1);
    const earlier = new Date(row(rows, index).at.getTime() - 1 - Math.floor(random() * 86_400_000));
    return rows.map((one, each) => (each === index ? { ...one, at: earlier } : one));
  },
};

function seal(municipalityId: string, rows: Row[], key: string): void {
  let previous = "";
  for (const one of rows) {
    const details = Object.entries(one.details).sort(([a], [b]) => (a < b ? -1 : 1));
    const facts = [one.actor_kind, one.actor_id, one.action, one.subject_kind, one.subject_id, one.outcome, details];
    const written = JSON.stringify([municipalityId, one.number, one.at.toISOString(), ...facts, previous]);
    previous = createHmac("sha256", key).update(written).digest("base64url");
    one.seal = previous;
  }
}

/** The same lines as the product's, signed with a key that is not its own. */
function forgeAnchors(municipality: string, rows: readonly Row[]): string {
  return rows
    .map(({ number, seal: made, at: when }) => {
      const facts = { municipality, number, seal: made, at: when.toISOString() };
      const signature = createHmac("sha256", "another key").update(JSON.stringify(facts)).digest("base64url");
      return `${JSON.stringify({ ...facts, signature })}\n`;
    })
    .join("");
}

function firstDifference(before: readonly Row[], after: readonly Row[]): number {
  const index = before.findIndex((one, each) => JSON.stringify(one) !== JSON.stringify(after[each]));
  return (index === -1 ? before.length : index) + 1;
}
