import type { Catalogue } from "@rode-draad/catalogue";
import { composeRequest, leadThemeOf, requestIdFor } from "@rode-draad/delivery";
import {
  type Actor,
  type AreaCode,
  canBeAsked,
  type Day,
  type MunicipalityId,
  type PartnerRequest,
  ProductError,
  type Proposal,
  type TeamCode,
} from "@rode-draad/domain";
import {
  type AskedAbout,
  changeInitiative,
  createPartnerRequest,
  listAreas,
  listInitiatives,
  listPartnerRequests,
  readPartnerOrganisation,
  readPartnerRequest,
  readProposal,
  type StoreDatabase,
  type StoredPartnerRequest,
} from "@rode-draad/store";
import { changed } from "../audit/changed.js";
import type { Audited } from "../audit/recorded.js";
import type { PartnerOrder } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { requireToChange } from "./initiative-tools.js";
import { readMunicipalCatalogue } from "./read-themes.js";

interface AskMeans {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
  readonly catalogue: Catalogue;
  readonly actor: Actor;
  today(): Day;
}

type PartnerMeans = AskMeans & Pick<StoreToolsMeans, "clock" | "enqueueDelivery" | "audit">;

const REQUEST_PARTNER: Audited = { action: "request-partner", subject: "partner-request" };

/** All requests; of a series that several teams share each sees its own part only. */
export async function listPartnerRequestsOf(
  means: Pick<PartnerMeans, "db" | "municipalityId" | "actor">,
): Promise<StoredPartnerRequest[]> {
  const requests = await listPartnerRequests(means.db, means.municipalityId);
  return requests.filter((request) => seesPart(means.actor, request));
}

/**
 * Rule: what a partner answers to another team in the same series is that team's. Who works for no team in particular, and
 * who watches over the municipality, sees all parts.
 */
export function seesPart(
  actor: Actor,
  { seriesId, teamCode }: Pick<StoredPartnerRequest, "seriesId" | "teamCode">,
): boolean {
  if (actor.kind !== "account" || seriesId === undefined || teamCode === undefined) return true;
  if (actor.roles.includes("data-protection-officer")) return true;
  return actor.teamCodes.length === 0 || actor.teamCodes.includes(teamCode);
}

/** A request as it would leave, and what decides whether it joins a series. */
export interface ComposedRequest {
  readonly request: PartnerRequest;
  readonly about: AskedAbout;
}

/** Composes a request without keeping it. Throws what the composer refuses, or `partner-unknown`. */
export async function composeOrder(
  means: AskMeans,
  proposal: Proposal,
  order: Omit<PartnerOrder, "initiativeId">,
  id: string,
): Promise<ComposedRequest> {
  const { db, municipalityId, actor } = means;
  const catalogue = await readMunicipalCatalogue(db, municipalityId, means.catalogue);
  const areas = await listAreas(db, municipalityId);
  const { organisationId, ...details } = order;
  const partner = organisationId === undefined ? {} : await partnerInList(means, organisationId, proposal.areaCode);
  const areaName = areas.find(({ code }) => code === proposal.areaCode)?.name ?? proposal.areaCode;
  const request = composeRequest(proposal, { ...details, ...partner, id, areaName }, catalogue);
  const themeId = leadThemeOf(proposal, catalogue);
  const teamCode = teamOf(actor, proposal.teamCodes);
  return {
    request,
    about: {
      ...(organisationId !== undefined && { organisationId }),
      ...(themeId !== undefined && { themeId }),
      ...(teamCode !== undefined && { teamCode }),
      today: means.today(),
      terms: catalogue.partnerTerms,
    },
  };
}

/** Kind, name and address come from the list; by hand nothing is mailed, so then there is no address. */
async function partnerInList({ db, municipalityId }: AskMeans, organisationId: string, areaCode: AreaCode) {
  const organisation = await readPartnerOrganisation(db, municipalityId, organisationId);
  if (organisation === undefined || !canBeAsked(organisation, areaCode)) {
    throw new ProductError(
      "partner-unknown",
      "Deze partner werkt niet (meer) in deze wijk. Kies een andere partner uit de lijst.",
    );
  }
  const { partnerId, name, email, channel } = organisation;
  return {
    partnerId,
    partnerName: name,
    ...(email !== undefined && channel !== "by-hand" && { partnerEmail: email }),
  };
}

/** The team in whose name somebody asks: the own one among those of the proposal, else the first of these. */
function teamOf(actor: Actor, teamCodes: readonly TeamCode[]): TeamCode | undefined {
  const own = actor.kind === "account" ? teamCodes.find((code) => actor.teamCodes.includes(code)) : undefined;
  return own ?? teamCodes[0];
}

/** Until the partner is known, from which the id follows. */
const UNSENT_ID = "nieuw";

/**
 * Composes a request, puts it in the outbox and asks for its delivery. A second request of the same initiative to the
 * same partner answers with the first. Throws what the composer refuses, and `initiative-taken` for who does not carry it.
 */
export async function requestPartner(means: PartnerMeans, order: PartnerOrder): Promise<StoredPartnerRequest> {
  const { db, municipalityId } = means;
  const initiatives = await listInitiatives(db, municipalityId);
  const initiative = initiatives.find(({ id }) => id === order.initiativeId);
  const stored = initiative && (await readProposal(db, municipalityId, initiative.proposalId));
  if (initiative === undefined || stored === undefined) throw initiativeUnknown();
  const { initiativeId: _initiativeId, ...details } = order;
  const { request: composed, about } = await composeOrder(means, stored.proposal, details, UNSENT_ID);
  const askedId = about.organisationId ?? composed.partnerId;
  const over = (await listPartnerRequests(db, municipalityId)).filter(
    (earlier) =>
      earlier.initiativeId === initiative.id &&
      (earlier.organisationId ?? earlier.request.partnerId) === askedId &&
      (earlier.state === "failed" || earlier.withdrawnAt !== undefined),
  );
  const request = { ...composed, id: requestIdFor(initiative.id, askedId, over.length) };
  const now = means.clock();
  await changed(
    means,
    REQUEST_PARTNER,
    async (transaction) => {
      await changeInitiative(transaction, municipalityId, initiative.id, (present) => {
        requireToChange(present, means.actor);
        return present;
      });
      await createPartnerRequest(transaction, municipalityId, initiative.id, request, now, about);
    },
    () => ({ id: request.id }),
  );
  const outgoing = await readPartnerRequest(db, municipalityId, request.id);
  if (outgoing === undefined) throw initiativeUnknown();
  await means.enqueueDelivery({ municipalityId, requestId: request.id });
  return outgoing;
}

function initiativeUnknown(): ProductError {
  return new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer). Kies een initiatief dat loopt.");
}
