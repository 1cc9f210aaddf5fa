import { describe, expect, it } from "vitest";
import { type AskedRequest, askedKeyOf, seriesToJoin } from "./partner-series.js";

const TERMS = { seriesWindowDays: 21, seriesPartsMax: 3 };
const TODAY = "2026-11-22";
const KEY = "organisation o-1";
const ASKED = { askedKey: KEY, themeId: "huurtoeslag" };
const earlier = (more: Partial<AskedRequest> = {}): AskedRequest => ({
  id: "a-1",
  ...ASKED,
  askedOn: "2026-11-20",
  state: "sent",
  isAnswered: false,
  lastDay: "2027-01-20",
  ...more,
});
const join = (...others: AskedRequest[]) => seriesToJoin(ASKED, others, TODAY, TERMS);

describe("a request to a partner", () => {
  it("stands alone when nobody asked this partner before", () => {
    expect(join()).toBeUndefined();
  });

  it.each(["waiting", "sent"] as const)("joins one that is %s, and takes its id for the series", (state) => {
    expect(join(earlier({ state }))).toBe("a-1");
  });

  it.each([
    ["another partner", { askedKey: "organisation o-2" }],
    ["another theme", { themeId: "energierekening" }],
    ["one that could not be delivered", { state: "failed" }],
    ["one that was answered", { isAnswered: true }],
    ["one whose last evening is today", { lastDay: TODAY }],
    ["one from before the window", { askedOn: "2026-10-31" }],
  ] as const)("does not join %s", (_name, more) => {
    expect(join(earlier(more))).toBeUndefined();
  });

  it("joins on the last day of the window", () => {
    expect(join(earlier({ askedOn: "2026-11-01" }))).toBe("a-1");
  });

  it("joins a series as long as one part is open, counted from its first request", () => {
    const opener = earlier({ isAnswered: true, askedOn: "2026-11-01" });
    const second = earlier({ id: "a-2", seriesId: "a-1" });
    expect(join(opener, second)).toBe("a-1");
    expect(join({ ...opener, askedOn: "2026-10-31" }, second)).toBeUndefined();
    expect(join(opener, { ...second, isAnswered: true })).toBeUndefined();
  });

  it("does not make a series longer than fits on a page", () => {
    const two = [earlier(), earlier({ id: "a-2", seriesId: "a-1" })];
    expect(join(...two)).toBe("a-1");
    expect(join(...two, earlier({ id: "a-3", seriesId: "a-1" }))).toBeUndefined();
  });

  it("joins the series that opened first, in whatever order they are read", () => {
    const old = earlier({ id: "a-9", askedOn: "2026-11-10" });
    expect(join(old, earlier())).toBe("a-9");
    expect(join(earlier(), old)).toBe("a-9");
  });

  it("stands alone when nobody can tell to whom it goes, or what it is about", () => {
    expect(seriesToJoin({ themeId: "huurtoeslag" }, [earlier()], TODAY, TERMS)).toBeUndefined();
    expect(seriesToJoin({ askedKey: KEY }, [earlier()], TODAY, TERMS)).toBeUndefined();
  });
});

describe("who is asked", () => {
  it("is the partner in our list, whatever address was typed", () => {
    const asked = { organisationId: "o-1", partnerId: "school-kinderopvang", partnerEmail: "a@b.example" };
    expect(askedKeyOf(asked)).toBe("organisation o-1");
  });

  it("is kind and address for one that stands in no list", () => {
    expect(askedKeyOf({ partnerId: "school-kinderopvang", partnerEmail: "A@b.example" })).toBe(
      "school-kinderopvang a@b.example",
    );
    expect(askedKeyOf({ partnerId: "school-kinderopvang" })).toBeUndefined();
  });
});
