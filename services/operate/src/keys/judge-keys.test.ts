import { hashLinkToken, makeLinkToken, markKey } from "@rode-draad/runtime";
import type { KeyFacts } from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { judgeKeys } from "./judge-keys.js";

const TOWN = "zonstad";
const NOTHING: KeyFacts = { marks: [], hasHashes: false, links: [], entries: [] };
const own = (hash: string, previousHash?: string) => ({
  hash,
  ...(previousHash !== undefined && { previousHash }),
  texts: [],
});
const link = (key: string) => {
  const about = { purpose: "answer-request", municipalityId: TOWN, requestId: "r-1" };
  return { ...about, tokenHash: hashLinkToken(makeLinkToken(key, about)) };
};

describe("keys held against a database without marks", () => {
  it("are taken over where nothing tells of others, the previous one beside the present", () => {
    expect(judgeKeys(own("a", "b"), NOTHING, TOWN)).toEqual({
      misfits: [],
      marks: [
        { kind: "hash", mark: markKey("a"), standing: "in-force" },
        { kind: "hash", mark: markKey("b"), standing: "previous" },
      ],
    });
  });

  it("are refused when no link that was sent follows from them, and fit when one does, also from the previous", () => {
    const facts = { ...NOTHING, hasHashes: true, links: [link("a")] };
    expect(judgeKeys(own("x"), facts, TOWN).misfits).toEqual([{ kind: "hash", why: "other" }]);
    expect(judgeKeys(own("a"), facts, TOWN).misfits).toEqual([]);
    expect(judgeKeys(own("x", "a"), facts, TOWN).misfits).toEqual([]);
  });

  it("are missing only where something was made with one", () => {
    expect(judgeKeys({ texts: [] }, NOTHING, TOWN)).toEqual({ misfits: [], marks: [] });
    const filled = { ...NOTHING, hasHashes: true };
    expect(judgeKeys({ texts: [] }, filled, TOWN).misfits).toEqual([{ kind: "hash", why: "missing" }]);
  });
});

describe("keys held against marks", () => {
  const inForce = { kind: "hash", mark: markKey("a"), standing: "in-force" } as const;
  const facts = { ...NOTHING, marks: [inForce] };

  it("may go back to the previous one as they went on to the present one", () => {
    const there = judgeKeys(own("b", "a"), facts, TOWN);
    expect(there.misfits).toEqual([]);
    const back = judgeKeys(own("a", "b"), { ...facts, marks: there.marks }, TOWN);
    expect(back.misfits).toEqual([]);
    expect(back.marks).toContainEqual(inForce);
  });

  it("leave no mark of the key of old when a person accepts another", () => {
    expect(judgeKeys(own("x"), facts, TOWN, ["hash"])).toEqual({
      misfits: [],
      marks: [{ kind: "hash", mark: markKey("x"), standing: "in-force" }],
    });
  });
});
