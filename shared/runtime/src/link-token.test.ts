import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashLinkToken, makeLinkToken } from "./link-token.js";

const KEY = "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2";
const LINK = { purpose: "answer-request", municipalityId: "voorbeeldstad", requestId: "a-1" };

describe("the token of a link", () => {
  it("holds more than 128 bits and fits an address", () => {
    expect(makeLinkToken(KEY, LINK)).toMatch(/^[\w-]{22}$/);
  });

  it("is the same for the same letter, so that one that is sent twice has one link", () => {
    expect(makeLinkToken(KEY, { ...LINK })).toBe(makeLinkToken(KEY, LINK));
  });

  it("is another one for each key, purpose, municipality and request, also where their texts run on", () => {
    const tokens = [
      makeLinkToken(KEY, LINK),
      makeLinkToken(`${KEY}x`, LINK),
      makeLinkToken(KEY, { ...LINK, purpose: "read-report" }),
      makeLinkToken(KEY, { ...LINK, municipalityId: "buurstad" }),
      makeLinkToken(KEY, { ...LINK, requestId: "a-2" }),
      makeLinkToken(KEY, { ...LINK, municipalityId: "voorbeeldstada", requestId: "-1" }),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it("stays what it is from version to version, since letters are under way", () => {
    expect(makeLinkToken(KEY, LINK)).toBe("d12dAyMFFO2QhlcVkZX6Ti");
  });

  it("is stored as the hash of its characters, so that another spelling of the same bytes opens nothing", () => {
    expect(hashLinkToken("abc")).toBe(createHash("sha256").update("abc").digest("base64url"));
    // The last character carries spare bits: these two stand for the same bytes.
    expect(Buffer.from(`${"A".repeat(21)}A`, "base64url")).toEqual(Buffer.from(`${"A".repeat(21)}B`, "base64url"));
    expect(hashLinkToken(`${"A".repeat(21)}A`)).not.toBe(hashLinkToken(`${"A".repeat(21)}B`));
  });
});
