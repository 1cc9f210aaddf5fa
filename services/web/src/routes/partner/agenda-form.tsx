import { SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { ErrorSummary } from "../error-summary.js";
import { AnswerChoice } from "./answer-choice.js";
import { type AnswerErrors, type AnswerFormValues, CALL, COME, DECLINE, REMARK_LENGTH_MAX } from "./read-answer.js";

export interface AgendaFormProps {
  readonly path: string;
  readonly form: AnswerFormValues;
  readonly errors: AnswerErrors;
}

const idOf = (name: string): string => name;

/** Whether the partner comes. The day stands, so there is no other one to propose. */
export function AgendaForm({ path, form, errors }: AgendaFormProps): ReactElement {
  const t = useTranslations("partner.form");
  const agenda = useTranslations("partner.agenda.form");
  const named = [
    { fieldId: `antwoord-${COME}`, text: errors.antwoord },
    { fieldId: "toelichting", text: errors.toelichting },
  ].flatMap(({ fieldId, text }) => (text === undefined ? [] : [{ fieldId, text }]));
  return (
    <form className="rd-paneel" action={path} method="post" aria-labelledby="antwoord-kop" noValidate={true}>
      <h2 className="utrecht-heading-2" id="antwoord-kop">
        {agenda("title")}
      </h2>
      <ErrorSummary title={t("notSent")} errors={named} />
      <p className="utrecht-paragraph">{t("once")}</p>
      <AnswerChoice
        legend={t("question")}
        choices={[
          { value: COME, label: agenda("come") },
          { value: DECLINE, label: agenda("cannot") },
          { value: CALL, label: t("call") },
        ]}
        chosen={form.antwoord}
        error={errors.antwoord}
        idOf={idOf}
      />
      <TextField
        id="toelichting"
        name="toelichting"
        value={form.toelichting}
        error={errors.toelichting}
        label={t("remark")}
        hint={t("remarkHint")}
        maxLength={REMARK_LENGTH_MAX}
      />
      <SubmitButton>{t("send")}</SubmitButton>
    </form>
  );
}
