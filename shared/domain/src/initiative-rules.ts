import type { Actor } from "./actor.js";
import { ProductError } from "./errors.js";
import type {
  AttendanceBand,
  Evaluation,
  HoursSpent,
  Initiative,
  InitiativePlan,
  InitiativeState,
} from "./initiative.js";
import type { ProposedDate } from "./partner-request.js";
import { addDays, type Day } from "./period.js";
import type { SafeText } from "./text.js";

/**
 * The states of an initiative and what leads from one to the next. Pure: an initiative, what a person does and the day come in,
 * the initiative as it is then comes out. What is not allowed throws `initiative-refused` with the sentence that says why not
 * and what to do instead; pages ask the `whyNot…` functions before they offer a form.
 */

/** A colleague as these rules know them. */
export type Colleague = Pick<Extract<Actor, { kind: "account" }>, "id" | "roles">;

/**
 * Rule: who carries an initiative changes it, and a team lead may; others join first, which is one click. Rationale: two people
 * who plan the same evening apart from each other make two halls and no evening. What nobody carries is anybody's.
 */
export function whyNotChange({ carriers }: Pick<Initiative, "carriers">, colleague: Colleague): string | undefined {
  if (carriers.length === 0 || isCarriedBy({ carriers }, colleague) || colleague.roles.includes("team-lead")) {
    return undefined;
  }
  return `${carriersInWords({ carriers })} ${carriers.length === 1 ? "heeft" : "hebben"} dit opgepakt. Doe eerst mee.`;
}

export function isCarriedBy({ carriers }: Pick<Initiative, "carriers">, { id }: Pick<Colleague, "id">): boolean {
  return carriers.some(({ accountId }) => accountId === id);
}

/** "Sam en Noor": who carries it, first come first. */
export function carriersInWords({ carriers }: Pick<Initiative, "carriers">): string {
  const names = carriers.map(({ name }) => name ?? "een collega");
  const words = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where each state can go. `held` can go back, because somebody may have pressed the wrong button. */
const NEXT: Readonly<Record<InitiativeState, readonly InitiativeState[]>> = {
  idea: ["idea", "planned", "held", "cancelled"],
  planned: ["planned", "held", "cancelled"],
  held: ["planned", "evaluated"],
  evaluated: ["evaluated"],
  cancelled: ["idea"],
};

export function canBecome(from: InitiativeState, to: InitiativeState): boolean {
  return NEXT[from].includes(to);
}

/** It is being prepared: somebody carries it, and its evening is still to come. */
export function isAhead({ state }: Pick<Initiative, "state">): boolean {
  return state === "idea" || state === "planned";
}

/** Its evening took place. */
export function wasHeld({ state }: Pick<Initiative, "state">): boolean {
  return state === "held" || state === "evaluated";
}

/** Further ahead than two years is a slip of the keyboard, not a plan. */
const PLAN_DAYS_MAX = 730;
/** The largest form of the catalogue takes 200 people. */
export const CAPACITY_MAX = 1000;

type PlanField = keyof ProposedDate | "capacity";

/** What is wrong with a plan, by field; empty when nothing is. */
export function planErrors(plan: InitiativePlan, today: Day): Partial<Record<PlanField, string>> {
  const { date, capacity } = plan;
  const errors: Partial<Record<PlanField, string>> = {};
  if (date !== undefined) {
    if (date.day < today) {
      errors.day = "Deze dag is al voorbij. Kies vandaag of een latere dag. Is de avond al geweest? Leg dat dan vast.";
    } else if (date.day > addDays(today, PLAN_DAYS_MAX)) {
      errors.day = "Deze dag is meer dan twee jaar vooruit. Kijk het jaar na.";
    }
    if (date.until <= date.from) errors.until = "De eindtijd ligt niet na de begintijd.";
  }
  if (capacity !== undefined && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= CAPACITY_MAX)) {
    errors.capacity = `Vul een heel getal in van 1 tot en met ${CAPACITY_MAX}.`;
  }
  return errors;
}

/**
 * Gives it a date, a place and a capacity. With a date it is planned; without, it stays an idea. A date that a partner accepted
 * stays the partner's until another one is chosen.
 */
export function planInitiative(
  initiative: Initiative,
  plan: Omit<InitiativePlan, "dateRequestId">,
  today: Day,
  now: Date,
): Initiative {
  const state = plan.date === undefined ? "idea" : "planned";
  if (!isAhead(initiative) || !canBecome(initiative.state, state)) {
    throw refused(
      isAhead(initiative)
        ? "Dit initiatief heeft al een datum. Kies een andere datum, of geef het terug."
        : "Dit initiatief is al geweest of gestopt. Je kunt het niet meer plannen.",
    );
  }
  const [error] = Object.values(planErrors(plan, today));
  if (error !== undefined) throw refused(error);
  const { dateRequestId } = initiative.plan;
  const isPartners = dateRequestId !== undefined && isSameDate(plan.date, initiative.plan.date);
  return inState({ ...initiative, plan: { ...plan, ...(isPartners && { dateRequestId }) } }, state, now);
}

function isSameDate(one: ProposedDate | undefined, other: ProposedDate | undefined): boolean {
  return one?.day === other?.day && one?.from === other?.from && one?.until === other?.until;
}

