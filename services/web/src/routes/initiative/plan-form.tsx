import { CAPACITY_MAX } from "@rode-draad/domain";
import { CheckField, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { ErrorSummary } from "../error-summary.js";
import { PLAN_FIELDS, type PlanField, type PlanFormErrors, type PlanValues } from "./read-forms.js";

interface PlanFormProps {
  readonly initiativeId: string;
  readonly form: PlanValues;
  readonly errors?: PlanFormErrors;
}

/** Date, place and room; what is not known yet stays empty. */
export function PlanForm({ initiativeId, form, errors = {} }: PlanFormProps): ReactElement {
  const t = useTranslations("initiative.plan");
  const field = (id: PlanField) => ({ id, value: form[id], error: errors[id] });
  return (
    <form
      className="rd-stapel"
      action={`/initiatieven/${encodeURIComponent(initiativeId)}/planning`}
      method="post"
      noValidate={true}
    >
      <ErrorSummary
        title={t("notYet")}
        errors={PLAN_FIELDS.flatMap((fieldId) => {
          const text = errors[fieldId];
          return text === undefined ? [] : [{ fieldId, text }];
        })}
      />
      <p className="utrecht-paragraph">{t("about")}</p>
      <TextField {...field("dag")} label={t("day")} type="date" isShort={true} />
      <div className="rd-data">
        <TextField {...field("van")} label={t("from")} type="time" isShort={true} />
        <TextField {...field("tot")} label={t("until")} type="time" isShort={true} />
      </div>
      <TextField {...field("plek")} label={t("place")} hint={t("placeHint")} />
      <CheckField id="openbaar" name="openbaar" label={t("public")} isChecked={form.openbaar === "ja"} />
      <TextField
        {...field("plaatsen")}
        label={t("capacity")}
        isShort={true}
        maxLength={String(CAPACITY_MAX).length}
        inputMode="numeric"
      />
      <SubmitButton>{t("button")}</SubmitButton>
    </form>
  );
}
