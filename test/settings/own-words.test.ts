import { STAGE_NAMES } from "@rode-draad/contracts";
import { openDoor, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTown, type Town } from "./open-town.js";

/** A theme of the municipality's own, from the form to the questions of notes that are read in afterwards. */

let town: Town;
beforeAll(async () => {
  town = await openTown({ roles: ["administrator"] });
  await startStages(town.product, STAGE_NAMES);
});
afterAll(async () => {
  await town?.close();
});

const note = (index: number) => ({
  bronId: `n-${index}`,
  casusRef: `c-${index}`,
  datum: "2026-10-05",
  team: "OOST",
  wijk: "WK999901",
  tekst: "Mevrouw wil weten hoe zij de plusbon kan aanvragen.",
});

async function themesAfter(index: number): Promise<(string | null)[]> {
  const door = await openDoor(town.product);
  await door.receive({ kind: "values", values: [note(index)] });
  await waitUntilWorkedOut(town.product);
  const { db } = town.product.store;
  const noteId = door.hash("note", `n-${index}`);
  const rows = await db.selectFrom("question").select("theme_id").where("note_id", "=", noteId).execute();
  return rows.map(({ theme_id: themeId }) => themeId);
}

it("finds the questions that have its word, from then on and until it is retired", async () => {
  expect(await themesAfter(1)).not.toContain("g-0001");
  const { lifeDomains, formats } = town.product.catalogue;
  const form = {
    naam: "Plusbon",
    uitleg: "Vragen over de plusbon.",
    titel: "Alles over de plusbon",
    woorden: "plusbon",
    gebied: lifeDomains[0]?.id ?? "",
    vorm: formats[0]?.id ?? "",
  };
  expect((await town.post("/beheer/eigen-thema", form)).status).toBe(303);
  expect(await themesAfter(2)).toContain("g-0001");
  await town.post("/beheer/themas/g-0001/vervallen");
  expect(await themesAfter(3)).not.toContain("g-0001");
});
