import { readProposal, saveProposals } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, catalogue, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";
import { proposal } from "./sample-content.js";

let api: ServedApi;
beforeAll(async () => {
  api = await openApi();
  const careTheme = [...catalogue.careThemeIds].find((id) => (catalogue.theme(id)?.formatIds.length ?? 0) > 0) ?? "";
  await saveProposals(
    api.store.db,
    MUNICIPALITY,
    [
      proposal("v-1", { score: 3 }),
      proposal("v-2", { score: 2 }),
      proposal("v-zorg", { score: 1, careNeeded: true, themeIds: [careTheme] }),
    ],
    NOW,
  );
});
afterAll(() => api.close());

const review = (id: string, body: object) => post(api, `/v1/voorstellen/${id}/beoordelingen`, body);
const pointers = (body: unknown): string[] =>
  (body as { errors: { location: { pointer: string } }[] }).errors.map((error) => error.location.pointer);

describe("proposals", () => {
  it("200: the best one first, with the words of the card", async () => {
    const answer = await call(api, "GET", "/v1/voorstellen");
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      voorstellen: [
        { id: "v-1", status: "open", bereik: "15 tot 24", wijk: { naam: "Sterrenwijk" }, alleenMetZorg: false },
        { id: "v-2" },
        { id: "v-zorg", alleenMetZorg: true },
      ],
    });
    const nothing = { voorstellen: [], volgende: null };
    expect((await call(api, "GET", "/v1/voorstellen?status=later")).body).toEqual(nothing);
    expect((await call(api, "GET", "/v1/voorstellen?wijkCode=WK999902")).body).toEqual(nothing);
    expect((await call(api, "GET", "/v1/voorstellen?status=weg")).status).toBe(400);
  });

  it("200: page by page, each proposal once and in the same order, also when one goes in between", async () => {
    type Page = { readonly voorstellen: readonly { readonly id: string }[]; readonly volgende: string | null };
    const page = async (query: string): Promise<Page> =>
      (await call(api, "GET", `/v1/voorstellen?${query}`)).body as Page;
    const all = (await page("")).voorstellen.map(({ id }) => id);
    const read: string[] = [];
    for (let after = ""; ; ) {
      const { voorstellen, volgende } = await page(`aantal=1${after}`);
      read.push(...voorstellen.map(({ id }) => id));
      if (volgende === null) break;
      after = `&na=${encodeURIComponent(volgende)}`;
    }
    expect(read).toEqual(all);
    // A place whose proposal is gone still says what comes after it.
    expect((await page("na=1000000_weg")).voorstellen.map(({ id }) => id)).toEqual(all);
    for (const query of ["aantal=0", "aantal=1001", "na=v-1"])
      expect((await call(api, "GET", `/v1/voorstellen?${query}`)).status).toBe(400);
  });

  it("200 and 404: one proposal", async () => {
    expect((await call(api, "GET", "/v1/voorstellen/v-1")).body).toMatchObject({ id: "v-1", beoordelingen: [] });
    expect((await call(api, "GET", "/v1/voorstellen/v-9")).status).toBe(404);
  });
});

describe("POST /v1/voorstellen/{id}/beoordelingen", () => {
  it("201: keeps a refusal with its fixed reason and a masked remark", async () => {
    const answer = await review("v-2", {
      besluit: "niet-doen",
      reden: "geen-tijd",
      toelichting: "Bel eventueel 06-12345678 in maart.",
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: "niet-doen", reden: "geen-tijd", beoordeeldOp: NOW.toISOString() });
    const stored = await readProposal(api.store.db, MUNICIPALITY, "v-2");
    expect(stored).toMatchObject({ state: "refused", reviews: [{ decision: "refused", reason: "geen-tijd" }] });
    expect(JSON.stringify(stored)).not.toContain("12345678");
    expect((await call(api, "GET", "/v1/voorstellen/v-2")).body).toMatchObject({
      beoordelingen: [{ reden: "geen-tijd" }],
    });
  });

  it("400: a refusal without a fixed reason, and all other mistakes with it", async () => {
    expect(pointers((await review("v-1", { besluit: "niet-doen" })).body)).toEqual(["/reden"]);
    expect(pointers((await review("v-1", { besluit: "later", reden: "geen-tijd" })).body)).toEqual(["/reden"]);
    const wrong = await review("v-1", { besluit: "ooit", reden: "geen zin", toelichting: 7 });
    expect(pointers(wrong.body).sort()).toEqual(["/besluit", "/reden", "/toelichting"]);
    expect(pointers((await review("v-1", {})).body)).toEqual(["/besluit"]);
    expect((await review("v-1", { besluit: "later", extra: 1 })).status).toBe(400);
    expect((await post(api, "/v1/voorstellen/v-1/beoordelingen", "geen json")).body).toMatchObject({
      code: "not-json",
    });
  });

  it("400 then 201: what needs care is picked up only when the team said yes", async () => {
    const refused = await review("v-zorg", { besluit: "oppakken" });
    expect(refused.status).toBe(400);
    expect(pointers(refused.body)).toEqual(["/akkoordTeam"]);
    expect((await post(api, "/v1/initiatieven", { voorstelId: "v-zorg" })).status).toBe(400);
    expect((await review("v-zorg", { besluit: "oppakken", akkoordTeam: true })).status).toBe(201);
    expect((await call(api, "GET", "/v1/initiatieven")).body).toMatchObject({
      initiatieven: [{ voorstelId: "v-zorg", status: "idee" }],
    });
  });

  it("201: a no after all stops the initiative, and picking up again revives it", async () => {
    const initiative = async (): Promise<{ id: string; status: string } | undefined> => {
      const { body } = await call(api, "GET", "/v1/initiatieven");
      const { initiatieven } = body as { initiatieven: { id: string; voorstelId: string; status: string }[] };
      return initiatieven.find(({ voorstelId }) => voorstelId === "v-2");
    };
    await review("v-2", { besluit: "oppakken" });
    const started = await initiative();
    expect(started).toMatchObject({ status: "idee" });
    await review("v-2", { besluit: "niet-doen", reden: "geen-tijd" });
    expect(await initiative()).toEqual({ ...started, status: "gestopt" });
    await review("v-2", { besluit: "oppakken" });
    expect(await initiative()).toEqual(started);
  });

  it("404: an unknown proposal", async () => {
    expect((await review("v-9", { besluit: "later" })).status).toBe(404);
  });
});

