import { describe, expect, it } from "vitest";
import {
  catalogueDataSchema,
  evaluationProbesSchema,
  identifierKindsSchema,
  matchingRulesSchema,
  safetyLexiconSchema,
} from "./catalogue-schema.js";
import { findBrokenReferences } from "./find-broken-references.js";
import {
  loadEvaluationProbes,
  loadIdentifierKinds,
  loadMatchingRules,
  loadSafetyLexicon,
  readCatalogueData,
} from "./load-catalogue.js";

const data = readCatalogueData();

describe("the data files", () => {
  it("have the shapes that the code is written for", () => {
    expect(catalogueDataSchema.safeParse(data).error?.issues ?? []).toEqual([]);
    expect(matchingRulesSchema.safeParse(loadMatchingRules()).error?.issues ?? []).toEqual([]);
    expect(safetyLexiconSchema.safeParse(loadSafetyLexicon()).error?.issues ?? []).toEqual([]);
    expect(identifierKindsSchema.safeParse(loadIdentifierKinds()).error?.issues ?? []).toEqual([]);
    expect(evaluationProbesSchema.safeParse(loadEvaluationProbes()).error?.issues ?? []).toEqual([]);
  });

  it("refer to existing records only", () => {
    expect(findBrokenReferences(data)).toEqual([]);
  });

  it("hold the whole catalogue", () => {
    expect(data.themes).toHaveLength(90);
    expect(data.formats).toHaveLength(30);
    expect(data.partners).toHaveLength(20);
    expect(data.lifeEvents).toHaveLength(29);
    expect(data.lifeDomains).toHaveLength(14);
    expect(data.bundles).toHaveLength(10);
    expect(data.themes.flatMap((theme) => theme.terms)).toHaveLength(1609);
  });

  it("keep each theme in the file of its life domain", () => {
    const order = new Map(data.lifeDomains.map((domain, index) => [domain.id, index]));
    const places = data.themes.map((theme) => order.get(theme.domainId) ?? -1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("name the same shared terms as the themes do", () => {
    const owners = new Map<string, Set<string>>();
    for (const theme of data.themes) {
      for (const term of theme.terms) {
        const text = term.text.toLowerCase().replaceAll("-", " ");
        owners.set(text, (owners.get(text) ?? new Set()).add(theme.id));
      }
    }
    const shared = [...owners].filter(([, themeIds]) => themeIds.size > 1);
    const inOrder = (terms: readonly (readonly [string, Iterable<string>])[]) =>
      Object.fromEntries(terms.map(([text, themeIds]) => [text, [...themeIds].sort()]));
    expect(inOrder(shared)).toEqual(inOrder(loadMatchingRules().sharedTerms.map((term) => [term.text, term.themeIds])));
  });

  it("have safety patterns that compile, one or more for each never theme", () => {
    const { patterns } = loadSafetyLexicon();
    for (const pattern of patterns) expect(() => new RegExp(pattern.regex, "iu")).not.toThrow();
    const never = data.themes.filter((theme) => theme.collective === "never").map((theme) => theme.id);
    expect(new Set(patterns.map((pattern) => pattern.themeId))).toEqual(new Set(never));
  });

  it("have identifier patterns that find their own valid examples", () => {
    for (const kind of loadIdentifierKinds()) {
      const pattern = kind.regex === null ? undefined : new RegExp(kind.regex, "iu");
      for (const example of pattern === undefined ? [] : kind.validExamples) {
        expect(pattern?.test(example), `${kind.id}: ${example}`).toBe(true);
      }
    }
  });
});

describe("findBrokenReferences", () => {
  const breaches: [string, (copy: ReturnType<typeof mutable>) => void, string][] = [
    ["an unknown format", (copy) => copy.themes[0]?.formatIds.push("bestaat-niet"), "unknown format"],
    ["an unknown partner", (copy) => copy.themes[0]?.partnerIds.push("bestaat-niet"), "unknown partner"],
    ["an unknown life event", (copy) => copy.themes[0]?.lifeEventIds.push("bestaat-niet"), "unknown life event"],
    ["an unknown follow-up", (copy) => copy.formats[0]?.followUpFormatIds.push("bestaat-niet"), "unknown format"],
    ["an unknown theme in a bundle", (copy) => copy.bundles[0]?.themeIds.push("bestaat-niet"), "unknown theme"],
    ["a never theme in a bundle", (copy) => copy.bundles[0]?.themeIds.push("huiselijk-geweld"), "never theme"],
    ["a format on a never theme", (copy) => never(copy).formatIds.push("infoavond"), "but has formats"],
    ["a month 13", (copy) => copy.themes[0]?.season.months.push(13), "outside months"],
    ["a month 0", (copy) => copy.themes[0]?.season.months.push(0), "outside months"],
    ["a doubled id", (copy) => copy.partners.push(...copy.partners.slice(0, 1)), "stands twice"],
    ["a gap between bands", (copy) => copy.privacyParameters.displayBands.splice(1, 1), "does not start where"],
    ["a closed last band", (copy) => copy.privacyParameters.displayBands.pop(), "is not open"],
    ["a rule change without source", (copy) => Object.assign(copy.ruleChanges[0] ?? {}, { source: "S99" }), "S99"],
  ];
  it.each(breaches)("reports %s", (_name, damage, expected) => {
    const copy = mutable();
    damage(copy);
    expect(findBrokenReferences(copy).join("\n")).toContain(expected);
  });

  it.each(["Armoede in de wijk", "Nooit meer eenzaam", "Samen uit de schulden"])("refuses the title %s", (title) => {
    const copy = mutable();
    Object.assign(copy.themes[0] ?? {}, { invitationTitle: title });
    expect(findBrokenReferences(copy).join("\n")).toContain("in its invitation title");
  });

  /** JSON gives back plain arrays that a test may damage. */
  function mutable() {
    return JSON.parse(JSON.stringify(data)) as Damageable<typeof data>;
  }

  function never(copy: ReturnType<typeof mutable>) {
    const theme = copy.themes.find((candidate) => candidate.collective === "never");
    if (theme === undefined) throw new Error("no never theme in the catalogue");
    return theme;
  }
});

/** The same data with everything open to change. */
type Damageable<Value> = Value extends readonly (infer Item)[]
  ? Damageable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Damageable<Value[Key]> }
    : Value;