/**
 * Rule: the date that a partner accepts becomes its date, unless another partner's date stands already, and the place that the
 * partner was asked for becomes its place, unless a colleague filled one in. Rationale: the colleague proposed both, so accepting
 * settles them; of two partners the second one is called, not obeyed.
 */
export function planByPartner(initiative: Initiative, accepted: AcceptedDate, now: Date): Initiative {
  if (!isAhead(initiative) || initiative.plan.dateRequestId !== undefined) return initiative;
  const { requestId, date, place } = accepted;
  const plan = { ...(place !== undefined && { place }), ...initiative.plan, date, dateRequestId: requestId };
  return inState({ ...initiative, plan }, "planned", now);
}

/** What a partner said yes to. */
export interface AcceptedDate {
  readonly requestId: string;
  readonly date: ProposedDate;
  /** Absent when the gate held it back. */
  readonly place?: SafeText;
}

/** Why it cannot be said that it was held on this day; undefined when it can. */
export function whyNotHeldOn(initiative: Pick<Initiative, "state">, heldOn: Day, today: Day): string | undefined {
  if (!canBecome(initiative.state, "held")) return "Dit initiatief is al geweest of gestopt.";
  return heldOn > today ? "Deze dag moet nog komen. Leg dit vast als de avond is geweest." : undefined;
}

export function holdInitiative(initiative: Initiative, heldOn: Day, today: Day, now: Date): Initiative {
  const whyNot = whyNotHeldOn(initiative, heldOn, today);
  if (whyNot !== undefined) throw refused(whyNot);
  return inState({ ...initiative, heldOn }, "held", now);
}

/** Takes back that it was held: it is what it was before, planned or still without a date. */
export function takeBackHeld(initiative: Initiative, now: Date): Initiative {
  const { heldOn, ...rest } = initiative;
  if (initiative.state !== "held" || heldOn === undefined)
    throw refused("Dit kan alleen zolang het niet is geëvalueerd.");
  return inState({ ...rest }, rest.plan.date === undefined ? "idea" : "planned", now);
}

/** More than this for one evening is a slip of the keyboard. */
export const HOURS_LIMITS = { preparationMax: 200, sessionMax: 24, colleaguesMax: 50 } as const;

/** What is wrong with the hours, by field; empty when nothing is. */
export function hoursErrors(hours: HoursSpent): Partial<Record<keyof HoursSpent, string>> {
  const { preparationMax, sessionMax, colleaguesMax } = HOURS_LIMITS;
  const isQuarter = (value: number, max: number) => value >= 0 && value <= max && Number.isInteger(value * 4);
  const inQuarters = (max: number) => `Vul uren in van 0 tot en met ${max}, op een kwartier, zoals 1,5.`;
  return {
    ...(!isQuarter(hours.preparation, preparationMax) && { preparation: inQuarters(preparationMax) }),
    ...(!isQuarter(hours.session, sessionMax) && { session: inQuarters(sessionMax) }),
    ...(!(Number.isInteger(hours.colleagues) && hours.colleagues >= 1 && hours.colleagues <= colleaguesMax) && {
      colleagues: `Vul een heel getal in van 1 tot en met ${colleaguesMax}.`,
    }),
  };
}

export interface Outcome {
  readonly attendance: AttendanceBand;
  readonly evaluation: Evaluation;
  readonly hours: HoursSpent;
}

/** Says how it went. What was said before is replaced. */
export function evaluateInitiative(initiative: Initiative, outcome: Outcome, now: Date): Initiative {
  if (!canBecome(initiative.state, "evaluated")) throw refused("Leg eerst vast dat de avond is geweest.");
  const [error] = Object.values(hoursErrors(outcome.hours));
  if (error !== undefined) throw refused(error);
  const { attendance, evaluation, hours } = outcome;
  return inState({ ...initiative, attendance, evaluation, hours }, "evaluated", now);
}

export function cancelInitiative(initiative: Initiative, now: Date): Initiative {
  if (!canBecome(initiative.state, "cancelled")) throw refused("De avond is al geweest. Stoppen kan niet meer.");
  return inState(initiative, "cancelled", now);
}

/**
 * Takes up again what was cancelled. Place, capacity and run sheet are still there; the date is not, because a hall or a partner
 * may have been told off in between.
 */
export function reviveInitiative(initiative: Initiative, now: Date): Initiative {
  if (initiative.state !== "cancelled") throw refused("Dit initiatief loopt nog.");
  const { date: _date, dateRequestId: _requestId, ...plan } = initiative.plan;
  return inState({ ...initiative, plan }, "idea", now);
}

/** Why nothing can follow from it yet; undefined when it can. */
export function whyNotFollowUp(initiative: Pick<Initiative, "state">): string | undefined {
  return wasHeld(initiative) ? undefined : "Een vervolg kan pas als de avond is geweest.";
}

function inState(initiative: Initiative, state: InitiativeState, now: Date): Initiative {
  return state === initiative.state ? initiative : { ...initiative, state, stateSince: now };
}

function refused(sentence: string): ProductError {
  return new ProductError("initiative-refused", sentence);
}
