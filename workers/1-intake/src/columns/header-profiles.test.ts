import { describe, expect, it } from "vitest";
import { REQUIRED_FIELDS } from "./field-names.js";
import { HEADER_PROFILES, profileOf } from "./header-profiles.js";
import { missingFields, planColumns } from "./plan-columns.js";

/** What a municipality adds to the list, since it names it by itself. */
const COMMON = ["Datum", "Team", "Wijk"];

describe.each(HEADER_PROFILES.map((profile) => [profile.id, profile] as const))(
  "a list of the kind %s",
  (_id, profile) => {
    const own = Object.keys(profile.columns);
    const given = new Set(Object.values(profile.columns));
    const headings = [
      ...new Set([...own, ...profile.recognisedBy]),
      ...COMMON.filter((heading) => !given.has(heading.toLowerCase() as (typeof REQUIRED_FIELDS)[number])),
    ];

    it("is recognised, in any order and whatever the case, and by no other profile", () => {
      expect(profileOf(headings)?.id).toBe(profile.id);
      expect(profileOf(headings.toReversed().map((heading) => heading.toUpperCase()))?.id).toBe(profile.id);
    });

    it("gives every field that is needed", () => {
      const plan = planColumns(headings);
      expect(missingFields(plan)).toEqual([]);
      for (const [heading, field] of Object.entries(profile.columns))
        expect(plan.columnOfField.get(field)).toBe(heading);
    });

    it("lets a person say it otherwise", () => {
      const plan = planColumns([...headings, "Eigen nummer"], { "Eigen nummer": "casusRef" });
      expect(plan.columnOfField.get("casusRef")).toBe("Eigen nummer");
    });
  },
);

it("a file of no known kind goes by synonyms alone", () => {
  expect(profileOf(["bronId", "datum", "team", "wijk", "tekst"])).toBeUndefined();
  expect(REQUIRED_FIELDS.every((field) => planColumns([...REQUIRED_FIELDS]).columnOfField.has(field))).toBe(true);
});
