function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import type { AccessPolicy, Actor, Role, TokenScope } from "./actor.js";
import { ProductError } from "./errors.js";
import type { ProfessionalId, TeamCode } from "./ids.js";
interface Allowed {
  readonly roles: readonly Role[];
  readonly scopes?: readonly TokenScope[];
  readonly byPartnerLink?: true;
}
const WORKERS: readonly Role[] = stryMutAct_9fa48("504") ? [] : (stryCov_9fa48("504"), [stryMutAct_9fa48("505") ? "" : (stryCov_9fa48("505"), "team-lead"), stryMutAct_9fa48("506") ? "" : (stryCov_9fa48("506"), "case-worker"), stryMutAct_9fa48("507") ? "" : (stryCov_9fa48("507"), "community-worker")]);
const STAFF: readonly Role[] = stryMutAct_9fa48("508") ? [] : (stryCov_9fa48("508"), [...WORKERS, stryMutAct_9fa48("509") ? "" : (stryCov_9fa48("509"), "administrator"), stryMutAct_9fa48("510") ? "" : (stryCov_9fa48("510"), "data-protection-officer")]);

/**
 * Who may what: one line an action, and who is not in the line may not. Every route of the API and every page names its action.
 * The role `partner` stands in no line: a partner sees nothing but its link.
 */
const WHO_MAY = {
  "own-account": {
    roles: [...STAFF, "partner"]
  },
  "figures:read": {
    roles: STAFF,
    scopes: ["reports:read"]
  },
  "reports:read": {
    roles: STAFF,
    scopes: ["reports:read"]
  },
  "reports:release": {
    roles: ["team-lead", "administrator"]
  },
  "themes:correct": {
    roles: ["team-lead"]
  },
  "proposals:read": {
    roles: [...WORKERS, "data-protection-officer"]
  },
  "proposals:decide": {
    roles: ["team-lead", "community-worker"]
  },
  "partners:ask": {
    roles: ["team-lead", "community-worker"]
  },
  "partner-request:answer": {
    roles: [],
    byPartnerLink: true
  },
  "notes:import": {
    roles: ["team-lead", "administrator"],
    scopes: ["notes:write"]
  },
  /** What stands in one note, and what was taken out of it: with the note as subject, so that no list of cases can be asked for. */
  "note:read": {
    roles: ["team-lead", "case-worker"],
    scopes: ["notes:write"]
  },
  "note:correct": {
    roles: ["team-lead", "case-worker"]
  },
  /** Releasing a note that is held back, or taking it back: who may is whose note it is. */
  "note:release": {
    roles: ["team-lead", "case-worker"]
  },
  "access:manage": {
    roles: ["administrator"]
  },
  "audit:read": {
    roles: ["administrator", "data-protection-officer"]
  },
  "privacy:manage": {
    roles: ["administrator", "data-protection-officer"]
  }
} as const satisfies Readonly<Record<string, Allowed>>;
export type Action = keyof typeof WHO_MAY;
export const ACTIONS = Object.keys(WHO_MAY) as readonly Action[];

/** What an action is about, where that decides: the figures of one team, or one note. */
export type AccessSubject = {
  readonly kind: "team";
  readonly teamCode: TeamCode;
}
/** Without team and worker it is nobody's, and no person sees it. */ | {
  readonly kind: "note";
  readonly teamCode?: TeamCode;
  readonly professionalId?: ProfessionalId;
};
export interface AccessQuestion {
  readonly policy: AccessPolicy;
  readonly subject?: AccessSubject;
}

