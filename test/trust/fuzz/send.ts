import { Agent, request as openRequest } from "node:http";
import type { FuzzRequest } from "./requests-of.js";

export interface FuzzAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly body: unknown;
}

/** An answer that takes longer is none, on a busy machine too: one request keeps the server from all others. */
const TIMEOUT_MS = 120_000;

/** Sends requests one after another over kept connections, as a hostile program would. Lower than `fetch`, which repairs what it is given. */
export function openSender(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(address);
  const once = ({ method, path, headers, body }: FuzzRequest, actor: Readonly<Record<string, string>>) =>
    new Promise<FuzzAnswer>((resolve, reject) => {
      const all = { ...actor, ...headers, ...(body !== undefined && { "content-length": String(body.length) }) };
      const sent = openRequest(
        { hostname, port, agent, method, path, headers: all as Record<string, string | string[]> },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () => {
            const text = Buffer.concat(parts).toString("utf8");
            const seen = new Headers(
              response.rawHeaders.flatMap((name, at, raw) =>
                at % 2 === 0 ? [[name, raw[at + 1] ?? ""] as [string, string]] : [],
              ),
            );
            resolve({ status: response.statusCode ?? 0, headers: seen, text, body: parsed(text) });
          });
        },
      );
      sent.setTimeout(TIMEOUT_MS, () => sent.destroy(new Error("no answer in time")));
      sent.on("error", reject);
      sent.end(body);
    });
  return {
    /** A connection that waited may be closed by the server just when the next request sets out; that is no answer. */
    send: async (request: FuzzRequest, actor: Readonly<Record<string, string>>): Promise<FuzzAnswer> =>
      await once(request, actor).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ECONNRESET" || error.code === "EPIPE") return once(request, actor);
        throw error;
      }),
    close: () => agent.destroy(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
