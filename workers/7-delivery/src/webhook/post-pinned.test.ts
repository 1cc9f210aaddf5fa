import { describe, expect, it } from "vitest";
import { countConnects } from "../../test/count-connects.js";
import { INTERNAL_HOSTS } from "../../test/internal-addresses.js";
import { startReceiver } from "../../test/start-receiver.js";
import { isPublicAddress } from "./is-public-address.js";
import { postPinned } from "./post-pinned.js";

const MESSAGE = { headers: {}, body: "{}" };
/** Nobody there answers; a test that gets so far gives up at once. */
const PUBLIC = "93.184.215.14";
const attempt = (address: string, means = {}) =>
  postPinned(address, MESSAGE, { timeoutMs: 50, ...means }).then(
    () => "sent",
    (error: { code: string }) => error.code,
  );

describe("postPinned", () => {
  it.each(INTERNAL_HOSTS)("opens no connection to %s", async (host) => {
    const connects = await countConnects(async () => {
      expect(await attempt(`https://${host}/`)).toBe("webhook-address-refused");
      expect(await attempt(`http://${host}/`, { allowHttp: true })).toBe("webhook-address-refused");
      const named = { resolve: async () => [new URL(`https://${host}`).hostname.replace(/^\[|\]$/g, "")] };
      expect(await attempt("https://partner.example/", named)).toBe("webhook-address-refused");
    });
    expect(connects).toBe(0);
  });

  it("refuses a name with one inside address among public ones", async () => {
    for (const addresses of [
      [PUBLIC, "10.0.0.1"],
      ["::1", PUBLIC],
    ]) {
      const connects = await countConnects(async () => {
        expect(await attempt("https://partner.example/", { resolve: async () => addresses })).toBe(
          "webhook-address-refused",
        );
      });
      expect(connects).toBe(0);
    }
  });

  it("resolves once and connects to that very address, so that a name which turns inside gains nothing", async () => {
    const receiver = await startReceiver();
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? [PUBLIC] : ["127.0.0.1"];
    };
    const address = `http://partner.example:${receiver.port}/`;
    expect(await attempt(address, { resolve, allowHttp: true })).toBe("webhook-unreachable");
    expect(asked).toBe(1);
    expect(await attempt(address, { resolve, allowHttp: true })).toBe("webhook-address-refused");
    expect(receiver.received).toEqual([]);
    await receiver.stop();
  });

  it("follows no redirect", async () => {
    const inside = await startReceiver();
    const receiver = await startReceiver(() => 307, inside.url);
    const means = { allowHttp: true, mayConnect: () => true, timeoutMs: 2_000 };
    expect(await postPinned(receiver.url, MESSAGE, means)).toBe(307);
    expect(receiver.received).toHaveLength(1);
    expect(inside.received).toEqual([]);
    await receiver.stop();
    await inside.stop();
  });

  it("wants https and no credentials, and gives up on a receiver that says nothing", async () => {
    for (const address of ["http://partner.example/", "ftp://partner.example/", "https://a:b@partner.example/", "x"]) {
      expect(await attempt(address, { resolve: async () => [PUBLIC] })).toBe("webhook-address-refused");
    }
    const receiver = await startReceiver(() => {
      throw new Error("unreachable");
    });
    await receiver.stop();
    const means = { allowHttp: true, mayConnect: () => true };
    expect(await attempt(receiver.url, means)).toBe("webhook-unreachable");
  });

  it("lets public addresses through", () => {
    for (const address of [PUBLIC, "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:400e:80c::200e"]) {
      expect(isPublicAddress(address)).toBe(true);
    }
  });
});
