import { answerInWords } from "@rode-draad/delivery";
import type { StoredPartnerRequest } from "@rode-draad/store";
import type { ProposalPageView } from "@rode-draad/web";
import type { Product } from "../../open-product.js";

/** How far the requests came, for the page of a proposal and of an initiative. */
export function requestViews(
  { configuration }: Product,
  requests: readonly StoredPartnerRequest[],
): ProposalPageView["requests"] {
  return requests.map(({ request, state, answer }) => {
    // As the mailer decides: a letter goes by mail when there is a mail server and an address.
    const isMailed = configuration.smtpUrl !== undefined && request.partnerEmail !== undefined;
    return {
      partnerName: request.partnerName,
      state: state === "sent" && !isMailed ? "ready-as-file" : state,
      ...(answer !== undefined && { answer: answerInWords(answer.answer) }),
    };
  });
}
