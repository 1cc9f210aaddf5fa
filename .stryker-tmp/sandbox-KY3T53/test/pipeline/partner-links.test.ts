import { afterAll, beforeAll, expect, test } from "vitest";
import { signedIn } from "../access/signed-in.js";
import { measureTown } from "../trust/links.js";
import { openPartnerTown, type PartnerTown } from "../trust/open-partner-town.js";

let town: PartnerTown;
beforeAll(async () => {
  town = await openPartnerTown(5);
}, 120_000);
afterAll(() => town.close());

const answer = (form: Record<string, string>, path: string) =>
  fetch(town.serving.address + path, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

test("a letter leaves with a link of its own; the store keeps only a hash of it", async () => {
  const paths = town.letters.map(({ path }) => path);
  expect(new Set(paths).size).toBe(5);
  for (const path of paths) expect(path).toMatch(/^\/aanvraag\/[\w-]{22}$/);
  const { rows } = await town.product.store.db
    .selectFrom("partner_link")
    .selectAll()
    .execute()
    .then((all) => ({ rows: JSON.stringify(all) }));
  for (const path of paths) expect(rows).not.toContain(path.slice("/aanvraag/".length));
});

test("what a partner answers stands in the API and on the page of the proposal, masked by the privacy gate", async () => {
  const [letter] = town.letters;
  const response = await answer(
    { antwoord: "nee", reden: "geen-tijd", toelichting: "Bel Fatima de Vries op 06-12345678" },
    letter?.path ?? "",
  );
  expect(response.status).toBe(303);
  const { store, municipalityId, clock } = town.product;
  const headers = await signedIn(store.db, municipalityId, clock(), { name: "Anna Bakker", isSecure: true });
  const { partneraanvragen } = (await (
    await fetch(`${town.serving.address}/v1/partneraanvragen`, { headers })
  ).json()) as {
    partneraanvragen: { id: string; antwoord?: { antwoord: string; reden: string; toelichting: string } }[];
  };
  const answered = partneraanvragen.find(({ id }) => id === letter?.requestId)?.antwoord;
  expect(answered).toMatchObject({ antwoord: "nee", reden: "geen-tijd" });
  expect(answered?.toelichting).not.toMatch(/Fatima|Vries|12345678/);
  const html = await (await fetch(`${town.serving.address}/voorstellen/v-partners`, { headers })).text();
  expect(html).toContain("Antwoord: Nee: wij hebben hier geen tijd voor.");
  expect(html).not.toMatch(/Fatima|Vries/);
});

test("each link works once, is not used up by reading, and a wrong or late one opens nothing", async () => {
  const rest = { ...town, letters: town.letters.slice(1) };
  expect(await measureTown(rest, 20)).toEqual({ notOnce: 0, usedByReading: 0, openedByWrong: 0 });
}, 60_000);
