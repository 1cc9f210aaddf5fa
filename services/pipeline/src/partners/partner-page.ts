import { type Audited, changed, HELD_BACK, recorded } from "@rode-draad/api";
import { answerInWords, requestInWords } from "@rode-draad/delivery";
import { type GateDecision, type PartnerAnswer, type PartnerRequest, RawText, type SafeText } from "@rode-draad/domain";
import { actAs } from "@rode-draad/runtime";
import { answerThroughLink, planInitiativeByPartner, readLinkedRequest } from "@rode-draad/store";
import type { AnswerDraft, PartnerPageView, PartnerTools } from "@rode-draad/web";
import type { Product } from "../open-product.js";
import { answerLinkKey } from "./answer-link.js";

type Means = Pick<Product, "store" | "clock" | "catalogue" | "municipalityId" | "audit">;

/** In the log a partner is the link of a request, and no person. */
function recordedAsLink<Result>(
  { audit }: Means,
  action: Audited["action"],
  requestId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const audited = { action, subject: "partner-request" } as const;
  return actAs({ kind: "partner-link", id: requestId }, () =>
    recorded(audit, audited, work, () => ({ id: requestId })),
  );
}

/** What the pages behind links need; `inspect` is the privacy gate. */
export function partnerTools(product: Means, inspect: (text: RawText) => GateDecision): PartnerTools {
  return {
    readPartnerPage: (token) => readPartnerPage(product, token),
    answerPartner: (token, draft) => answerPartner(product, inspect, token, draft),
  };
}

/** The page behind a link: the request in words, and the answer once there is one. */
async function readPartnerPage(product: Means, token: string): Promise<PartnerPageView | undefined> {
  const { store, clock, catalogue, municipalityId } = product;
  const linked = await readLinkedRequest(store.db, answerLinkKey(municipalityId, token), clock());
  if (linked === undefined) return undefined;
  return recordedAsLink(product, "read-partner-request", linked.requestId, async () => ({
    ...requestInWords(linked.request, catalogue),
    ...(linked.answer !== undefined && { answered: answerInWords(linked.answer) }),
  }));
}

/** Keeps the answer of a partner, once. What was typed passes the privacy gate first; held back, it uses nothing up. */
async function answerPartner(
  product: Means,
  inspect: (text: RawText) => GateDecision,
  token: string,
  draft: AnswerDraft,
): ReturnType<PartnerTools["answerPartner"]> {
  const { store, clock, municipalityId } = product;
  const key = answerLinkKey(municipalityId, token);
  const linked = await readLinkedRequest(store.db, key, clock());
  if (linked === undefined || linked.answer !== undefined) return "gone";
  const decision = "remark" in draft && draft.remark !== undefined ? inspect(new RawText(draft.remark)) : undefined;
  if (decision?.decision === "quarantine") return { heldBack: HELD_BACK };
  const answer = toAnswer(draft, linked.request, decision?.text);
  if (answer === undefined) return "gone";
  const { audit } = product;
  const audited = { action: "answer-partner-request", subject: "partner-request" } as const;
  return recordedAsLink(product, audited.action, linked.requestId, () =>
    changed(
      { db: store.db, audit },
      audited,
      async (db) => {
        if (!(await answerThroughLink(db, key, answer, clock()))) return "gone";
        if (answer.kind === "accept") {
          await planInitiativeByPartner(db, municipalityId, linked.requestId, answer.date, clock());
        }
        return "done";
      },
      (outcome) => ({ id: linked.requestId, ...(outcome === "gone" && { outcome: "refused" }) }),
    ),
  );
}

/** Field by field, so that nothing of a draft goes along that has no place in an answer. */
function toAnswer(
  draft: AnswerDraft,
  request: PartnerRequest,
  remark: SafeText | undefined,
): PartnerAnswer | undefined {
  const safeRemark = remark === undefined ? {} : { remark };
  switch (draft.kind) {
    case "accept": {
      const date = request.dates[draft.dateIndex];
      return date && { kind: "accept", date };
    }
    case "other-date": {
      const { day, from, until } = draft.date;
      return { kind: "other-date", date: { day, from, until }, ...safeRemark };
    }
    case "decline":
      return { kind: "decline", reason: draft.reason, ...safeRemark };
    case "call":
      return { kind: "call", ...safeRemark };
  }
}
