import { randomUUID } from "node:crypto";
import type { Catalogue } from "@rode-draad/catalogue";
import type { StagePayload } from "@rode-draad/contracts";
import {
  type AccessPolicy,
  type Actor,
  type Day,
  type ErasureFacts,
  type GateDecision,
  isReleased,
  type MunicipalityId,
  may,
  ProductError,
  type RawText,
  requireMay,
  type TeamCode,
  type WriterDeclares,
} from "@rode-draad/domain";
import type { Clock, HashNamespace } from "@rode-draad/runtime";
import {
  type ErasureTarget,
  listReports,
  pickUpProposal,
  readCorrectionLog,
  readLastReleasedMonth,
  readReport,
  reviewProposal,
  type StoreDatabase,
} from "@rode-draad/store";
import type { AuditLog } from "../audit/audit-log.js";
import { changed } from "../audit/changed.js";
import type { Audited } from "../audit/recorded.js";
import type { ApiTools, HealthTools } from "./api-tools.js";
import { correctTheme, undoCorrection } from "./correction-tools.js";
import { initiativeActions, requireToChange } from "./initiative-tools.js";
import { objectToUse, readNote, releaseNote, withdrawNote } from "./note-tools.js";
import { listPartnerRequestsOf, requestPartner } from "./partner-tools.js";
import { listProposalCards, readReviewedProposal } from "./proposal-tools.js";
import { listQuestionsOfNote } from "./question-tools.js";
import { AUDIENCE, releaseMonth } from "./release-month.js";
import { listSignalViews } from "./signal-tools.js";
import { listThemeChangeViews } from "./theme-change-tools.js";
import { listThemeViews, readThemeView } from "./theme-tools.js";
import { askForMessages, tellOfWithdrawal } from "./withdraw-from-partners.js";

/** What the tools of the API are made of. The caller opened these and closes them. */
export interface StoreToolsMeans {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
  readonly accessPolicy: AccessPolicy;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly gate: { inspect(text: RawText, declared?: WriterDeclares): GateDecision };
  /** The day in the Netherlands. */
  today(): Day;
  /** The day in the Netherlands at a moment. */
  dayOf(moment: Date): Day;
  /** Keyed hash of a value from the source system, as the door makes it. */
  hash(namespace: HashNamespace, value: string): string;
  /** Erases a case or notes, with all that follows from it; with `dryRun` only tells what it would do. */
  erase(target: ErasureTarget, options: { readonly dryRun?: boolean }): Promise<ErasureFacts>;
  // Hints: none of these fails, and the reconciler finds what did not arrive.
  /** For a note that was released. */
  enqueueQuestions(payload: StagePayload<"questions">): Promise<void>;
  readonly receiveNotes: ApiTools["receiveNotes"];
  /**
   * The id of a note or case under the present key, after what is stored of it under a key that is being replaced got that id.
   */
  idOf(namespace: "note" | "case", value: string): Promise<string>;
  readonly audit: AuditLog;
  enqueueDelivery(payload: StagePayload<"delivery">): Promise<void>;
  enqueueMessage(payload: StagePayload<"messages">): Promise<void>;
  /** Asks for new proposals and reports after a decision. */
  enqueueProposals(payload: StagePayload<"proposals">): Promise<void>;
  /** Asks for new counts and all that follows from them, after a correction. */
  enqueueTrends(payload: StagePayload<"trends">): Promise<void>;
  queueHealth(): Promise<{ readonly reachable: boolean }>;
  readonly requireRoom: ApiTools["requireRoom"];
}

const REVIEW_PROPOSAL: Audited = { action: "review-proposal", subject: "proposal" };

/**
 * The API's tools on the store, for one actor. Numbers come from reports and proposals that passed the release gate before.
 */
