import { randomUUID } from "node:crypto";
import {
  type Actor,
  type Colleague,
  type Day,
  evaluateInitiative,
  holdInitiative,
  type Initiative,
  type InitiativePlan,
  isAhead,
  isCarriedBy,
  monthOf,
  type Outcome,
  type PartnerMessage,
  ProductError,
  type Proposal,
  planInitiative,
  RawText,
  type SafeText,
  takeBackHeld,
  whyNotChange,
  whyNotFollowUp,
} from "@rode-draad/domain";
import { proposeFollowUp } from "@rode-draad/proposals";
import {
  addProposal,
  changeInitiative,
  joinInitiative,
  leaveInitiative,
  listAreas,
  listInitiatives,
  pickUpProposal,
  readInitiative,
  reviewProposal,
  type StoreDatabase,
} from "@rode-draad/store";
import { changed } from "../audit/changed.js";
import type { Audited } from "../audit/recorded.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { followInitiatives, readMunicipalCatalogue, readThemes } from "./read-themes.js";
import { askForMessages, tellOfWithdrawal } from "./withdraw-from-partners.js";

const audited = (action: Audited["action"]): Audited => ({ action, subject: "initiative" });
const START = audited("start-initiative");
const JOIN = audited("join-initiative");
const HAND_BACK = audited("hand-back-initiative");
const FOLLOW_UP = audited("follow-up-initiative");
const STEPS: Readonly<Record<InitiativeStep["kind"], Audited>> = {
  plan: audited("plan-initiative"),
  hold: audited("hold-initiative"),
  "take-back": audited("take-back-initiative"),
  evaluate: audited("evaluate-initiative"),
};

type InitiativeMeans = Pick<
  StoreToolsMeans,
  | "db"
  | "municipalityId"
  | "clock"
  | "today"
  | "catalogue"
  | "gate"
  | "enqueueProposals"
  | "enqueueMessage"
  | "dayOf"
  | "audit"
> & { readonly actor: Actor };

/** What a colleague does with an initiative; all of it passed the gate where it is text. */
export type InitiativeStep =
  | { readonly kind: "plan"; readonly plan: Omit<InitiativePlan, "dateRequestId"> }
  | { readonly kind: "hold"; readonly heldOn: Day }
  /** It was not held after all. */
  | { readonly kind: "take-back" }
  | { readonly kind: "evaluate"; readonly outcome: Outcome };

/** What can be asked of an initiative, by one actor. */
export interface InitiativeActions {
  /** The day in the Netherlands, which plans are held against. */
  today(): Day;
  /** The latest first, with the themes that now stand for theirs. */
  listInitiatives(): Promise<readonly Initiative[]>;
  readInitiative(initiativeId: string): Promise<Initiative | undefined>;
  /** Gives it back to who carries it already. Throws `proposal-unknown`, or `initiative-taken` with who has it. */
  startInitiative(proposalId: string): Promise<Initiative>;
  /** The place of an evening after the gate; undefined when it looks like somebody's home and nobody said that it is public. */
  inspectPlace(text: string, isPublic: boolean): SafeText | undefined;
  /** Throws `initiative-unknown`, `initiative-taken` when somebody else carries it, or `initiative-refused`. */
  changeInitiative(initiativeId: string, step: InitiativeStep): Promise<Initiative>;
  /** Throws `initiative-unknown`, or `initiative-refused` when there is nothing to carry any more. */
  joinInitiative(initiativeId: string): Promise<Initiative>;
  /** Others go on with it when there are any; else the proposal is open again. Throws as `changeInitiative` does. */
  handBackInitiative(initiativeId: string): Promise<Initiative>;
  /** Throws `initiative-unknown`, `initiative-refused`, or `format-unknown`. */
  startFollowUp(initiativeId: string, formatId: string): Promise<Initiative>;
}

export function initiativeActions(means: InitiativeMeans): InitiativeActions {
  const { db, municipalityId, clock, actor } = means;
  const layerOf = async () => (await readThemes(db, municipalityId, means.catalogue)).layer;
  const follow = async (initiative: Initiative): Promise<Initiative> => {
    const [followed = initiative] = followInitiatives([initiative], await layerOf());
    return followed;
  };
  const settle = async (initiative: Initiative): Promise<Initiative> => {
    await means.enqueueProposals({ municipalityId });
    return await follow(initiative);
  };
  const change = (entry: Audited, work: (transaction: StoreDatabase) => Promise<Initiative>): Promise<Initiative> =>
    changed(means, entry, work, ({ id }) => ({ id }));
  return {
    today: means.today,
    listInitiatives: async () => followInitiatives(await listInitiatives(db, municipalityId), await layerOf()),
    async readInitiative(initiativeId) {
      const initiative = await readInitiative(db, municipalityId, initiativeId);
      return initiative && (await follow(initiative));
    },
    startInitiative: async (proposalId) =>
      settle(
        await change(START, (transaction) =>
          pickUpProposal(transaction, municipalityId, { id: randomUUID(), proposalId, accountId: actor.id }, clock()),
        ),
      ),
    inspectPlace: (text, isPublic) => inspectPlace(means, text, isPublic),
    changeInitiative: async (initiativeId, step) =>
      settle(
        await change(STEPS[step.kind], (transaction) =>
          changeInitiative(transaction, municipalityId, initiativeId, (initiative) => {
            requireToChange(initiative, actor);
            return afterStep(initiative, step, means);
          }),
        ),
      ),
    joinInitiative: async (initiativeId) =>
      follow(
        await change(JOIN, async (transaction) => {
          await changeInitiative(transaction, municipalityId, initiativeId, (initiative) => {
            if (!isAhead(initiative)) throw refused("Dit initiatief is al geweest of gestopt. Meedoen kan niet meer.");
            return initiative;
          });
          return await joinInitiative(transaction, municipalityId, initiativeId, actor.id, clock());
        }),
      ),
    async handBackInitiative(initiativeId) {
      const { initiative, messages } = await changed(
        means,
        HAND_BACK,
        (transaction) => handBack(means, transaction, initiativeId),
        (done) => ({ id: done.initiative.id }),
      );
      await askForMessages(means, messages);
      return await settle(initiative);
    },
    async startFollowUp(initiativeId, formatId) {
      const proposal = await proposalOfFollowUp(means, initiativeId, formatId);
      const started = await change(FOLLOW_UP, async (transaction) => {
        const proposalId = await addProposal(transaction, municipalityId, proposal, clock());
        const order = { id: randomUUID(), proposalId, accountId: actor.id, followUpOf: initiativeId };
        return await pickUpProposal(transaction, municipalityId, order, clock());
      });
      return await settle(started);
    },
  };
}

