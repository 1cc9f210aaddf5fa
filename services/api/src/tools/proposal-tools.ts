import { type ProposalCard, proposalCard, themeNamer } from "@rode-draad/reports";
import { listAreas, listEmergentThemes, listProposals, readProposal, type StoredProposal } from "@rode-draad/store";
import type { ProposalFilter, ReviewedProposal } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";

type ProposalMeans = Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue">;

export async function listProposalCards(means: ProposalMeans, filter: ProposalFilter): Promise<ProposalCard[]> {
  const [proposals, toCard] = await Promise.all([
    listProposals(means.db, means.municipalityId, {
      ...(filter.state === undefined ? {} : { states: [filter.state] }),
      ...(filter.areaCode === undefined ? {} : { areaCode: filter.areaCode }),
    }),
    cardMaker(means),
  ]);
  return proposals.map(toCard);
}

export async function readReviewedProposal(
  means: ProposalMeans,
  proposalId: string,
): Promise<ReviewedProposal | undefined> {
  const stored = await readProposal(means.db, means.municipalityId, proposalId);
  if (stored === undefined) return undefined;
  const toCard = await cardMaker(means);
  const reviews = stored.reviews.map(({ decision, ...review }) => ({ ...review, state: decision }));
  return { card: toCard(stored), reviews };
}

async function cardMaker(means: ProposalMeans): Promise<(stored: StoredProposal) => ProposalCard> {
  const { db, municipalityId, catalogue } = means;
  const [areas, emergent] = await Promise.all([listAreas(db, municipalityId), listEmergentThemes(db, municipalityId)]);
  const areaNames = new Map(areas.map((area) => [area.code, area.name]));
  const nameOf = themeNamer(catalogue, emergent);
  return ({ proposal, state }) => {
    const areaName = areaNames.get(proposal.areaCode) ?? proposal.areaCode;
    return proposalCard({ proposal, state, areaName }, catalogue, nameOf);
  };
}
