import { connect } from "node:net";
import { renderReportHtml } from "@rode-draad/reports";
import { inlineStylesheet } from "@rode-draad/ui";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOT_FOUND, PAGES } from "../accessibility/pages.js";
import { HELD_TEXT, type SampleWeb, sampleWeb } from "../accessibility/sample-web-tools.js";
import { type ServedWeb, serveWeb } from "../accessibility/serve-web.js";

let sample: SampleWeb;
let web: ServedWeb;
beforeAll(async () => {
  sample = sampleWeb();
  web = await serveWeb(sample.tools);
});
afterAll(() => web.close());

const FROM_US = { "Sec-Fetch-Site": "same-origin" };
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = FROM_US) =>
  fetch(web.url + path, { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });

describe("releasing a month", () => {
  const order = { maand: "2026-10", gemaaktOp: "2026-11-03T09:00:00.000Z" };

  it("asks on the report of the whole municipality, for the draft that is shown, and not on that of a part", async () => {
    const html = await (await fetch(`${web.url}/maandrapport`)).text();
    expect(html).toContain('action="/maandrapport/vrijgave"');
    expect(html).toContain(`name="gemaaktOp" value="${order.gemaaktOp}"`);
    expect(await (await fetch(`${web.url}/maandrapport?deel=team-oost`)).text()).not.toContain(
      "/maandrapport/vrijgave",
    );
  });

  it("is offered to who may alone, and tells the others who may", async () => {
    const whyNotRelease = "Dit kan alleen een teamleider of beheerder.";
    const readReportState = async () =>
      ({ kind: "draft", madeAt: order.gemaaktOp, refusals: [], whyNotRelease }) as const;
    const served = await serveWeb({ ...sample.tools, readReportState });
    const html = await (await fetch(`${served.url}/maandrapport`)).text();
    await served.close();
    expect(html).toContain(`Dit is een concept. ${whyNotRelease}`);
    expect(html).not.toContain("/maandrapport/vrijgave");
  });

  it("asks no name, says why it was not let out, and else leads back to the report", async () => {
    expect(await (await fetch(`${web.url}/maandrapport`)).text()).not.toContain('name="door"');
    const refused = await post("/maandrapport/vrijgave", order);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("te berekenen")]);
    const released = await post("/maandrapport/vrijgave", order);
    expect([released.status, released.headers.get("Location")]).toEqual([
      303,
      expect.stringMatching(/^\/maandrapport\?/),
    ]);
    expect((await post("/maandrapport/vrijgave", order, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  });
});

/** The page that hears how far an import is. */
const WAITING = "/invoer/i-2";

describe("every page", () => {
  it.each(PAGES)("%s is whole without scripts, inline style or anything from elsewhere", async (_name, path) => {
    const response = await web.open(path);
    const written = await response.text();
    // A page that waits has one script of our own; everything else on it is as on the others.
    const html = path === WAITING ? written.replace(/<script src="\/stijl\/progress\.js[^>]*><\/script>/, "") : written;
    expect(response.status).toBe(NOT_FOUND.has(path) ? 404 : 200);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(response.headers.get("X-Powered-By")).toBeNull();
    expect(html).toMatch(/^<!DOCTYPE html>\n<html class="utrecht-root" lang="nl"/);
    expect(html).not.toMatch(/<script| style="| on[a-z]+="|src="(?:https?:)?\/\/|<link[^>]+href="(?:https?:)?\/\//i);
    expect(html.match(/<h1 /g)).toHaveLength(1);
  });

  it("uses no class that the stylesheet does not know", async () => {
    const known = new Set([...inlineStylesheet().css.matchAll(/\.((?:rd|utrecht)-[\w-]+)/g)].map((match) => match[1]));
    const used = new Set<string>();
    for (const [, path] of PAGES) {
      const html = await (await web.open(path)).text();
      for (const [, list = ""] of html.matchAll(/class="([^"]+)"/g)) for (const name of list.split(" ")) used.add(name);
    }
    // Names of the NL Design System that stand there for a municipality's own theme.
    const forThemes =
      /^utrecht-(link|navigation__item|breadcrumb-nav|data-list|table|page|heading|form|status-badge--info|button|data-list--rows)/;
    expect([...used].filter((name) => !known.has(name) && !forThemes.test(name))).toEqual([]);
  });

  it("leads on from a theme that went into another one", async () => {
    const response = await fetch(`${web.url}/themas/t-0001`, { redirect: "manual" });
    expect(response.status).toBe(301);
    expect(response.headers.get("Location")).toMatch(/^\/themas\/huurtoeslag\?/);
  });

  it("names no theme that is never collective outside the list of themes and its own page", async () => {
    for (const path of ["/", "/?deel=team-oost", "/voorstellen", "/maandrapport"]) {
      expect(await (await fetch(web.url + path)).text()).not.toContain("Huiselijk geweld");
    }
  });

  it("serves stylesheet and fonts to keep for a year", async () => {
    const href = /href="(\/stijl\/rode-draad\.css\?v=\w+)"/.exec(await (await fetch(web.url)).text())?.[1];
    const response = await fetch(web.url + href);
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect((await fetch(`${web.url}/stijl/fonts/Cabin-Regular.woff2`)).status).toBe(200);
  });
});

describe("a decision", () => {
  it("is kept and followed by a redirect, so that reloading repeats nothing", async () => {
    const response = await post("/voorstellen/v-0001/besluit", { besluit: "oppakken" });
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/voorstellen/v-0001?gedaan=opgepakt"]);
    expect(sample.decisions.at(-1)).toEqual({ kind: "pick-up", proposalId: "v-0001", discussedInTeam: false });
  });

  it("to refuse needs one of the fixed reasons", async () => {
    const before = sample.decisions.length;
    const refuse = { besluit: "niet-doen", reden: "bestaat-al", toelichting: "  zit in De Ster " };
    const again = await post("/voorstellen/v-0001/besluit", { ...refuse, reden: "geen-zin" });
    const html = await again.text();
    expect(again.status).toBe(400);
    expect(html).toContain("Kies een reden om dit niet te doen.");
    expect(html).toContain('value="zit in De Ster"');
    expect(html).toContain('<form class="rd-stapel" action="/voorstellen/v-0001/besluit"');
    expect(sample.decisions).toHaveLength(before);
    expect(web.faults).toEqual([]);
    expect((await post("/voorstellen/v-0001/besluit", refuse)).status).toBe(303);
    expect(sample.decisions.at(-1)).toMatchObject({ kind: "refuse", reason: "bestaat-al", remark: "zit in De Ster" });
  });

  it("on a theme with care needs the team's box ticked", async () => {
    const before = sample.decisions.length;
    const again = await post("/voorstellen/v-0002/besluit", { besluit: "oppakken" });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('href="#besproken-v-0002"');
    expect(sample.decisions).toHaveLength(before);
    expect((await post("/voorstellen/v-0002/besluit", { besluit: "oppakken", besproken: "ja" })).status).toBe(303);
  });

  it.each([
    ["another site", { "Sec-Fetch-Site": "cross-site" }],
    ["a sister site", { "Sec-Fetch-Site": "same-site" }],
    ["another origin", { Origin: "https://elders.example" }],
    ["nowhere", {}],
  ])("from %s is refused", async (_name, headers) => {
    const before = sample.decisions.length;
    const response = await post("/voorstellen/v-0001/besluit", { besluit: "later" }, headers as Record<string, string>);
    expect(response.status).toBe(403);
    expect(sample.decisions).toHaveLength(before);
  });

  it("from an older browser that sends only its origin is taken", async () => {
    expect((await post("/voorstellen/v-0001/besluit", { besluit: "later" }, { Origin: web.url })).status).toBe(303);
  });

  it("cannot be made by following a link", async () => {
    const before = sample.decisions.length;
    expect((await fetch(`${web.url}/voorstellen/v-0001/besluit?besluit=oppakken`)).status).toBe(404);
    expect(sample.decisions).toHaveLength(before);
  });
});

describe("a proposal that was refused", () => {
  it.each(["/voorstellen", "/voorstellen/v-0009"])("shows state, reason and remark on %s", async (path) => {
    const html = await (await fetch(web.url + path)).text();
    expect(html).toContain("Niet doen</span>");
    expect(html).toContain("dit bestaat al in de wijk");
    expect(html).toContain("Dit zit al in De Ster");
  });
});

describe("a correction of a theme", () => {
  const person = { reden: "Zo noemen wij het." };
  const correct = (themeId: string, form: Record<string, string>, headers?: Record<string, string>) =>
    post(`/themas/${themeId}/correcties?maand=2026-10&deel=wijk-WK012301`, form, headers);

  it("303: is made and leads to what came of it, in the month and part that were chosen", async () => {
    const response = await correct("huurtoeslag", { ...person, soort: "rename", naam: " Geld voor\nde huur " });
    expect([response.status, response.headers.get("Location")]).toEqual([
      303,
      "/themas/huurtoeslag?maand=2026-10&deel=wijk-WK012301&gedaan=c-0001#gedaan",
    ]);
    const made = { kind: "rename", themeId: "huurtoeslag", name: "Geld voor de huur", why: person.reden };
    expect(sample.corrections.at(-1)).toEqual(made);
    const html = await (await fetch(`${web.url}/themas/huurtoeslag?gedaan=c-0001`)).text();
    expect(html).toMatch(/role="status" id="gedaan">.*is samengevoegd met.*volgen over een moment/s);
  });

  it.each([
    ["merge", { met: "geldzorgen" }, { intoId: "geldzorgen" }, "/themas/geldzorgen?"],
    [
      "split",
      { naam: "Deel", woorden: "zuil, kale huur,,zuil" },
      { words: ["zuil", "kale huur"] },
      "/themas/huurtoeslag?",
    ],
    ["pin", {}, {}, "/themas/huurtoeslag?"],
    ["not-a-theme", {}, {}, "/wijzigingen?"],
    ["sleep", {}, {}, "/themas/huurtoeslag?"],
  ])("303: %s leads to where the theme is then", async (soort, fields, made, place) => {
    const response = await correct("huurtoeslag", { ...person, ...fields, soort } as Record<string, string>);
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")?.startsWith(place)).toBe(true);
    expect(sample.corrections.at(-1)).toMatchObject({ kind: soort, ...made });
  });

  it("400: comes back with what was filled in, and says everything that is missing", async () => {
    const before = sample.corrections.length;
    const response = await correct("huurtoeslag", {
      soort: "split",
      naam: "Losse <b>vragen</b>",
      woorden: "",
    });
    const html = await response.text();
    expect(response.status).toBe(400);
    for (const field of ["woorden", "reden"]) expect(html).toContain(`href="#split-${field}"`);
    expect(html).not.toContain('href="#split-naam"');
    expect(html).toContain('value="Losse &lt;b&gt;vragen&lt;/b&gt;"');
    expect(html.match(/<details[^>]* open=""/g)).toHaveLength(1);
    expect(sample.corrections).toHaveLength(before);
    expect(web.faults).toEqual([]);
  });

  it("400: refuses a name or a reason that is too long, as the API does, and cuts nothing off", async () => {
    const before = sample.corrections.length;
    const [naam, reden] = ["n".repeat(81), "r".repeat(301)];
    const html = await (await correct("huurtoeslag", { ...person, soort: "rename", naam, reden })).text();
    for (const field of ["naam", "reden"]) expect(html).toContain(`href="#rename-${field}"`);
    expect(html).toContain("Dit zijn 81 tekens. Schrijf hier hoogstens 80 tekens.");
    expect(html).toContain(`value="${naam}"`);
    expect(sample.corrections).toHaveLength(before);
  });

  it("400: asks for other words when the gate holds something back", async () => {
    const response = await correct("huurtoeslag", { ...person, soort: "pin", reden: "Bel 06-12345678" });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain('href="#pin-reden"');
    expect(html).toContain("Schrijf het zonder namen en nummers.");
  });

  it("409: says why the rules do not allow it, and keeps what was filled in", async () => {
    const response = await correct("huurtoeslag", { ...person, soort: "merge", met: "huiselijk-geweld" });
    const html = await response.text();
    expect(response.status).toBe(409);
    expect(html).toContain("Dit thema gaat over veiligheid.");
    expect(html).toContain('value="Zo noemen wij het."');
  });

  it("404: a theme that was closed says who did it and why, and leads to the way back", async () => {
    const posted = await correct("t-0002", { ...person, soort: "pin" });
    for (const response of [await fetch(`${web.url}/themas/t-0002`), posted]) {
      const html = await response.text();
      expect(response.status).toBe(404);
      for (const part of ["‘Lift en trap’ is geen thema meer.", "Noor", "Dit is te weinig.", "3 november 2026"])
        expect(html).toContain(part);
      expect(html).toContain('href="/wijzigingen/c-0003"');
    }
  });

  it.each([
    [404, "t-9999", { soort: "pin" }],
    [400, "t-0001", { soort: "pin" }],
    [400, "huurtoeslag", { soort: "weggooien" }],
  ])("%i: theme %s, %o", async (status, themeId, form) => {
    expect((await correct(themeId, { ...person, ...form })).status).toBe(status);
    expect(web.faults).toEqual([]);
  });

  it("403 or 404: cannot be made from another site, or by following a link", async () => {
    const before = sample.corrections.length;
    const elsewhere = { "Sec-Fetch-Site": "cross-site" };
    expect((await correct("huurtoeslag", { ...person, soort: "pin" }, elsewhere)).status).toBe(403);
    expect((await post("/wijzigingen/c-0001/ongedaan", person, elsewhere)).status).toBe(403);
    expect((await fetch(`${web.url}/themas/huurtoeslag/correcties?soort=pin&reden=x`)).status).toBe(404);
    expect((await fetch(`${web.url}/wijzigingen/c-0001/ongedaan?reden=x`)).status).toBe(404);
    expect(sample.corrections).toHaveLength(before);
    expect(sample.undone).toEqual([]);
  });

  it("is offered where the rules allow it, and one sentence says why not elsewhere", async () => {
    const html = await (await fetch(`${web.url}/themas/huiselijk-geweld`)).text();
    expect([...html.matchAll(/value="([\w-]+)" name="soort"/g)].map(([, kind]) => kind)).toEqual(["rename", "pin"]);
    expect(html.match(/Dit thema gaat over veiligheid\./g)).toHaveLength(1);
  });
});

describe("undoing a correction", () => {
  const person = { reden: "Toch niet." };

  it("303: is done and leads to the list", async () => {
    const response = await post("/wijzigingen/c-0001/ongedaan", person);
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/wijzigingen?gedaan=c-0001#gedaan"]);
    expect(sample.undone).toEqual([{ why: "Toch niet." }]);
  });

  it("400: asks why", async () => {
    const response = await post("/wijzigingen/c-0001/ongedaan", { reden: " " });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain('href="#ongedaan-reden"');
    expect((await post("/wijzigingen/c-0001/ongedaan", { ...person, reden: "06-12345678" })).status).toBe(400);
    expect(sample.undone).toHaveLength(1);
  });

  it("is not offered twice, and not for what nobody corrected", async () => {
    const list = await (await fetch(`${web.url}/wijzigingen`)).text();
    expect(list.match(/href="\/wijzigingen\/c-\d+"/g)).toEqual(['href="/wijzigingen/c-0001"']);
    const html = await (await fetch(`${web.url}/wijzigingen/c-0002`)).text();
    expect(html).toContain("Deze correctie is al ongedaan gemaakt.");
    expect(html).not.toContain('action="/wijzigingen/');
    expect((await post("/wijzigingen/c-9999/ongedaan", person)).status).toBe(404);
  });
});

describe("an address that is not there", () => {
  it.each([
    ["/themas/", "Het adres klopt niet"],
    ["/?maand=2031-99", "Van deze maand is er geen overzicht."],
    ["/maandrapport?maand=2020-01", "Van deze maand is er geen overzicht."],
    ["/themas?deel=zzz", "Deze wijk of dit team kennen wij niet."],
    ["/voorstellen/v-9999", "Dit voorstel bestaat niet."],
    ["/themas/t-9999", "Dit thema bestaat niet."],
    ["/wijzigingen/c-9999", "Deze correctie bestaat niet."],
  ])("%s says so, and is no fault of the product", async (path, sentence) => {
    const response = await fetch(web.url + path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(sentence);
    expect(web.faults).toEqual([]);
  });
});

describe("a request to a partner", () => {
  const form = {
    partner: "woningcorporatie",
    dag1: "2027-01-12",
    van1: "19:00",
    tot1: "21:00",
    dag2: "2027-01-20",
    van2: "19:00",
    tot2: "21:00",
    plek: "buurthuis De Ster",
    naam: "S. Jansen",
    telefoon: "06-0000 0000",
    email: "team@voorbeeldstad.nl",
  };

  it("shows the letter first and sends nothing", async () => {
    const response = await post("/voorstellen/v-0003/brief", form);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("buurthuis De Ster");
    expect(sample.sent).toEqual([]);
  });

  it("goes out after the second step", async () => {
    expect((await post("/voorstellen/v-0003/aanvraag", form)).status).toBe(303);
    expect(sample.sent).toHaveLength(1);
  });

  it("comes back with what was filled in and every fault when it is not complete", async () => {
    const response = await post("/voorstellen/v-0003/brief", { ...form, dag1: "2020-01-01", telefoon: "" });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain("Kies een dag die nog komt.");
    expect(html).toContain("Vul een telefoonnummer");
    expect(html).toContain('value="S. Jansen"');
  });

  it("shows typed text as text, never as markup", async () => {
    const html = await (await post("/voorstellen/v-0003/brief", { ...form, plek: "<script>x</script>" })).text();
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
  });
});

describe("an upload", () => {
  const upload = (name: string, content: string, url = web.url, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set("bestand", new File([content], name));
    return fetch(`${url}/invoer`, { method: "POST", body: form, headers: FROM_US, redirect: "manual" });
  };

  it("leads to its columns, and from there to its result", async () => {
    const response = await upload("notities.csv", "bronId;tekst\n1;x\n");
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/invoer/bestand/u-1"]);
    const fields = { "kolom-0": "bronId", "kolom-5": "tekst", wijknamen: "Centrum = WK036301", doe: "lees" };
    const started = await post("/invoer/bestand/u-1", fields);
    expect([started.status, started.headers.get("Location")]).toEqual([303, "/invoer/i-1"]);
    expect(sample.uploads.at(-1)).toMatchObject({
      fileName: "notities.csv",
      bytes: 17,
      fields: ["bronId", undefined, undefined, undefined, undefined, "tekst", undefined, undefined],
      namedAreas: { Centrum: "WK036301" },
    });
  });

  it.each([
    ["a wijk is not clear", { "kolom-5": "tekst", wijknamen: "Centrum" }, "Regel 1 bij Wijknamen klopt niet."],
    ["two columns are one field", { "kolom-4": "tekst", "kolom-5": "tekst" }, "Je koos tekst voor meer dan één kolom"],
  ])("comes back with what was filled in when %s", async (_name, fields: Record<string, string>, sentence) => {
    const before = sample.uploads.length;
    const response = await post("/invoer/bestand/u-1", { ...fields, doe: "lees" });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain(sentence);
    expect(html).toContain('<option value="tekst" selected="">');
    if (fields.wijknamen !== undefined) expect(html).toContain(">Centrum</textarea>");
    expect(sample.uploads).toHaveLength(before);
  });

  it("that is looked at again stores nothing, and one that is gone asks for the file", async () => {
    const before = sample.uploads.length;
    expect((await post("/invoer/bestand/u-1", { "kolom-5": "tekst", doe: "kijk" })).status).toBe(200);
    const gone = await post("/invoer/bestand/u-9", { doe: "lees" });
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain("Dit bestand hebben wij niet meer.");
    expect(sample.uploads).toHaveLength(before);
  });

  it("of another kind is refused in a sentence", async () => {
    const response = await upload("foto.png", "x");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Kies .csv, .xlsx, .jsonl, .ndjson.");
  });

  it("over the limit stops and says how large a file may be", async () => {
    const strict = await serveWeb(sample.tools, { uploadBytesMax: 1024 * 1024 });
    const before = sample.uploads.length;
    const response = await upload("notities.csv", "x".repeat(3 * 1024 * 1024), strict.url);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Dit bestand is groter dan 1 MB.");
    await strict.close();
    expect(sample.uploads).toHaveLength(before);
  });

  it("that breaks off half-way ends what reads it, instead of leaving it waiting", async () => {
    let ended: unknown;
    const waiting = await serveWeb({
      ...sample.tools,
      keepUpload: async ({ content }) => {
        try {
          for await (const _chunk of content);
          return { uploadId: "u-1" };
        } catch (error) {
          ended = error;
          throw error;
        }
      },
    });
    const socket = connect(Number(new URL(waiting.url).port), "127.0.0.1");
    const head = [
      "POST /invoer HTTP/1.1",
      "Host: localhost",
      "Sec-Fetch-Site: same-origin",
      "Content-Type: multipart/form-data; boundary=x",
      "Content-Length: 100000",
    ];
    const part = ["--x", 'Content-Disposition: form-data; name="bestand"; filename="a.csv"', "", "bronId;tekst"];
    socket.write(`${head.join("\r\n")}\r\n\r\n${part.join("\r\n")}\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.destroy();
    await expect.poll(() => ended).toMatchObject({ code: "upload-broken" });
    await waiting.close();
  });

  it("without a file says so", async () => {
    const response = await upload("", "");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Je hebt nog geen bestand gekozen.");
  });
});

describe("a fault", () => {
  it("shows a page with a code and nothing technical, and is reported once", async () => {
    const broken = await serveWeb({
      ...sample.tools,
      listProposals: () => Promise.reject(new Error("relation proposal does not exist")),
    });
    const response = await fetch(`${broken.url}/voorstellen`);
    const html = await response.text();
    await broken.close();
    expect(response.status).toBe(500);
    expect(html).toMatch(/RD-[A-Z0-9]{4}/);
    expect(html).not.toContain("relation");
    expect(broken.faults).toHaveLength(1);
  });
});

describe("a fault in the page of a fault", () => {
  it("still shows one sentence and no stack", async () => {
    const broken = await serveWeb(
      { ...sample.tools, listProposals: () => Promise.reject(new Error("relation does not exist")) },
      {
        reportFault: () => {
          throw new Error("the log is full");
        },
      },
    );
    const response = await fetch(`${broken.url}/voorstellen`);
    await broken.close();
    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/^Er ging iets mis bij ons\.[^\n]*\n$/);
  });
});

describe("the report as a file", () => {
  it.each(["csv", "json", "xlsx", "html"])("comes as %s", async (extension) => {
    const response = await fetch(`${web.url}/maandrapport.${extension}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Disposition")).toContain(`maandrapport-2026-10.${extension}`);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
  });

  it("as HTML fetches nothing, and its policy knows its own style", async () => {
    const report = await sample.tools.readReport({ month: "2026-10", part: { kind: "municipality" } });
    if (report === undefined) throw new Error("the sample has no report");
    const html = renderReportHtml(report);
    expect(html).not.toMatch(/(?:src|href)="(?!#)|url\("(?!data:)/);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/i.exec(html)?.[1]?.replaceAll("&#x27;", "'");
    expect(policy).toContain(`style-src 'sha256-${inlineStylesheet().hash}'`);
    expect(html).toContain(`<style>${inlineStylesheet().css}</style>`);
  });
});

describe("before the first import", () => {
  it.each(["/", "/themas", "/voorstellen", "/maandrapport"])("%s says where to begin", async (path) => {
    const empty = await serveWeb({ ...sample.tools, readChoices: async () => ({ months: [], areas: [], teams: [] }) });
    const html = await (await fetch(empty.url + path)).text();
    await empty.close();
    expect(html).toContain("Hier begint de draad");
  });
});

describe("an own note", () => {
  const held = { nummer: "N-2", tekst: HELD_TEXT.replace("\n", "\r\n") };

  it("shows kinds and places of what was taken out, and never a text", async () => {
    const html = await (await fetch(`${web.url}/notities?nummer=N-1`)).text();
    expect(html).toContain("2 namen");
    expect(html).toMatch(/teken (<!-- -->)?16/);
    expect(html).not.toContain("Roos");
    expect(html).not.toContain('action="/notities/vrijgave"');
  });

  it("that is held back says why, and offers no tick for a number with a check digit", async () => {
    const html = await (await fetch(`${web.url}/notities?nummer=N-2`)).text();
    expect(html).toContain("Na het weglakken stond er nog iets herkenbaars in.");
    expect(html).toContain('value="15-19"');
    expect(html).not.toContain('value="30-39"');
  });

  it("is released from the pasted text with what its writer ticked, and reloading repeats nothing", async () => {
    const response = await post("/notities/vrijgave", { ...held, plek: "15-19" });
    expect([response.status, response.headers.get("Location")]).toEqual([
      303,
      "/notities?nummer=N-2&gedaan=vrijgegeven",
    ]);
    expect(sample.noteReleases.at(-1)).toMatchObject({ sourceId: "N-2", harmless: [{ start: 15, end: 19 }] });
  });

  it("that is held back again, or pasted otherwise, says so without repeating the text", async () => {
    const again = await post("/notities/vrijgave", held);
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining("nog steeds tegen")]);
    const other = await post("/notities/vrijgave", { ...held, tekst: "Iets anders over Roos." });
    const html = await other.text();
    expect([other.status, html]).toEqual([409, expect.stringContaining("Dit is niet de tekst die wij tegenhielden.")]);
    expect(html).not.toContain("Roos");
    expect((await post("/notities/vrijgave", { nummer: "N-2", tekst: " " })).status).toBe(400);
  });

  it("is taken back by its writer, and only while it is held back", async () => {
    const response = await post("/notities/intrekking", { nummer: "N-2" });
    expect([response.status, response.headers.get("Location")]).toEqual([
      303,
      "/notities?nummer=N-2&gedaan=ingetrokken",
    ]);
    expect(sample.withdrawn).toEqual(["N-2"]);
    expect((await post("/notities/intrekking", { nummer: "N-1" })).status).toBe(409);
  });

  it("takes a pasted text of 200,000 characters", async () => {
    const response = await post("/notities/vrijgave", { ...held, tekst: "é".repeat(200_000), aangepast: "ja" });
    expect(response.status).toBe(303);
  });
});
