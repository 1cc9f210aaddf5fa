import type { CatalogueData, DisplayBand, Theme } from "./catalogue-types.js";

/** Words that make people stay away; they never stand in an invitation (domain report, insight 10). */
const SHAMING_WORDS = ["armoede", "eenzaam", "schulden"];

/**
 * The rules that hold between the files: every id that one file names exists in another, ids are unique, `never`
 * themes have nothing to offer, titles shame nobody. Returns one English sentence per breach, empty when all is well.
 * O(size of the data), under a millisecond, so it can run at every start.
 */
export function findBrokenReferences(data: CatalogueData): string[] {
  const ids = {
    domain: new Set(data.lifeDomains.map((domain) => domain.id)),
    "life event": new Set(data.lifeEvents.map((event) => event.id)),
    theme: new Set(data.themes.map((theme) => theme.id)),
    format: new Set(data.formats.map((format) => format.id)),
    partner: new Set(data.partners.map((partner) => partner.id)),
    source: new Set(Object.keys(data.sources)),
  };
  const problems: string[] = [];
  const expectAll = (owner: string, kind: keyof typeof ids, named: readonly string[]) => {
    for (const id of named) if (!ids[kind].has(id)) problems.push(`${owner} names unknown ${kind} "${id}"`);
    if (new Set(named).size < named.length) problems.push(`${owner} names a ${kind} twice`);
  };

  problems.push(
    ...findDoubles("life domain", data.lifeDomains),
    ...findDoubles("life event", data.lifeEvents),
    ...findDoubles("theme", data.themes),
    ...findDoubles("format", data.formats),
    ...findDoubles("partner", data.partners),
    ...findBandGaps(data.privacyParameters.displayBands),
  );
  for (const theme of data.themes) {
    const owner = `theme "${theme.id}"`;
    expectAll(owner, "domain", [theme.domainId]);
    expectAll(owner, "life event", theme.lifeEventIds);
    expectAll(owner, "format", theme.formatIds);
    expectAll(owner, "partner", theme.partnerIds);
    problems.push(...findThemeBreaches(theme));
  }
  for (const format of data.formats) expectAll(`format "${format.id}"`, "format", format.followUpFormatIds);
  const bundled = data.bundles.map((bundle) => bundle.lifeEventId);
  expectAll("bundles", "life event", bundled);
  for (const bundle of data.bundles) {
    expectAll(`bundle "${bundle.lifeEventId}"`, "theme", bundle.themeIds);
    const never = data.themes.filter((theme) => theme.collective === "never" && bundle.themeIds.includes(theme.id));
    for (const theme of never) problems.push(`bundle "${bundle.lifeEventId}" holds never theme "${theme.id}"`);
  }
  for (const change of data.ruleChanges) {
    const owner = `rule change of "${change.themeId}"`;
    expectAll(owner, "theme", [change.themeId]);
    expectAll(owner, "source", [change.source]);
    if (!isMonthNumber(change.starts.month)) problems.push(`${owner} starts in month ${change.starts.month}`);
  }
  return problems;
}

function findThemeBreaches(theme: Theme): string[] {
  const owner = `theme "${theme.id}"`;
  const problems: string[] = [];
  if (!theme.season.months.every(isMonthNumber)) problems.push(`${owner} has a season outside months 1-12`);
  if (theme.collective === "never") {
    if (theme.formatIds.length > 0) problems.push(`${owner} is never collective but has formats`);
    if (theme.invitationTitle !== null) problems.push(`${owner} is never collective but has an invitation title`);
    if (theme.minCellSize !== null) problems.push(`${owner} is never collective but has a smallest cell`);
    return problems;
  }
  if (theme.formatIds.length === 0) problems.push(`${owner} has no format`);
  if (theme.minCellSize === null) problems.push(`${owner} has no smallest cell`);
  if (theme.invitationTitle === null) problems.push(`${owner} has no invitation title`);
  else {
    const title = theme.invitationTitle.toLowerCase();
    for (const word of SHAMING_WORDS) {
      if (title.includes(word)) problems.push(`${owner} has the word "${word}" in its invitation title`);
    }
  }
  return problems;
}

function findDoubles(kind: string, records: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { id } of records) {
    if (seen.has(id)) problems.push(`${kind} "${id}" stands twice in the catalogue`);
    seen.add(id);
  }
  return problems;
}

/** A count must fall in exactly one band, or the printed band would depend on the order of the file. */
function findBandGaps(bands: readonly DisplayBand[]): string[] {
  const problems: string[] = [];
  let next: number | null = 0;
  for (const band of bands) {
    if (band.min !== next) problems.push(`display band "${band.label}" does not start where the one before ends`);
    next = band.max === null ? null : band.max + 1;
  }
  if (next !== null) problems.push("the last display band is not open");
  return problems;
}

function isMonthNumber(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}
