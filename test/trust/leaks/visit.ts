import { request as openRequest } from "node:http";
import type { Haystack } from "./canaries.js";
import type { FieldName } from "./fields.js";

/** Everything that was searched for is searched in here, answers among them. */
export interface Seen extends Haystack {
  /** The fields that this very sender filled in. */
  readonly typed?: readonly FieldName[];
}

export interface Visit {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly who?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON, parameters as a form. */
  readonly body?: object | string | URLSearchParams | FormData;
  readonly typed?: readonly FieldName[];
  /** What it is called when something is found in the answer. */
  readonly place?: string;
  /** Fails when the answer is another one: what was to be planted did not get in. */
  readonly expect: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

/** A visitor that keeps every answer with all its headers. */
export function openVisitor(address: string, seen: Seen[]): (visit: Visit) => Promise<Answer> {
  const { hostname, port } = new URL(address);
  return async ({ method, path, who = {}, headers = {}, body, typed = [], place, expect }) => {
    const packed = await pack(body);
    const verb = method ?? (body === undefined ? "GET" : "POST");
    const answer = await new Promise<Answer & { raw: Buffer }>((resolve, reject) => {
      const sent = openRequest(
        { hostname, port, path, method: verb, agent: false, headers: { ...packed.headers, ...who, ...headers } },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () => {
            const content = Buffer.concat(parts);
            // The session of who asks comes back to nobody else.
            const raw = Buffer.concat([Buffer.from(`${response.rawHeaders.join("\n")}\n`), content]);
            const location = response.headers.location ?? "";
            resolve({ status: response.statusCode ?? 0, text: content.toString("utf8"), location, raw });
          });
        },
      );
      sent.on("error", reject);
      sent.end(packed.content);
    });
    const name = place ?? `answer to somebody else: ${verb} ${path.split("?")[0]}`;
    seen.push({ place: name, content: answer.raw, typed });
    if (answer.status !== expect) throw new Error(`${name} was answered with ${answer.status} instead of ${expect}.`);
    return answer;
  };
}

async function pack(body: Visit["body"]): Promise<{ headers: Record<string, string>; content?: Buffer }> {
  if (body === undefined) return { headers: {} };
  if (typeof body === "string" || !(body instanceof URLSearchParams || body instanceof FormData)) {
    const content = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    return { headers: { "content-type": "application/json", "content-length": String(content.length) }, content };
  }
  // What a browser makes of a form.
  const packed = new Response(body);
  const content = Buffer.from(await packed.arrayBuffer());
  const type = packed.headers.get("content-type") ?? "";
  return { headers: { "content-type": type, "content-length": String(content.length) }, content };
}
