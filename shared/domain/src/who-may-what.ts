import type { AccessPolicy, Actor, Role, TokenScope } from "./actor.js";
import { ProductError } from "./errors.js";
import type { ProfessionalId, TeamCode } from "./ids.js";

interface Allowed {
  readonly roles: readonly Role[];
  readonly scopes?: readonly TokenScope[];
  readonly byPartnerLink?: true;
}

const WORKERS: readonly Role[] = ["team-lead", "case-worker", "community-worker"];
const STAFF: readonly Role[] = [...WORKERS, "administrator", "data-protection-officer"];

/**
 * Who may what: one line an action, and who is not in the line may not. Every route of the API and every page names its action.
 * The role `partner` stands in no line: a partner sees nothing but its link.
 */
const WHO_MAY = {
  "own-account": { roles: [...STAFF, "partner"] },
  "figures:read": { roles: STAFF, scopes: ["reports:read"] },
  "reports:read": { roles: STAFF, scopes: ["reports:read"] },
  "reports:release": { roles: ["team-lead", "administrator"] },
  "themes:correct": { roles: ["team-lead"] },
  "proposals:read": { roles: [...WORKERS, "data-protection-officer"] },
  "proposals:decide": { roles: ["team-lead", "community-worker"] },
  /** How many of one's own cases fit an offer: with the own notes as subject, and told to nobody else. */
  "own-cases:count": { roles: ["team-lead", "case-worker"] },
  "partners:ask": { roles: ["team-lead", "community-worker"] },
  /** The municipality's list of partners. Who asks partners knows whom to ask, so it is not for administrators alone. */
  "partners:manage": { roles: ["team-lead", "community-worker", "administrator"] },
  "partner-request:answer": { roles: [], byPartnerLink: true },
  "notes:import": { roles: ["team-lead", "administrator"], scopes: ["notes:write"] },
  /** What stands in one note, and what was taken out of it: with the note as subject, so that no list of cases can be asked for. */
  "note:read": { roles: ["team-lead", "case-worker"], scopes: ["notes:write"] },
  "note:correct": { roles: ["team-lead", "case-worker"] },
  /** Releasing a note that is held back, or taking it back: who may is whose note it is. */
  "note:release": { roles: ["team-lead", "case-worker"] },
  /** What already exists in the municipality, for everybody who proposes something new. */
  "activities:manage": { roles: ["team-lead", "community-worker", "administrator"] },
  "access:manage": { roles: ["administrator"] },
  /** Teams, wijken, own words and themes, stricter limits. */
  "settings:manage": { roles: ["administrator"] },
  /** How the installation itself does, and having work tried again: work and machines, nothing of what notes are about. */
  "operation:manage": { roles: ["administrator"] },
  "audit:read": { roles: ["administrator", "data-protection-officer"] },
  "privacy:manage": { roles: ["administrator", "data-protection-officer"] },
} as const satisfies Readonly<Record<string, Allowed>>;

export type Action = keyof typeof WHO_MAY;
export const ACTIONS = Object.keys(WHO_MAY) as readonly Action[];

/** What an action is about, where that decides: the figures of one team, or one note. */
export type AccessSubject =
  | { readonly kind: "team"; readonly teamCode: TeamCode }
  /** Without team and worker it is nobody's, and no person sees it. */
  | { readonly kind: "note"; readonly teamCode?: TeamCode; readonly professionalId?: ProfessionalId };

export interface AccessQuestion {
  readonly policy: AccessPolicy;
  readonly subject?: AccessSubject;
}

/** The Dutch sentence that says why not; undefined when this actor may. */
export function whyNotMay(actor: Actor, action: Action, { policy, subject }: AccessQuestion): string | undefined {
  const allowed: Allowed = WHO_MAY[action];
  switch (actor.kind) {
    case "system":
      return undefined;
    case "partner-link":
      return allowed.byPartnerLink === true ? undefined : "Met deze link kun je alleen de aanvraag beantwoorden.";
    case "token":
      return actor.scopes.some((scope) => allowed.scopes?.includes(scope))
        ? undefined
        : "Deze toegangssleutel mag dit niet. Vraag de beheerder om een andere sleutel.";
    case "account":
      if (!actor.roles.some((role) => allowed.roles.includes(role))) return whyNotInRole(allowed.roles);
      return subject === undefined ? undefined : whyNotAbout(actor, policy, subject);
  }
}

export function may(actor: Actor, action: Action, question: AccessQuestion): boolean {
  return whyNotMay(actor, action, question) === undefined;
}

/** Throws `access-denied` with the sentence that says why not. */
export function requireMay(actor: Actor, action: Action, question: AccessQuestion): void {
  const whyNot = whyNotMay(actor, action, question);
  if (whyNot !== undefined) throw new ProductError("access-denied", whyNot, { detail: action });
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  "team-lead": "teamleider",
  "case-worker": "wijkteammedewerker",
  "community-worker": "opbouwwerker",
  partner: "partner",
  administrator: "beheerder",
  "data-protection-officer": "functionaris gegevensbescherming",
};

/** What a role is called in Dutch. */
export function roleName(role: Role): string {
  return ROLE_NAMES[role];
}

function whyNotInRole(roles: readonly Role[]): string {
  if (roles.length === 0) return "Dit kan alleen met een link die wij aan een partner sturen.";
  const names = roles.map(roleName);
  const last = names.pop() ?? "";
  return `Dit kan alleen een ${names.length === 0 ? last : `${names.join(", ")} of ${last}`}.`;
}

type Account = Extract<Actor, { kind: "account" }>;

/**
 * Rule: how far somebody sees into teams and notes follows the policy of the municipality. Rationale: municipalities choose
 * between own cases, own team and team figures only, and a figure of another team is nobody's need under the first two. The
 * data protection officer sees the figures of all teams, since that is what there is to watch over, and no note.
 */
function whyNotAbout(account: Account, policy: AccessPolicy, subject: AccessSubject): string | undefined {
  const isOwnTeam = subject.teamCode !== undefined && account.teamCodes.includes(subject.teamCode);
  if (subject.kind === "team") {
    if (isOwnTeam || policy === "team-figures" || account.roles.includes("data-protection-officer")) return undefined;
    return "Je ziet alleen de cijfers van je eigen team, een wijk of de hele gemeente.";
  }
  if (policy === "team-figures") return "In deze gemeente zie je alleen cijfers en geen notities.";
  const isOwn = subject.professionalId !== undefined && subject.professionalId === account.professionalId;
  if (isOwn || (policy === "own-team" && isOwnTeam)) return undefined;
  return policy === "own-team" ? "Deze notitie is van een ander team." : "Deze notitie is van een collega.";
}
