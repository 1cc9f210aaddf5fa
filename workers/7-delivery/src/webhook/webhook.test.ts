import { describe, expect, it } from "vitest";
import { buildRequest } from "../../test/build-request.js";
import { makeReceiver, startReceiver } from "../../test/start-receiver.js";
import { makeWebhook } from "./make-webhook.js";
import { openWebhookSender } from "./open-webhook-sender.js";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const OTHER_SECRET = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
/** The receiver lives on this machine, which a running product would refuse. */
const MEANS = { allowHttp: true, mayConnect: () => true };
const messageAt = (madeAt: Date) =>
  makeWebhook({
    municipalityId: "voorbeeldstad",
    now: [buildRequest()],
    earlier: [],
    answerAddress: "https://rodedraad.example/aanvraag/abc",
    madeAt,
  });

async function sendTo(url: string, madeAt = new Date(), secret = SECRET): Promise<void> {
  await openWebhookSender(MEANS).send(messageAt(madeAt), { url, secret });
}

describe("a webhook", () => {
  it("is taken by a partner that checks it, with the fields of the request and the address of the answer", async () => {
    const server = await startReceiver();
    await sendTo(server.url);
    const [received] = server.received;
    expect(received && makeReceiver(SECRET)(received)).toBe("taken");
    expect(JSON.parse(received?.body ?? "")).toEqual({
      type: "partner-request.created",
      timestamp: expect.any(String),
      data: { request: buildRequest(), answerAddress: "https://rodedraad.example/aanvraag/abc" },
    });
    await server.stop();
  });

  it("is refused when it is old, from the future, altered, signed with another secret, or comes again", async () => {
    const server = await startReceiver();
    await sendTo(server.url);
    await sendTo(server.url, new Date(Date.now() - 6 * 60_000));
    await sendTo(server.url, new Date(Date.now() + 6 * 60_000));
    await sendTo(server.url, new Date(), OTHER_SECRET);
    const [good, old, early, foreign] = server.received;
    if (!good || !old || !early || !foreign) throw new Error("not all were received");
    const receive = makeReceiver(SECRET);
    for (const wrong of [
      old,
      early,
      foreign,
      { ...good, body: good.body.replace("Sterrenwijk", "Maanwijk") },
      { ...good, headers: { ...good.headers, "webhook-id": "msg_other" } },
      { ...good, headers: { ...good.headers, "webhook-timestamp": old.headers["webhook-timestamp"] } },
      { ...good, headers: { ...good.headers, "webhook-signature": "v1,AAAA" } },
    ]) {
      expect(receive(wrong)).toBe("refused");
    }
    expect(receive(good)).toBe("taken");
    expect(receive(good)).toBe("refused");
    await server.stop();
  });

  it("carries the same id at every try", () => {
    expect(messageAt(new Date(0)).id).toBe(messageAt(new Date(1)).id);
  });

  it("says what it carries, who sends it, and when the request was made", async () => {
    const server = await startReceiver();
    await sendTo(server.url, new Date("2026-11-22T09:30:00.999Z"));
    expect(server.received[0]).toMatchObject({
      line: "POST /haak",
      headers: {
        "content-type": "application/json",
        "user-agent": "rode-draad",
        "webhook-timestamp": "1795339800",
      },
    });
    await server.stop();
  });

  it.each([200, 204, 299])("that is answered with %i has arrived", async (status) => {
    const server = await startReceiver(() => status);
    await sendTo(server.url);
    await server.stop();
  });

  it.each([500, 599, 429, 425, 408])("that is answered with %i is tried again later", async (status) => {
    const server = await startReceiver(() => status);
    await expect(sendTo(server.url)).rejects.toMatchObject({
      code: "webhook-unreachable",
      message: "De aanvraag is nog niet verstuurd. Wij proberen het later opnieuw.",
      detail: `status ${status}`,
      retryable: true,
    });
    await server.stop();
  });

  it.each([300, 302, 400, 401, 410, 499])("that is answered with %i is refused for good", async (status) => {
    const server = await startReceiver(() => status);
    await expect(sendTo(server.url)).rejects.toMatchObject({
      code: "webhook-refused",
      message: "Het systeem van de partner weigert deze aanvraag. Controleer het adres en de sleutel van de koppeling.",
      detail: `status ${status}`,
      retryable: false,
    });
    await server.stop();
  });
});
