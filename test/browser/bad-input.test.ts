import { gzipSync } from "node:zlib";
import type { WebTools } from "@rode-draad/web";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SampleWeb, sampleWeb } from "../accessibility/sample-web-tools.js";
import { type ServedWeb, serveWeb } from "../accessibility/serve-web.js";

const CHOICE = { month: "2026-10", part: { kind: "municipality" } } as const;
const PAGE_BYTES_MAX = 150_000;

let sample: SampleWeb;
let web: ServedWeb;
beforeAll(async () => {
  sample = sampleWeb();
  const [card] = await sample.tools.listProposals(CHOICE);
  if (card === undefined) throw new Error("the sample has no proposal");
  const many = Array.from({ length: 500 }, (_, index) => ({ ...card, id: `v-${index + 1000}` }));
  const tools: WebTools = { ...sample.tools, listProposals: async () => many };
  web = await serveWeb(tools);
});
afterAll(() => web.close());

const rename = (naam: string) =>
  fetch(`${web.url}/themas/huurtoeslag/correcties`, {
    method: "POST",
    body: new URLSearchParams({ soort: "rename", naam, reden: "Zo heet het." }),
    headers: { "Sec-Fetch-Site": "same-origin" },
    redirect: "manual",
  });

test.each(["/voorstellen", "/voorstellen?stand=voorgesteld", "/voorstellen?stand=voorgesteld&bladzijde=9"])(
  "500 proposals make a page that a telephone can load: %s",
  async (path) => {
    const response = await fetch(web.url + path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(gzipSync(html).length).toBeLessThan(PAGE_BYTES_MAX);
    expect(html.length).toBeLessThan(4 * PAGE_BYTES_MAX);
  },
);

test("a name of 300 characters is refused with its length, and comes back as it was typed", async () => {
  const name = "a".repeat(300);
  const response = await rename(name);
  const html = await response.text();
  expect(response.status).toBe(400);
  expect(html).toContain("Dit zijn 300 tekens. Schrijf hier hoogstens 80 tekens.");
  expect(html).toContain(name);
  expect(sample.corrections).toEqual([]);
});

test("markup in a name is text, in the form and wherever the name stands", async () => {
  const name = '<script>alert("x")</script>';
  expect((await rename(`${name}${"b".repeat(80)}`)).status).toBe(400);
  const html = await (await rename(`${name}${"b".repeat(80)}`)).text();
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
  const readTheme: WebTools["readTheme"] = async (id, choice) => {
    const view = await sample.tools.readTheme(id, choice);
    return view !== undefined && "theme" in view ? { ...view, theme: { ...view.theme, name } } : view;
  };
  const named = await serveWeb({ ...sample.tools, readTheme });
  const page = await (await fetch(`${named.url}/themas/huurtoeslag`)).text();
  await named.close();
  expect(page).not.toContain("<script");
  expect(page).toContain("&lt;script&gt;alert(");
});
