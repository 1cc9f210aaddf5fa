import { followProposals, readThemes, seesPart } from "@rode-draad/api";
import { proposeDates } from "@rode-draad/delivery";
import { RawText } from "@rode-draad/domain";
import { concerns, type ProposalCard, proposalCard, themeNamer } from "@rode-draad/reports";
import {
  listAreas,
  listInitiatives,
  listPartnerRequests,
  listProposals,
  readProposal,
  type StoredProposal,
} from "@rode-draad/store";
import type { DecidedCard, ProposalTools } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { Product } from "../../open-product.js";
import { describeRequest } from "../partners/describe-request.js";
import { partnerChoices } from "../partners/partner-choices.js";
import { hasEndpoint } from "../partners/request-tools.js";
import type { WebMeans } from "../web-means.js";
import { previewRequest, sendRequest } from "./ask-partner.js";
import { decideOnProposal } from "./decide.js";

export function proposalTools(means: WebMeans): ProposalTools {
  const { product, actions, actor, whyNot } = means;
  const { store, municipalityId } = product;
  const whyNotDecide = whyNot("proposals:decide");
  const whyNotAsk = whyNot("partners:ask");
  const whyNotManagePartners = whyNot("partners:manage");

  return {
    async listProposals(choice) {
      const stored = await listProposals(store.db, municipalityId);
      const { layer, card } = await cardMaker(product);
      const asked = followProposals(stored, layer).filter(({ proposal }) => concerns(proposal, choice.part));
      return await Promise.all(
        asked.map(async (one) => {
          // Few are refused, so their reviews are read one by one.
          const reviewed =
            one.state === "refused" ? await readProposal(store.db, municipalityId, one.proposal.id) : one;
          return { ...card(one), ...refusalOf(reviewed), ...(whyNotDecide !== undefined && { whyNotDecide }) };
        }),
      );
    },

    async readProposal(proposalId) {
      const stored = await readProposal(store.db, municipalityId, proposalId);
      if (stored === undefined) return undefined;
      const { layer, card } = await cardMaker(product);
      const [followed = stored] = followProposals([stored], layer);
      const { proposal } = followed;
      const initiatives = await listInitiatives(store.db, municipalityId);
      const own = new Set(initiatives.filter((one) => one.proposalId === proposalId).map(({ id }) => id));
      const requests = await listPartnerRequests(store.db, municipalityId);
      return {
        card: { ...card(followed), ...refusalOf(stored), ...(whyNotDecide !== undefined && { whyNotDecide }) },
        ...(whyNotAsk !== undefined && { whyNotAsk }),
        ...(whyNotManagePartners !== undefined && { whyNotManagePartners }),
        partners: await partnerChoices(product, proposal),
        dates: proposeDates(dutchDay(product.clock())),
        requests: await Promise.all(
          requests
            .filter((request) => own.has(request.initiativeId) && seesPart(actor, request))
            .map(async (request) => describeRequest(product, request, await hasEndpoint(product, request))),
        ),
      };
    },

    async decide(decision) {
      const { proposalId } = decision;
      if (decision.kind === "pick-up") {
        const { discussedInTeam } = decision;
        return decideOnProposal(product, actions, { proposalId, state: "picked-up", discussedInTeam });
      }
      if (decision.kind === "later") return decideOnProposal(product, actions, { proposalId, state: "later" });
      // A remark is free text, so it passes the gate like any note; one that is held back is left out.
      const outcome = decision.remark === undefined ? undefined : actions.inspect(new RawText(decision.remark));
      const remark = outcome === undefined || outcome.decision === "quarantine" ? undefined : outcome.text;
      const { reason } = decision;
      return decideOnProposal(product, actions, { proposalId, state: "refused", reason, ...(remark && { remark }) });
    },

    previewRequest: (proposalId, draft) => previewRequest(means, proposalId, draft),
    sendRequest: (proposalId, draft) => sendRequest(means, proposalId, draft),
  };
}

/** Why a proposal is refused now: the reason of its latest refusal. */
function refusalOf(stored: Awaited<ReturnType<typeof readProposal>> | StoredProposal): Pick<DecidedCard, "refusal"> {
  if (stored?.state !== "refused" || !("reviews" in stored)) return {};
  const { reason, remark } = stored.reviews.findLast(({ decision }) => decision === "refused") ?? {};
  return reason === undefined ? {} : { refusal: { reason, ...(remark !== undefined && { remark }) } };
}

/** Turns stored proposals into cards, with the names that themes and areas have now. */
async function cardMaker(product: Product) {
  const { store, municipalityId } = product;
  const [areas, { catalogue, emergent, layer }] = await Promise.all([
    listAreas(store.db, municipalityId),
    readThemes(store.db, municipalityId, product.catalogue),
  ]);
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  const themeName = themeNamer(catalogue, emergent);
  const card = ({ proposal, state }: StoredProposal): ProposalCard =>
    proposalCard(
      { proposal, state, areaName: areaNames.get(proposal.areaCode) ?? proposal.areaCode },
      catalogue,
      themeName,
    );
  return { layer, card };
}
