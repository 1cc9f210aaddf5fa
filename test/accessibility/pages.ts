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
  ["effect of evenings", "/effect"],
  ["effect of evenings in an earlier year", "/effect?jaar=2025"],
  ["report", "/maandrapport"],
  ["import", "/invoer"],
  ["result of an import", "/invoer/i-1"],
  ["search for an own note", "/notities"],
  ["own note that counts", "/notities?nummer=N-1&gedaan=vrijgegeven"],
  ["own note that is held back", "/notities?nummer=N-2"],
  ["own note that was taken back", "/notities?nummer=N-3"],
  ["own note with rare traits", "/notities?nummer=N-4"],
  ["own note that is not known", "/notities?nummer=N-99"],
  ["how it works", "/over"],
  ["request behind a partner's link", "/aanvraag/voorbeeld"],
  ["request that a partner answered", "/aanvraag/beantwoord"],
  ["link that does not work", "/aanvraag/verlopen"],
  ["signing in", "/aanmelden?gedaan=afgemeld"],
  ["a code at signing in", "/aanmelden/code"],
  ["setting up an app for codes", "/aanmelden/instellen"],
  ["one's own account", "/account"],
  ["not found", "/nergens"],
];

/** The pages among them that say that what was asked for is not there. */
export const NOT_FOUND: ReadonlySet<string> = new Set([
  "/nergens",
  "/themas/t-0002",
  "/notities?nummer=N-99",
  "/aanvraag/verlopen",
]);

/** The pages among them for who gave the password and is not in yet, with what is still to come. */
export const HALF_WAY: Readonly<Record<string, "code" | "set-up">> = {
  "/aanmelden/code": "code",
  "/aanmelden/instellen": "set-up",
};
