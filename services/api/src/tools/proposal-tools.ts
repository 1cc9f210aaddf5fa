import { type ProposalCard, proposalCard, themeNamer } from "@rode-draad/reports";
import { listAreas, listProposals, readProposal, type StoredProposal } from "@rode-draad/store";
import type { ProposalCards, ProposalFilter, ReviewedProposal } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { followProposals, readThemes } from "./read-themes.js";

type ProposalMeans = Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue">;

export async function listProposalCards(means: ProposalMeans, filter: ProposalFilter): Promise<ProposalCards> {
  const [proposals, { layer, toCard }] = await Promise.all([
    listProposals(means.db, means.municipalityId, {
      ...(filter.state === undefined ? {} : { states: [filter.state] }),
      ...(filter.areaCode === undefined ? {} : { areaCode: filter.areaCode }),
      ...(filter.after === undefined ? {} : { after: filter.after }),
      limit: filter.limit,
    }),
    cardMaker(means),
  ]);
  const last = proposals.length < filter.limit ? undefined : proposals.at(-1)?.proposal;
  return {
    cards: followProposals(proposals, layer).map(toCard),
    ...(last !== undefined && { next: { score: last.score, id: last.id } }),
  };
}

export async function readReviewedProposal(
  means: ProposalMeans,
  proposalId: string,
): Promise<ReviewedProposal | undefined> {
  const stored = await readProposal(means.db, means.municipalityId, proposalId);
  if (stored === undefined) return undefined;
  const { layer, toCard } = await cardMaker(means);
  const [followed = stored] = followProposals([stored], layer);
  const reviews = stored.reviews.map(({ decision, ...review }) => ({ ...review, state: decision }));
  return { card: toCard(followed), reviews };
}

async function cardMaker({ db, municipalityId, catalogue }: ProposalMeans) {
  const [areas, themes] = await Promise.all([listAreas(db, municipalityId), readThemes(db, municipalityId, catalogue)]);
  const areaNames = new Map(areas.map((area) => [area.code, area.name]));
  const nameOf = themeNamer(themes.catalogue, themes.emergent);
  const toCard = ({ proposal, state }: StoredProposal): ProposalCard => {
    const areaName = areaNames.get(proposal.areaCode) ?? proposal.areaCode;
    return proposalCard({ proposal, state, areaName }, themes.catalogue, nameOf);
  };
  return { layer: themes.layer, toCard };
}
