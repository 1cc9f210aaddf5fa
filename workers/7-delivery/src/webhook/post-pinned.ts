import { lookup } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { ProductError } from "@rode-draad/domain";
import { isPublicAddress } from "./is-public-address.js";

/** A receiver that does not answer in this time will not answer this try. */
const TIMEOUT_MS = 10_000;

/** What a test may put in the place of the outside world. Nothing of it can be set in a running product. */
export interface PinnedPostMeans {
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  readonly mayConnect?: (address: string) => boolean;
  readonly allowHttp?: boolean;
  readonly timeoutMs?: number;
}

/**
 * Sends a body to an address on the public internet and gives the status of the answer. The name is resolved once; every
 * address that it has must be public; the connection goes to one of those very addresses, so that a name which answers
 * something else the second time (DNS rebinding) gains nothing. An answer that leads elsewhere is not followed, and what
 * stands in an answer is not read.
 *
 * Throws `webhook-address-refused`, or a retryable `webhook-unreachable`.
 */
export async function postPinned(
  address: string,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  means: PinnedPostMeans = {},
): Promise<number> {
  const url = readAddress(address, means.allowHttp ?? false);
  const name = url.hostname.replace(/[[\]]/g, "");
  const target = await chooseTarget(name, means);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return await new Promise((resolve, reject) => {
    const request = send(
      {
        host: target,
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method: "POST",
        // The certificate is checked against the name in Host, though the connection goes to the address.
        headers: { ...message.headers, Host: url.host, "Content-Length": Buffer.byteLength(message.body) },
        // A connection that is kept could be used for another name.
        agent: false,
        signal: AbortSignal.timeout(means.timeoutMs ?? TIMEOUT_MS),
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    request.on("error", (cause) => reject(unreachable(cause)));
    request.end(message.body);
  });
}

/** Throws for an address to which nothing may be sent whatever it resolves to; also used when an endpoint is set. */
export function readAddress(address: string, allowHttp = false): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !(url.protocol === "https:" || (allowHttp && url.protocol === "http:"))) {
    throw refused("not https");
  }
  if (url.username !== "" || url.password !== "") throw refused("credentials in the address");
  return url;
}

async function chooseTarget(name: string, means: PinnedPostMeans): Promise<string> {
  const mayConnect = means.mayConnect ?? isPublicAddress;
  const addresses = isIP(name) === 0 ? await resolveName(name, means.resolve ?? resolveAll) : [name];
  const [first] = addresses;
  if (first === undefined) throw unreachable(new Error("no address"));
  // One inside address among public ones is no accident.
  if (!addresses.every(mayConnect)) throw refused("not a public address");
  return first;
}

async function resolveName(name: string, resolve: NonNullable<PinnedPostMeans["resolve"]>): Promise<readonly string[]> {
  try {
    return await resolve(name);
  } catch (cause) {
    throw unreachable(cause);
  }
}

async function resolveAll(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

function refused(detail: string): ProductError {
  return new ProductError(
    "webhook-address-refused",
    "Naar dit adres sturen wij niets. Gebruik een adres op internet dat begint met https://.",
    { detail },
  );
}

function unreachable(cause: unknown): ProductError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  return new ProductError("webhook-unreachable", "De aanvraag is nog niet verstuurd. Wij proberen het later opnieuw.", {
    detail: `code ${code}`,
    retryable: true,
    cause,
  });
}
