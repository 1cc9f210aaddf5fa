import { seesPart } from "@rode-draad/api";
import type { StoredPartnerRequest } from "@rode-draad/store";
import type { RequestLineView } from "@rode-draad/web";
import { describeRequest } from "../partners/describe-request.js";
import { hasEndpoint } from "../partners/request-tools.js";
import type { WebMeans } from "../web-means.js";

/** How far the requests came, for the page of a proposal and of an initiative; of a series the part of the own team only. */
export async function requestViews(
  { product, actor }: Pick<WebMeans, "product" | "actor">,
  requests: readonly StoredPartnerRequest[],
): Promise<readonly RequestLineView[]> {
  return await Promise.all(
    requests
      .filter((request) => seesPart(actor, request))
      .map(async (request) => describeRequest(product, request, await hasEndpoint(product, request))),
  );
}
