import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canariesIn, openCanaries, openHashSearch } from "./leaks/canaries.js";
import { measureLeaks } from "./leaks/measure-leaks.js";

describe("what somebody fills in or sends along", () => {
  it("stays in no table, queue, log, mail, export, file or answer but where the table of fields lets it", async () => {
    const found = await measureLeaks({ engine: "embedded", notes: 100 });
    expect(found.leaks).toEqual([]);
    expect(found.unseen).toEqual([]);
    expect(found.planted).toBeGreaterThan(200);
    // Four processes start one after another, and each loads everything.
  }, 1_200_000);
});

describe("the search", () => {
  const canaries = openCanaries();
  const word = canaries.word("note: bronId", "here");
  const { bsn } = canaries.numbers("note: identifiers in the text", "here");
  canaries.secret("key of a source system", "here", "Qx-7_secret");

  it.each<[string, string | Buffer]>([
    ["as it is", `a ${word} b`],
    ["in capitals, with a tail", `${word.toUpperCase()}EN`],
    ["in bytes", Buffer.from([0, 255, ...Buffer.from(word), 0])],
    ["in two bytes a letter", Buffer.from(word, "utf16le")],
    ["in base64", Buffer.from(word).toString("base64")],
    ["in base64, a byte further", Buffer.from(`x${word}`).toString("base64")],
    ["in base64, two bytes further", `pad ${Buffer.from(`xy${word}`).toString("base64url")}`],
    ["in hex", Buffer.from(word).toString("hex")],
    ["percent-encoded", [...word].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join("")],
  ])("finds a word %s", (_how, content) => {
    expect([...canariesIn({ content }, canaries)]).toEqual([word]);
  });

  it("finds numbers and secrets, and plain hashes, and nothing that is not there", () => {
    expect([...canariesIn({ content: `nr ${bsn}, qx-7_SECRET` }, canaries)].sort()).toEqual(
      [bsn, "qx-7_secret"].sort(),
    );
    expect([...openHashSearch(canaries)({ content: `key ${createHash("sha1").update(word).digest("hex")}.` })]).toEqual(
      [word],
    );
    const other = openCanaries().word("note: casusRef", "there");
    for (const content of [other, "zwiepel", ""]) expect(canariesIn({ content }, canaries).size).toBe(0);
  });
});
