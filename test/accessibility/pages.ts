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
  ["proposals", "/voorstellen?gedaan=opgepakt"],
  ["open proposal", "/voorstellen/v-0001"],
  ["request to a partner", "/voorstellen/v-0003"],
  ["report", "/maandrapport"],
  ["import", "/invoer"],
  ["result of an import", "/invoer/i-1"],
  ["how it works", "/over"],
  ["not found", "/nergens"],
];
