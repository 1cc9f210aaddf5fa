import {
  ACCESS_POLICIES,
  type AccessPolicy,
  ProductError,
  ROLES,
  type Role,
  SECOND_FACTOR_POLICIES,
  type SecondFactorPolicy,
} from "@rode-draad/domain";
import { z } from "zod";
import { MAKE_A_SECRET, whyWeakSecret } from "./why-weak-secret.js";

/** Shorter keys can be found by trying; 32 characters of random text hold more than 128 bits. */
const KEY_CHARACTERS_MIN = 32;
/** What a machine on the network can try a million times a second must not be guessable in a lifetime. */
const API_TOKEN_CHARACTERS_MIN = 16;
/** Becomes part of every key in the store and of file names; 63 is PostgreSQL's own limit for a name. */
const MUNICIPALITY_CHARACTERS_MAX = 63;
/** 0 asks the system for a free port, which tests use; 65535 is the last port that exists. */
const PORT_MAX = 65_535;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

function address(schemes: readonly string[], example: string) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), `is geen adres als ${example}`)
    .optional();
}

function portNumber() {
  return z
    .string()
    .regex(/^\d{1,5}$/, "is geen poortnummer")
    .transform(Number)
    .refine((port) => port <= PORT_MAX, `mag hoogstens ${PORT_MAX} zijn`);
}

/** As long as the text of notes itself is kept at most. */
const WATCH_KEEP_DAYS_MAX = 30;

/** What AES-256 wants; `openssl rand -base64 32` gives it. */
const TEXT_KEY_BYTES = 32;

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

function textKey() {
  return z
    .string()
    .refine(
      (value) => BASE64.test(value) && Buffer.from(value, "base64").length === TEXT_KEY_BYTES,
      `is geen sleutel van ${TEXT_KEY_BYTES} bytes in base64`,
    )
    .optional();
}

/** Variables that hold a secret, with the fewest characters of each. */
const SECRETS = {
  HASH_KEY: KEY_CHARACTERS_MIN,
  HASH_KEY_PREVIOUS: KEY_CHARACTERS_MIN,
  AUDIT_KEY: KEY_CHARACTERS_MIN,
  TEXT_KEY: TEXT_KEY_BYTES,
  TEXT_KEY_PREVIOUS: TEXT_KEY_BYTES,
  API_TOKEN: API_TOKEN_CHARACTERS_MIN,
  OIDC_CLIENT_SECRET: API_TOKEN_CHARACTERS_MIN,
} as const;

/** Over https, or on this very machine for trying. */
function isProviderAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK_NAME.test(hostname));
}

