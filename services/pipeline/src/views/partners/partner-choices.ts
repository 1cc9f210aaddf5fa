import { canBeAsked, type Proposal } from "@rode-draad/domain";
import { listPartnerOrganisations } from "@rode-draad/store";
import type { PartnerChoice } from "@rode-draad/web";
import type { Product } from "../../open-product.js";

/**
 * Whom a proposal can ask: partners of the municipality's list that work in its wijk, in the order of the proposal's kinds;
 * and each kind of which none is there, so that a new partner can be asked before somebody puts it in the list.
 */
export async function partnerChoices(
  { store, municipalityId, catalogue }: Product,
  { partnerIds, areaCode }: Pick<Proposal, "partnerIds" | "areaCode">,
): Promise<readonly PartnerChoice[]> {
  const organisations = (await listPartnerOrganisations(store.db, municipalityId)).filter((organisation) =>
    canBeAsked(organisation, areaCode),
  );
  const inList = partnerIds.flatMap((kind) =>
    organisations.filter(({ partnerId }) => partnerId === kind).map(({ id, name }) => ({ id, name, isInList: true })),
  );
  const kinds = partnerIds
    .filter((kind) => !organisations.some(({ partnerId }) => partnerId === kind))
    .map((kind) => ({ id: kind, name: catalogue.partner(kind)?.label ?? kind, isInList: false }));
  return [...inList, ...kinds];
}
