import { DECLINE_REASONS } from "@rode-draad/domain";
import { SelectField, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { RequestPartView } from "../../web-tools.js";
import { ErrorSummary, type FormError } from "../error-summary.js";
import { AnswerChoice } from "./answer-choice.js";
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
  readonly part: RequestPartView;
  /** Makes the ids of the fields unique on a page with several parts. */
  readonly number: number;
  /** The page asks for one answer only, so the wijk goes without saying. */
  readonly isAlone: boolean;
  readonly path: string;
  readonly form: AnswerFormValues;
  readonly errors: AnswerErrors;
}

/** One question with a few answers; what belongs to an answer stands below it, since the page has no script to show it. */
export function AnswerForm({ part, number, isAlone, path, form, errors }: AnswerFormProps): ReactElement {
  const t = useTranslations("partner.form");
  const reasons = useTranslations("partner.reasons");
  const idOf = (name: string) => `${name}-${number}`;
  const field = (name: Exclude<AnswerField, "antwoord" | "reden">) => ({
    id: idOf(name),
    name,
    value: form[name],
    error: errors[name],
  });
  return (
    <form className="rd-stapel" action={path} method="post" aria-labelledby={idOf("antwoord-kop")} noValidate={true}>
      <h3 className="utrecht-heading-3" id={idOf("antwoord-kop")}>
        {isAlone ? t("title") : t("titleFor", { area: part.areaName })}
      </h3>
      <ErrorSummary title={t("notSent")} errors={namedErrors(number, errors)} />
      <p className="utrecht-paragraph">{t("once")}</p>
      <input type="hidden" name="aanvraag" value={part.id} />
      <AnswerChoice
        legend={t("question")}
        choices={[
          ...part.dates.map((date, index) => ({
            value: `datum-${index + 1}`,
            label: t.rich("accept", { date: () => <Dutch>{date}</Dutch> }),
          })),
          { value: OTHER_DAY, label: t("otherDate") },
          { value: CALL, label: t("call") },
          { value: DECLINE, label: t("decline") },
        ]}
        chosen={form.antwoord}
        error={errors.antwoord}
        idOf={idOf}
      />
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">{t("onlyOtherDate")}</legend>
        <TextField {...field("dag")} label={t("day")} type="date" isShort={true} />
        <div className="rd-data">
          <TextField {...field("van")} label={t("from")} type="time" isShort={true} />
          <TextField {...field("tot")} label={t("until")} type="time" isShort={true} />
        </div>
      </fieldset>
      <SelectField
        id={idOf("reden")}
        name="reden"
        label={t("reason")}
        selected={form.reden}
        error={errors.reden}
        groups={[
          {
            options: [
              { value: "", label: t("chooseReason") },
              ...DECLINE_REASONS.map((reason) => ({ value: reason, label: reasons(reason) })),
            ],
          },
        ]}
      />
      <TextField {...field("toelichting")} label={t("remark")} hint={t("remarkHint")} maxLength={REMARK_LENGTH_MAX} />
      <SubmitButton>{t("send")}</SubmitButton>
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

function namedErrors(number: number, errors: AnswerErrors): FormError[] {
  return (Object.keys(FIELD_IDS) as AnswerField[]).flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [{ fieldId: `${FIELD_IDS[field]}-${number}`, text }];
  });
}
