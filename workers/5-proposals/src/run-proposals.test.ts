import { loadCatalogue } from "@rode-draad/catalogue";
import type { Proposal } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { count } from "../test/build-input.js";
import type { ProposalInput } from "./proposal-input.js";
import { runProposals } from "./run-proposals.js";

const input: ProposalInput = {
  month: "2026-10",
  catalogue: loadCatalogue(),
  counts: [count("huurtoeslag")],
  signals: [],
  emergentThemes: [],
  knots: [],
  areaNames: new Map(),
  earlier: [],
};

describe("runProposals", () => {
  it("saves what it proposed, and the same again when it runs again", async () => {
    const saved: (readonly Proposal[])[] = [];
    const tools = {
      readProposalInput: async () => input,
      saveProposals: async (_municipality: string, month: string, proposals: readonly Proposal[]) => {
        expect(month).toBe("2026-10");
        saved.push(proposals);
      },
    };
    const run = await runProposals({ municipalityId: "voorbeeldstad" }, tools);
    await runProposals({ municipalityId: "voorbeeldstad" }, tools);
    expect(run).toEqual({ month: "2026-10", proposed: 1 });
    expect(saved[1]).toEqual(saved[0]);
  });

  it("does nothing while nothing was counted", async () => {
    const tools = {
      readProposalInput: async () => undefined,
      saveProposals: () => Promise.reject(new Error("must not save")),
    };
    expect(await runProposals({ municipalityId: "voorbeeldstad" }, tools)).toEqual({ proposed: 0 });
  });
});
