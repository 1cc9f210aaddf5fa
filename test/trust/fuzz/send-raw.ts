import { connect } from "node:net";
import type { FuzzActor } from "./open-fuzz-town.js";
import type { FuzzOperation } from "./requests-of.js";

/**
 * Requests that no client library sends, because they break HTTP itself: two lengths, a length and chunks, control characters in
 * names, other versions, bodies that never come. What Node.js refuses by itself has no body that the interface could describe.
 */

/** What is sent to an operation, byte for byte; `who` is the header line of somebody who is known. */
type WriteRaw = (line: { method: string; path: string; who: string }) => string;

const JSON_TYPE = "Content-Type: application/json\r\n";
const HOST = "Host: localhost\r\n";

const RAW_REQUESTS: Readonly<Record<string, WriteRaw>> = {
  "two lengths": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${JSON_TYPE}Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}`,
  "a length and chunks": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${JSON_TYPE}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  "chunks twice": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${JSON_TYPE}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  "chunks of no size": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  "a body that breaks off": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${JSON_TYPE}Content-Length: 500\r\n\r\n{"a":`,
  "a negative length": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${JSON_TYPE}Content-Length: -1\r\n\r\n{}`,
  "more than its length": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${JSON_TYPE}Content-Length: 2\r\n\r\n{}GET / HTTP/1.1\r\n\r\n`,
  "a NUL in a header": ({ method, path, who }) => `${method} ${path} HTTP/1.1\r\n${HOST}${who}X-A: a\u0000b\r\n\r\n`,
  "a space in the name of a header": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}Content-Length : 0\r\n\r\n`,
  "a folded header": ({ method, path, who }) => `${method} ${path} HTTP/1.1\r\n${HOST}${who}X-A: a\r\n b\r\n\r\n`,
  "a header too long": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}X-A: ${"x".repeat(40_000)}\r\n\r\n`,
  "headers without end": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}${"X-A: 1\r\n".repeat(2_500)}\r\n`,
  "no host": ({ method, path, who }) => `${method} ${path} HTTP/1.1\r\n${who}\r\n`,
  "two hosts": ({ method, path, who }) => `${method} ${path} HTTP/1.1\r\n${HOST}Host: elders\r\n${who}\r\n`,
  "a whole address": ({ method, path, who }) => `${method} http://elders.example${path} HTTP/1.1\r\n${HOST}${who}\r\n`,
  "a space in the path": ({ method, path, who }) => `${method} ${path} x HTTP/1.1\r\n${HOST}${who}\r\n`,
  "a NUL in the path": ({ method, path, who }) => `${method} ${path}\u0000 HTTP/1.1\r\n${HOST}${who}\r\n`,
  "letters beyond ASCII in the path": ({ method, path, who }) =>
    `${method} ${path}?a=\u00e9\u20ac HTTP/1.1\r\n${HOST}${who}\r\n`,
  "a backslash in the path": ({ method, path, who }) =>
    `${method} ${path.replaceAll("/", "\\")} HTTP/1.1\r\n${HOST}${who}\r\n`,
  "a method of nobody": ({ path, who }) => `VERZIN ${path} HTTP/1.1\r\n${HOST}${who}\r\n`,
  "another method": ({ path, who }) => `DELETE ${path} HTTP/1.1\r\n${HOST}${who}\r\n`,
  TRACE: ({ path, who }) => `TRACE ${path} HTTP/1.1\r\n${HOST}${who}\r\n`,
  CONNECT: ({ path, who }) => `CONNECT ${path} HTTP/1.1\r\n${HOST}${who}\r\n`,
  "an upgrade": ({ method, path, who }) =>
    `${method} ${path} HTTP/1.1\r\n${HOST}${who}Connection: upgrade\r\nUpgrade: websocket\r\n\r\n`,
  "version 0.9": ({ method, path }) => `${method} ${path}\r\n\r\n`,
  "version 2": () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "no HTTP": () => "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
};

/** A server that neither answers nor closes holds a connection; the sender closes its half, so this is long. */
const WAIT_MS = 30_000;

/** The status lines of all that came back; none when the server closed without a word. */
async function sendRaw(address: string, written: string): Promise<{ statuses: number[]; text: string }> {
  const { hostname, port } = new URL(address);
  const text = await new Promise<string>((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let got = "";
    const end = (): void => {
      socket.destroy();
      resolve(got);
    };
    socket.setTimeout(WAIT_MS, end);
    socket.on("data", (part) => {
      got += part.toString("utf8");
    });
    socket.on("close", end);
    socket.on("error", end);
    // Closing our half tells the server that nothing more comes.
    socket.end(Buffer.from(written, "utf8"));
  });
  return { statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)), text };
}

/** Sends all of the above to operations; gives what was answered with a failure of ours. */
export async function sendAllRaw(
  address: string,
  operations: readonly FuzzOperation[],
  actor: FuzzActor,
): Promise<{ readonly sent: number; readonly failures: readonly string[] }> {
  const who = Object.entries(actor.headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  const failures: string[] = [];
  let sent = 0;
  for (const { method, template } of operations) {
    for (const [name, write] of Object.entries(RAW_REQUESTS)) {
      const { statuses } = await sendRaw(address, write({ method, path: template.replace(/\{\w+\}/g, "x"), who }));
      sent += 1;
      const failed = statuses.find((status) => status >= 500);
      if (failed !== undefined) failures.push(`${method} ${template}, ${name} → status ${failed}`);
    }
  }
  return { sent, failures };
}