/** One entry per environment variable; an empty variable counts as absent. */
const environmentSchema = z.object({
  DATABASE_URL: address(["postgres:", "postgresql:"], "postgres://gebruiker@server:5432/database"),
  REDIS_URL: address(["redis:", "rediss:"], "redis://server:6379"),
  SMTP_URL: address(["smtp:", "smtps:"], "smtp://server:587"),
  MAIL_FROM: z.email("is geen mailadres").optional(),
  MUNICIPALITY: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "mag alleen kleine letters, cijfers en streepjes hebben, en begint met een letter")
    .max(MUNICIPALITY_CHARACTERS_MAX, `mag hoogstens ${MUNICIPALITY_CHARACTERS_MAX} tekens lang zijn`)
    .default("voorbeeldstad"),
  MUNICIPALITY_NAME: z.string().optional(),
  HASH_KEY: z.string().optional(),
  HASH_KEY_PREVIOUS: z.string().optional(),
  AUDIT_KEY: z.string().optional(),
  AUDIT_ANCHOR: z.string().optional(),
  TEXT_KEY: textKey(),
  TEXT_KEY_PREVIOUS: textKey(),
  RODEDRAAD_DIR: z.string().default(".rodedraad"),
  HOST: z.string().default("127.0.0.1"),
  PORT: portNumber().default(3000),
  PUBLIC_URL: address(["https:"], "https://rodedraad.gemeente.example"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `moet een van deze zijn: ${LOG_LEVELS.join(", ")}`).default("info"),
  ACCESS_POLICY: z
    .enum(ACCESS_POLICIES, `moet een van deze zijn: ${ACCESS_POLICIES.join(", ")}`)
    // The narrowest one that still lets people see their own work.
    .default("own-cases"),
  SECOND_FACTOR: z
    .enum(SECOND_FACTOR_POLICIES, `moet een van deze zijn: ${SECOND_FACTOR_POLICIES.join(", ")}`)
    .default("wide-reach"),
  OIDC_ISSUER: z.string().refine(isProviderAddress, "is geen adres als https://inloggen.gemeente.example").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("het inloggen van je gemeente"),
  OIDC_ROLE_CLAIM: z.string().default("roles"),
  OIDC_ROLES: z
    .string()
    .transform((text) => Object.fromEntries(text.split(",").map((pair) => pair.split("=").map((part) => part.trim()))))
    .pipe(z.record(z.string().min(1), z.enum(ROLES, `heeft groep=rol met komma's; een rol is ${ROLES.join(", ")}`)))
    .optional(),
  OIDC_TEAM_CLAIM: z.string().default("teams"),
  OIDC_WORKER_CLAIM: z.string().optional(),
  API_TOKEN: z.string().optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  METRICS_PORT: portNumber().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address(["http:", "https:"], "http://verzamelaar:4318"),
  QUEUE_BOARD: z.enum(["on", "off"], "moet on of off zijn").default("off"),
  WATCH_DIR: z.string().optional(),
  WATCH_KEEP_DAYS: z.coerce.number("is geen aantal dagen").int().min(0).max(WATCH_KEEP_DAYS_MAX).default(0),
});

/** How the municipality's own sign-in is reached, and what its groups mean here. */
export interface SignInProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
  /** Name of the claim that holds groups, and which of our roles each stands for. */
  readonly roleClaim: string;
  readonly roles: Readonly<Record<string, Role>>;
  readonly teamClaim: string;
  /** Name of the claim with the reference that a worker has in the source system. */
  readonly workerClaim?: string;
}

/** The settings of one process. Addresses that are absent choose the embedded default of their part. */
export interface Configuration {
  /** Postgres server; absent: PGlite in `directory`. */
  readonly databaseUrl?: string;
  /** Redis server for the queue; absent: the queue lives in the database. */
  readonly redisUrl?: string;
  /** Mail server; absent: mails are written as files in `directory`. */
  readonly smtpUrl?: string;
  readonly municipalityId: string;
  readonly municipalityName: string;
  /** Key of all hashes of source ids; absent: made once and kept in `directory`, see `loadHashKey`. */
  readonly hashKey?: string;
  /** The key before this one: what was stored under it is recognised, and stored anew under `hashKey`. */
  readonly previousHashKey?: string;
  /** Key that seals the audit log; absent: made once and kept in `directory`, see `loadAuditKey`. */
  readonly auditKey?: string;
  /** File to which the seals of the audit log are added; absent: one in `directory`. */
  readonly auditAnchor?: string;
  /** Keys (base64) that encrypt the text of notes at rest, the present one first; none: stored as it is. */
  readonly textKeys: readonly string[];
  readonly directory: string;
  readonly host: string;
  readonly port: number;
  /** Who mails to colleagues come from; a letter to a partner comes from who wrote it. */
  readonly mailFrom: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How far workers see, as this municipality chose. */
  readonly accessPolicy: AccessPolicy;
  /** Who must sign in with a second factor. Team lead, administrator and data protection officer always do. */
  readonly secondFactor: SecondFactorPolicy;
  /** The https address by which browsers reach the product, through a proxy, without a slash at the end; absent: this machine only. */
  readonly publicUrl?: string;
  /** The municipality's own sign-in; absent: local accounts only. */
  readonly signInProvider?: SignInProvider;
  /** A key with all scopes for trying the API on one's own machine; elsewhere keys are made with `rodedraad token add`. */
  readonly apiToken?: string;
  /** Where this process answers Prometheus at `/metrics`; absent: nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number };
  /** Collector of OpenTelemetry over HTTP, for traces and metrics; absent: none is sent. */
  readonly otlpUrl?: string;
  /** Whether administrators can look into the queue itself. */
  readonly queueBoard: boolean;
  /** A folder whose files are read in; absent: none is watched. Files that were read in are kept for so many days. */
  readonly watched?: { readonly directory: string; readonly keepDays: number };
}