/** The Dutch sentence that says why not; undefined when this actor may. */
export function whyNotMay(actor: Actor, action: Action, {
  policy,
  subject
}: AccessQuestion): string | undefined {
  if (stryMutAct_9fa48("511")) {
    {}
  } else {
    stryCov_9fa48("511");
    const allowed: Allowed = WHO_MAY[action];
    switch (actor.kind) {
      case stryMutAct_9fa48("513") ? "" : (stryCov_9fa48("513"), "system"):
        if (stryMutAct_9fa48("512")) {} else {
          stryCov_9fa48("512");
          return undefined;
        }
      case stryMutAct_9fa48("515") ? "" : (stryCov_9fa48("515"), "partner-link"):
        if (stryMutAct_9fa48("514")) {} else {
          stryCov_9fa48("514");
          return (stryMutAct_9fa48("518") ? allowed.byPartnerLink !== true : stryMutAct_9fa48("517") ? false : stryMutAct_9fa48("516") ? true : (stryCov_9fa48("516", "517", "518"), allowed.byPartnerLink === (stryMutAct_9fa48("519") ? false : (stryCov_9fa48("519"), true)))) ? undefined : stryMutAct_9fa48("520") ? "" : (stryCov_9fa48("520"), "Met deze link kun je alleen de aanvraag beantwoorden.");
        }
      case stryMutAct_9fa48("522") ? "" : (stryCov_9fa48("522"), "token"):
        if (stryMutAct_9fa48("521")) {} else {
          stryCov_9fa48("521");
          return (stryMutAct_9fa48("523") ? actor.scopes.every(scope => allowed.scopes?.includes(scope)) : (stryCov_9fa48("523"), actor.scopes.some(stryMutAct_9fa48("524") ? () => undefined : (stryCov_9fa48("524"), scope => stryMutAct_9fa48("525") ? allowed.scopes.includes(scope) : (stryCov_9fa48("525"), allowed.scopes?.includes(scope)))))) ? undefined : stryMutAct_9fa48("526") ? "" : (stryCov_9fa48("526"), "Deze toegangssleutel mag dit niet. Vraag de beheerder om een andere sleutel.");
        }
      case stryMutAct_9fa48("528") ? "" : (stryCov_9fa48("528"), "account"):
        if (stryMutAct_9fa48("527")) {} else {
          stryCov_9fa48("527");
          if (stryMutAct_9fa48("531") ? false : stryMutAct_9fa48("530") ? true : stryMutAct_9fa48("529") ? actor.roles.some(role => allowed.roles.includes(role)) : (stryCov_9fa48("529", "530", "531"), !(stryMutAct_9fa48("532") ? actor.roles.every(role => allowed.roles.includes(role)) : (stryCov_9fa48("532"), actor.roles.some(stryMutAct_9fa48("533") ? () => undefined : (stryCov_9fa48("533"), role => allowed.roles.includes(role))))))) return whyNotInRole(allowed.roles);
          return (stryMutAct_9fa48("536") ? subject !== undefined : stryMutAct_9fa48("535") ? false : stryMutAct_9fa48("534") ? true : (stryCov_9fa48("534", "535", "536"), subject === undefined)) ? undefined : whyNotAbout(actor, policy, subject);
        }
    }
  }
}
export function may(actor: Actor, action: Action, question: AccessQuestion): boolean {
  if (stryMutAct_9fa48("537")) {
    {}
  } else {
    stryCov_9fa48("537");
    return stryMutAct_9fa48("540") ? whyNotMay(actor, action, question) !== undefined : stryMutAct_9fa48("539") ? false : stryMutAct_9fa48("538") ? true : (stryCov_9fa48("538", "539", "540"), whyNotMay(actor, action, question) === undefined);
  }
}

