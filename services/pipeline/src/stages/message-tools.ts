import type { MessageTools } from "@rode-draad/delivery";
import { publicAddress } from "@rode-draad/runtime";
import {
  markMessageFailed,
  markMessageSent,
  readPartnerMessage,
  readPartnerRequest,
  readStandingEvening,
} from "@rode-draad/store";
import { changedAs } from "../audit/recorded-as.js";
import type { Product } from "../open-product.js";
import { issueAgendaLink, renewAnswerLink } from "../partners/answer-link.js";
import { findPartnerEndpoint } from "../partners/find-endpoint.js";

const DELIVERY = { action: "deliver-partner-message", subject: "partner-message" } as const;

export function messageTools(product: Product): MessageTools {
  const { store, municipalityId, catalogue, clock, mailer, webhooks, configuration } = product;
  return {
    readMessage: (_municipalityId, messageId) => readPartnerMessage(store.db, municipalityId, messageId),
    async addressOf(_municipalityId, message) {
      if (message.kind === "reminder") return renewAnswerLink(product, municipalityId, message.requests);
      if (message.kind === "agenda") return issueAgendaLink(product, municipalityId, message);
      return `${publicAddress(configuration)}/partneraanvragen/${message.request.id}`;
    },
    async findEndpoint(_municipalityId, { message, aboutId }) {
      const about =
        (await readPartnerRequest(store.db, municipalityId, aboutId)) ??
        (await readStandingEvening(store.db, municipalityId, aboutId));
      return await findPartnerEndpoint(product, {
        organisationId: about?.organisationId,
        partnerId: message.partnerId,
      });
    },
    markSent: (_municipalityId, id) =>
      changedAs(
        "delivery",
        product,
        DELIVERY,
        (db) => markMessageSent(db, municipalityId, id, clock()),
        () => ({
          id,
        }),
      ),
    markFailed: (_municipalityId, id, outcome) =>
      changedAs(
        "delivery",
        product,
        DELIVERY,
        (db) => markMessageFailed(db, municipalityId, id, outcome),
        () => ({ id, outcome: "refused" }),
      ),
    mailer,
    webhooks,
    catalogue,
    now: clock,
  };
}
