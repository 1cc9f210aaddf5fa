import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * A partner's side of the channel, as a partner would write it: checks the signature with the library, and takes no id
 * twice. `answer` decides the status of what it took.
 */
export function makeReceiver(secret: string): (received: Received) => "taken" | "refused" {
  const seen = new Set<string>();
  const webhook = new Webhook(secret);
  return ({ headers, body }) => {
    try {
      webhook.verify(body, headers as Record<string, string>);
    } catch {
      return "refused";
    }
    const id = String(headers["webhook-id"]);
    if (seen.has(id)) return "refused";
    seen.add(id);
    return "taken";
  };
}

/** A real HTTP server that keeps what it received. `status` answers; a location makes it a redirect. */
export async function startReceiver(status: () => number = () => 204, location?: string) {
  /** With method and path, as they stand on the first line. */
  const received: (Received & { readonly line: string })[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({
        line: `${request.method} ${request.url}`,
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      });
      response.writeHead(status(), location === undefined ? {} : { Location: location }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/haak`,
    port,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
