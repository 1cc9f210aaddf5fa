import { loadQuestionSheet, type QuestionSheet } from "@rode-draad/catalogue";
import type { Day, Initiative, ThemeId } from "@rode-draad/domain";
import type { QuestionSheetsView, SheetState } from "@rode-draad/web";
import type { Names } from "./names.js";

interface FoundSheet {
  readonly sheet: QuestionSheet;
  readonly state: SheetState;
}

/**
 * The question sheets of the themes that an initiative is about now, each held against the day of its evening. Rule: a sheet is
 * expired after its last day, and said so before it is used: an old amount that a colleague reads out costs somebody money.
 */
export function findSheets(
  initiative: Initiative,
  names: Names,
  today: Day,
): { readonly found: readonly FoundSheet[]; readonly without: readonly string[] } {
  const themeIds = initiative.themeIds.map((id) => names.layer.resolve(id)).filter((id) => id !== null);
  const found: FoundSheet[] = [];
  const without: string[] = [];
  for (const themeId of new Set<ThemeId>(themeIds)) {
    const sheet = loadQuestionSheet(themeId);
    if (sheet === undefined) without.push(names.theme(themeId));
    else found.push({ sheet, state: stateOf(sheet, names.theme(themeId), initiative, today) });
  }
  return { found, without };
}

function stateOf(
  { themeId, validUntil }: QuestionSheet,
  themeName: string,
  { plan }: Initiative,
  today: Day,
): SheetState {
  const day = plan.date?.day;
  const state =
    validUntil < today ? "expired" : day !== undefined && validUntil < day ? "expires-before" : ("valid" as const);
  return { themeId, themeName, validUntil, state };
}

export function questionSheetsView(initiative: Initiative, names: Names, today: Day): QuestionSheetsView {
  const { found, without } = findSheets(initiative, names, today);
  const day = initiative.plan.date?.day;
  return {
    id: initiative.id,
    title: initiative.title,
    areaName: names.area(initiative.areaCode),
    ...(day !== undefined && { day }),
    sheets: found.map(({ sheet: { checkedOn, sources, questions }, state }) => ({
      ...state,
      checkedOn,
      sources,
      questions,
    })),
    themesWithoutSheet: without,
  };
}
