import { followProposals, readThemes } from "@rode-draad/api";
import { answerInWords, proposeDates } from "@rode-draad/delivery";
import { type PartnerRequest, RawText } from "@rode-draad/domain";
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
import type { WebMeans } from "../web-means.js";
import { previewRequest, sendRequest } from "./ask-partner.js";
import { decideOnProposal } from "./decide.js";

export function proposalTools({ product, actions, whyNot }: WebMeans): ProposalTools {
  const { store, municipalityId, configuration } = product;
  const whyNotDecide = whyNot("proposals:decide");
  const whyNotAsk = whyNot("partners:ask");

  /** As the mailer decides: a letter goes by mail when there is a mail server and an address. */
  const isMailed = (request: PartnerRequest): boolean =>
    configuration.smtpUrl !== undefined && request.partnerEmail !== undefined;

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
        partners: proposal.partnerIds.map((id) => ({ id, name: product.catalogue.partner(id)?.label ?? id })),
        dates: proposeDates(dutchDay(product.clock())),
        requests: requests
          .filter(({ initiativeId }) => own.has(initiativeId))
          .map(({ request, state, answer }) => ({
            partnerName: request.partnerName,
            state: state === "sent" && !isMailed(request) ? "ready-as-file" : state,
            ...(answer !== undefined && { answer: answerInWords(answer.answer) }),
          })),
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

    previewRequest: (proposalId, draft) => previewRequest(product, proposalId, draft),
    sendRequest: (proposalId, draft) => sendRequest(product, actions, proposalId, draft),
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
