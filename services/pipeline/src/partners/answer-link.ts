import { PARTNER_LINK_PATH } from "@rode-draad/contracts";
import { linkExpiresAt, type MunicipalityId, type PartnerAgenda, type PartnerRequest } from "@rode-draad/domain";
import { hashLinkToken, loadHashKey, makeLinkToken, publicAddress } from "@rode-draad/runtime";
import { keepPageLink, keepPartnerLink, type LinkKey, renewPartnerLink } from "@rode-draad/store";
import type { Product } from "../open-product.js";

const ANSWER = "answer-request";
const READ = "read-agenda";

type Means = Pick<Product, "store" | "clock" | "configuration">;

/** Makes the link of a request and keeps its hash; gives the address that stands in the letter and nowhere else. */
export async function issueAnswerLink(
  product: Means,
  municipalityId: MunicipalityId,
  request: PartnerRequest,
): Promise<string> {
  const { store, clock } = product;
  const token = await tokenOf(product, municipalityId, ANSWER, request.id);
  const issuedAt = clock();
  const days = request.dates.map(({ day }) => day);
  await keepPartnerLink(store.db, {
    ...answerLinkKey(municipalityId, token),
    requestId: request.id,
    issuedAt,
    expiresAt: linkExpiresAt(days, issuedAt),
  });
  return addressOf(product, token);
}

/**
 * The address of the first of these requests that can still be answered, for a reminder; undefined when none can. A link
 * follows from the key of the installation, so the reminder carries the very link of the letter, though only its hash was
 * kept: a fresh one would make the link in the first letter a dead end, and that is the letter people look up. Only when the
 * key was changed since is it another link, and then it ends the former one. It expires when the letter's link does: a
 * reminder gives no more time.
 */
export async function renewAnswerLink(
  product: Means,
  municipalityId: MunicipalityId,
  requests: readonly PartnerRequest[],
): Promise<string | undefined> {
  const { store, clock } = product;
  for (const { id } of requests) {
    const token = await tokenOf(product, municipalityId, ANSWER, id);
    const key = { ...answerLinkKey(municipalityId, token), requestId: id };
    if (await renewPartnerLink(store.db, key, clock())) return addressOf(product, token);
  }
  return undefined;
}

/** The address of the page of an agenda, which works until the evening is over; undefined when it is. */
export async function issueAgendaLink(
  product: Means,
  municipalityId: MunicipalityId,
  agenda: PartnerAgenda,
): Promise<string | undefined> {
  const { store, clock } = product;
  const issuedAt = clock();
  const expiresAt = linkExpiresAt([agenda.day], issuedAt);
  if (expiresAt <= issuedAt) return undefined;
  const token = await tokenOf(product, municipalityId, READ, agenda.id);
  const tokenHash = hashLinkToken(token);
  await keepPageLink(store.db, municipalityId, { messageId: agenda.id, tokenHash, issuedAt, expiresAt });
  return addressOf(product, token);
}

/** What a token that came in from outside is looked up by: this municipality, this purpose, and the hash. */
export function answerLinkKey(municipalityId: MunicipalityId, token: string): LinkKey {
  return { municipalityId, purpose: ANSWER, tokenHash: hashLinkToken(token) };
}

async function tokenOf(
  { configuration }: Means,
  municipalityId: MunicipalityId,
  purpose: string,
  id: string,
): Promise<string> {
  return makeLinkToken(await loadHashKey(configuration), { purpose, municipalityId, requestId: id });
}

function addressOf({ configuration }: Means, token: string): string {
  return `${publicAddress(configuration)}${PARTNER_LINK_PATH}${token}`;
}
