import type { ReleasedBand, ReleasedKnot, ReleasedNumber, ReleasedOutcome, ReleasedShare } from "@rode-draad/privacy";
import { releaseText } from "@rode-draad/privacy";
import type { ReportInput } from "@rode-draad/reports";
import { describe, expect, it } from "vitest";
import { readSourceFiles } from "./source-files.js";

/** One way out for a number: report, export, API, chart, tooltip, mail and partner page take what the release gate made. */

const product = readSourceFiles().filter(({ isProduct }) => isProduct);
const GATE = "shared/privacy/src/release-gate/";
const ATTACKER = "shared/privacy/src/attacker/";

/** Product files outside these folders whose code holds one of these names. */
function usersOf(names: RegExp, owners: readonly string[]): string[] {
  return product
    .filter(({ path, text }) => names.test(text) && !owners.some((owner) => path.startsWith(owner)))
    .map(({ path }) => path)
    .sort();
}

describe("a released value", () => {
  it("is refused by the compiler when somebody makes one by hand", () => {
    // @ts-expect-error A band that did not pass the gate.
    const band: ReleasedBand = { label: "10 tot 14", min: 10, max: 14 };
    // @ts-expect-error A number that did not pass the gate.
    const number: ReleasedNumber = { label: "ongeveer 480", value: 480 };
    // @ts-expect-error A share that did not pass the gate.
    const share: ReleasedShare = { label: "ongeveer 80 procent", percent: 80 };
    // @ts-expect-error A knot that did not pass the gate.
    const knot: ReleasedKnot = { themeIds: ["geldzorgen", "huurtoeslag"] };
    // @ts-expect-error An outcome that did not pass the gate.
    const outcome: ReleasedOutcome = { word: "worked" };
    const bare = { label: "10 tot 14", min: 10, max: 14 };
    // @ts-expect-error A report takes no count.
    const now: ReportInput["themes"][number]["now"] = { status: "band", band: bare };
    // @ts-expect-error A sentence takes no count.
    expect(() => releaseText`${12} huishoudens`).toThrowError(/niet vrijgegeven/);
    expect(() => releaseText`${band} huishoudens`).toThrowError(/niet vrijgegeven/);
    expect([number, share, knot, outcome, now]).toHaveLength(5);
  });

  it("is made in the gate only", () => {
    expect(usersOf(/\b(?:makeBand|makeNumber|makeShare|makeKnot|makeOutcome)\b/, [GATE])).toEqual([]);
  });
});

describe("an exact count", () => {
  const COUNTS =
    /\b(?:readWindowCounts|readScopeTotals|readThemePairs|readUnreadableTotals|countCasesInWeeks|readMonthCounts|readMonthTotals|readWeekCounts|readSeriesAlarms|countProfessionals|listExactEffects)\b/;

  it("is read by the stages that hand it to the gate, and by no page, route, command or mail", () => {
    const owners = ["shared/store/src/", "shared/domain/src/", "services/pipeline/src/stages/", "workers/4-trends/"];
    // Putting a theme to sleep keeps the level from which it wakes; it is stored and never told.
    expect(usersOf(COUNTS, owners)).toEqual(["services/api/src/tools/correction-tools.ts"]);
  });
});

describe("the attacker", () => {
  it("shares no code with the gate that it attacks", () => {
    const imports = product.filter(({ path }) => path.startsWith(ATTACKER)).flatMap((file) => file.imports);
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((specifier) => !/^\.\/|^node:|^highs$/.test(specifier))).toEqual([]);
  });

  it("stands between every draft and the ledger", () => {
    expect(usersOf(/\brecordReleases\b/, ["shared/store/src/"])).toEqual(["services/api/src/tools/release-month.ts"]);
    const [release] = product.filter(({ path }) => path === "services/api/src/tools/release-month.ts");
    const text = release?.text ?? "";
    expect(text.lastIndexOf("await guardRelease(")).toBeLessThan(text.lastIndexOf("await recordReleases("));
    expect(text).toContain("await guardRelease(");
  });
});
