import type {
  AreaCode,
  Month,
  MunicipalityId,
  Proposal,
  ProposalState,
  RefusalReason,
  ThemeId,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** A proposal and what became of it. */
export interface StoredProposal {
  readonly proposal: Proposal;
  readonly state: ProposalState;
  readonly stateSince: Date;
  /** Why it is refused now; absent in any other state, and when no reason was given. */
  readonly refusal?: Refusal;
}

interface Refusal {
  readonly reason: RefusalReason;
  readonly remark?: string;
}

/** What a person decided about a proposal. */
export interface ProposalReview {
  readonly id: string;
  readonly decision: ProposalState;
  readonly reason?: RefusalReason;
  readonly remark?: string;
  readonly reviewedAt: Date;
}

/** Where a proposal stands in the list: by what the list is sorted by, so that it holds when the proposal itself is gone. */
export type ProposalPlace = Pick<Proposal, "score" | "id">;

const SCORE = sql<number>`(content->>'score')::float8`;

/** The best proposals first; equal scores by id. */
export async function listProposals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  filter: {
    readonly states?: readonly ProposalState[];
    readonly areaCode?: AreaCode;
    readonly month?: Month;
    /** With at least one of these themes, by the ids that they were proposed under. */
    readonly themeIds?: readonly ThemeId[];
    /** Only those that come after this place. */
    readonly after?: ProposalPlace;
    readonly limit?: number;
  } = {},
): Promise<StoredProposal[]> {
  let query = selectProposals(db, municipalityId).orderBy(SCORE, "desc").orderBy("id");
  if (filter.states !== undefined && filter.states.length > 0) query = query.where("state", "in", filter.states);
  if (filter.areaCode !== undefined) query = query.where("area_code", "=", filter.areaCode);
  if (filter.month !== undefined) query = query.where("month", "=", filter.month);
  if (filter.themeIds !== undefined) {
    query = query.where(sql<boolean>`content->'themeIds' ?| ${[...filter.themeIds]}::text[]`);
  }
  if (filter.after !== undefined) {
    const { score, id } = filter.after;
    const lower = sql<boolean>`${SCORE} < ${score}::float8`;
    query = query.where(sql<boolean>`(${lower} or ${SCORE} = ${score}::float8 and id > ${id})`);
  }
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.execute();
  return rows.map(toProposal);
}

/** One proposal with all reviews, oldest first. Undefined when there is none with this id. */
export async function readProposal(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  proposalId: string,
): Promise<(StoredProposal & { readonly reviews: readonly ProposalReview[] }) | undefined> {
  const row = await selectProposals(db, municipalityId).where("id", "=", proposalId).executeTakeFirst();
  if (row === undefined) return undefined;
  const reviews = await db
    .selectFrom("proposal_review")
    .select(["id", "decision", "reason", "remark", "reviewed_at"])
    .where("municipality_id", "=", municipalityId)
    .where("proposal_id", "=", proposalId)
    .orderBy("reviewed_at")
    .orderBy("id")
    .$narrowType<{ decision: ProposalState; reason: RefusalReason | null }>()
    .execute();
  return {
    ...toProposal(row),
    reviews: reviews.map((review) => ({
      id: review.id,
      decision: review.decision,
      reviewedAt: review.reviewed_at,
      ...(review.reason !== null && { reason: review.reason }),
      ...(review.remark !== null && { remark: review.remark }),
    })),
  };
}

/** With the reason of the latest refusal, which stands only while it is refused. */
function selectProposals(db: StoreDatabase, municipalityId: MunicipalityId) {
  return db
    .selectFrom("proposal")
    .select(["content", "state", "state_since"])
    .select(
      sql<{ readonly reason: RefusalReason | null; readonly remark: string | null } | null>`(
        select json_build_object('reason', review.reason, 'remark', review.remark) from proposal_review as review
        where proposal.state = 'refused' and review.municipality_id = proposal.municipality_id
          and review.proposal_id = proposal.id and review.decision = 'refused'
        order by review.reviewed_at desc, review.id desc limit 1
      )`.as("refusal"),
    )
    .where("municipality_id", "=", municipalityId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectProposals>["executeTakeFirstOrThrow"]>>;

function toProposal({ content, state, state_since, refusal }: Row): StoredProposal {
  const { reason = null, remark = null } = refusal ?? {};
  return {
    proposal: content,
    state,
    stateSince: state_since,
    ...(reason !== null && { refusal: { reason, ...(remark !== null && { remark }) } }),
  };
}
