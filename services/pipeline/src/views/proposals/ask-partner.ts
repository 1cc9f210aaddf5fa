import { type PartnerOrder, readMunicipalCatalogue } from "@rode-draad/api";
import { composeRequest, writeLetter } from "@rode-draad/delivery";
import { type PartnerRequest, ProductError } from "@rode-draad/domain";
import { listAreas, listInitiatives, listTeams, readProposal } from "@rode-draad/store";
import type { LetterView, RequestDraft } from "@rode-draad/web";
import type { Product } from "../../open-product.js";
import type { Actions } from "../web-means.js";

/** Who signs the letter. */
const ROLE = "opbouwwerker";

/** Until it is sent; the letter does not show it. */
const UNSENT_ID = "voorbeeld";

/** Stands in the letter where the link will be; it is made when the letter leaves. */
const LINK_TO_COME = "(hier komt de link voor deze partner)";

/** The letter as the partner would get it. Sends and stores nothing. */
export async function previewRequest(product: Product, proposalId: string, draft: RequestDraft): Promise<LetterView> {
  const { request } = await compose(product, proposalId, draft);
  const { subject, text } = writeLetter(request, product.catalogue, LINK_TO_COME);
  return { subject, text };
}

/** Asks the partner, and picks the proposal up when nobody had. */
export async function sendRequest(
  product: Product,
  actions: Pick<Actions, "startInitiative" | "requestPartner">,
  proposalId: string,
  draft: RequestDraft,
): Promise<void> {
  // Composed first, because a request that is refused must not pick the proposal up.
  const { order } = await compose(product, proposalId, draft);
  const { store, municipalityId } = product;
  const [ahead] = await listInitiatives(store.db, municipalityId, { proposalId, states: ["idea", "planned"] });
  const initiative = ahead ?? (await actions.startInitiative(proposalId));
  await actions.requestPartner({ ...order, initiativeId: initiative.id });
}

async function compose(
  product: Product,
  proposalId: string,
  draft: RequestDraft,
): Promise<{ readonly order: Omit<PartnerOrder, "initiativeId">; readonly request: PartnerRequest }> {
  const { store, municipalityId, configuration } = product;
  const catalogue = await readMunicipalCatalogue(store.db, municipalityId, product.catalogue);
  const stored = await readProposal(store.db, municipalityId, proposalId);
  if (stored === undefined) {
    throw new ProductError("proposal-unknown", "Dit voorstel bestaat niet (meer). Ga terug naar het overzicht.");
  }
  const { proposal, state } = stored;
  const [areas, teams] = await Promise.all([listAreas(store.db, municipalityId), listTeams(store.db, municipalityId)]);
  const team = teams.find(({ code }) => proposal.teamCodes.includes(code))?.name;
  const order = {
    ...draft,
    contact: { ...draft.contact, role: ROLE, team: team ?? `wijkteam ${configuration.municipalityName}` },
    // Picking up a theme that asks for care is the explicit yes; nobody can ask a partner before it.
    careConfirmed: state === "picked-up" || state === "requested",
  };
  const areaName = areas.find(({ code }) => code === proposal.areaCode)?.name ?? proposal.areaCode;
  return { order, request: composeRequest(proposal, { ...order, id: UNSENT_ID, areaName }, catalogue) };
}
