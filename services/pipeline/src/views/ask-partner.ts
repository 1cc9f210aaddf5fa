import { randomUUID } from "node:crypto";
import { composeRequest, requestIdFor, writeLetter } from "@rode-draad/delivery";
import { type PartnerRequest, ProductError } from "@rode-draad/domain";
import {
  createInitiative,
  createPartnerRequest,
  listAreas,
  listPartnerRequests,
  listTeams,
  readProposal,
} from "@rode-draad/store";
import type { LetterView, RequestDraft } from "@rode-draad/web";
import type { Product } from "../open-product.js";

/** Who signs the letter. */
const ROLE = "opbouwwerker";

/** Until it is sent; the letter does not show it. */
const UNSENT_ID = "voorbeeld";

/** The letter as the partner would get it. Sends and stores nothing. */
export async function previewRequest(product: Product, proposalId: string, draft: RequestDraft): Promise<LetterView> {
  const request = await compose(product, proposalId, draft);
  const { subject, text } = writeLetter(request, product.catalogue);
  return { subject, text };
}

/**
 * Puts the request in the outbox and asks for its delivery. Picks the proposal up when nobody had. The same partner asked
 * twice for one proposal gets one letter: the first.
 */
export async function sendRequest(product: Product, proposalId: string, draft: RequestDraft): Promise<void> {
  const { store, queue, municipalityId, clock } = product;
  // Composed first, because a request that is refused must not pick the proposal up.
  const composed = await compose(product, proposalId, draft);
  const initiative = await createInitiative(store.db, municipalityId, { id: randomUUID(), proposalId }, clock());
  const failed = (await listPartnerRequests(store.db, municipalityId)).filter(
    (stored) =>
      stored.initiativeId === initiative.id &&
      stored.request.partnerId === composed.partnerId &&
      stored.state === "failed",
  );
  const request = { ...composed, id: requestIdFor(initiative.id, composed.partnerId, failed.length) };
  await createPartnerRequest(store.db, municipalityId, initiative.id, request, clock());
  await queue.enqueue("delivery", { municipalityId, requestId: request.id }, { dedupeId: request.id });
}

async function compose(product: Product, proposalId: string, draft: RequestDraft): Promise<PartnerRequest> {
  const { store, municipalityId, catalogue, configuration } = product;
  const stored = await readProposal(store.db, municipalityId, proposalId);
  if (stored === undefined) {
    throw new ProductError("proposal-unknown", "Dit voorstel bestaat niet (meer). Ga terug naar het overzicht.");
  }
  const { proposal, state } = stored;
  const [areas, teams] = await Promise.all([listAreas(store.db, municipalityId), listTeams(store.db, municipalityId)]);
  const team = teams.find(({ code }) => proposal.teamCodes.includes(code))?.name;
  return composeRequest(
    proposal,
    {
      id: UNSENT_ID,
      areaName: areas.find(({ code }) => code === proposal.areaCode)?.name ?? proposal.areaCode,
      location: draft.location,
      dates: draft.dates,
      partnerId: draft.partnerId,
      ...(draft.partnerEmail !== undefined && { partnerEmail: draft.partnerEmail }),
      contact: { ...draft.contact, role: ROLE, team: team ?? `wijkteam ${configuration.municipalityName}` },
      // Picking up a theme that asks for care is the explicit yes; nobody can ask a partner before it.
      careConfirmed: state === "picked-up" || state === "requested",
    },
    catalogue,
  );
}
