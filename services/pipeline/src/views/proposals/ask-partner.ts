import { type ComposedRequest, composeOrder, type PartnerOrder } from "@rode-draad/api";
import { writeLetter } from "@rode-draad/delivery";
import { ProductError } from "@rode-draad/domain";
import { findOpenSeries, listInitiatives, listTeams, readProposal } from "@rode-draad/store";
import type { LetterView, RequestDraft } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { WebMeans } from "../web-means.js";

/** Who signs the letter. */
const ROLE = "opbouwwerker";

/** Until it is sent; the letter does not show it. */
const UNSENT_ID = "voorbeeld";

/** Stands in the letter where the link will be; it is made when the letter leaves. */
const LINK_TO_COME = "(hier komt de link voor deze partner)";

/** The letter as the partner would get it. Sends and stores nothing. */
export async function previewRequest(means: WebMeans, proposalId: string, draft: RequestDraft): Promise<LetterView> {
  const { store, municipalityId, catalogue } = means.product;
  const { composed } = await compose(means, proposalId, draft);
  const { subject, text } = writeLetter(composed.request, catalogue, LINK_TO_COME);
  const seriesId = await findOpenSeries(store.db, municipalityId, composed.request, composed.about);
  return { subject, text, joinsSeries: seriesId !== undefined };
}

/** Asks the partner, and picks the proposal up when nobody had. */
export async function sendRequest(means: WebMeans, proposalId: string, draft: RequestDraft): Promise<void> {
  // Composed first, because a request that is refused must not pick the proposal up.
  const { order } = await compose(means, proposalId, draft);
  const { store, municipalityId } = means.product;
  const [ahead] = await listInitiatives(store.db, municipalityId, { proposalId, states: ["idea", "planned"] });
  const initiative = ahead ?? (await means.actions.startInitiative(proposalId));
  await means.actions.requestPartner({ ...order, initiativeId: initiative.id });
}

async function compose(
  { product, actor }: WebMeans,
  proposalId: string,
  draft: RequestDraft,
): Promise<{ readonly order: Omit<PartnerOrder, "initiativeId">; readonly composed: ComposedRequest }> {
  const { store, municipalityId, catalogue, configuration, clock } = product;
  const stored = await readProposal(store.db, municipalityId, proposalId);
  if (stored === undefined) {
    throw new ProductError("proposal-unknown", "Dit voorstel bestaat niet (meer). Ga terug naar het overzicht.");
  }
  const { proposal, state } = stored;
  const teams = await listTeams(store.db, municipalityId);
  const team = teams.find(({ code }) => proposal.teamCodes.includes(code))?.name;
  const order = {
    ...draft,
    contact: { ...draft.contact, role: ROLE, team: team ?? `wijkteam ${configuration.municipalityName}` },
    // Picking up a theme that asks for care is the explicit yes; nobody can ask a partner before it.
    careConfirmed: state === "picked-up" || state === "requested",
  };
  const means = { db: store.db, municipalityId, catalogue, actor, today: () => dutchDay(clock()) };
  return { order, composed: await composeOrder(means, proposal, order, UNSENT_ID) };
}