/** Throws `access-denied` with the sentence that says why not. */
export function requireMay(actor: Actor, action: Action, question: AccessQuestion): void {
  if (stryMutAct_9fa48("541")) {
    {}
  } else {
    stryCov_9fa48("541");
    const whyNot = whyNotMay(actor, action, question);
    if (stryMutAct_9fa48("544") ? whyNot === undefined : stryMutAct_9fa48("543") ? false : stryMutAct_9fa48("542") ? true : (stryCov_9fa48("542", "543", "544"), whyNot !== undefined)) throw new ProductError(stryMutAct_9fa48("545") ? "" : (stryCov_9fa48("545"), "access-denied"), whyNot, stryMutAct_9fa48("546") ? {} : (stryCov_9fa48("546"), {
      detail: action
    }));
  }
}
const ROLE_NAMES: Readonly<Record<Role, string>> = stryMutAct_9fa48("547") ? {} : (stryCov_9fa48("547"), {
  "team-lead": stryMutAct_9fa48("548") ? "" : (stryCov_9fa48("548"), "teamleider"),
  "case-worker": stryMutAct_9fa48("549") ? "" : (stryCov_9fa48("549"), "wijkteammedewerker"),
  "community-worker": stryMutAct_9fa48("550") ? "" : (stryCov_9fa48("550"), "opbouwwerker"),
  partner: stryMutAct_9fa48("551") ? "" : (stryCov_9fa48("551"), "partner"),
  administrator: stryMutAct_9fa48("552") ? "" : (stryCov_9fa48("552"), "beheerder"),
  "data-protection-officer": stryMutAct_9fa48("553") ? "" : (stryCov_9fa48("553"), "functionaris gegevensbescherming")
});

/** What a role is called in Dutch. */
export function roleName(role: Role): string {
  if (stryMutAct_9fa48("554")) {
    {}
  } else {
    stryCov_9fa48("554");
    return ROLE_NAMES[role];
  }
}
function whyNotInRole(roles: readonly Role[]): string {
  if (stryMutAct_9fa48("555")) {
    {}
  } else {
    stryCov_9fa48("555");
    if (stryMutAct_9fa48("558") ? roles.length !== 0 : stryMutAct_9fa48("557") ? false : stryMutAct_9fa48("556") ? true : (stryCov_9fa48("556", "557", "558"), roles.length === 0)) return stryMutAct_9fa48("559") ? "" : (stryCov_9fa48("559"), "Dit kan alleen met een link die wij aan een partner sturen.");
    const names = roles.map(roleName);
    const last = stryMutAct_9fa48("560") ? names.pop() && "" : (stryCov_9fa48("560"), names.pop() ?? (stryMutAct_9fa48("561") ? "Stryker was here!" : (stryCov_9fa48("561"), "")));
    return stryMutAct_9fa48("562") ? `` : (stryCov_9fa48("562"), `Dit kan alleen een ${(stryMutAct_9fa48("565") ? names.length !== 0 : stryMutAct_9fa48("564") ? false : stryMutAct_9fa48("563") ? true : (stryCov_9fa48("563", "564", "565"), names.length === 0)) ? last : stryMutAct_9fa48("566") ? `` : (stryCov_9fa48("566"), `${names.join(stryMutAct_9fa48("567") ? "" : (stryCov_9fa48("567"), ", "))} of ${last}`)}.`);
  }
}
type Account = Extract<Actor, {
  kind: "account";
}>;

/**
 * Rule: how far somebody sees into teams and notes follows the policy of the municipality. Rationale: municipalities choose
 * between own cases, own team and team figures only, and a figure of another team is nobody's need under the first two. The
 * data protection officer sees the figures of all teams, since that is what there is to watch over, and no note.
 */
