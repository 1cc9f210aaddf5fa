import { ATTENDANCE_BANDS, type AttendanceBand } from "@rode-draad/domain";
import type { Words } from "../../messages/words-of.js";
import type { ResultDraft } from "../../web-tools.js";
import { readLine } from "../read-line.js";

/** Three subjects are an answer; more are a list. */
const ASKED_MAX = 3;

export interface ResultForm {
  readonly opkomst: string;
  readonly gevraagd: readonly string[];
}
export type ResultErrors = Readonly<Partial<Record<keyof ResultForm, string>>>;

export const EMPTY_RESULT: ResultForm = { opkomst: "", gevraagd: [] };

/** A box that is ticked once comes as a text, more boxes as a list. */
export function readResultForm(body: Readonly<Record<string, unknown>>): ResultForm {
  const ticked = Array.isArray(body.gevraagd) ? body.gevraagd : [body.gevraagd];
  return {
    opkomst: readLine(body.opkomst),
    gevraagd: ticked.map((value) => readLine(value)).filter((value) => value !== ""),
  };
}

/** `known`: the band of the evaluation, in which case nobody chooses one. */
export function checkResult(
  form: ResultForm,
  known: AttendanceBand | undefined,
  t: Words,
): { readonly draft: ResultDraft } | { readonly errors: ResultErrors } {
  const attendance = known ?? ATTENDANCE_BANDS.find((band) => band === form.opkomst);
  const errors: ResultErrors = {
    ...(attendance === undefined && { opkomst: t("partner-request.result.errors.attendance") }),
    ...(form.gevraagd.length > ASKED_MAX && { gevraagd: t("partner-request.result.errors.asked") }),
  };
  if (attendance === undefined || Object.keys(errors).length > 0) return { errors };
  return { draft: { attendance, askedThemeIds: form.gevraagd } };
}
