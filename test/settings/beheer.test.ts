import { readMunicipalCatalogue } from "@rode-draad/api";
import {
  appendAuditEntries,
  listAccounts,
  listApiTokens,
  listAreas,
  listOutdatedReports,
  listTeams,
  readAuditEntries,
  readOwnSettings,
  readRetention,
  saveMonthRelease,
  startImport,
} from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "./open-town.js";

/** The pages of an administrator over the whole product: what is filled in, what it changes, and what the log says of it. */

let town: Town;
beforeAll(async () => {
  town = await openTown({ name: "Bo Beheerder", roles: ["administrator"] });
});
afterAll(async () => {
  await town?.close();
});

const store = () => town.product.store.db;
const MUNICIPALITY = "voorbeeldstad";

async function logged(action: string) {
  const entries = await readAuditEntries(store(), MUNICIPALITY, { limit: 10_000 });
  return entries.filter((entry) => entry.action === action);
}

describe("teams", () => {
  it("are added and named, and a name that is a text is refused and not kept", async () => {
    expect(await town.post("/beheer/teams", { code: "OOST", naam: "Wijkteam Oost" })).toMatchObject({
      status: 303,
      location: "/beheer/teams?gedaan=saved",
    });
    await town.post("/beheer/teams", { code: "OOST", naam: "Team Oost" });
    expect(await listTeams(store(), MUNICIPALITY)).toEqual([{ code: "OOST", name: "Team Oost" }]);
    const refused = await town.post("/beheer/teams", { code: "NOORD", naam: `Zij ${"woont ".repeat(20)}` });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("hooguit 40 letters en cijfers");
    expect(await listTeams(store(), MUNICIPALITY)).toHaveLength(1);
    expect((await logged("change-team")).map(({ outcome, details }) => [outcome, details])).toEqual([
      ["done", { teamCode: "OOST" }],
      ["done", { teamCode: "OOST" }],
      ["refused", {}],
    ]);
  });
});

describe("wijken", () => {
  const LIST =
    "gwb_code_10;regio;gm_naam\nWK999901;Wijk 01 Oost;Voorbeeldstad\nWK99;Fout;Voorbeeldstad\nWK888800;Wijk 00;Anderstad\n";

  it("come from a list of CBS: looked at first, then taken over, with what is wrong by line", async () => {
    const preview = await town.post("/beheer/wijken/bekijken", {}, { name: "kwb.csv", content: LIST });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain("Regel 3:");
    expect(preview.text).toContain("Een wijkcode is WK met 6 tekens erachter");
    expect(await listAreas(store(), MUNICIPALITY)).toEqual([]);
    const [, wijken = ""] = /name="wijken" value="([^"]*)"/.exec(preview.text) ?? [];
    expect(wijken).toBe("WK999901 Wijk 01 Oost");
    expect((await town.post("/beheer/wijken", { wijken })).location).toBe("/beheer/wijken?gedaan=saved");
    expect(await listAreas(store(), MUNICIPALITY)).toEqual([
      { code: "WK999901", name: "Wijk 01 Oost", aliases: ["oost"] },
    ]);
  });

  it.each([
    [
      "of another municipality",
      { name: "kwb.csv", content: LIST.replaceAll("Voorbeeldstad", "Elders") },
      "staat er niet in",
    ],
    ["without wijken", { name: "kwb.csv", content: "a;b\n1;2\n" }, "Wij vinden op de eerste regel geen kolom"],
    ["of another kind", { name: "kwb.pdf", content: "x" }, "Kies .csv"],
  ])("a file %s is refused with what to do", async (_name, file, sentence) => {
    const answer = await town.post("/beheer/wijken/bekijken", {}, file);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
  });

  it("takes over no line that the preview never showed", async () => {
    expect((await town.post("/beheer/wijken", { wijken: "WK999902 Noord\nonzin" })).status).toBe(400);
    expect(await listAreas(store(), MUNICIPALITY)).toHaveLength(1);
  });
});

