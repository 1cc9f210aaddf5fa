import { followProposals, readThemes } from "@rode-draad/api";
import { proposeDates } from "@rode-draad/delivery";
import { type Actor, actorName, carriersInWords, type Initiative, isCarriedBy, RawText } from "@rode-draad/domain";
import { concerns, type ProposalCard, proposalCard, themeNamer } from "@rode-draad/reports";
import {
  listActivities,
  listAreas,
  listInitiatives,
  listPartnerRequests,
  listProposals,
  readProposal,
  type StoredPartnerRequest,
  type StoredProposal,
} from "@rode-draad/store";
import type { DecidedCard, ProposalPageView, ProposalTools } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { Product } from "../../open-product.js";
import { existingFor } from "../activities/activity-tools.js";
import { whyNotCarry } from "../initiatives/why-not-carry.js";
import { partnerChoices } from "../partners/partner-choices.js";
import type { WebMeans } from "../web-means.js";
import { previewRequest, sendRequest } from "./ask-partner.js";
import { decideOnProposal } from "./decide.js";
import { requestViews } from "./request-views.js";

export function proposalTools(means: WebMeans): ProposalTools {
  const { product, actions, actor, whyNot } = means;
  const { store, municipalityId } = product;
  const whyNotDecide = whyNot("proposals:decide");
  const whyNotAsk = whyNot("partners:ask");
  const whyNotManagePartners = whyNot("partners:manage");

  const decidedCard = (one: StoredProposal, card: ProposalCard, initiative: Initiative | undefined): DecidedCard => {
    const day = initiative?.heldOn ?? initiative?.plan.date?.day;
    // An open proposal may have an initiative from before, which is no longer its own.
    const isTaken = one.state === "picked-up" || one.state === "requested" || one.state === "held";
    return {
      ...card,
      ...(one.refusal !== undefined && { refusal: one.refusal }),
      ...(whyNotDecide !== undefined && { whyNotDecide }),
      ...(initiative !== undefined &&
        isTaken && {
          initiative: {
            id: initiative.id,
            state: initiative.state,
            carriedBy: carriersInWords(initiative),
            isYours: isCarriedBy(initiative, actor),
            ...(day !== undefined && { day }),
          },
        }),
    };
  };

  return {
    async listProposals(choice) {
      const [stored, initiatives, activities, { layer, card }] = await Promise.all([
        listProposals(store.db, municipalityId),
        listInitiatives(store.db, municipalityId),
        listActivities(store.db, municipalityId),
        cardMaker(product),
      ]);
      const running = runningByProposal(initiatives);
      return followProposals(stored, layer)
        .filter(({ proposal }) => concerns(proposal, choice.part))
        .map((one) => ({
          ...decidedCard(one, card(one), running.get(one.proposal.id)),
          existing: existingFor(activities, one.proposal),
        }));
    },

    async readProposal(proposalId) {
      const stored = await readProposal(store.db, municipalityId, proposalId);
      if (stored === undefined) return undefined;
      const { layer, card } = await cardMaker(product);
      const [followed = stored] = followProposals([stored], layer);
      const { proposal } = followed;
      const [initiatives, requests, activities] = await Promise.all([
        listInitiatives(store.db, municipalityId, { proposalId }),
        listPartnerRequests(store.db, municipalityId),
        listActivities(store.db, municipalityId),
      ]);
      const own = new Set(initiatives.map(({ id }) => id));
      const running = runningByProposal(initiatives).get(proposalId);
      // Said before the form is filled in; who does not carry it joins first.
      const whyNotAskNow = whyNotAsk ?? whyNotCarry(actor, running);
      return {
        card: {
          ...decidedCard(followed, card(followed), running),
          existing: existingFor(activities, proposal),
        },
        ...(whyNotAskNow !== undefined && { whyNotAsk: whyNotAskNow }),
        ...(whyNotManagePartners !== undefined && { whyNotManagePartners }),
        partners: await partnerChoices(product, proposal),
        opening: openingOf(actor, running, requests, product.clock()),
        requests: await requestViews(
          means,
          requests.filter(({ initiativeId }) => own.has(initiativeId)),
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

/** What is known before a letter is written: the plan so far, and whom the last letter of this person says to call. */
function openingOf(
  actor: Actor,
  running: Initiative | undefined,
  requests: readonly StoredPartnerRequest[],
  now: Date,
): ProposalPageView["opening"] {
  const { date, place } = running?.plan ?? {};
  const free = proposeDates(dutchDay(now)).filter(({ day }) => day !== date?.day);
  const name = actorName(actor);
  const { phone = "", email = "" } =
    requests.find(({ request }) => request.contact.name === name)?.request.contact ?? {};
  return {
    dates: date === undefined ? free : [date, ...free],
    ...(place !== undefined && { place }),
    contact: { name, phone, email },
  };
}

/** The initiative that each proposal has now; of one that came back after its evening, the new one. */
function runningByProposal(initiatives: readonly Initiative[]): ReadonlyMap<string, Initiative> {
  const oldestFirst = initiatives.filter(({ state }) => state !== "cancelled").reverse();
  return new Map(oldestFirst.map((initiative) => [initiative.proposalId, initiative]));
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
