import { ACTION_WORDS, AUDIENCE, SUBJECT_WORDS } from "@rode-draad/api";
import { AUDIT_ACTIONS } from "@rode-draad/domain";
import { loadAuditKey } from "@rode-draad/runtime";
import { listAccounts, listErasures, listRefusals, listReleases, readAuditEntries } from "@rode-draad/store";
import type { LedgerLine, SettingsTools } from "@rode-draad/web";
import { anchorPath } from "../../audit/anchor-path.js";
import { checkAuditLog } from "../../audit/check-audit-log.js";
import { dutchDay } from "../../door/receive-notes.js";
import type { WebMeans } from "../web-means.js";
import { speakDetails } from "./spoken-details.js";

/** Entries that a person looks through at once. */
const ENTRIES = 50;

/** What a data protection officer watches over: who did what, and what left. */
export function watchTools({
  product,
}: WebMeans): Pick<SettingsTools, "readAuditLog" | "verifyAuditLog" | "readLedger"> {
  const { store, municipalityId, configuration } = product;
  return {
    async readAuditLog({ before = Number.MAX_SAFE_INTEGER, ...filter }) {
      const [entries, accounts] = await Promise.all([
        readAuditEntries(store.db, municipalityId, { ...filter, before, limit: ENTRIES + 1 }),
        listAccounts(store.db, municipalityId),
      ]);
      const nameOf = new Map(accounts.map(({ id, name }) => [id, name]));
      const shown = entries.slice(0, ENTRIES);
      const oldest = shown.at(-1)?.number;
      return {
        lines: shown.map(({ number, at, actor, action, subject, outcome, details }) => ({
          number,
          at,
          actorId: actor.id,
          who: nameOf.get(actor.id) ?? actor.id,
          what: spoken(ACTION_WORDS[action]),
          about: speakDetails({ subject, details }, spoken(SUBJECT_WORDS[subject.kind])),
          outcome,
        })),
        actions: AUDIT_ACTIONS.map((action) => ({ action, word: spoken(ACTION_WORDS[action]) })),
        ...(entries.length > ENTRIES && oldest !== undefined && { before: oldest }),
      };
    },

    async verifyAuditLog() {
      const key = await loadAuditKey(configuration);
      const anchorFiles = [anchorPath(configuration)];
      const { entries, underLostKey, anchored, broken, forgedAnchors } = await checkAuditLog({
        db: store.db,
        municipalityId,
        key,
        anchorFiles,
      });
      return {
        entries,
        underLostKey,
        anchored,
        ...(broken !== undefined && { broken }),
        forgedAnchors: forgedAnchors.length,
      };
    },

    async readLedger() {
      const [releases, refusals, erasures] = await Promise.all([
        listReleases(store.db, municipalityId, AUDIENCE),
        listRefusals(store.db, municipalityId, AUDIENCE),
        listErasures(store.db, municipalityId),
      ]);
      const lines: { readonly at: Date; readonly line: LedgerLine }[] = [
        ...releases.map(({ month, releasedBy, releasedAt, modelVersion: model }) => ({
          at: releasedAt,
          line: { kind: "released", month, who: releasedBy, day: dutchDay(releasedAt), model } as const,
        })),
        ...refusals.map(({ month, reason, refusedFor, refusedAt }) => ({
          at: refusedAt,
          line: { kind: "refused", month, reason, who: refusedFor, day: dutchDay(refusedAt) } as const,
        })),
        ...erasures.map(({ erasedBy, erasedAt }) => ({
          at: erasedAt,
          line: { kind: "erasure", who: erasedBy, day: dutchDay(erasedAt) } as const,
        })),
      ];
      return lines.sort((one, other) => other.at.getTime() - one.at.getTime()).map(({ line }) => line);
    },
  };
}

/** The words of the interface without their dashes. */
function spoken(word: string): string {
  return word.replaceAll("-", " ");
}
