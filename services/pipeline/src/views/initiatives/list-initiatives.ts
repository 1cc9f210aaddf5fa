import { type Actor, carriersInWords, type Initiative, type InitiativeState, isCarriedBy } from "@rode-draad/domain";
import type { InitiativeFilter, InitiativeListView, InitiativeRow } from "@rode-draad/web";
import type { Names } from "./names.js";

/** A page of a chosen part; and how many of each group the page of everything ahead shows before it leads on. */
const PAGE_ROWS = 25;
const GROUP_ROWS = 10;

/** What asks for something to be done, the most urgent first: tell how it went, hold it, plan it. */
const AHEAD: readonly InitiativeState[] = ["held", "planned", "idea"];

/** The day that a row tells, and the order of a state: what is next stands first, and of what is over the latest. */
const dayOf = ({ heldOn, plan }: Initiative): string | undefined => heldOn ?? plan.date?.day;
const soonestFirst = (a: Initiative, b: Initiative): number => (dayOf(a) ?? "").localeCompare(dayOf(b) ?? "");
const latestFirst = (a: Initiative, b: Initiative): number => (dayOf(b) ?? "").localeCompare(dayOf(a) ?? "");
const newestFirst = (a: Initiative, b: Initiative): number => b.stateSince.getTime() - a.stateSince.getTime();
const ORDERS: Readonly<Record<InitiativeState, (a: Initiative, b: Initiative) => number>> = {
  idea: newestFirst,
  planned: soonestFirst,
  held: soonestFirst,
  evaluated: latestFirst,
  cancelled: newestFirst,
};

/** One part of the list, so that five hundred initiatives stay as readable as five. */
export function listView(
  initiatives: readonly Initiative[],
  { part, areaCode, page }: InitiativeFilter,
  names: Names,
  actor: Pick<Actor, "id">,
): InitiativeListView {
  const here = initiatives.filter((one) => areaCode === undefined || one.areaCode === areaCode);
  const inState = (state: InitiativeState): Initiative[] =>
    here.filter((one) => one.state === state).sort((a, b) => ORDERS[state](a, b) || a.id.localeCompare(b.id));
  const group = (state: InitiativeState, from: number, until: number) => {
    const all = inState(state);
    const shown = all.slice(from, until);
    return { state, rows: shown.map((one) => rowOf(one, names, actor)), more: all.length - shown.length };
  };
  const totals = {
    idea: inState("idea").length,
    planned: inState("planned").length,
    held: inState("held").length,
    evaluated: inState("evaluated").length,
    cancelled: inState("cancelled").length,
  };
  if (part === "ahead") {
    const groups = AHEAD.map((state) => group(state, 0, GROUP_ROWS)).filter(({ rows }) => rows.length > 0);
    return { totals, groups, page: 1, pages: 1 };
  }
  const pages = Math.max(1, Math.ceil(totals[part] / PAGE_ROWS));
  const shown = Math.min(Math.max(1, page), pages);
  const only = group(part, (shown - 1) * PAGE_ROWS, shown * PAGE_ROWS);
  return { totals, groups: only.rows.length === 0 ? [] : [{ ...only, more: 0 }], page: shown, pages };
}

function rowOf(initiative: Initiative, names: Names, actor: Pick<Actor, "id">): InitiativeRow {
  const day = dayOf(initiative);
  return {
    id: initiative.id,
    title: initiative.title,
    form: names.form(initiative),
    areaName: names.area(initiative.areaCode),
    carriedBy: carriersInWords(initiative),
    isYours: isCarriedBy(initiative, actor),
    ...(day !== undefined && { day }),
    ...(initiative.attendance !== undefined && { attendance: initiative.attendance }),
  };
}