describe("own words and themes", () => {
  const THEME = {
    naam: "Plusbon",
    uitleg: "Vragen over de plusbon.",
    titel: "Alles over de plusbon",
    vorm: "informatieavond",
    woorden: "plusbon\nplusbonregeling",
  };
  const ownCatalogue = async () => (await readOwnSettings(store(), MUNICIPALITY)).catalogue;

  it("are added, each as a version, and an earlier version can be gone back to", async () => {
    const { lifeDomains, formats } = town.product.catalogue;
    const form = { ...THEME, gebied: lifeDomains[0]?.id ?? "", vorm: formats[0]?.id ?? "" };
    const word = await town.post("/beheer/themas/huurtoeslag/woorden", { woord: "woonbijdrage" });
    expect(word.location).toBe("/beheer/themas/huurtoeslag?gedaan=added");
    const made = await town.post("/beheer/eigen-thema", form);
    expect(made.location).toBe("/beheer/themas?gedaan=added");
    expect(await ownCatalogue()).toMatchObject({
      terms: [
        { themeId: "huurtoeslag", text: "woonbijdrage" },
        { themeId: "g-0002", text: "plusbon" },
        { themeId: "g-0002", text: "plusbonregeling" },
      ],
      themes: [{ id: "g-0002", name: "Plusbon", isRetired: false }],
    });
    const catalogue = await readMunicipalCatalogue(store(), MUNICIPALITY, town.product.catalogue);
    expect(catalogue.theme("g-0002")).toMatchObject({ label: "Plusbon", collective: "suitable" });
    expect((await town.get("/v1/themas")).text).toContain("Plusbon");
    expect((await town.get("/beheer/themas")).text).toContain("Ga hiernaar terug");
    expect((await town.post("/beheer/versies", { versie: "1" })).location).toBe("/beheer/themas?gedaan=back");
    expect(await ownCatalogue()).toMatchObject({
      terms: [{ text: "woonbijdrage" }],
      themes: [{ id: "g-0002", isRetired: true }],
    });
    expect((await town.get("/v1/themas")).text).not.toContain("Plusbon");
    await town.post("/beheer/versies", { versie: "2" });
    expect((await ownCatalogue()).themes).toMatchObject([{ isRetired: false }]);
    await town.post("/beheer/themas/g-0002/vervallen");
    expect((await ownCatalogue()).themes).toMatchObject([{ isRetired: true }]);
    expect((await logged("change-own-catalogue")).map(({ subject }) => subject.id)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `version-${number}`),
    );
  });

  it.each([
    ["a word of another theme", "huurtoeslag", { woord: "voedselbank" }, "hoort al bij het thema"],
    [
      "what looks like somebody",
      "huurtoeslag",
      { woord: "mevrouw Jansen" },
      "Hier lijken persoonsgegevens in te staan",
    ],
    ["a word that is none", "huurtoeslag", { woord: "1" }, "Schrijf een woord"],
    ["a word that is not there", "huurtoeslag", { woord: "nergens", doe: "weg" }, "staat er niet bij"],
  ])("%s is refused, and makes no version", async (_name, theme, fields, sentence) => {
    const before = await ownCatalogue();
    const answer = await town.post(`/beheer/themas/${theme}/woorden`, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(await ownCatalogue()).toEqual(before);
  });

  it("a form that misses something comes back as it was filled in", async () => {
    const answer = await town.post("/beheer/eigen-thema", { ...THEME, titel: "" });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="Plusbon"');
    expect((await town.get("/beheer/themas/nergens")).status).toBe(404);
  });

  it("are never changed once they are written, whoever asks the database", async () => {
    await expect(store().updateTable("catalogue_version").set({ made_by: "iemand anders" }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("limits", () => {
  const fields = (over: Readonly<Record<string, string>>) => ({
    caseMinTeamInternal: "5",
    caseMinTeamSensitive: "10",
    caseMinShared: "10",
    caseMinBelowWijk: "20",
    openCasesMin: "30",
    professionalsMin: "3",
    dominanceShareMax: "90",
    roundTo: "5",
    ...over,
  });
  const limits = async () => (await readOwnSettings(store(), MUNICIPALITY)).limits;

  it.each([
    ["looser", { caseMinShared: "9" }, "mag je alleen strenger maken"],
    ["looser, where lower is stricter", { dominanceShareMax: "95" }, "mag je alleen strenger maken"],
    ["that cuts a step in two", { roundTo: "7" }, "mag je alleen strenger maken"],
    ["above every group", { caseMinShared: "60" }, "mag niet hoger zijn dan 50"],
    ["that is no number", { openCasesMin: "veel" }, "Vul overal een heel getal in"],
  ])("a value %s is refused in one sentence, and changes nothing", async (_name, over, sentence) => {
    const answer = await town.post("/beheer/grenzen", fields(over));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(await limits()).toEqual({});
  });

  it("stricter ones hold from then on, and make the drafts anew", async () => {
    const record = { audience: "team", window: { first: "2026-08", last: "2026-10" }, cells: [], released: [] };
    await saveMonthRelease(store(), MUNICIPALITY, "team", { month: "2026-10", record });
    const answer = await town.post("/beheer/grenzen", fields({ caseMinShared: "15", dominanceShareMax: "80" }));
    expect(answer.location).toBe("/beheer/grenzen?gedaan=saved");
    expect(await limits()).toEqual({ caseMinShared: 15, dominanceShareMax: 0.8 });
    const { privacyParameters } = await readMunicipalCatalogue(store(), MUNICIPALITY, town.product.catalogue);
    expect(privacyParameters).toMatchObject({ caseMinShared: 15, dominanceShareMax: 0.8, openCasesMin: 30 });
    expect((await listOutdatedReports(store(), MUNICIPALITY)).map(({ month }) => month)).toEqual(["2026-10"]);
    await town.post("/beheer/grenzen", fields({}));
    expect(await limits()).toEqual({});
  });
});

describe("retention", () => {
  it("is set up to what the product ships with", async () => {
    expect((await town.post("/beheer/bewaren", { dagen: "7" })).location).toBe("/beheer/bewaren?gedaan=saved");
    expect((await readRetention(store(), MUNICIPALITY)).textDays).toBe(7);
    for (const dagen of ["31", "veel", ""]) {
      const answer = await town.post("/beheer/bewaren", { dagen });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("Bewaar teksten hoogstens 30 dagen");
    }
    expect((await readRetention(store(), MUNICIPALITY)).textDays).toBe(7);
  });
});

describe("keys", () => {
  it("are shown once, open the API, and open nothing once they are revoked", async () => {
    const made = await town.post("/beheer/sleutels", { naam: "Bronsysteem", "recht-reports:read": "ja" });
    const [secret = ""] = /rodedraad_[\w-]+/.exec(made.text) ?? [];
    expect(made.status).toBe(200);
    const themes = () => fetch(`${town.address}/v1/themas`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await themes()).status).toBe(200);
    expect((await town.get("/beheer/sleutels")).text).not.toContain(secret);
    const [key] = await listApiTokens(store(), MUNICIPALITY);
    expect((await town.post(`/beheer/sleutels/${key?.id}/intrekken`)).location).toBe("/beheer/sleutels?gedaan=revoked");
    expect((await themes()).status).toBe(401);
    expect((await town.post("/beheer/sleutels/nergens/intrekken")).status).toBe(400);
    expect((await town.post("/beheer/sleutels", { naam: "Zonder recht" })).status).toBe(400);
    expect(await listApiTokens(store(), MUNICIPALITY)).toHaveLength(1);
  });
});

describe("accounts", () => {
  const PERSON = { naam: "Kim", inlognaam: "Kim", "rol-team-lead": "ja", "team-OOST": "ja" };

  it("are made with a link that works once, and closed", async () => {
    const made = await town.post("/beheer/accounts", PERSON);
    const [link = ""] = /http[^<\s]*\/wachtwoord\/[\w-]+/.exec(made.text) ?? [];
    expect(new URL(link).origin).toBe(town.address);
    expect((await fetch(link)).status).toBe(200);
    const kim = async () => (await listAccounts(store(), MUNICIPALITY)).find(({ login }) => login === "kim");
    expect(await kim()).toMatchObject({ roles: ["team-lead"], teamCodes: ["OOST"], isDisabled: false });
    const again = await town.post("/beheer/accounts", PERSON);
    expect(again.status).toBe(400);
    expect(again.text).toContain("Deze inlognaam bestaat al");
    const renewed = await town.post("/beheer/accounts/link", { inlognaam: "kim" });
    expect(renewed.text).toMatch(/\/wachtwoord\//);
    expect((await fetch(link)).status).not.toBe(200);
    expect((await town.post("/beheer/accounts/sluiten", { inlognaam: "kim" })).status).toBe(303);
    expect(await kim()).toMatchObject({ isDisabled: true });
  });

  it("refuses what is not whole, a team that nobody knows, and closing one's own", async () => {
    expect((await town.post("/beheer/accounts", { ...PERSON, inlognaam: "" })).status).toBe(400);
    const unknown = await town.post("/beheer/accounts", { ...PERSON, inlognaam: "noor", "team-NERGENS": "ja" });
    expect(unknown.text).toContain("kennen wij niet");
    const own = (await listAccounts(store(), MUNICIPALITY)).find(({ name }) => name === "Bo Beheerder");
    const answer = await town.post("/beheer/accounts/sluiten", { inlognaam: own?.login ?? "" });
    expect(answer.text).toContain("Je kunt je eigen account niet sluiten");
    expect((await town.get("/beheer")).status).toBe(200);
  });
});

describe("the log and the ledger", () => {
  it("shows what was done under the name of who did it, and can be narrowed down", async () => {
    const all = await town.get("/beheer/logboek");
    expect(all.text).toContain("Bo Beheerder");
    const narrowed = await town.get("/beheer/logboek?handeling=change-token");
    expect(narrowed.text.match(/<tr/g)?.length).toBeLessThan(all.text.match(/<tr/g)?.length ?? 0);
    expect((await town.get("/beheer/logboek?wie=niemand")).text).toContain("geen regels die hierbij passen");
    expect((await town.get("/beheer/grootboek")).text).toContain("Er is nog niets vrijgegeven");
  });

  it("says that the chain is whole, and which line is not once somebody changed it", async () => {
    expect((await town.post("/beheer/logboek/controle")).text).toContain("Het logboek klopt");
    const draft = {
      actor: { kind: "system", id: "s" },
      action: "sign-in",
      subject: { kind: "account" },
      outcome: "done",
      details: {},
    } as const;
    const [forged] = await appendAuditEntries(store(), MUNICIPALITY, "een-andere-sleutel", [draft], new Date());
    const broken = await town.post("/beheer/logboek/controle");
    expect(broken.text).toContain(`Regel ${forged?.number} is veranderd.`);
  });
});

describe("who is no administrator", () => {
  it("sees what the role is for: a data protection officer watches and sets no words or teams", async () => {
    const officer = await openTown({ roles: ["data-protection-officer"] });
    const overview = await officer.get("/beheer");
    expect(overview.text).toContain("/beheer/logboek");
    expect(overview.text).toContain("/beheer/bewaren");
    expect(overview.text).not.toContain("/beheer/sleutels");
    expect((await officer.get("/beheer/sleutels")).status).toBe(403);
    expect((await officer.get("/")).text).toContain('href="/beheer"');
    await officer.close();
  });
});

describe("an empty municipality", () => {
  it("leads its administrator through the first steps, and others to who can help", async () => {
    const fresh = await openTown({ roles: ["administrator"] });
    expect((await fresh.get("/")).text).toContain('href="/beheer/begin"');
    const { text } = await fresh.get("/beheer/begin");
    expect(text).toContain('href="/beheer/wijken">Ga verder');
    const wijken = "WK999901 Oost";
    await fresh.post("/beheer/wijken", { wijken });
    expect((await fresh.get("/beheer/begin")).text).toContain('href="/beheer/teams">Ga verder');
    await fresh.post("/beheer/teams", { code: "OOST", naam: "Team Oost" });
    expect((await fresh.get("/beheer/begin")).text).toContain('href="/beheer/accounts">Ga verder');
    await fresh.post("/beheer/accounts", { naam: "Kim", inlognaam: "kim", "rol-team-lead": "ja" });
    expect((await fresh.get("/beheer/begin")).text).toContain('href="/invoer">Ga verder');
    await startImport(fresh.product.store.db, MUNICIPALITY, { id: "i", origin: "stream", startedAt: new Date() });
    expect((await fresh.get("/beheer/begin")).text).toContain("Alles staat klaar");
    await fresh.close();

    const worker = await openTown({ roles: ["case-worker"] });
    expect((await worker.get("/")).text).toContain("Vraag je teamleider of beheerder");
    expect((await worker.get("/hulp")).text).toContain("Wat je hier niet ziet en waarom");
    await worker.close();
  });
});
