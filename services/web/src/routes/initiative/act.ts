import { isDay } from "@rode-draad/domain";
import type { Request, RequestHandler, Response } from "express";
import type { WebContext } from "../../define-route.js";
import { type Words, wordsOf } from "../../messages/words-of.js";
import type { InitiativePageView, StepOutcome, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import type { InitiativePageProps } from "./page.js";
import { EVALUATION_FIELDS, PLAN_FIELDS, readEvaluation, readPlan } from "./read-forms.js";
import { readOr404, sendInitiative } from "./route.js";

/** What came of a form: done, as the address after it says; or what the page shows beside what was typed. */
type Acted = { readonly outcome: StepOutcome; readonly done: string } | Omit<InitiativePageProps, "view" | "today">;

interface Act {
  readonly view: InitiativePageView;
  readonly body: Readonly<Record<string, unknown>>;
  readonly today: string;
  readonly t: Words;
}

/**
 * A POST under /initiatieven/{id}/: does what the form says and goes back to the page, so that reloading repeats nothing. What
 * is missing or refused stands on the same page, with everything that was typed.
 */
function act(
  work: (tools: WebTools, form: Act) => Promise<Acted>,
): (tools: WebTools, context: WebContext) => RequestHandler {
  return (tools, context) => async (request: Request, response: Response) => {
    const view = await readOr404(tools, response, request.params.id);
    const form = { view, body: request.body ?? {}, today: context.today(), t: wordsOf(response) };
    const acted = await work(tools, form);
    if (!("outcome" in acted)) return sendInitiative(tools, context, response, view, acted);
    const { outcome, done } = acted;
    if ("id" in outcome) {
      return response.redirect(303, `/initiatieven/${encodeURIComponent(outcome.id)}?gedaan=${done}`);
    }
    // The page as it is now, since somebody else may have changed it.
    const now = await readOr404(tools, response, view.id);
    return sendInitiative(tools, context, response, now, "refused" in outcome ? outcome : heldBack(outcome, form));
  };
}

/** What the gate held back is said at its field. */
function heldBack(
  outcome: Extract<StepOutcome, { heldBack: unknown }>,
  { body, t }: Act,
): Omit<InitiativePageProps, "view" | "today"> {
  const typed = <Field extends string>(fields: readonly Field[]) =>
    Object.fromEntries(fields.map((field) => [field, readLine(body[field])])) as Record<Field, string>;
  return outcome.heldBack === "place"
    ? { wrong: { plan: { form: typed(PLAN_FIELDS), errors: { plek: t("initiative.wrong.place") } } } }
    : {
        wrong: { evaluation: { form: typed(EVALUATION_FIELDS), errors: { toelichting: t("initiative.wrong.line") } } },
      };
}

/** POST …/planning */
export const plan = act(async (tools, { view, body, today, t }) => {
  const read = readPlan(body, today, t);
  if ("errors" in read) return { wrong: { plan: read } };
  return { outcome: await tools.planInitiative(view.id, read.draft), done: "gepland" };
});

/** POST …/gehouden */
export const hold = act(async (tools, { view, body, t }) => {
  const day = readLine(body.gehouden, 10);
  if (!isDay(day)) return { wrong: { hold: { day, error: t("initiative.wrong.heldOn") } } };
  const outcome = await tools.holdInitiative(view.id, day);
  return "refused" in outcome ? { wrong: { hold: { day, error: outcome.refused } } } : { outcome, done: "gehouden" };
});

/** POST …/niet-gehouden */
export const takeBack = act(async (tools, { view }) => ({
  outcome: await tools.takeBackInitiative(view.id),
  done: "niet-gehouden",
}));

/** POST …/evaluatie */
export const evaluate = act(async (tools, { view, body, t }) => {
  const read = readEvaluation(body, t);
  if ("errors" in read) return { wrong: { evaluation: read } };
  return { outcome: await tools.evaluateInitiative(view.id, read.draft), done: "geevalueerd" };
});

/** POST …/meedoen */
export const join = act(async (tools, { view }) => ({
  outcome: await tools.joinInitiative(view.id),
  done: "meegedaan",
}));

/** POST …/terug */
export const handBack = act(async (tools, { view }) => ({
  outcome: await tools.handBackInitiative(view.id),
  done: "teruggegeven",
}));

/** POST …/vervolg */
export const followUp = act(async (tools, { view, body, t }) => {
  const formatId = readLine(body.vorm, 100);
  const discussedInTeam = body.besproken === "ja";
  if (!view.growsInto.some((form) => form.formatId === formatId)) return { refused: t("initiative.wrong.format") };
  if (view.careNeeded && !discussedInTeam) {
    return { wrong: { followUp: { formatId, error: t("initiative.wrong.care") } } };
  }
  return { outcome: await tools.startFollowUp(view.id, { formatId, discussedInTeam }), done: "vervolg" };
});
