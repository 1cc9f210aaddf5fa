import { describe, expect, it } from "vitest";
import { isFromThisMachine } from "./loopback.js";

const from = (remoteAddress: string | undefined, headers: Readonly<Record<string, string>>): boolean =>
  isFromThisMachine({ headers, socket: { remoteAddress } });

describe("a request from this machine", () => {
  it.each([
    ["127.0.0.1", "localhost:3000"],
    ["127.0.0.1", "localhost"],
    ["::1", "[::1]:3000"],
    ["::ffff:127.0.0.1", "127.0.0.1:12345"],
  ])("comes from %s and asks for %s", (address, host) => {
    expect(from(address, { host })).toBe(true);
  });

  it.each([
    ["comes from another machine", "10.0.0.1", { host: "localhost" }],
    ["comes from nowhere that is known", undefined, { host: "localhost" }],
    ["comes from an address that only looks like it", "12::ffff:7.0.0.1", { host: "localhost" }],
    ["asks for a name that was made to point here", "127.0.0.1", { host: "kwaad.example" }],
    ["asks for a name with ours as its port", "127.0.0.1", { host: "localhost:80.kwaad.example" }],
    ["asks for no name", "127.0.0.1", {}],
    ["was passed on by a proxy", "127.0.0.1", { host: "localhost", "x-forwarded-for": "10.0.0.1" }],
    [
      "was passed on by a proxy that says so by the standard",
      "127.0.0.1",
      { host: "localhost", forwarded: "for=10.0.0.1" },
    ],
  ])("is not one that %s", (_, address, headers) => {
    expect(from(address, headers as Record<string, string>)).toBe(false);
  });
});
