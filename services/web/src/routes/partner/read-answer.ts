import { DECLINE_REASONS, type DeclineReason, isDay } from "@rode-draad/domain";
import type { Words } from "../../messages/words-of.js";
import type { AgendaDraft, AnswerDraft, RequestPartView } from "../../web-tools.js";
import { isClock } from "../checks.js";
import { readLine } from "../read-line.js";

/** The fields of the answer form, as typed. */
const ANSWER_FIELDS = ["antwoord", "dag", "van", "tot", "reden", "toelichting"] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export type AnswerFormValues = Readonly<Record<AnswerField, string>>;
export type AnswerErrors = Readonly<Partial<Record<AnswerField, string>>>;

export const EMPTY_ANSWER: AnswerFormValues = {
  antwoord: "",
  dag: "",
  van: "19:00",
  tot: "21:00",
  reden: "",
  toelichting: "",
};

/** The values of the question "Wat is uw antwoord?"; a proposed date is `datum-1` and on. */
export const COME = "ja";
export const OTHER_DAY = "andere-dag";
export const CALL = "bellen";
export const DECLINE = "nee";

/** Longest free line: one line, no room for a story. */
export const REMARK_LENGTH_MAX = 200;

export function readAnswerValues(body: Readonly<Record<string, unknown>>): AnswerFormValues {
  const entries = ANSWER_FIELDS.map((field) => [field, readLine(body[field])] as const);
  return { ...EMPTY_ANSWER, ...Object.fromEntries(entries) };
}

/** Checks what was said to an agenda. */
export function checkAgendaAnswer(
  form: AnswerFormValues,
  t: Words,
): { readonly draft: AgendaDraft } | { readonly errors: AnswerErrors } {
  const tooLong = remarkErrors(form, t);
  const remark = form.toelichting === "" ? {} : { remark: form.toelichting };
  const draft = ((): AgendaDraft | undefined => {
    if (form.antwoord === COME) return { kind: "come" };
    if (form.antwoord === DECLINE) return { kind: "cannot", ...remark };
    return form.antwoord === CALL ? { kind: "call", ...remark } : undefined;
  })();
  if (draft === undefined) return { errors: { ...tooLong, antwoord: t("partner.errors.answer") } };
  return tooLong.toelichting === undefined ? { draft } : { errors: tooLong };
}

function remarkErrors({ toelichting: { length } }: AnswerFormValues, t: Words): AnswerErrors {
  return length > REMARK_LENGTH_MAX
    ? { toelichting: t("partner.errors.tooLong", { length, max: REMARK_LENGTH_MAX }) }
    : {};
}

/** Checks everything at once. `today` is the last day that is over. */
export function checkAnswer(
  form: AnswerFormValues,
  today: string,
  { dates }: Pick<RequestPartView, "dates">,
  t: Words,
): { readonly draft: AnswerDraft } | { readonly errors: AnswerErrors } {
  const errors: Partial<Record<AnswerField, string>> = { ...remarkErrors(form, t) };
  const remark = form.toelichting === "" ? {} : { remark: form.toelichting };
  const draft = ((): AnswerDraft | undefined => {
    const chosen = dates.findIndex((_, index) => form.antwoord === `datum-${index + 1}`);
    if (chosen >= 0) return { kind: "accept", dateIndex: chosen };
    if (form.antwoord === CALL) return { kind: "call", ...remark };
    if (form.antwoord === DECLINE) {
      if (isReason(form.reden)) return { kind: "decline", reason: form.reden, ...remark };
      errors.reden = t("partner.errors.reason");
    } else if (form.antwoord === OTHER_DAY) {
      Object.assign(errors, dateErrors(form, today, t));
      return { kind: "other-date", date: { day: form.dag, from: form.van, until: form.tot }, ...remark };
    } else errors.antwoord = t("partner.errors.answer");
    return undefined;
  })();
  return draft === undefined || Object.keys(errors).length > 0 ? { errors } : { draft };
}

function isReason(text: string): text is DeclineReason {
  return (DECLINE_REASONS as readonly string[]).includes(text);
}

function dateErrors(form: AnswerFormValues, today: string, t: Words): AnswerErrors {
  const errors: Partial<Record<AnswerField, string>> = {};
  if (!isDay(form.dag)) errors.dag = t("partner.errors.day");
  else if (form.dag <= today) errors.dag = t("partner.errors.dayAhead");
  if (!isClock(form.van)) errors.van = t("partner.errors.from");
  if (!isClock(form.tot)) errors.tot = t("partner.errors.until");
  else if (isClock(form.van) && form.tot <= form.van) errors.tot = t("partner.errors.untilAfter");
  return errors;
}
