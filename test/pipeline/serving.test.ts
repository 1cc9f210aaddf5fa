import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Serving, serveProduct, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { listProposals, readProposal, upsertEmergentThemes } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "../access/signed-in.js";
import { type PipelineRun, runVoorbeeldstad } from "./run-voorbeeldstad.js";

/** The pages and the API on a municipality that went through the pipeline, over a real connection. */

let run: PipelineRun;
let serving: Serving;
let cookie: string;

beforeAll(async () => {
  run = await runVoorbeeldstad({ notes: 4000 }, { PORT: "0" });
  serving = await serveProduct(run.product);
  const { store, municipalityId, clock } = run.product;
  const teamCodes = run.municipality.teams.map(({ code }) => code);
  ({ cookie } = await signedIn(store.db, municipalityId, clock(), { name: "Team Oost", teamCodes }));
}, 120_000);
afterAll(async () => {
  await serving.close();
  await run.close();
});

const get = (path: string): Promise<Response> =>
  fetch(`${serving.address}${path}`, { redirect: "manual", headers: { cookie } });

/** A form as a browser sends it from one of our own pages. */
function post(path: string, fields: Readonly<Record<string, string>> | FormData, origin = serving.address) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  return fetch(`${serving.address}${path}`, { method: "POST", body, redirect: "manual", headers: { origin, cookie } });
}

async function openProposals(careNeeded: boolean): Promise<string[]> {
  const { store, municipalityId } = run.product;
  const stored = await listProposals(store.db, municipalityId, { states: ["open"] });
  return stored.filter(({ proposal }) => proposal.careNeeded === careNeeded).map(({ proposal }) => proposal.id);
}

/** A mail with its soft line breaks and its base64 parts undone, so that a search finds what a reader sees. */
function decoded(mail: string): string {
  return mail
    .replace(/=\r?\n/g, "")
    .replace(/(?:^[A-Za-z0-9+/]{40,}={0,2}\r?\n?)+/gm, (part) => Buffer.from(part, "base64").toString("utf8"));
}

async function stateOf(proposalId: string): Promise<string | undefined> {
  return (await readProposal(run.product.store.db, run.product.municipalityId, proposalId))?.state;
}

describe("the pages", () => {
  test.each(["/", "/themas", "/themas/huurtoeslag", "/voorstellen", "/maandrapport", "/invoer", "/over"])(
    "%s answers with a Dutch page and no script",
    async (path) => {
      const response = await get(path);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toMatch(/<html [^>]*lang="nl"/);
      expect(html).not.toMatch(/<script/i);
    },
  );

  test("a wijk and a team can be chosen, and what does not exist is told", async () => {
    const [area] = run.municipality.areas;
    const [team] = run.municipality.teams;
    expect((await get(`/?deel=wijk-${area?.code}`)).status).toBe(200);
    expect((await get(`/?deel=team-${team?.code}`)).status).toBe(200);
    expect((await get("/themas/bestaat-niet")).status).toBe(404);
    expect((await get("/nergens")).status).toBe(404);
  });

  test("a theme that is never collective shows its route and no number", async () => {
    const html = await (await get("/themas/huiselijk-geweld")).text();
    expect(html).toContain("Veilig Thuis");
    expect(html).not.toMatch(/\d+ tot \d+|minder dan 10|50 of meer/);
  });
});

describe("a decision", () => {
  test("is refused when it comes from another site", async () => {
    const [id] = await openProposals(false);
    const response = await post(`/voorstellen/${id}/besluit`, { besluit: "later" }, "https://elders.example");
    expect(response.status).toBe(403);
    expect(await stateOf(id ?? "")).toBe("open");
  });

  test("on a theme with care waits for the team", async () => {
    const [id] = await openProposals(true);
    expect(id).toBeDefined();
    const response = await post(`/voorstellen/${id}/besluit`, { besluit: "oppakken" });
    expect(response.status).toBe(400);
    expect(await stateOf(id ?? "")).toBe("open");
  });

  test("to refuse keeps the reason and stands in the next report", async () => {
    const [id = ""] = await openProposals(false);
    const response = await post(`/voorstellen/${id}/besluit`, { besluit: "niet-doen", reden: "geen-tijd" });
    expect(response.status).toBe(303);
    const stored = await readProposal(run.product.store.db, run.product.municipalityId, id);
    expect(stored?.reviews.map(({ reason }) => reason)).toEqual(["geen-tijd"]);
    expect(await waitUntilWorkedOut(run.product)).toEqual({ notes: 0, isReported: true });
    expect(await stateOf(id)).toBe("refused");
  });
});

