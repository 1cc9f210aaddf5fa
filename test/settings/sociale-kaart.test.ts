import { listActivities, listAreas, saveProposals, saveReports, upsertAreas } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposal, report } from "../api/sample-content.js";
import { openTown, type Town } from "./open-town.js";

/** What exists already, from a file to the card of a proposal, over the whole product. */

const MUNICIPALITY = "voorbeeldstad";
const OFFER = proposal("v-1");

let town: Town;
beforeAll(async () => {
  town = await openTown({ roles: ["community-worker"] });
  const { db } = town.product.store;
  await upsertAreas(db, MUNICIPALITY, [{ code: OFFER.areaCode, name: "Sterrenwijk" }]);
  await saveReports(db, MUNICIPALITY, { month: OFFER.month, content: report(), madeAt: town.product.clock() });
  await saveProposals(db, MUNICIPALITY, [OFFER], town.product.clock());
});
afterAll(async () => {
  await town?.close();
});

const db = () => town.product.store.db;
const upload = (name: string, content: string) => town.post("/sociale-kaart", {}, { name, content });
const [theme = ""] = OFFER.themeIds;
const LIST = `naam;organisatie;wijken;themas;wanneer\nInloopspreekuur;De Ster;Sterrenwijk;${theme};dinsdag\nKoffie-uur;De Maan;;vervoer;\n`;

describe("the sociale kaart", () => {
  it("says of a proposal what is there already, before a new activity, on the card and on its page", async () => {
    expect((await town.get("/voorstellen/v-1")).text).not.toContain("Dit bestaat al in de wijk");
    const answer = await upload("kaart.csv", LIST);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("2 activiteiten staan op de kaart.");
    for (const path of ["/voorstellen", "/voorstellen/v-1"]) {
      const { text } = await town.get(path);
      expect(text).toContain("Dit bestaat al in de wijk");
      expect(text).toContain("Inloopspreekuur");
      expect(text).not.toContain("Koffie-uur");
      expect(text.indexOf("Dit bestaat al in de wijk")).toBeLessThan(text.indexOf('value="oppakken"'));
    }
  });

  it("is renewed by the next file, with what Open Referral gave beside it", async () => {
    const service = { id: "s-1", name: "Formulierenhulp", organization: { name: "Bibliotheek" }, status: "active" };
    await upload("kaart.json", JSON.stringify({ contents: [service] }));
    const renewed = await upload("nieuw.csv", LIST.split("\n").slice(0, 2).join("\n"));
    expect(renewed.text).toContain("1 ging weg.");
    const names = async () => (await listActivities(db(), MUNICIPALITY)).map(({ name }) => name);
    expect(await names()).toEqual(["Formulierenhulp", "Inloopspreekuur"]);
    const [first] = await listActivities(db(), MUNICIPALITY);
    expect((await town.post(`/sociale-kaart/${first?.id}/weg`)).location).toBe("/sociale-kaart?gedaan=weg");
    expect(await names()).toEqual(["Inloopspreekuur"]);
    expect((await town.post(`/sociale-kaart/${first?.id}/weg`)).status).toBe(400);
  });

  it.each([
    ["a.csv", "wat;waar\nx;y\n", "geen kolom ‘naam’"],
    ["a.csv", "naam;wijken\nSpreekuur;Nergens\n", "Regel 2:"],
    ["a.json", "{", "geen JSON"],
    ["a.pdf", "x", "Kies .csv, .json"],
  ])(
    "a file that is of no use is refused in a sentence and changes nothing: %s %j",
    async (name, content, sentence) => {
      const before = await listActivities(db(), MUNICIPALITY);
      const answer = await upload(name, content);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain(sentence);
      expect(await listActivities(db(), MUNICIPALITY)).toEqual(before);
      expect(await listAreas(db(), MUNICIPALITY)).toHaveLength(1);
    },
  );
});
