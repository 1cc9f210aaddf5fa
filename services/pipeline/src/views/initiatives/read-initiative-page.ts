import { hoursInTotal, type Initiative, isAhead, isCarriedBy, whyNotFollowUp } from "@rode-draad/domain";
import { listPartnerRequests, readInitiativeChain } from "@rode-draad/store";
import type { ChainStep, InitiativePageView } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import { requestViews } from "../proposals/request-views.js";
import type { WebMeans } from "../web-means.js";
import type { Names } from "./names.js";
import { ownFitOf } from "./own-fits.js";
import { findSheets } from "./question-sheets.js";
import { whyNotCarry } from "./why-not-carry.js";

/** Everything that the page of an initiative shows to one person. */
export async function readInitiativePage(
  means: WebMeans,
  initiative: Initiative,
  names: Names,
): Promise<InitiativePageView> {
  const { product, actor } = means;
  const { store, municipalityId } = product;
  const [chain, allRequests, ownFit] = await Promise.all([
    readInitiativeChain(store.db, municipalityId, initiative.id),
    listPartnerRequests(store.db, municipalityId),
    ownFitOf(means, initiative, names),
  ]);
  const requests = allRequests.filter(({ initiativeId }) => initiativeId === initiative.id);
  const { plan, heldOn, attendance, evaluation, hours } = initiative;
  const { found, without } = findSheets(initiative, names, dutchDay(product.clock()));
  const acceptedBy = requests.find(({ request }) => request.id === plan.dateRequestId)?.request.partnerName;
  const whyNotDecide = means.whyNot("proposals:decide");
  const whyNot = whyNotCarry(actor, initiative);
  const notYet = whyNotFollowUp(initiative);
  const grown = new Set(chain.filter(({ followUpOf }) => followUpOf === initiative.id).map(({ formatId }) => formatId));
  return {
    id: initiative.id,
    proposalId: initiative.proposalId,
    title: initiative.title,
    form: names.form(initiative),
    area: { code: initiative.areaCode, name: names.area(initiative.areaCode) },
    state: initiative.state,
    careNeeded: initiative.careNeeded,
    themes: themesOf(initiative, names),
    carriedBy: initiative.carriers.map(({ accountId, name }) => ({
      ...(name !== undefined && { name }),
      isYou: accountId === actor.id,
    })),
    plan: {
      ...(plan.date !== undefined && { date: plan.date }),
      ...(acceptedBy !== undefined && { acceptedBy }),
      ...(plan.place !== undefined && { place: plan.place }),
      ...(plan.capacity !== undefined && { capacity: plan.capacity }),
    },
    otherDates: requests.flatMap(({ request, answer, withdrawnAt }) => {
      if (answer?.answer.kind !== "accept" || request.id === plan.dateRequestId || withdrawnAt !== undefined) return [];
      const { date } = answer.answer;
      const isSame = date.day === plan.date?.day && date.from === plan.date.from && date.until === plan.date.until;
      return isSame ? [] : [{ partnerName: request.partnerName, date }];
    }),
    turnout: initiative.turnout,
    preparationHours: initiative.preparationHours,
    ...(heldOn !== undefined && { heldOn }),
    ...(attendance !== undefined &&
      evaluation !== undefined &&
      hours !== undefined && { outcome: { attendance, evaluation, hours, hoursInTotal: hoursInTotal(hours) } }),
    requests: await requestViews(means, requests),
    ...(whyNotDecide !== undefined && { whyNotDecide }),
    ...(whyNot !== undefined && { whyNotChange: whyNot }),
    mayJoin: isAhead(initiative) && whyNotDecide === undefined && !isCarriedBy(initiative, actor),
    questionSheets: found.map(({ state }) => state),
    themesWithoutSheet: without,
    chain: chain.map((one) => chainStep(one, initiative, names)),
    growsInto: (product.catalogue.format(initiative.formatId)?.followUpFormatIds ?? [])
      .filter((formatId) => !grown.has(formatId))
      .map((formatId) => ({ formatId, label: names.form({ formatId }) })),
    ...(notYet !== undefined && { whyNotFollowUp: notYet }),
    ownFit,
  };
}

/** The themes as they are called now; one that went into another says what it was, so that nobody wonders. */
function themesOf({ themeIds }: Initiative, names: Names): InitiativePageView["themes"] {
  const shown = new Map<string, InitiativePageView["themes"][number]>();
  for (const themeId of themeIds) {
    const now = names.layer.resolve(themeId);
    // What is no theme any more has no page to lead to.
    if (now === null || shown.has(now)) continue;
    shown.set(now, {
      id: now,
      name: names.theme(now),
      ...(now !== themeId && { formerName: names.firstTheme(themeId) }),
    });
  }
  return [...shown.values()];
}

function chainStep(initiative: Initiative, shown: Initiative, names: Names): ChainStep {
  const day = initiative.heldOn ?? initiative.plan.date?.day;
  return {
    id: initiative.id,
    title: initiative.title,
    form: names.form(initiative),
    state: initiative.state,
    isThis: initiative.id === shown.id,
    ...(day !== undefined && { day }),
    ...(initiative.attendance !== undefined && { attendance: initiative.attendance }),
  };
}
