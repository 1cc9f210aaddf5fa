import {
  AGAIN_ANSWERS,
  ATTENDANCE_BANDS,
  hoursErrors,
  isDay,
  ONWARD_ANSWERS,
  type ProposedDate,
  planErrors,
  USEFUL_ANSWERS,
} from "@rode-draad/domain";
import type { Words } from "../../messages/words-of.js";
import type { EvaluationDraft, PlanDraft } from "../../web-tools.js";
import { readLine } from "../read-line.js";

/** The forms of an initiative as they are typed, and what is wrong with them by field. */

type Body = Readonly<Record<string, unknown>>;
type Values<Field extends string> = Readonly<Record<Field, string>>;
type Errors<Field extends string> = Readonly<Partial<Record<Field, string>>>;

function readValues<Field extends string>(body: Body, fields: readonly Field[]): Values<Field> {
  return Object.fromEntries(fields.map((field) => [field, readLine(body[field])])) as Values<Field>;
}

const hasErrors = (errors: object): boolean => Object.keys(errors).length > 0;

export const PLAN_FIELDS = ["dag", "van", "tot", "plek", "openbaar", "plaatsen"] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];
export type PlanValues = Values<PlanField>;
export type PlanFormErrors = Errors<PlanField>;

/** As much as a line on an invitation holds. */
export const PLACE_LENGTH_MAX = 120;
/** An evening from seven to nine is what most residents can make. */
const USUAL_HOURS = { van: "19:00", tot: "21:00" } as const;

/** The form as it opens on a plan. */
export function planValues(plan: { date?: ProposedDate; place?: string; capacity?: number }): PlanValues {
  const { date, place = "", capacity } = plan;
  return {
    dag: date?.day ?? "",
    van: date?.from ?? USUAL_HOURS.van,
    tot: date?.until ?? USUAL_HOURS.tot,
    plek: place,
    // Somebody said so before, or the gate saw no person in it.
    openbaar: place === "" ? "" : "ja",
    plaatsen: capacity === undefined ? "" : String(capacity),
  };
}

/** Without a day there is no date; place and room may be known before it. */
export function readPlan(
  body: Body,
  today: string,
  t: Words,
): { readonly draft: PlanDraft } | { readonly form: PlanValues; readonly errors: PlanFormErrors } {
  const form = readValues(body, PLAN_FIELDS);
  const errors: Partial<Record<PlanField, string>> = {};
  if (form.dag !== "") {
    if (!isDay(form.dag)) errors.dag = t("initiative.wrong.day");
    if (!isClock(form.van)) errors.van = t("initiative.wrong.time", { example: USUAL_HOURS.van });
    if (!isClock(form.tot)) errors.tot = t("initiative.wrong.time", { example: USUAL_HOURS.tot });
  }
  if (form.plek.length > PLACE_LENGTH_MAX) errors.plek = t("initiative.wrong.placeLong", { max: PLACE_LENGTH_MAX });
  if (form.plaatsen !== "" && !/^\d{1,6}$/.test(form.plaatsen)) errors.plaatsen = t("initiative.wrong.capacity");
  if (hasErrors(errors)) return { form, errors };
  const plan = {
    ...(form.dag !== "" && { date: { day: form.dag, from: form.van, until: form.tot } }),
    ...(form.plaatsen !== "" && { capacity: Number(form.plaatsen) }),
  };
  const { day, from, until, capacity } = planErrors(plan, today);
  const refused = {
    ...(day !== undefined && { dag: day }),
    ...(from !== undefined && { van: from }),
    ...(until !== undefined && { tot: until }),
    ...(capacity !== undefined && { plaatsen: capacity }),
  };
  if (hasErrors(refused)) return { form, errors: refused };
  return {
    draft: { ...plan, ...(form.plek !== "" && { place: form.plek }), isPublicPlace: form.openbaar === "ja" },
  };
}

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export const EVALUATION_FIELDS = [
  "opkomst",
  "geholpen",
  "verder",
  "nogeens",
  "toelichting",
  "voorbereiden",
  "avond",
  "collegas",
] as const;
export type EvaluationField = (typeof EVALUATION_FIELDS)[number];
export type EvaluationValues = Values<EvaluationField>;
export type EvaluationErrors = Errors<EvaluationField>;

export const LINE_LENGTH_MAX = 200;

export const EMPTY_EVALUATION: EvaluationValues = {
  opkomst: "",
  geholpen: "",
  verder: "",
  nogeens: "",
  toelichting: "",
  voorbereiden: "",
  avond: "",
  collegas: "",
};

export function readEvaluation(
  body: Body,
  t: Words,
): { readonly draft: EvaluationDraft } | { readonly form: EvaluationValues; readonly errors: EvaluationErrors } {
  const form = readValues(body, EVALUATION_FIELDS);
  const attendance = ATTENDANCE_BANDS.find((one) => one === form.opkomst);
  const useful = USEFUL_ANSWERS.find((one) => one === form.geholpen);
  const onward = ONWARD_ANSWERS.find((one) => one === form.verder);
  const again = AGAIN_ANSWERS.find((one) => one === form.nogeens);
  const hours = {
    preparation: readHours(form.voorbereiden),
    session: readHours(form.avond),
    colleagues: readHours(form.collegas),
  };
  const { preparation, session, colleagues } = hoursErrors(hours);
  const answer = t("initiative.wrong.answer");
  const errors: EvaluationErrors = {
    ...(attendance === undefined && { opkomst: t("initiative.wrong.attendance") }),
    ...(useful === undefined && { geholpen: answer }),
    ...(onward === undefined && { verder: answer }),
    ...(again === undefined && { nogeens: answer }),
    ...(form.toelichting.length > LINE_LENGTH_MAX && {
      toelichting: t("shared.tooLong", { length: form.toelichting.length, max: LINE_LENGTH_MAX }),
    }),
    ...(preparation !== undefined && {
      voorbereiden: form.voorbereiden === "" ? t("initiative.wrong.hours") : preparation,
    }),
    ...(session !== undefined && { avond: form.avond === "" ? t("initiative.wrong.hours") : session }),
    ...(colleagues !== undefined && { collegas: form.collegas === "" ? t("initiative.wrong.colleagues") : colleagues }),
  };
  if (
    hasErrors(errors) ||
    attendance === undefined ||
    useful === undefined ||
    onward === undefined ||
    again === undefined
  ) {
    return { form, errors };
  }
  return {
    draft: {
      attendance,
      evaluation: { useful, onward, again },
      ...(form.toelichting !== "" && { line: form.toelichting }),
      hours,
    },
  };
}

/** "1,5" as it is written here, and "1.5" as a keyboard has it; NaN for what is no number. */
function readHours(text: string): number {
  return /^\d{1,4}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

/** The evaluation as it was given, to change it. */
export function evaluationValues(outcome: {
  readonly attendance: string;
  readonly evaluation: {
    readonly useful: string;
    readonly onward: string;
    readonly again: string;
    readonly line?: string;
  };
  readonly hours: { readonly preparation: number; readonly session: number; readonly colleagues: number };
}): EvaluationValues {
  const { attendance, evaluation, hours } = outcome;
  const comma = (value: number): string => String(value).replace(".", ",");
  return {
    opkomst: attendance,
    geholpen: evaluation.useful,
    verder: evaluation.onward,
    nogeens: evaluation.again,
    toelichting: evaluation.line ?? "",
    voorbereiden: comma(hours.preparation),
    avond: comma(hours.session),
    collegas: String(hours.colleagues),
  };
}
