import { describe, expect, it } from "vitest";
import { comesFromOurPage } from "./same-origin.js";

const HOST = "rodedraad.example";

describe("a request that changes something", () => {
  it.each([
    ["says so itself", { "sec-fetch-site": "same-origin" }, true],
    ["comes from a neighbouring site", { "sec-fetch-site": "same-site", origin: `https://${HOST}` }, false],
    ["comes from another site", { "sec-fetch-site": "cross-site", origin: `https://${HOST}` }, false],
    ["was typed by the user", { "sec-fetch-site": "none", origin: `https://${HOST}` }, false],
    ["has our origin, from an older browser", { origin: `https://${HOST}` }, true],
    ["has our origin at another port", { origin: `https://${HOST}:444` }, false],
    ["has another origin", { origin: "https://elders.example" }, false],
    ["has an origin that hides", { origin: "null" }, false],
    ["says nothing", {}, false],
  ])("that %s: taken for one of our own pages is %s", (_, headers, taken) => {
    expect(comesFromOurPage({ host: HOST, ...headers })).toBe(taken);
  });
});