function whyNotAbout(account: Account, policy: AccessPolicy, subject: AccessSubject): string | undefined {
  if (stryMutAct_9fa48("568")) {
    {}
  } else {
    stryCov_9fa48("568");
    const isOwnTeam = stryMutAct_9fa48("571") ? subject.teamCode !== undefined || account.teamCodes.includes(subject.teamCode) : stryMutAct_9fa48("570") ? false : stryMutAct_9fa48("569") ? true : (stryCov_9fa48("569", "570", "571"), (stryMutAct_9fa48("573") ? subject.teamCode === undefined : stryMutAct_9fa48("572") ? true : (stryCov_9fa48("572", "573"), subject.teamCode !== undefined)) && account.teamCodes.includes(subject.teamCode));
    if (stryMutAct_9fa48("576") ? subject.kind !== "team" : stryMutAct_9fa48("575") ? false : stryMutAct_9fa48("574") ? true : (stryCov_9fa48("574", "575", "576"), subject.kind === (stryMutAct_9fa48("577") ? "" : (stryCov_9fa48("577"), "team")))) {
      if (stryMutAct_9fa48("578")) {
        {}
      } else {
        stryCov_9fa48("578");
        if (stryMutAct_9fa48("581") ? (isOwnTeam || policy === "team-figures") && account.roles.includes("data-protection-officer") : stryMutAct_9fa48("580") ? false : stryMutAct_9fa48("579") ? true : (stryCov_9fa48("579", "580", "581"), (stryMutAct_9fa48("583") ? isOwnTeam && policy === "team-figures" : stryMutAct_9fa48("582") ? false : (stryCov_9fa48("582", "583"), isOwnTeam || (stryMutAct_9fa48("585") ? policy !== "team-figures" : stryMutAct_9fa48("584") ? false : (stryCov_9fa48("584", "585"), policy === (stryMutAct_9fa48("586") ? "" : (stryCov_9fa48("586"), "team-figures")))))) || account.roles.includes(stryMutAct_9fa48("587") ? "" : (stryCov_9fa48("587"), "data-protection-officer")))) return undefined;
        return stryMutAct_9fa48("588") ? "" : (stryCov_9fa48("588"), "Je ziet alleen de cijfers van je eigen team, een wijk of de hele gemeente.");
      }
    }
    if (stryMutAct_9fa48("591") ? policy !== "team-figures" : stryMutAct_9fa48("590") ? false : stryMutAct_9fa48("589") ? true : (stryCov_9fa48("589", "590", "591"), policy === (stryMutAct_9fa48("592") ? "" : (stryCov_9fa48("592"), "team-figures")))) return stryMutAct_9fa48("593") ? "" : (stryCov_9fa48("593"), "In deze gemeente zie je alleen cijfers en geen notities.");
    const isOwn = stryMutAct_9fa48("596") ? subject.professionalId !== undefined || subject.professionalId === account.professionalId : stryMutAct_9fa48("595") ? false : stryMutAct_9fa48("594") ? true : (stryCov_9fa48("594", "595", "596"), (stryMutAct_9fa48("598") ? subject.professionalId === undefined : stryMutAct_9fa48("597") ? true : (stryCov_9fa48("597", "598"), subject.professionalId !== undefined)) && (stryMutAct_9fa48("600") ? subject.professionalId !== account.professionalId : stryMutAct_9fa48("599") ? true : (stryCov_9fa48("599", "600"), subject.professionalId === account.professionalId)));
    if (stryMutAct_9fa48("603") ? isOwn && policy === "own-team" && isOwnTeam : stryMutAct_9fa48("602") ? false : stryMutAct_9fa48("601") ? true : (stryCov_9fa48("601", "602", "603"), isOwn || (stryMutAct_9fa48("605") ? policy === "own-team" || isOwnTeam : stryMutAct_9fa48("604") ? false : (stryCov_9fa48("604", "605"), (stryMutAct_9fa48("607") ? policy !== "own-team" : stryMutAct_9fa48("606") ? true : (stryCov_9fa48("606", "607"), policy === (stryMutAct_9fa48("608") ? "" : (stryCov_9fa48("608"), "own-team")))) && isOwnTeam)))) return undefined;
    return (stryMutAct_9fa48("611") ? policy !== "own-team" : stryMutAct_9fa48("610") ? false : stryMutAct_9fa48("609") ? true : (stryCov_9fa48("609", "610", "611"), policy === (stryMutAct_9fa48("612") ? "" : (stryCov_9fa48("612"), "own-team")))) ? stryMutAct_9fa48("613") ? "" : (stryCov_9fa48("613"), "Deze notitie is van een ander team.") : stryMutAct_9fa48("614") ? "" : (stryCov_9fa48("614"), "Deze notitie is van een collega.");
  }
}