import { DECLINE_REASONS } from "@rode-draad/domain";
import { ChoiceField, SelectField, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { PartnerPageView } from "../../web-tools.js";
import { ErrorSummary, type FormError } from "../error-summary.js";
import {
  type AnswerErrors,
  type AnswerField,
  type AnswerFormValues,
  CALL,
  DECLINE,
  OTHER_DAY,
  REMARK_LENGTH_MAX,
} from "./read-answer.js";

export interface AnswerFormProps {
  readonly view: PartnerPageView;
  readonly path: string;
  readonly form: AnswerFormValues;
  readonly errors: AnswerErrors;
}

/** One question with a few answers; what belongs to an answer stands below it, since the page has no script to show it. */
export function AnswerForm({ view, path, form, errors }: AnswerFormProps): ReactElement {
  const t = useTranslations("partner.form");
  const reason = useTranslations("partner.reason");
  const field = (id: Exclude<AnswerField, "antwoord" | "reden">) => ({ id, value: form[id], error: errors[id] });
  return (
    <form className="rd-paneel" action={path} method="post" aria-labelledby="antwoord-kop" noValidate={true}>
      <h2 className="utrecht-heading-2" id="antwoord-kop">
        {t("title")}
      </h2>
      <ErrorSummary title={t("notSent")} errors={namedErrors(errors)} />
      <p className="utrecht-paragraph">{t("once")}</p>
      <ChoiceField
        name="antwoord"
        legend={t("question")}
        idPrefix="antwoord"
        selected={form.antwoord}
        error={errors.antwoord}
        options={[
          ...view.dates.map((date, index) => ({
            value: `datum-${index + 1}`,
            label: t.rich("yesOn", { date: () => <Dutch>{date}</Dutch> }),
          })),
          { value: OTHER_DAY, label: t("otherDay") },
          { value: CALL, label: t("call") },
          { value: DECLINE, label: t("no") },
        ]}
      />
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">{t("onlyOtherDay")}</legend>
        <TextField {...field("dag")} label={t("day")} type="date" isShort={true} />
        <div className="rd-data">
          <TextField {...field("van")} label={t("from")} type="time" isShort={true} />
          <TextField {...field("tot")} label={t("until")} type="time" isShort={true} />
        </div>
      </fieldset>
      <SelectField
        id="reden"
        label={t("why")}
        selected={form.reden}
        error={errors.reden}
        groups={[
          {
            options: [
              { value: "", label: t("chooseReason") },
              ...DECLINE_REASONS.map((value) => ({ value, label: reason(value) })),
            ],
          },
        ]}
      />
      <TextField {...field("toelichting")} label={t("remark")} hint={t("remarkHint")} maxLength={REMARK_LENGTH_MAX} />
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          {t("button")}
        </button>
      </div>
    </form>
  );
}

/** A group of choices has no id of its own, so its error leads to the first choice. */
const FIELD_IDS: Readonly<Record<AnswerField, string>> = {
  antwoord: "antwoord-datum-1",
  dag: "dag",
  van: "van",
  tot: "tot",
  reden: "reden",
  toelichting: "toelichting",
};

function namedErrors(errors: AnswerErrors): FormError[] {
  return (Object.keys(FIELD_IDS) as AnswerField[]).flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [{ fieldId: FIELD_IDS[field], text }];
  });
}
