/** Every page of the product, with the sample data: address and a word to call it by. */
export const PAGES: readonly (readonly [string, string])[] = [
  ["overview", "/"],
  ["overview of a wijk", "/?maand=2026-10&deel=wijk-WK012301"],
  ["nothing above the threshold", "/?maand=2026-09"],
  ["list of themes", "/themas"],
  ["theme", "/themas/huurtoeslag"],
  ["theme with care", "/themas/bijstand-aanvragen"],
  ["theme that is never collective", "/themas/huiselijk-geweld"],
  ["emergent theme", "/themas/t-0007"],
  ["theme that was closed", "/themas/t-0002"],
  ["changes of themes", "/wijzigingen?gedaan=c-0001"],
  ["undoing a correction", "/wijzigingen/c-0001"],
  ["a correction that was undone", "/wijzigingen/c-0002"],
  ["proposals", "/voorstellen?gedaan=opgepakt"],
  ["open proposal", "/voorstellen/v-0001"],
  ["refused proposal", "/voorstellen/v-0009"],
  ["request to a partner", "/voorstellen/v-0003"],
  ["report", "/maandrapport"],
  ["import", "/invoer"],
  ["result of an import", "/invoer/i-1"],
  ["how it works", "/over"],
  ["signing in", "/aanmelden?gedaan=afgemeld"],
  ["one's own account", "/account"],
  ["not found", "/nergens"],
];

/** The pages among them that say that what was asked for is not there. */
export const NOT_FOUND: ReadonlySet<string> = new Set(["/nergens", "/themas/t-0002"]);
