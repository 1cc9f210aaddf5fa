import { ALL_ROUTES } from "@rode-draad/web";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PAGES } from "./pages.js";
import { sampleWeb } from "./sample-web-tools.js";
import { type ServedWeb, serveWeb } from "./serve-web.js";

let web: ServedWeb;
beforeAll(async () => {
  web = await serveWeb(sampleWeb().tools);
});
afterAll(() => web.close());

/** What a colleague opens; a partner has one page, behind a link. */
const ROUTES = ALL_ROUTES.filter(({ method, action }) => method === "get" && action !== "partner-request:answer");

/** The route that answers an address: pages of one route differ in what they are about. */
function routeOf(path: string): string | undefined {
  const [address] = path.split("?");
  return ROUTES.find((route) => new RegExp(`^${route.path.replace(/:[a-z]+/gi, "[^/]+")}$`).test(address ?? ""))?.path;
}

/** Who has two of them open in tabs, or hears the title read aloud, must be able to tell them apart. */
it("pages of different routes, with different headings, have different titles", async () => {
  const pages = new Map<string, { routes: Set<string>; headings: Set<string> }>();
  for (const [, path] of PAGES) {
    const route = routeOf(path);
    if (route === undefined) continue;
    const html = await (await web.open(path)).text();
    const [, title = ""] = /<title>([^<]*)/.exec(html) ?? [];
    const [, heading = ""] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
    const same = pages.get(title) ?? { routes: new Set(), headings: new Set() };
    same.routes.add(route);
    same.headings.add(heading.replace(/<[^>]*>/g, ""));
    pages.set(title, same);
  }
  const mixedUp = [...pages].filter(([, { routes, headings }]) => routes.size > 1 && headings.size > 1);
  expect(pages.size).toBeGreaterThan(20);
  expect(mixedUp.map(([title, { routes }]) => [title, ...routes])).toEqual([]);
});
