import { AGAIN_ANSWERS, ATTENDANCE_BANDS, ONWARD_ANSWERS, USEFUL_ANSWERS } from "@rode-draad/domain";
import { ChoiceField, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { ErrorSummary } from "../error-summary.js";
import {
  EVALUATION_FIELDS,
  type EvaluationErrors,
  type EvaluationField,
  type EvaluationValues,
  LINE_LENGTH_MAX,
} from "./read-forms.js";

interface EvaluationFormProps {
  readonly initiativeId: string;
  readonly form: EvaluationValues;
  readonly errors?: EvaluationErrors;
}

/** How it went: a band, three questions with fixed answers, one line, and the hours of all colleagues together. */
export function EvaluationForm({ initiativeId, form, errors = {} }: EvaluationFormProps): ReactElement {
  const t = useTranslations("initiative.evaluate");
  const useful = useTranslations("initiative.answers.useful");
  const onward = useTranslations("initiative.answers.onward");
  const again = useTranslations("initiative.answers.again");
  const people = useTranslations("initiative.outcome");
  const band = useTranslations("initiatives.band");
  const choice = (name: EvaluationField) => ({ name, idPrefix: name, selected: form[name], error: errors[name] });
  const field = (id: EvaluationField) => ({ id, value: form[id], error: errors[id] });
  /** A summary leads to what can have the focus, which in a group of answers is the first of them. */
  const focusOf: Readonly<Partial<Record<EvaluationField, string>>> = {
    opkomst: `opkomst-${ATTENDANCE_BANDS[0]}`,
    geholpen: `geholpen-${USEFUL_ANSWERS[0]}`,
    verder: `verder-${ONWARD_ANSWERS[0]}`,
    nogeens: `nogeens-${AGAIN_ANSWERS[0]}`,
  };
  return (
    <form
      className="rd-stapel"
      action={`/initiatieven/${encodeURIComponent(initiativeId)}/evaluatie`}
      method="post"
      noValidate={true}
    >
      <ErrorSummary
        title={t("notYet")}
        errors={EVALUATION_FIELDS.flatMap((name) => {
          const text = errors[name];
          return text === undefined ? [] : [{ fieldId: focusOf[name] ?? name, text }];
        })}
      />
      <p className="utrecht-paragraph">{t("about")}</p>
      <ChoiceField
        {...choice("opkomst")}
        legend={t("attendance")}
        options={ATTENDANCE_BANDS.map((value) => ({
          value,
          label: people("people", { band: band(value) }),
        }))}
      />
      <ChoiceField
        {...choice("geholpen")}
        legend={t("useful")}
        options={USEFUL_ANSWERS.map((value) => ({ value, label: useful(value) }))}
      />
      <ChoiceField
        {...choice("verder")}
        legend={t("onward")}
        options={ONWARD_ANSWERS.map((value) => ({ value, label: onward(value) }))}
      />
      <ChoiceField
        {...choice("nogeens")}
        legend={t("again")}
        options={AGAIN_ANSWERS.map((value) => ({ value, label: again(value) }))}
      />
      <TextField {...field("toelichting")} label={t("line")} hint={t("lineHint")} maxLength={LINE_LENGTH_MAX} />
      <fieldset className="utrecht-form-fieldset rd-stapel">
        <legend className="utrecht-form-fieldset__legend">{t("hours")}</legend>
        <p className="utrecht-form-field-description">{t("hoursAbout")}</p>
        <TextField {...field("voorbereiden")} label={t("preparation")} isShort={true} inputMode="decimal" />
        <TextField {...field("avond")} label={t("session")} isShort={true} inputMode="decimal" />
        <TextField {...field("collegas")} label={t("colleagues")} isShort={true} inputMode="numeric" />
      </fieldset>
      <SubmitButton>{t("button")}</SubmitButton>
    </form>
  );
}
