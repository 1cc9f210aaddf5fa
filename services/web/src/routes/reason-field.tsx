import { CORRECTION_LIMITS } from "@rode-draad/domain";
import { TextField } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { useTranslations } from "../messages/use-translations.js";
import type { Words } from "../messages/words-of.js";
import type { FormError } from "./error-summary.js";
import { readLine, whyTooLong } from "./read-line.js";

/** Why somebody decides, as typed. Who it is follows from the sign-in. */
export interface ReasonForm {
  readonly reden: string;
}
export type ReasonErrors = Readonly<Partial<Record<keyof ReasonForm, ReactNode>>>;

export function readReasonForm(body: Readonly<Record<string, unknown>>): ReasonForm {
  return { reden: readLine(body.reden) };
}

/** Rule: nobody corrects without a reason. Without it a colleague cannot judge the correction later. */
export function reasonErrors({ reden }: ReasonForm, t: Words): ReasonErrors {
  const wrong = reden === "" ? t("shared.reason.missing") : whyTooLong(reden, CORRECTION_LIMITS.reasonCharactersMax, t);
  return wrong === undefined ? {} : { reden: wrong };
}

interface ReasonFieldProps {
  /** Makes the id of the field unique on a page with several forms. */
  readonly prefix: string;
  readonly form: ReasonForm;
  readonly errors: ReasonErrors;
}

export function ReasonField({ prefix, form, errors }: ReasonFieldProps): ReactElement {
  const t = useTranslations("shared.reason");
  return (
    <TextField
      id={`${prefix}-reden`}
      name="reden"
      label={t("label")}
      hint={t("hint")}
      value={form.reden}
      error={errors.reden}
      maxLength={CORRECTION_LIMITS.reasonCharactersMax}
      isRequired={true}
    />
  );
}

/** The errors of a form with a link to each field, in the order of the fields. */
export function namedErrors<Field extends string>(
  prefix: string,
  fields: readonly Field[],
  errors: Readonly<Partial<Record<Field, ReactNode>>>,
): FormError[] {
  return fields.flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [{ fieldId: `${prefix}-${field}`, text }];
  });
}
