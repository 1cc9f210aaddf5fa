import { PARTNER_LINK_PATH } from "@rode-draad/contracts";
import { linkExpiresAt, type MunicipalityId, type PartnerRequest } from "@rode-draad/domain";
import { hashLinkToken, loadHashKey, makeLinkToken, publicAddress } from "@rode-draad/runtime";
import { keepPartnerLink, type LinkKey } from "@rode-draad/store";
import type { Product } from "../open-product.js";

const PURPOSE = "answer-request";

/** Makes the link of a request and keeps its hash; gives the address that stands in the letter and nowhere else. */
export async function issueAnswerLink(
  product: Pick<Product, "store" | "clock" | "configuration">,
  municipalityId: MunicipalityId,
  request: PartnerRequest,
): Promise<string> {
  const { store, clock, configuration } = product;
  const key = await loadHashKey(configuration);
  const token = makeLinkToken(key, { purpose: PURPOSE, municipalityId, requestId: request.id });
  const issuedAt = clock();
  const days = request.dates.map(({ day }) => day);
  await keepPartnerLink(store.db, {
    ...answerLinkKey(municipalityId, token),
    requestId: request.id,
    issuedAt,
    expiresAt: linkExpiresAt(days, issuedAt),
  });
  return `${publicAddress(configuration)}${PARTNER_LINK_PATH}${token}`;
}

/** What a token that came in from outside is looked up by: this municipality, this purpose, and the hash. */
export function answerLinkKey(municipalityId: MunicipalityId, token: string): LinkKey {
  return { municipalityId, purpose: PURPOSE, tokenHash: hashLinkToken(token) };
}
