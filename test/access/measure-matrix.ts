import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@rode-draad/access";
import { ALL_ROUTES as API_ROUTES } from "@rode-draad/api";
import { ROLES, TOKEN_SCOPES } from "@rode-draad/domain";
import { inMunicipality, type Product, serveProduct } from "@rode-draad/pipeline";
import {
  addApiToken,
  disableAccount,
  ensureMunicipality,
  listAccounts,
  revokeApiToken,
  saveProposals,
  saveReports,
} from "@rode-draad/store";
import { ALL_ROUTES as WEB_ROUTES } from "@rode-draad/web";
import { proposal, report } from "../api/sample-content.js";
import { EXPECTED_ACCESS } from "./expected-access.js";
import { openTestProduct } from "./open-test-product.js";
import { signedIn } from "./signed-in.js";

interface MatrixRoute {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly type: string;
}

/** Every route of the product, from its own lists, and those that stand beside them. */
export const MATRIX_ROUTES: readonly MatrixRoute[] = [
  ...API_ROUTES.map(({ method, path }) => ({ method, path, type: "application/json" })),
  ...WEB_ROUTES.map(({ method, path }) => ({ method, path, type: "application/x-www-form-urlencoded" })),
  ...["get", "post"].map((method) => ({
    method,
    path: "/aanvraag/:token",
    type: "application/x-www-form-urlencoded",
  })),
  { method: "get", path: "/aanvraag/:token/agenda.ics", type: "" },
  ...["/v1/openapi.json", "/gezondheid/live", "/gezondheid/klaar"].map((path) => ({ method: "get", path, type: "" })),
]
  .map((route) => ({ ...route, method: route.method.toUpperCase() }))
  .map((route) => ({ ...route, key: `${route.method} ${route.path}` }))
  // Signing out ends the session that the other cells need.
  .sort((one, other) => Number(one.path === "/afmelden") - Number(other.path === "/afmelden"));

/** What stands for each parameter: things that exist, so that only access can refuse. */
const PARAMETERS: Readonly<Record<string, string>> = {
  themaId: "huurtoeslag",
  bronId: "n-1",
  vraagId: "q-1.0",
  correctieId: "c-0001",
  voorstelId: "v-1",
  maand: "2026-10",
  secret: "no-such-secret",
};

function addressOf({ path }: MatrixRoute): string {
  const id = path.startsWith("/themas") ? "huurtoeslag" : path.startsWith("/voorstellen") ? "v-1" : "c-0001";
  return path
    .replace(/\{(\w+)\}/g, (_whole, name: string) => PARAMETERS[name] ?? "x")
    .replace(/:(\w+)/g, (_whole, name: string) => (name === "id" ? id : (PARAMETERS[name] ?? "x")));
}

interface MatrixActor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Somebody of each role and with each kind of key, and those who have lost what they had. */
async function makeActors({ store: { db }, municipalityId, clock }: Product): Promise<MatrixActor[]> {
  const now = clock();
  const actors: MatrixActor[] = [{ name: "nobody", headers: {} }];
  for (const role of ROLES) {
    actors.push({ name: role, headers: await signedIn(db, municipalityId, now, { name: role, roles: [role] }) });
  }
  actors.push({ name: "no role", headers: await signedIn(db, municipalityId, now, { name: "no role", roles: [] }) });
  actors.push({ name: "closed", headers: await signedIn(db, municipalityId, now, { name: "closed" }) });
  const closed = (await listAccounts(db, municipalityId)).find(({ name }) => name === "closed");
  await disableAccount(db, municipalityId, closed?.login ?? "", now);
  for (const scopes of [...TOKEN_SCOPES.map((scope) => [scope]), []]) {
    const id = randomUUID();
    const secret = newSecret();
    await addApiToken(db, municipalityId, { id, name: id, scopes, secretHash: hashSecret(secret) }, now);
    actors.push({ name: `key ${scopes.join()}`, headers: { authorization: `Bearer ${secret}` } });
    if (scopes.length > 0) continue;
    const gone = newSecret();
    const revoked = { id: randomUUID(), name: "revoked", scopes: TOKEN_SCOPES, secretHash: hashSecret(gone) };
    await addApiToken(db, municipalityId, revoked, now);
    await revokeApiToken(db, municipalityId, revoked.id, now);
    actors.push({ name: "revoked key", headers: { authorization: `Bearer ${gone}` } });
  }
  return actors;
}

