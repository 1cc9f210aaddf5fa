import type { Canaries } from "./canaries.js";
import type { FieldName } from "./fields.js";
import type { LeakTown } from "./open-leak-town.js";
import type { Visit } from "./visit.js";

/** Everything beside the forms that a visitor sends along: passwords, keys, headers, addresses, and bodies that are none. */

type Visitor = (visit: Visit) => Promise<{ readonly text: string; readonly location: string }>;

export async function plantVisits(visit: Visitor, town: LeakTown, canaries: Canaries): Promise<void> {
  await plantSignIn(visit, town, canaries);
  await plantNoise(visit, town, canaries);
}

async function plantSignIn(visit: Visitor, { person, invitation, login }: LeakTown, canaries: Canaries): Promise<void> {
  const from = { "sec-fetch-site": person["sec-fetch-site"] ?? "" };
  const password = `${canaries.word("sign-in: the right password", "page")}-Rood-7`;
  const typed: FieldName[] = [
    "sign-in: the right password",
    "sign-in: a wrong password",
    "sign-in: a name that no account has",
    "sign-in: the link to choose a password",
    "account: login",
  ];
  const page = `/wachtwoord/${invitation}`;
  await visit({ path: page, typed, expect: 200 });
  const weak = new URLSearchParams({ wachtwoord: "welkom", nogmaals: "welkom" });
  await visit({ path: page, who: from, body: weak, typed, expect: 400 });
  const chosen = new URLSearchParams({ wachtwoord: password, nogmaals: password });
  await visit({ path: page, who: from, body: chosen, typed, expect: 303 });
  const signIn = (inlognaam: string, wachtwoord: string, expect: number) =>
    visit({ path: "/aanmelden", who: from, body: new URLSearchParams({ inlognaam, wachtwoord }), typed, expect });
  await signIn(canaries.word("sign-in: a name that no account has", "page"), "fout", 401);
  await signIn(login, canaries.word("sign-in: a wrong password", "page"), 401);
  await signIn(login, password, 303);
}

async function plantNoise(visit: Visitor, { person }: LeakTown, canaries: Canaries): Promise<void> {
  const headers = (way: string): Record<string, string> => {
    const other = canaries.word("header: of another name", way);
    return {
      "user-agent": `Mozilla/5.0 ${canaries.word("header: user agent", way)}`,
      referer: `https://elders.example/${other}`,
      "x-forwarded-for": other,
      "x-request-id": other,
      "accept-language": other,
      forwarded: `for=${other}`,
      traceparent: other,
    };
  };
  const query = (way: string): string => `zoek=${canaries.word("address: query", way)}`;
  const noId = (way: string): string => canaries.word("address: an id that is none", way);
  // The page of the report shows this person its own subscription.
  const typedBy = (path: string): FieldName[] =>
    path === "/maandrapport" ? ["address: query", "report: where the monthly mail goes"] : ["address: query"];
  const get = (path: string, expect: number, who = person) =>
    visit({
      path: `${path}?${query(path.split("zwiepel")[0] ?? "")}`,
      who,
      headers: headers("read"),
      typed: typedBy(path),
      expect,
    });
  await get("/v1/themas", 400);
  await get("/v1/openapi.json", 200);
  await get("/gezondheid/klaar", 200);
  for (const path of ["/", "/themas", "/voorstellen", "/maandrapport", "/account", "/over", "/aanmelden"])
    await get(path, 200);
  // Not signed in: led to the page for it, with the way back.
  await get("/themas", 303, {});
  for (const [path, expect] of [
    ["/v1/", 404],
    ["/v1/themas/", 404],
    ["/v1/casusnotitie/", 404],
    ["/v1/voorstellen/", 404],
    ["/", 404],
    ["/themas/", 404],
    ["/voorstellen/", 404],
    ["/invoer/", 404],
    ["/wijzigingen/", 404],
    ["/aanvraag/", 404],
    ["/wachtwoord/", 404],
  ] as const) {
    await visit({ path: `${path}${noId(path)}`, who: person, headers: headers("unknown id"), expect });
  }
  const noJson = `{"tekst": "${canaries.word("body: no JSON", "API")}`;
  for (const path of [
    "/v1/casusnotities",
    "/v1/bezwaren",
    "/v1/initiatieven",
    "/v1/partneraanvragen",
    "/v1/themas/huurtoeslag/correcties",
    "/v1/voorstellen/v-weiger/beoordelingen",
  ]) {
    await visit({ path, who: person, headers: headers("write"), body: noJson, typed: ["body: no JSON"], expect: 400 });
    await visit({
      path,
      who: person,
      headers: { "content-type": "text/plain" },
      body: noJson,
      typed: ["body: no JSON"],
      expect: 415,
    });
  }
  const key = { authorization: `Bearer ${canaries.word("header: a wrong key", "API")}` };
  await visit({ path: "/v1/themas", who: key, expect: 401 });
  const cookie = { cookie: `rodedraad=${canaries.word("header: a wrong cookie", "page")}; ander=${noId("cookie")}` };
  await visit({ path: "/v1/themas", who: cookie, expect: 401 });
  await visit({ path: "/themas", who: cookie, expect: 303 });
}
