import type { Judgement } from "@rode-draad/domain";
import { DEFAULT_RELEASE_PARAMETERS, releaseNeed } from "@rode-draad/privacy";
import { describe, expect, it } from "vitest";
import { type ReleasedQuarter, tellEffect } from "./tell-effect.js";

const evening = { initiativeId: "i-1", areaCode: "WK000001", themeIds: ["huurtoeslag"], heldOn: "2026-03-10" };
const worked: Judgement = { outcome: "worked", change: { ratio: 0.4, low: 0.2, high: 0.7 } };
const after = ["2026-04", "2026-05", "2026-06"];
const circumstances = { comparedWith: 4, leftOut: [], otherDays: [], ruleChanges: [] };
const shown = (cases: number, professionals = 3): ReleasedQuarter =>
  releaseNeed({ cases, professionals }, DEFAULT_RELEASE_PARAMETERS);

function tell(judgement: Judgement, quarters: Readonly<Record<string, ReleasedQuarter>>) {
  return tellEffect(
    evening,
    "huurtoeslag",
    judgement,
    after,
    { shownIn: (_theme, _area, month) => quarters[month] },
    circumstances,
  );
}

describe("what is told of an evening", () => {
  it("is the word, beside the bands of the quarters before and after it", () => {
    expect(tell(worked, { "2026-02": shown(30), "2026-06": shown(4) })).toMatchObject({
      outcome: "worked",
      sayableAfter: "2026-06",
      quarters: {
        before: { first: "2025-12", last: "2026-02", band: { label: "25 tot 49", min: 25, max: 49 } },
        after: { first: "2026-04", last: "2026-06", band: { label: "minder dan 10", min: 0, max: 9 } },
      },
    });
  });

  it("is the same for what the gate withholds as for what could not be judged, and holds no number", () => {
    const small = tell({ outcome: "too-early", because: "few-questions" }, {});
    expect(small).toEqual({ ...tell(worked, { "2026-02": shown(9), "2026-06": shown(4) }) });
    expect(small).toEqual({ ...tell(worked, { "2026-02": shown(30), "2026-06": shown(30, 2) }) });
    expect(small.quarters).toBeUndefined();
    expect(JSON.stringify(tell(worked, { "2026-02": shown(31), "2026-06": shown(13) }))).not.toMatch(/31|13|0\.4/);
  });

  it("waits until the months were reported", () => {
    expect(tell(worked, { "2026-02": shown(30) })).toMatchObject({ outcome: "too-early", because: "months-to-come" });
    expect(tell({ outcome: "too-early", because: "no-comparison" }, {})).toMatchObject({ because: "no-comparison" });
  });
});