export interface Matrix {
  readonly cells: number;
  /** Routes that no row of the expectations names, or rows without a route. */
  readonly unmatched: readonly string[];
  /** `who → route: status`: let in where nobody should be. */
  readonly unexpected: readonly string[];
  /** Kept out where somebody should be let in. */
  readonly refused: readonly string[];
}

/** Asks for every route as everybody, at their own municipality and at another one on the same database. */
export async function measureMatrix(): Promise<Matrix> {
  const product = await openTestProduct();
  const { configuration } = product;
  const other = {
    ...inMunicipality(product, "anderstad"),
    configuration: { ...configuration, municipalityId: "anderstad", municipalityName: "Anderstad" },
  };
  const servings = [];
  try {
    const actors: MatrixActor[] = [];
    for (const town of [product, other]) {
      const { db } = town.store;
      await ensureMunicipality(db, { id: town.municipalityId, name: town.configuration.municipalityName });
      await saveReports(db, town.municipalityId, { month: "2026-10", content: report(), madeAt: town.clock() });
      await saveProposals(db, town.municipalityId, [proposal("v-1")], town.clock());
      servings.push(await serveProduct(town, { callsMax: 1_000_000 }));
    }
    actors.push(...(await makeActors(product)));
    const [home, elsewhere] = servings;
    const outcome = { cells: 0, unexpected: [] as string[], refused: [] as string[] };
    const places = [
      ["elsewhere", elsewhere?.address ?? ""],
      ["home", home?.address ?? ""],
    ] as const;
    for (const route of MATRIX_ROUTES) {
      const judge = async (actor: MatrixActor, [place, address]: (typeof places)[number]): Promise<void> => {
        const isIn = await isLetIn(address, route, actor);
        const isExpected = mayReach(route, actor, place);
        outcome.cells += 1;
        const cell = `${actor.name} at ${place} → ${route.key}`;
        if (isIn && !isExpected) outcome.unexpected.push(cell);
        if (!isIn && isExpected) outcome.refused.push(cell);
      };
      await Promise.all(actors.flatMap((actor) => places.map((place) => judge(actor, place))));
    }
    const keys = new Set(MATRIX_ROUTES.map(({ key }) => key));
    const unmatched = [
      ...MATRIX_ROUTES.filter(({ key }) => EXPECTED_ACCESS[key] === undefined).map(({ key }) => key),
      ...Object.keys(EXPECTED_ACCESS).filter((key) => !keys.has(key)),
    ];
    return { ...outcome, unmatched };
  } finally {
    for (const serving of servings) await serving.close();
    await product.close();
  }
}

function mayReach({ key }: MatrixRoute, { name }: MatrixActor, place: "home" | "elsewhere"): boolean {
  const who = EXPECTED_ACCESS[key] ?? [];
  return who === "everybody" || (place === "home" && who.includes(name));
}

/** Kept out is: not known, not allowed, or led to the page for signing in. Whatever else is answered, the route was reached. */
async function isLetIn(address: string, route: MatrixRoute, actor: MatrixActor): Promise<boolean> {
  const ask = (): Promise<Response> =>
    fetch(`${address}${addressOf(route)}`, {
      method: route.method,
      redirect: "manual",
      headers: {
        ...actor.headers,
        "sec-fetch-site": "same-origin",
        ...(route.method === "POST" && { "content-type": route.type }),
      },
      ...(route.method === "POST" && { body: route.type === "application/json" ? "{}" : "" }),
    });
  // A connection that waited too long is closed by the server just when the next request sets out; that is no answer.
  const response = await ask().catch(ask);
  await response.arrayBuffer();
  const isLedAway = (response.headers.get("location") ?? "").startsWith("/aanmelden?naar=");
  // A wrong password is an answer of the page for signing in, and that page is for everybody.
  const isSignIn = route.path.startsWith("/aanmelden");
  return !isLedAway && (isSignIn || ![401, 403].includes(response.status));
}