/**
 * A public place often has the name of a person, and an address: the gate cannot tell it from somebody's home, so a person says
 * so. A number with a check digit is somebody's, whatever is said of it.
 */
function inspectPlace({ gate }: Pick<InitiativeMeans, "gate">, text: string, isPublic: boolean): SafeText | undefined {
  const declared = isPublic ? { harmless: [{ start: 0, end: text.length }], traitsPointAtNobody: true } : undefined;
  const decision = gate.inspect(new RawText(text), declared);
  return decision.decision === "pass" ? decision.text : undefined;
}

function afterStep(
  initiative: Initiative,
  step: InitiativeStep,
  { clock, today }: Pick<InitiativeMeans, "clock" | "today">,
): Initiative {
  switch (step.kind) {
    case "plan":
      return planInitiative(initiative, step.plan, today(), clock());
    case "hold":
      return holdInitiative(initiative, step.heldOn, today(), clock());
    case "take-back":
      return takeBackHeld(initiative, clock());
    case "evaluate":
      return evaluateInitiative(initiative, step.outcome, clock());
  }
}

async function handBack(
  means: InitiativeMeans,
  transaction: StoreDatabase,
  initiativeId: string,
): Promise<{ readonly initiative: Initiative; readonly messages: readonly PartnerMessage[] }> {
  const { municipalityId, clock, actor } = means;
  const present = await changeInitiative(transaction, municipalityId, initiativeId, (initiative) => {
    if (!isAhead(initiative)) throw refused("Dit initiatief is al geweest of gestopt. Teruggeven kan niet meer.");
    requireToChange(initiative, actor);
    return initiative;
  });
  let messages: readonly PartnerMessage[] = [];
  if (isCarriedBy(present, actor) && present.carriers.length > 1) {
    await leaveInitiative(transaction, municipalityId, initiativeId, actor.id);
  } else {
    const review = { id: randomUUID(), decision: "open", reviewedAt: clock() } as const;
    const withdrawn = await reviewProposal(transaction, municipalityId, present.proposalId, review);
    messages = await tellOfWithdrawal(means, transaction, withdrawn);
  }
  return { initiative: (await readInitiative(transaction, municipalityId, initiativeId)) ?? present, messages };
}

/** The proposal with which a follow-up begins. Throws why there can be none. */
async function proposalOfFollowUp(means: InitiativeMeans, initiativeId: string, formatId: string): Promise<Proposal> {
  const { db, municipalityId, today } = means;
  const catalogue = await readMunicipalCatalogue(db, municipalityId, means.catalogue);
  const [former, areas] = await Promise.all([
    readInitiative(db, municipalityId, initiativeId),
    listAreas(db, municipalityId),
  ]);
  if (former === undefined) throw initiativeUnknown();
  const whyNot = whyNotFollowUp(former);
  if (whyNot !== undefined) throw refused(whyNot);
  const areaName = areas.find(({ code }) => code === former.areaCode)?.name ?? former.areaCode;
  const proposal = proposeFollowUp({ former, formatId, areaName, month: monthOf(today()), catalogue });
  if (proposal === undefined) throw new ProductError("format-unknown", "Deze vorm bestaat niet. Kies een andere.");
  return proposal;
}

/** Throws `initiative-taken` with who carries it. A program and the product itself act for everybody. */
export function requireToChange(initiative: Initiative, actor: Actor): void {
  const colleague: Colleague | undefined = actor.kind === "account" ? actor : undefined;
  const whyNot = colleague && whyNotChange(initiative, colleague);
  if (whyNot !== undefined) throw new ProductError("initiative-taken", whyNot, { detail: initiative.id });
}

function refused(sentence: string): ProductError {
  return new ProductError("initiative-refused", sentence);
}

function initiativeUnknown(): ProductError {
  return new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer). Ga terug naar het overzicht.");
}
