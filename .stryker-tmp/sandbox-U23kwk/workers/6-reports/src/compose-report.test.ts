import { correctCatalogue } from "@rode-draad/catalogue";
import { type Direction, type LoggedCorrection, makeCorrectionLayer } from "@rode-draad/domain";
import { DEFAULT_RELEASE_PARAMETERS, releaseNeed } from "@rode-draad/privacy";
import { describe, expect, it } from "vitest";
import { sampleCatalogue, sampleInput, sampleProposals } from "../test/sample-input.js";
import { composeReport } from "./compose-report.js";
import { renderReportCsv } from "./render/render-report-csv.js";
import { renderReportJson } from "./render/render-report-json.js";
import { renderReportTerminal } from "./render/render-report-terminal.js";

const report = composeReport(sampleInput());
const everything = [
  renderReportJson(report),
  renderReportCsv(report),
  renderReportTerminal(report, { columns: 100, colour: false }),
].join("\n");

describe("composeReport", () => {
  it("has the eight sections in their fixed order", () => {
    expect(Object.keys(report.sections)).toEqual([
      "glance",
      "recurring",
      "changes",
      "proposals",
      "running",
      "lookAhead",
      "hidden",
      "quality",
    ]);
  });

  it("is the same to the byte for the same input", () => {
    expect(renderReportJson(composeReport(sampleInput()))).toBe(renderReportJson(report));
  });

  it("names no theme that is never collective, in no form", () => {
    for (const theme of sampleCatalogue.themes.filter(({ collective }) => collective === "never")) {
      expect(everything).not.toContain(theme.label);
      expect(everything).not.toContain(theme.id);
    }
  });

  it("leaves out a proposal that holds a theme that is never collective", () => {
    const [first] = sampleProposals;
    if (first === undefined) throw new Error("the sample has no proposal");
    const proposal = { ...first, themeIds: ["huurtoeslag", "huiselijk-geweld"] };
    const { proposals } = composeReport(
      sampleInput({ proposals: [{ proposal, state: "open", areaName: "Sterrenwijk" }] }),
    ).sections;
    expect(proposals.cards).toEqual([]);
  });

  it("names no theme below the threshold, not even because of a signal", () => {
    const input = sampleInput({
      signals: [{ themeId: "alimentatie", kind: "rising", explanation: { kind: "unexplained" } }],
    });
    expect(JSON.stringify(composeReport(input).sections.changes)).not.toContain("alimentatie");
    expect(report.published.map((cell) => cell.themeId)).not.toContain("alimentatie");
  });

  it("keeps the order of the catalogue, whatever the order of the counts", () => {
    const input = sampleInput();
    const turned = composeReport({ ...input, themes: [...input.themes].reverse() });
    expect(turned.sections.recurring).toEqual(report.sections.recurring);
  });

  it("picks at most eight themes for the chart and keeps all of them for the list at the end", () => {
    expect(report.sections.recurring.rows).toHaveLength(8);
    expect(report.sections.recurring.all).toHaveLength(report.published.length);
  });

  it("says no direction when the earlier number was withheld", () => {
    const [first] = sampleInput().themes;
    if (first === undefined) throw new Error("the sample has no theme");
    const earlier = { status: "withheld", reason: "complementary", sentence: "Wij tonen het niet." } as const;
    const { all } = composeReport(sampleInput({ themes: [{ ...first, direction: "rising", earlier }] })).sections
      .recurring;
    expect(all[0]?.direction).toBe("unclear");
  });

  it("says no direction that the shown bands contradict", () => {
    const shown = (id: string, direction: Direction) => {
      const [theme] = sampleInput().themes.filter(({ themeId }) => themeId === id);
      if (theme === undefined) throw new Error(`the sample has no ${id}`);
      return composeReport(sampleInput({ themes: [{ ...theme, direction }] })).sections.recurring.all[0]?.direction;
    };
    // Huurtoeslag went from 10-14 to 25-49, meedoen from 15-24 to 10-14, geldzorgen stayed in 25-49.
    expect(shown("huurtoeslag", "steady")).toBe("unclear");
    expect(shown("huurtoeslag", "falling")).toBe("unclear");
    expect(shown("huurtoeslag", "rising")).toBe("rising");
    expect(shown("meedoen-kinderen-armoede", "rising")).toBe("unclear");
    expect(shown("meedoen-kinderen-armoede", "falling")).toBe("falling");
    expect(shown("geldzorgen", "steady")).toBe("steady");
    expect(shown("geldzorgen", "rising")).toBe("rising");
  });

  it("says that two equal bands are equal when the trend is unclear, and nothing about two different ones", () => {
    const shown = (id: string) => {
      const themes = sampleInput().themes.filter(({ themeId }) => themeId === id);
      const unclear = themes.map((theme) => ({ ...theme, direction: "unclear" as const }));
      return composeReport(sampleInput({ themes: unclear })).sections.recurring.all[0]?.directionWord;
    };
    expect(shown("geldzorgen")).toBe("gelijk");
    expect(shown("huurtoeslag")).toBe("nog niet te zeggen");
  });

  it("has three short sentences for the first section, also when nothing happened", () => {
    const quiet = composeReport(sampleInput({ themes: [], signals: [], proposals: [], running: [] }));
    expect(quiet.sections.glance.sentences.map((parts) => parts.map((part) => part.text).join(""))).toEqual([
      "Er is geen thema dat duidelijk stijgt.",
      "Er kwam geen nieuw thema bij.",
      "Je hoeft nu niets te kiezen.",
    ]);
  });

  it("says that nearly everything was placed when too few households are left over for a share", () => {
    const { municipality, ...rest } = sampleInput().quality;
    const assigned = { status: "withheld", reason: "below-threshold", sentence: "Te klein." } as const;
    const withAssigned = municipality && { municipality: { ...municipality, assigned } };
    const text = (more: Parameters<typeof sampleInput>[0]) =>
      composeReport(sampleInput({ quality: { ...rest, ...withAssigned }, ...more })).sections.quality.items[0]?.text;
    expect(text({})).toBe("Bijna alle huishoudens konden wij indelen.");
    expect(text({ themes: [] })).toBe("Te klein.");
  });

  it("says how many households have a note that could not be read, or why it does not say so", () => {
    const textOf = (unreadable: ReturnType<typeof releaseNeed>) =>
      composeReport(sampleInput({ quality: { ...sampleInput().quality, unreadable } })).sections.quality.items.find(
        ({ term }) => term === "Niet te lezen",
      )?.text;
    const release = (cases: number, professionals: number) =>
      textOf(releaseNeed({ cases, professionals }, DEFAULT_RELEASE_PARAMETERS));
    const rest = "huishoudens hebben een notitie in een andere taal of zonder gewone woorden.";
    expect(release(12, 5)).toBe(`10 tot 14 ${rest}`);
    expect(release(0, 0)).toBe(`Minder dan 10 ${rest}`);
    expect(release(12, 2)).toBe("Dit getal komt van te weinig collega's. Daarom tonen wij het niet.");
  });

  it("looks eight weeks ahead and no further", () => {
    expect(new Set(report.sections.lookAhead.items.map((item) => item.date.slice(0, 7)))).toEqual(
      new Set(["2026-11", "2026-12"]),
    );
  });

  it("announces no season of a theme that was split off and does not recur here", () => {
    const splits = sampleCatalogue.themes
      .filter(({ collective }) => collective === "suitable")
      .map(({ id }, index): LoggedCorrection => {
        const split = { themeId: id, newThemeId: `p-${index}`, name: `Deel ${index}`, words: ["deel"], questions: [] };
        return { ...split, kind: "split", id: `c-${index}`, who: "Sam", why: "dit hoort zo", at: new Date(0) };
      });
    const own = correctCatalogue(sampleCatalogue, makeCorrectionLayer(splits, [], new Set()));
    // Only so many are named for a month, so those that were split off must not stand behind the others.
    const announced = (isSplit: boolean) => {
      const themesInSeason = (month: string) =>
        own.themesInSeason(month).filter(({ id }) => id.startsWith("p-") === isSplit);
      const { items } = composeReport(sampleInput({ catalogue: { ...own, themesInSeason } })).sections.lookAhead;
      return items.filter(({ text }) => text.startsWith("Vaak begint dan"));
    };
    expect(announced(false)).not.toEqual([]);
    expect(announced(true)).toEqual([]);
  });

  it("compares with a window that does not overlap", () => {
    expect(report.window).toMatchObject({ from: "2026-08", to: "2026-10", short: "aug–okt", earlierShort: "mei–jul" });
  });
});