type Environment = Readonly<Record<string, string | undefined>>;

interface ReadOptions {
  /** For invented notes only: takes secrets that anybody can guess. */
  readonly weakSecrets?: boolean;
}

/** Reads the settings. Throws one ProductError that names every wrong variable at once; never shows a value, it may be a secret. */
export function readConfiguration(environment: Environment = process.env, options: ReadOptions = {}): Configuration {
  const { configuration, problems } = readSettings(environment, options);
  if (problems.length > 0) throw settingsWrong(problems);
  return configuration;
}

/** The settings as far as they are right, and what is wrong with the others: for who looks on. */
export function readSettings(
  environment: Environment,
  options: ReadOptions = {},
): { readonly configuration: Configuration; readonly problems: readonly SettingProblem[] } {
  const present = Object.fromEntries(
    Object.keys(environmentSchema.shape)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = environmentSchema.safeParse(present);
  const problems = [
    ...(result.error?.issues.map(({ path, message }) => ({ name: path.join("."), message })) ?? []),
    ...(options.weakSecrets === true ? [] : weakSecrets(present)),
    ...(["HASH_KEY", "TEXT_KEY"] as const)
      .filter((name) => present[`${name}_PREVIOUS`] !== undefined && present[name] === undefined)
      .map((name) => ({ name, message: `ontbreekt, terwijl ${name}_PREVIOUS er wel is` })),
    ...halfSignIn(present),
  ];
  const wrong = new Set(problems.map(({ name }) => name));
  const right = Object.fromEntries(Object.entries(present).filter(([name]) => !wrong.has(name)));
  return { configuration: toConfiguration(environmentSchema.parse(right)), problems };
}

function toConfiguration(read: z.output<typeof environmentSchema>): Configuration {
  return {
    ...(read.DATABASE_URL !== undefined && { databaseUrl: read.DATABASE_URL }),
    ...(read.REDIS_URL !== undefined && { redisUrl: read.REDIS_URL }),
    ...(read.SMTP_URL !== undefined && { smtpUrl: read.SMTP_URL }),
    ...(read.PUBLIC_URL !== undefined && { publicUrl: new URL(read.PUBLIC_URL).origin }),
    ...(read.HASH_KEY !== undefined && { hashKey: read.HASH_KEY }),
    ...(read.HASH_KEY_PREVIOUS !== undefined && { previousHashKey: read.HASH_KEY_PREVIOUS }),
    ...(read.AUDIT_KEY !== undefined && { auditKey: read.AUDIT_KEY }),
    ...(read.AUDIT_ANCHOR !== undefined && { auditAnchor: read.AUDIT_ANCHOR }),
    textKeys: [read.TEXT_KEY, read.TEXT_KEY_PREVIOUS].filter((key) => key !== undefined),
    ...readSignInProvider(read),
    ...(read.API_TOKEN !== undefined && { apiToken: read.API_TOKEN }),
    mailFrom:
      read.MAIL_FROM ?? `rodedraad@${read.PUBLIC_URL === undefined ? "localhost" : new URL(read.PUBLIC_URL).hostname}`,
    ...(read.METRICS_PORT !== undefined && { metrics: { host: read.METRICS_HOST, port: read.METRICS_PORT } }),
    ...(read.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined && {
      otlpUrl: read.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, ""),
    }),
    queueBoard: read.QUEUE_BOARD === "on",
    ...(read.WATCH_DIR !== undefined && { watched: { directory: read.WATCH_DIR, keepDays: read.WATCH_KEEP_DAYS } }),
    municipalityId: read.MUNICIPALITY,
    municipalityName: read.MUNICIPALITY_NAME ?? read.MUNICIPALITY.charAt(0).toUpperCase() + read.MUNICIPALITY.slice(1),
    directory: read.RODEDRAAD_DIR,
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    accessPolicy: read.ACCESS_POLICY,
    secondFactor: read.SECOND_FACTOR,
  };
}

