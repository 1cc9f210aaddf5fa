import { ProductError } from "@rode-draad/domain";
import { Webhook } from "standardwebhooks";
import type { OutgoingWebhook } from "./make-webhook.js";
import { type PinnedPostMeans, postPinned } from "./post-pinned.js";

/** Where a partner receives messages, and the secret with which it checks that they are ours: `whsec_` and base64. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly secret: string;
}

export interface WebhookSender {
  readonly send: (message: OutgoingWebhook, endpoint: WebhookEndpoint) => Promise<void>;
}

/** Statuses that say "not now": time-out, too early, too many. */
const TRY_AGAIN: readonly number[] = [408, 425, 429];

/**
 * Sends messages signed as standardwebhooks.com asks: id, time and body under HMAC-SHA256 with the secret of the endpoint.
 * A receiver refuses a signature that is altered or older than five minutes, and an id that it has seen.
 */
export function openWebhookSender(means: PinnedPostMeans = {}): WebhookSender {
  return {
    async send({ id, sentAt, body }, { url, secret }) {
      const headers = {
        "Content-Type": "application/json",
        "User-Agent": "rode-draad",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1_000)),
        "webhook-signature": new Webhook(secret).sign(id, sentAt, body),
      };
      const status = await postPinned(url, { headers, body }, means);
      if (status >= 200 && status < 300) return;
      throw notTaken(status);
    },
  };
}

function notTaken(status: number): ProductError {
  const detail = `status ${status}`;
  return status >= 500 || TRY_AGAIN.includes(status)
    ? new ProductError("webhook-unreachable", "De aanvraag is nog niet verstuurd. Wij proberen het later opnieuw.", {
        detail,
        retryable: true,
      })
    : new ProductError(
        "webhook-refused",
        "Het systeem van de partner weigert deze aanvraag. Controleer het adres en de sleutel van de koppeling.",
        { detail },
      );
}
