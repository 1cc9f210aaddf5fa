import { createHmac } from "node:crypto";
import { openWebhookSender, postPinned } from "@rode-draad/delivery";
import { Webhook } from "standardwebhooks";
import { countConnects } from "../../workers/7-delivery/test/count-connects.js";
import { INTERNAL_HOSTS } from "../../workers/7-delivery/test/internal-addresses.js";
import { makeReceiver, type Received, startReceiver } from "../../workers/7-delivery/test/start-receiver.js";
import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";

/** S4: no message goes inside, and no false message is taken for ours. */

/** The example of the specification (standardwebhooks.com, "signature scheme"), by which any two libraries agree. */
const VECTOR = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const PUBLIC = "93.184.215.14";
const MESSAGES = 100;

export async function measureWebhooks(): Promise<FigureRow[]> {
  const { attempts, connects } = await knockInside();
  return [
    atLeast("S4: internal addresses tried", 40, attempts),
    atMost("S4: connects to internal addresses, by literal, by name and by rebinding", 0, connects),
    atMost("S4: differences from the vector of the specification", 0, vectorDifferences()),
    ...(await forge()),
  ];
}

/** Each host as a literal, as what a name resolves to, and as what a name resolves to the second time. */
async function knockInside(): Promise<{ readonly attempts: number; readonly connects: number }> {
  const receiver = await startReceiver();
  const inside: string[] = [];
  const connects = await countConnects(async () => {
    for (const host of INTERNAL_HOSTS) {
      const address = new URL(`https://${host}`).hostname.replace(/^\[|\]$/g, "");
      const send = (name: string, answers: readonly (readonly string[])[]): Promise<unknown> => {
        let asked = 0;
        const resolve = async (): Promise<readonly string[]> => answers[asked++] ?? [];
        return postPinned(`https://${name}:${receiver.port}/`, { headers: {}, body: "{}" }, { resolve }).then(
          () => inside.push(host),
          () => undefined,
        );
      };
      await send(host, []);
      await send("partner.example", [[address]]);
      await send("partner.example", [[PUBLIC, address]]);
    }
  });
  const rebound = await rebind(receiver.port);
  await receiver.stop();
  return { attempts: INTERNAL_HOSTS.length, connects: connects + inside.length + rebound + receiver.received.length };
}

/** A name that is public when it is looked at and inside when it is connected to: the outside one is all that is tried. */
async function rebind(port: number): Promise<number> {
  let asked = 0;
  const resolve = async (): Promise<readonly string[]> => {
    asked += 1;
    return asked === 1 ? [PUBLIC] : ["127.0.0.1"];
  };
  const means = { resolve, timeoutMs: 100 };
  await postPinned(`https://partner.example:${port}/`, { headers: {}, body: "{}" }, means).catch(() => undefined);
  return asked - 1;
}

function vectorDifferences(): number {
  const { secret, id, at, body, signature } = VECTOR;
  const ours = new Webhook(secret).sign(id, at, body);
  const byHand = createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"))
    .update(`${id}.${at.getTime() / 1_000}.${body}`)
    .digest("base64");
  return Number(ours !== signature) + Number(`v1,${byHand}` !== signature);
}

/** Real messages, received by a real server, and each of them forged in every way. */
async function forge(): Promise<FigureRow[]> {
  const server = await startReceiver();
  const sender = openWebhookSender({ allowHttp: true, mayConnect: () => true });
  const bodies = Array.from({ length: MESSAGES }, (_, number) => JSON.stringify({ type: "test", data: { number } }));
  const send = (number: number, sentAt: Date): Promise<void> =>
    sender.send({ id: `msg_${number}`, sentAt, body: bodies[number] ?? "" }, { url: server.url, secret: SECRET });
  for (let number = 0; number < MESSAGES; number += 1) await send(number, new Date());
  for (let number = 0; number < MESSAGES; number += 1) await send(number, new Date(Date.now() - 5 * 60_000 - 2_000));
  await server.stop();
  const fresh = server.received.slice(0, MESSAGES);
  const old = server.received.slice(MESSAGES);
  const receive = makeReceiver(SECRET);
  const accepted = (messages: readonly Received[]): number =>
    messages.filter((message) => receive(message) === "taken").length;
  const altered = fresh.flatMap((message) => alterations(message, old[0]));
  return [
    atMost(`S4: altered messages of ${altered.length} accepted`, 0, accepted(altered)),
    atMost(`S4: old messages of ${MESSAGES} accepted`, 0, accepted(old)),
    shown("S4: good messages accepted", accepted(fresh)),
    atMost(`S4: replayed messages of ${MESSAGES} accepted`, 0, accepted(fresh)),
  ];
}

function alterations(message: Received, older: Received | undefined): Received[] {
  const { headers, body } = message;
  const signature = String(headers["webhook-signature"]);
  const withHeader = (name: string, value: string): Received => ({ body, headers: { ...headers, [name]: value } });
  const flipped = signature.replace(/^v1,(.)/, (_match, first: string) => `v1,${first === "A" ? "B" : "A"}`);
  return [
    { headers, body: body.replace("test", "tost") },
    { headers, body: `${body} ` },
    { headers, body: "" },
    withHeader("webhook-id", `${headers["webhook-id"]}x`),
    withHeader("webhook-timestamp", String(Number(headers["webhook-timestamp"]) + 1)),
    withHeader("webhook-timestamp", String(older?.headers["webhook-timestamp"])),
    withHeader("webhook-timestamp", "NaN"),
    withHeader("webhook-signature", flipped),
    withHeader("webhook-signature", signature.replace("v1,", "v2,")),
    withHeader("webhook-signature", signature.slice(0, -4)),
    withHeader("webhook-signature", ""),
  ];
}