describe("a correction on the page of a theme", () => {
  const person = { reden: "Zo noemen wij het." };
  const page = async (path: string) => (await get(path)).text();
  const doneIn = (response: Response) => /gedaan=(c-\d+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
  const choicesIn = (html: string) => [...html.matchAll(/value="([\w-]+)" name="soort"/g)].map(([, kind]) => kind);

  test("holds at once, in the API as well, and is gone when it is undone on the page", async () => {
    const named = await post("/themas/huurtoeslag/correcties", {
      ...person,
      soort: "rename",
      naam: "Geld voor de huur",
    });
    expect(named.status).toBe(303);
    const html = await page(named.headers.get("location") ?? "");
    expect(html).toMatch(/<h1[^>]*>Geld voor de huur/);
    expect(html).toContain("‘Huurtoeslag’ heet nu ‘Geld voor de huur’. De aantallen");
    expect(html).toContain("Team Oost: Zo noemen wij het.");
    expect(await page("/v1/themas/huurtoeslag")).toContain("Geld voor de huur");
    expect(await page(`/wijzigingen/${doneIn(named)}`)).toContain("‘Huurtoeslag’ heet nu ‘Geld voor de huur’.");
    expect((await post(`/wijzigingen/${doneIn(named)}/ongedaan`, person)).status).toBe(303);
    expect(await page("/themas/huurtoeslag")).toMatch(/<h1[^>]*>Huurtoeslag/);
    expect((await post(`/wijzigingen/${doneIn(named)}/ongedaan`, person)).status).toBe(409);
  });

  test("that takes the theme away leads to where it can be undone", async () => {
    const gone = await post("/themas/vrijwilligerswerk/correcties", { ...person, soort: "not-a-theme" });
    expect(gone.headers.get("location")).toMatch(/^\/wijzigingen\?gedaan=/);
    const closed = await get("/themas/vrijwilligerswerk");
    expect(closed.status).toBe(404);
    const told = await closed.text();
    expect(told).toContain("is geen thema meer.");
    expect(told).toContain("Team Oost");
    expect(told).toContain(`href="/wijzigingen/${doneIn(gone)}"`);
    expect(await page("/wijzigingen")).toContain(`href="/wijzigingen/${doneIn(gone)}"`);
    await post(`/wijzigingen/${doneIn(gone)}/ongedaan`, person);
    expect((await get("/themas/vrijwilligerswerk")).status).toBe(200);

    const merged = await post("/themas/vrijwilligerswerk/correcties", {
      ...person,
      soort: "merge",
      met: "dagbesteding",
    });
    expect(merged.headers.get("location")).toMatch(/^\/themas\/dagbesteding\?/);
    expect(await page(merged.headers.get("location") ?? "")).toContain("is samengevoegd met");
    await post(`/wijzigingen/${doneIn(merged)}/ongedaan`, person);
  });

  test("splits by words, and waits with undoing until nothing rests on the new theme", async () => {
    const split = await post("/themas/huurtoeslag/correcties", {
      ...person,
      soort: "split",
      naam: "Kale huur",
      woorden: "kale huur, servicekosten",
    });
    const newId = /p-\d+/.exec(await page("/v1/correcties"))?.[0] ?? "";
    expect(await page(`/themas/${newId}`)).toMatch(/<h1[^>]*>Kale huur/);
    const pinned = await post(`/themas/${newId}/correcties`, { ...person, soort: "pin" });
    expect(choicesIn(await page(`/themas/${newId}`))).not.toContain("pin");
    expect(await page(`/themas/${newId}`)).toContain("Dit thema is al vastgezet.");
    expect(await page("/wijzigingen")).toContain("Maak dat eerst ongedaan.");
    await post(`/wijzigingen/${doneIn(pinned)}/ongedaan`, person);
    expect((await post(`/wijzigingen/${doneIn(split)}/ongedaan`, person)).status).toBe(303);
  });

  test("is offered by the rules: safety and care stay what they are", async () => {
    expect(choicesIn(await page("/themas/huiselijk-geweld"))).toEqual(["rename", "pin"]);
    const [care = ""] = run.product.catalogue.careThemeIds;
    const options = (html: string) => [...html.matchAll(/<option value="([\w-]+)"/g)].map(([, id = ""]) => id);
    const ofCare = options(await page(`/themas/${care}`));
    expect(ofCare.length).toBeGreaterThan(1);
    for (const id of ofCare) expect(run.product.catalogue.careThemeIds).toContain(id);
    const ofOther = options(await page("/themas/huurtoeslag"));
    for (const id of run.product.catalogue.neverThemeIds) expect(ofOther).not.toContain(id);
    expect(ofOther).not.toContain("huurtoeslag");
    for (const met of ["huurtoeslag", "huiselijk-geweld"]) {
      expect((await post(`/themas/${care}/correcties`, { ...person, soort: "merge", met })).status).toBe(409);
    }
  });

  test("asks for other words where the gate holds them back", async () => {
    const rare = "Drieling, oud-burgemeester, woonboot";
    const form = { ...person, soort: "split", naam: "Varen", woorden: "kade", reden: rare };
    const response = await post("/themas/vervoer/correcties", form);
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain('href="#split-reden"');
    expect(html).toContain(`value="${rare}"`);
    expect(await page("/wijzigingen")).not.toContain("woonboot");
  });

  test("keeps no phone number of its reason", async () => {
    const pinned = await post("/themas/huurtoeslag/correcties", { ...person, soort: "pin", reden: "Bel 06-12345678." });
    expect(pinned.status).toBe(303);
    expect(await page("/wijzigingen")).not.toContain("12345678");
    await post(`/wijzigingen/${doneIn(pinned)}/ongedaan`, person);
  });

  test("is not possible on a theme that no report named: it has no page", async () => {
    const { store, municipalityId } = run.product;
    const small = { id: "t-9000", terms: ["zeldzaam"], label: "Iets zeldzaams", firstWeek: "2026-W01", cases: 3 };
    await upsertEmergentThemes(store.db, municipalityId, [small], run.product.clock());
    expect((await get("/themas/t-9000")).status).toBe(404);
    expect((await post("/themas/t-9000/correcties", { ...person, soort: "pin" })).status).toBe(404);
    expect(await page("/themas/huurtoeslag")).not.toContain("zeldzaams");
  });
});

describe("a request to a partner", () => {
  test("becomes a letter with a calendar invitation, and holds nothing that came from a note", async () => {
    const [id = ""] = await openProposals(false);
    const { proposal } = (await readProposal(run.product.store.db, run.product.municipalityId, id)) ?? {};
    const form = {
      partner: proposal?.partnerIds[0] ?? "",
      dag1: "2099-01-13",
      van1: "19:00",
      tot1: "21:00",
      dag2: "2099-01-21",
      van2: "19:00",
      tot2: "21:00",
      plek: "Buurthuis De Ster",
      naam: "Sam Voorbeeld",
      telefoon: "06-0000 0000",
      email: "sam@voorbeeldstad.example",
    };
    expect((await post(`/voorstellen/${id}/brief`, form)).status).toBe(200);
    expect(await stateOf(id)).toBe("open");
    expect((await post(`/voorstellen/${id}/aanvraag`, form)).status).toBe(303);
    await post(`/voorstellen/${id}/aanvraag`, form);
    await waitUntilWorkedOut(run.product);
    expect(await stateOf(id)).toBe("requested");

    const folder = join(run.product.configuration.directory, "post");
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    const [file = ""] = files;
    const mail = decoded(await readFile(join(folder, file), "utf8"));
    expect(mail).toContain("text/calendar");
    expect(mail).toContain("BEGIN:VEVENT");
    expect(mail).toContain("Buurthuis De Ster");
    expect(mail).not.toMatch(/casus|signal/i);
    // What the card says of the need stays home, number and reasons alike.
    for (const sentence of [proposal?.evidence.band, ...(proposal?.evidence.reasons ?? [])]) {
      expect(mail).not.toContain(sentence);
    }
  });
});

describe("reading in a file", () => {
  test("shows what was stored and which rows were refused, without their text", async () => {
    const area = run.municipality.areas[0]?.code;
    const rows = [
      "bronId;datum;team;wijk;tekst",
      `nieuw-1;2026-10-01;WT-NOORD;${area};Mevrouw vraagt naar huurtoeslag.`,
      `nieuw-2;1899-10-01;WT-NOORD;${area};Kanarie in een geweigerde rij.`,
    ];
    const form = new FormData();
    form.set("bestand", new Blob([rows.join("\n")], { type: "text/csv" }), "nieuw.csv");
    const held = await post("/invoer", form);
    expect(held.status).toBe(303);
    const columns = (rows[0] ?? "").split(";").map((heading, index) => [`kolom-${index}`, heading] as const);
    const choice = { ...Object.fromEntries(columns), doe: "lees" };
    const started = await post(held.headers.get("location") ?? "", choice);
    expect(started.status).toBe(303);
    const result = async () => await (await get(started.headers.get("location") ?? "")).text();
    await expect.poll(result, { timeout: 30_000 }).toContain("Geweigerde");
    const html = await result();
    expect(html).toContain("Geweigerde");
    expect(html).not.toContain("Kanarie");
  });
});

test("the API describes itself, tells its health and answers with problems", async () => {
  const description = (await (await get("/v1/openapi.json")).json()) as { openapi: string };
  expect(description.openapi).toMatch(/^3\.1/);
  expect((await get("/gezondheid/live")).status).toBe(200);
  expect((await get("/gezondheid/klaar")).status).toBe(200);
  const missing = await get("/v1/voorstellen/onbekend");
  expect(missing.status).toBe(404);
  expect(missing.headers.get("content-type")).toContain("application/problem+json");
  expect((await get("/v1/themas/")).status).toBe(404);
});
