import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashSecret, newSecret } from "@rode-draad/access";
import { TOKEN_SCOPES } from "@rode-draad/domain";
import { buildVoorbeeldstad, type FixtureNote } from "@rode-draad/fixtures";
import { openProduct, setPartnerWebhook } from "@rode-draad/pipeline";
import { startRedis } from "@rode-draad/queue/testing";
import { keyedHash, readConfiguration } from "@rode-draad/runtime";
import { addAccount, addApiToken, ensureTeams, saveProposals, saveReports, upsertAreas } from "@rode-draad/store";
import { openScratchStore } from "@rode-draad/store/testing";
import { startSmtpServer } from "../../../workers/7-delivery/test/start-smtp-server.js";
import { signedIn } from "../../access/signed-in.js";
import { proposal, report } from "../../api/sample-content.js";
import type { Canaries } from "./canaries.js";
import type { CommandPlace } from "./run-command.js";

const HASH_KEY = "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2";
/** A partner that gets messages, and one that gets letters. */
const WEBHOOK_PARTNER = "bibliotheek-ido";
export const LETTER_PARTNER = "woningcorporatie";
/** Rows of the invented municipality from which its months, teams and wijken are taken. */
const ALL_NOTES = 1_500;

export type LeakEngine = "embedded" | "server";

/** A municipality before anybody filled in a thing, with who will do it. */
export interface LeakTown {
  readonly place: CommandPlace;
  readonly dataFolder: string;
  readonly temporaryFolder: string;
  readonly notes: readonly FixtureNote[];
  readonly team: string;
  readonly area: string;
  /** What a browser sends along in which somebody with every role is signed in. */
  readonly person: Readonly<Record<string, string>>;
  /** Somebody else, who may see less. */
  readonly colleague: Readonly<Record<string, string>>;
  readonly apiKey: string;
  /** Of a link to choose a password. */
  readonly invitation: string;
  readonly login: string;
  readonly webhookPartner: string;
  readonly mails: readonly { readonly raw: string }[];
  readonly refusedAddress: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  close(): Promise<void>;
}

export async function openLeakTown(engine: LeakEngine, notes: number, canaries: Canaries): Promise<LeakTown> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-leaks-"));
  const [dataFolder, temporaryFolder] = [join(folder, "data"), join(folder, "tmp")];
  await mkdir(temporaryFolder);
  const scratch = engine === "server" ? await openScratchStore("postgres") : undefined;
  const redis = engine === "server" ? await startRedis() : undefined;
  const refusedAddress = `${canaries.word("request: an address that the mail server refuses", "API")}@partner.example`;
  const smtp = await startSmtpServer((address) => (address === refusedAddress ? 550 : undefined));
  const environment = {
    RODEDRAAD_DIR: dataFolder,
    HASH_KEY,
    SMTP_URL: smtp.url,
    ACCESS_POLICY: "own-team",
    // Everything that the product would ever log.
    LOG_LEVEL: "trace",
    TMPDIR: temporaryFolder,
    HOME: folder,
    ...(scratch?.options.databaseUrl !== undefined && { DATABASE_URL: scratch.options.databaseUrl }),
    ...(redis !== undefined && { REDIS_URL: redis.url }),
  };
  const town = buildVoorbeeldstad({ notes: ALL_NOTES });
  const people = await setUp(environment, canaries, town);
  return {
    ...people,
    place: { folder, environment },
    dataFolder,
    temporaryFolder,
    notes: town.notes.slice(-notes),
    team: town.teams[0]?.code ?? "",
    area: town.areas[0]?.code ?? "",
    webhookPartner: WEBHOOK_PARTNER,
    mails: smtp.received,
    refusedAddress,
    databaseUrl: scratch?.options.databaseUrl,
    redisUrl: redis?.url,
    async close() {
      await smtp.stop();
      await redis?.stop();
      await scratch?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Accounts, a key and the address of a partner, as the commands make them; each secret is searched for afterwards. */
async function setUp(
  environment: Readonly<Record<string, string>>,
  canaries: Canaries,
  town: ReturnType<typeof buildVoorbeeldstad>,
): Promise<Pick<LeakTown, "person" | "colleague" | "apiKey" | "invitation" | "login">> {
  const product = await openProduct(readConfiguration({ ...environment, LOG_LEVEL: "silent" }));
  const { store, municipalityId } = product;
  const { db } = store;
  const now = new Date();
  try {
    await upsertAreas(db, municipalityId, town.areas);
    await ensureTeams(db, municipalityId, town.teams);
    const teamCodes = town.teams.map(({ code }) => code);
    const person = await signedIn(db, municipalityId, now, {
      name: `Sam ${canaries.word("account: name of a person", "session")}`,
      roles: ["team-lead", "case-worker", "community-worker", "administrator", "data-protection-officer"],
      teamCodes,
      professionalId: keyedHash(HASH_KEY, "professional", canaries.word("note: medewerkerRef", "API")),
    });
    const colleague = await signedIn(db, municipalityId, now, {
      name: "Kim",
      roles: ["team-lead", "case-worker", "community-worker", "administrator"],
      teamCodes,
    });
    for (const { cookie } of [person, colleague])
      canaries.secret("session: its secret", cookie, cookie.split("=")[1] ?? "");

    const [apiKey, invitation] = [newSecret(), newSecret()];
    const key = { id: "bronsysteem", name: "bronsysteem", scopes: TOKEN_SCOPES, secretHash: hashSecret(apiKey) };
    await addApiToken(db, municipalityId, key, now);
    canaries.secret("key of a source system", "API", apiKey);
    canaries.secret("sign-in: the link to choose a password", "page", invitation);
    const login = canaries.word("account: login", "page");
    const account = { id: randomUUID(), login, name: "Noa", roles: ["case-worker"] as const, teamCodes };
    const until = new Date(now.getTime() + 3_600_000);
    await addAccount(
      db,
      municipalityId,
      { ...account, invitation: { secretHash: hashSecret(invitation), from: now, until } },
      now,
    );

    const secret = canaries.word("webhook: address, which may hold a key", "command");
    await setPartnerWebhook(db, product, WEBHOOK_PARTNER, `https://127.0.0.1:9/ontvang?sleutel=${secret}`);
    const partnerIds = [LETTER_PARTNER, WEBHOOK_PARTNER];
    const proposals = ["v-weiger", "v-weiger-web", "v-brief", "v-bericht", "v-fout", "v-web"].map((id) =>
      proposal(id, { partnerIds, areaCode: town.areas[0]?.code ?? "", teamCodes }),
    );
    await saveProposals(db, municipalityId, proposals, now);
    // The pages begin with the first report; the stages write theirs over it.
    await saveReports(db, municipalityId, { month: "2026-10", content: report(), madeAt: now });
    return { person, colleague, apiKey, invitation, login };
  } finally {
    await product.close();
  }
}
