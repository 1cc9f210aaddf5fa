import type { Direction, InitiativeState, ProposalState, Route } from "@rode-draad/domain";

/** The Dutch words that the interface uses for the states of the domain. They are part of the contract. */

export const STATUS_WORDS = {
  open: "open",
  "picked-up": "opgepakt",
  later: "later",
  refused: "niet-doen",
  requested: "aangevraagd",
  held: "gehouden",
} as const satisfies Record<ProposalState, string>;

export type StatusWord = (typeof STATUS_WORDS)[ProposalState];
export const STATUS_WORD_LIST = Object.values(STATUS_WORDS);

export function stateOf(word: StatusWord): ProposalState {
  const found = (Object.keys(STATUS_WORDS) as ProposalState[]).find((state) => STATUS_WORDS[state] === word);
  return found ?? "open";
}

export const INITIATIVE_WORDS = {
  idea: "idee",
  planned: "gepland",
  held: "gehouden",
  evaluated: "geevalueerd",
  cancelled: "gestopt",
} as const satisfies Record<InitiativeState, string>;

export const DIRECTION_WORDS = {
  rising: "stijgt",
  steady: "gelijk",
  falling: "daalt",
  new: "nieuw",
  back: "terug",
  unclear: "nog-niet-te-zeggen",
} as const satisfies Record<Direction, string>;

export const COLLECTIVE_WORDS = {
  suitable: "geschikt",
  "only-with-care": "alleen-met-zorg",
  never: "nooit",
} as const;

export const ROUTE_WORDS = {
  known: "catalogus",
  emergent: "nieuw",
  unassigned: "geen-thema",
  safety: "veiligheid",
} as const satisfies Record<Route, string>;