export function createStoreTools(storeMeans: StoreToolsMeans, actor: Actor): ApiTools {
  const means = { ...storeMeans, actor };
  const { db, municipalityId, clock } = means;
  const aboutTeam = (teamCode: TeamCode) =>
    ({ policy: means.accessPolicy, subject: { kind: "team", teamCode } }) as const;
  const seesTeam = ({ teamCode }: { readonly teamCode?: TeamCode }): boolean =>
    teamCode === undefined || may(actor, "figures:read", aboutTeam(teamCode));
  return {
    audit: means.audit,
    receiveNotes: means.receiveNotes,
    requireRoom: () => means.requireRoom(),
    inspect: (text) => means.gate.inspect(text),
    listThemes: () => listThemeViews(means),
    readTheme: (themeId) => readThemeView(means, themeId),
    hashText: (text) => means.hash("content", text),
    readNote: (sourceId) => readNote(means, sourceId),
    releaseNote: (sourceId, release) => releaseNote(means, sourceId, release),
    withdrawNote: (sourceId) => withdrawNote(means, sourceId),
    objectToUse: (objection, options) => objectToUse(means, objection, options),
    listQuestionsOfNote: (sourceId) => listQuestionsOfNote(means, sourceId),
    correctTheme: (order) => correctTheme(means, order),
    undoCorrection: (correctionId, reason) => undoCorrection(means, correctionId, reason),
    listCorrections: async () => (await readCorrectionLog(db, municipalityId)).corrections.toReversed(),
    listThemeChanges: (filter) => listThemeChangeViews(means, filter),
    listSignals: async (filter) => (await listSignalViews(means, filter)).filter(seesTeam),
    listProposals: (filter) => listProposalCards(means, filter),
    readProposal: (proposalId) => readReviewedProposal(means, proposalId),
    async reviewProposal(proposalId, decision) {
      const now = clock();
      const { state, ...rest } = decision;
      const review = { id: randomUUID(), decision: state, ...rest, reviewedAt: now };
      const messages = await changed(
        means,
        REVIEW_PROPOSAL,
        async (transaction) => {
          const withdrawn = await reviewProposal(transaction, municipalityId, proposalId, review, (ahead) => {
            if (ahead !== undefined && state !== "picked-up") requireToChange(ahead, actor);
          });
          if (state !== "picked-up") return await tellOfWithdrawal(means, transaction, withdrawn);
          await pickUpProposal(transaction, municipalityId, { id: randomUUID(), proposalId, accountId: actor.id }, now);
          return [];
        },
        () => ({ id: proposalId, details: { state } }),
      );
      await askForMessages(means, messages);
      await means.enqueueProposals({ municipalityId });
      return { id: review.id, ...decision, reviewedAt: now };
    },
    ...initiativeActions(means),
    listPartnerRequests: () => listPartnerRequestsOf(means),
    requestPartner: (order) => requestPartner(means, order),
    async listReports({ month, areaCode, teamCode }) {
      const [reports, lastReleased] = await Promise.all([
        listReports(db, municipalityId, month === undefined ? {} : { month }),
        readLastReleasedMonth(db, municipalityId, AUDIENCE),
      ]);
      const shown = reports.map((report) => ({
        ...report,
        isReleased: isReleased(report.month, lastReleased),
      }));
      return shown.filter(
        (report) =>
          seesTeam(report) &&
          (areaCode === undefined || report.areaCode === areaCode) &&
          (teamCode === undefined || report.teamCode === teamCode),
      );
    },
    async readReport(key) {
      if (key.teamCode !== undefined) requireMay(actor, "reports:read", aboutTeam(key.teamCode));
      return (await readReport(db, municipalityId, key))?.content;
    },
    releaseMonth: (order) => releaseMonth(means, order),
  };
}

/** Whether store and queue answer, and whether work moves. */
export function createHealthTools({
  db,
  queueHealth,
  moves,
}: Pick<StoreToolsMeans, "db" | "queueHealth"> & { readonly moves: () => boolean }): HealthTools {
  return {
    checkStore: () => db.selectFrom("municipality").select("id").limit(1).execute(),
    async checkProgress() {
      if (!moves())
        throw new ProductError("work-stands-still", "Er wacht werk, maar niets beweegt.", { retryable: true });
    },
    async checkQueue() {
      const { reachable } = await queueHealth();
      if (!reachable) throw new ProductError("queue-unreachable", "De wachtrij antwoordt niet.", { retryable: true });
    },
  };
}
