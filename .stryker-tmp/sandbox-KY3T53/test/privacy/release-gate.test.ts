import { describe, expect, it } from "vitest";
import { attackTables, compareWithOptimum } from "../trust/release/attack-tables.js";
import { simulateSequences } from "../trust/release/simulate-releases.js";

/** The figures of `npm run bench:trust -- --only release` at small size. */
describe("what leaves through the release gate", () => {
  it("lets an attacker derive no hidden count from a table", async () => {
    const { exact, narrow } = await attackTables(25);
    expect({ exact, narrow }).toEqual({ exact: 0, narrow: 0 });
  });

  it("withholds hardly more of a small table than is needed", async () => {
    const { suppressed, optimal } = await compareWithOptimum(15);
    expect(optimal).toBeGreaterThan(0);
    expect(suppressed / optimal).toBeLessThanOrEqual(1.3);
  });

  it("lets an attacker derive no hidden count from eight releases with late, corrected and erased notes", async () => {
    const outcome = await simulateSequences(10);
    expect(outcome).toMatchObject({ disclosures: 0, stuck: 0, changedLater: 0, refusedWithoutReason: 0, releases: 80 });
    // Without memory the same months do betray something, so there was something to find.
    expect(outcome.disclosuresByThemselves).toBeGreaterThan(0);
  });
});