/** What is wrong with a variable, as the rest of a sentence after its name. */
export interface SettingProblem {
  readonly name: string;
  readonly message: string;
}

/**
 * Rule: outside the demo the product does not start on a secret that can be guessed. Whoever has it sends notes
 * in our name, or finds out by trying which case a hash stands for.
 */
function weakSecrets(present: Readonly<Record<string, string | undefined>>): SettingProblem[] {
  return Object.entries(SECRETS).flatMap(([name, charactersMin]) => {
    const value = present[name];
    const message = value === undefined ? undefined : whyWeakSecret(value, charactersMin);
    return message === undefined ? [] : [{ name, message }];
  });
}

function settingsWrong(problems: readonly SettingProblem[]): ProductError {
  const sentences = problems.map(({ name, message }) => `${name} ${message}`);
  const remedy = problems.some(isAboutSecret) ? ` ${MAKE_A_SECRET}` : "";
  return new ProductError("configuration-invalid", `De instellingen kloppen niet: ${sentences.join("; ")}.${remedy}`);
}

function isAboutSecret({ name }: SettingProblem): boolean {
  return name in SECRETS;
}

/** What to do about a variable that is wrong. */
export function settingRemedy(problem: SettingProblem): string {
  return isAboutSecret(problem) ? MAKE_A_SECRET : `Zet ${problem.name} goed in de instellingen.`;
}

/** The address under which other people's browsers find the pages; it stands in letters. */
export function publicAddress({ publicUrl, host, port }: Pick<Configuration, "publicUrl" | "host" | "port">): string {
  return publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

const SIGN_IN_NEEDS = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLES"] as const;

/** All of the four that have no default, or none: half a sign-in would be a page that never lets anybody in. */
function halfSignIn(present: Environment): SettingProblem[] {
  const missing = SIGN_IN_NEEDS.filter((name) => present[name] === undefined);
  if (missing.length === SIGN_IN_NEEDS.length) return [];
  return missing.map((name) => ({ name, message: "ontbreekt nog voor het aanmelden van buiten" }));
}

function readSignInProvider(read: z.output<typeof environmentSchema>): Pick<Configuration, "signInProvider"> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: roles } = read;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || roles === undefined) return {};
  return {
    signInProvider: {
      issuer,
      clientId,
      clientSecret,
      roles,
      name: read.OIDC_NAME,
      roleClaim: read.OIDC_ROLE_CLAIM,
      teamClaim: read.OIDC_TEAM_CLAIM,
      ...(read.OIDC_WORKER_CLAIM !== undefined && { workerClaim: read.OIDC_WORKER_CLAIM }),
    },
  };
}

/** The names and addresses by which a machine speaks to itself. */
export const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

/**
 * Rule: other machines reach the product over https only, and the one key that stands in the settings opens nothing for them.
 * Rationale: passwords and sessions would cross the network for anyone to read; a key in the settings is nobody's, is never
 * revoked and leaves with every copy of the settings. Checked when serving starts, so that an import or a report does not need it.
 */
export function requireSafeHost(configuration: Pick<Configuration, "host" | "publicUrl" | "apiToken">): void {
  const { host, publicUrl, apiToken } = configuration;
  if (!LOOPBACK_NAME.test(host) && publicUrl === undefined) {
    throw new ProductError(
      "host-without-https",
      `Op adres ${host} kan iedereen in het netwerk meelezen. Zet er een proxy met https voor en zet PUBLIC_URL. Of laat HOST weg: dan kan alleen deze computer erbij.`,
    );
  }
  if (apiToken !== undefined && (publicUrl !== undefined || !LOOPBACK_NAME.test(host))) {
    throw new ProductError(
      "token-for-one-machine",
      "API_TOKEN is alleen om op je eigen computer te proberen. Haal hem weg en maak een sleutel met rodedraad token add.",
    );
  }
}
