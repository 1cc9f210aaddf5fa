import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { countConnects } from "../../test/count-connects.js";
import { INTERNAL_HOSTS } from "../../test/internal-addresses.js";
import { startReceiver } from "../../test/start-receiver.js";
import { isPublicAddress } from "./is-public-address.js";
import { postPinned, readAddress } from "./post-pinned.js";

const MESSAGE = { headers: {}, body: "{}" };
/** Nobody there answers; a test that gets so far gives up at once. */
const PUBLIC = "93.184.215.14";
const failureOf = (address: string, means = {}): Promise<unknown> =>
  postPinned(address, MESSAGE, { timeoutMs: 50, ...means }).then(
    () => ({ code: "sent" }),
    (error: unknown) => error,
  );
const attempt = async (address: string, means = {}) => ((await failureOf(address, means)) as { code: string }).code;
const REFUSED = {
  code: "webhook-address-refused",
  message: "Naar dit adres sturen wij niets. Gebruik een adres op internet dat begint met https://.",
  retryable: false,
};
const UNREACHABLE = {
  code: "webhook-unreachable",
  message: "De aanvraag is nog niet verstuurd. Wij proberen het later opnieuw.",
  retryable: true,
};

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

  it("wants https and no credentials", async () => {
    const means = { resolve: async () => [PUBLIC] };
    for (const address of ["http://partner.example/", "ftp://partner.example/", "x"]) {
      expect(await failureOf(address, means)).toMatchObject({ ...REFUSED, detail: "not https" });
    }
    expect(await failureOf("ftp://partner.example/", { ...means, allowHttp: true })).toMatchObject(REFUSED);
    for (const address of [
      "https://a:b@partner.example/",
      "https://a@partner.example/",
      "https://:b@partner.example/",
    ]) {
      expect(await failureOf(address, means)).toMatchObject({ ...REFUSED, detail: "credentials in the address" });
    }
    expect(await failureOf("https://10.0.0.1/")).toMatchObject({ ...REFUSED, detail: "not a public address" });
    expect(() => readAddress("http://partner.example/")).toThrow(expect.objectContaining({ detail: "not https" }));
  });

  it("says what went wrong on the way, and that a later try may succeed", async () => {
    const receiver = await startReceiver();
    await receiver.stop();
    const here = { allowHttp: true, mayConnect: () => true };
    expect(await failureOf(receiver.url, here)).toMatchObject({ ...UNREACHABLE, detail: "code ECONNREFUSED" });
    const unknown = async () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
    const at = "https://partner.example/";
    expect(await failureOf(at, { resolve: unknown })).toMatchObject({ ...UNREACHABLE, detail: "code ENOTFOUND" });
    for (const cause of ["a text", null, new Error("without a code")]) {
      const failing = { resolve: () => Promise.reject(cause) };
      expect(await failureOf(at, failing)).toMatchObject({ ...UNREACHABLE, detail: "code unknown", cause });
    }
  });

  it("connects nowhere when a name has no address, since nowhere would be this machine", async () => {
    const connects = await countConnects(async () => {
      const nameless = { resolve: async () => [], allowHttp: true };
      expect(await failureOf("http://partner.example/", nameless)).toMatchObject(UNREACHABLE);
    });
    expect(connects).toBe(0);
  });

  it("looks a name up itself, and refuses one that leads inside", async () => {
    expect(await failureOf("https://localhost/")).toMatchObject({ ...REFUSED, detail: "not a public address" });
  });

  it("asks nobody for the address of an address", async () => {
    const resolve = () => Promise.reject(new Error("asked"));
    expect(await failureOf("https://10.0.0.1/", { resolve })).toMatchObject(REFUSED);
  });

  it("posts to the path and the parameters of the address", async () => {
    const receiver = await startReceiver();
    const means = { allowHttp: true, mayConnect: () => true };
    await postPinned(`${receiver.url}/hier?a=1`, { headers: { "X-Key": "k" }, body: "é" }, means);
    expect(receiver.received).toEqual([
      {
        line: "POST /haak/hier?a=1",
        body: "é",
        headers: { host: `127.0.0.1:${receiver.port}`, "x-key": "k", "content-length": "2", connection: "close" },
      },
    ]);
    await receiver.stop();
  });

  it("speaks TLS to the address that it checked, in the name that the certificate must have", async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.once("data", (chunk) => {
        heard.push(chunk.toString("latin1"));
        socket.destroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const means = { mayConnect: () => true, resolve: async () => ["127.0.0.1"], timeoutMs: 5_000 };
    expect(await failureOf(`https://partner.example:${port}/`, means)).toMatchObject(UNREACHABLE);
    await new Promise((resolve) => server.close(resolve));
    const tlsHandshake = "\x16\x03";
    expect(heard).toEqual([expect.stringMatching(`^${tlsHandshake}[^]*partner\\.example`)]);
  });
});

describe("isPublicAddress", () => {
  it("lets public addresses through", () => {
    for (const address of [PUBLIC, "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:400e:80c::200e"]) {
      expect(isPublicAddress(address)).toBe(true);
    }
  });

  it("takes nothing else for an address", () => {
    for (const text of ["", "partner.example", "8.8.8.8.8", "2606:4700"]) expect(isPublicAddress(text)).toBe(false);
  });

  it("keeps out the ranges of the registries that the address library takes for ordinary", () => {
    for (const address of ["192.0.0.1", "198.18.0.1", "198.19.255.254", "2001:1::1", "3fff::1", "5f00::1", "4000::1"]) {
      expect(isPublicAddress(address)).toBe(false);
    }
  });
});