describe("initiatives and partners", () => {
  const order = (initiatiefId: string, more: object = {}): object => ({
    initiatiefId,
    data: [{ dag: "2027-01-12", van: "19:00", tot: "21:00" }],
    locatie: "Buurthuis De Ster",
    contact: {
      naam: "Sam",
      functie: "opbouwwerker",
      team: "Noord",
      telefoon: "010-1234567",
      email: "sam@voorbeeldstad.nl",
    },
    ...more,
  });

  it("201: an initiative starts once, a partner is asked with catalogue words, and the request waits for delivery", async () => {
    const started = await post(api, "/v1/initiatieven", { voorstelId: "v-1" });
    expect(started.status).toBe(201);
    const { id } = started.body as { id: string };
    expect((await post(api, "/v1/initiatieven", { voorstelId: "v-1" })).body).toMatchObject({ id });

    const asked = await post(api, "/v1/partneraanvragen", order(id));
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      initiatiefId: id,
      status: "wacht",
      wijk: "Sterrenwijk",
      opkomst: { min: 20, max: 40 },
    });
    expect(asked.text).not.toContain("15 tot 24");
    expect(api.deliveries).toEqual([(asked.body as { id: string }).id]);
    expect((await call(api, "GET", "/v1/partneraanvragen")).body).toEqual({ partneraanvragen: [asked.body] });
    expect((await call(api, "GET", "/v1/voorstellen/v-1")).body).toMatchObject({ status: "aangevraagd" });
  });

  it("201: the same partner asked again answers with the first request, and one request stands", async () => {
    const { partneraanvragen: before } = (await call(api, "GET", "/v1/partneraanvragen")).body as {
      partneraanvragen: { id: string; initiatiefId: string; partnerId: string }[];
    };
    const [first] = before;
    const again = await post(
      api,
      "/v1/partneraanvragen",
      order(first?.initiatiefId ?? "", { partnerId: first?.partnerId, locatie: "Ergens anders" }),
    );
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first);
    expect((await call(api, "GET", "/v1/partneraanvragen")).body).toEqual({ partneraanvragen: before });
  });

  it("409: a decision after the request went out", async () => {
    expect((await review("v-1", { besluit: "later" })).body).toMatchObject({ status: 409, code: "already-requested" });
  });

  it("400: all mistakes of an order at once", async () => {
    const answer = await post(api, "/v1/partneraanvragen", {
      initiatiefId: "x",
      data: [{ dag: "morgen", van: "21:00", tot: "7 uur" }],
      locatie: "twee\nregels",
      contact: { naam: "", functie: "a", team: "b", telefoon: "c", email: "geen adres" },
      aantalCasussen: 12,
    });
    expect(answer.status).toBe(400);
    for (const pointer of ["/data/0/dag", "/data/0/tot", "/locatie", "/contact/naam", "/contact/email"]) {
      expect(pointers(answer.body)).toContain(pointer);
    }
  });

  it("400 and 404: a partner that was not proposed, an initiative that is not there", async () => {
    const { initiatieven } = (await call(api, "GET", "/v1/initiatieven")).body as {
      initiatieven: { id: string; voorstelId: string }[];
    };
    const withCare = initiatieven.find(({ voorstelId }) => voorstelId === "v-zorg")?.id ?? "";
    expect((await post(api, "/v1/partneraanvragen", order(withCare))).body).toMatchObject({
      status: 400,
      code: "care-not-confirmed",
    });
    const other = await post(
      api,
      "/v1/partneraanvragen",
      order(withCare, { akkoordTeam: true, partnerId: "veilig-thuis" }),
    );
    expect(other.body).toMatchObject({ status: 400, code: "partner-not-proposed" });
    expect((await post(api, "/v1/partneraanvragen", order("weg"))).status).toBe(404);
    expect((await post(api, "/v1/initiatieven", { voorstelId: "weg" })).status).toBe(404);
  });
});
