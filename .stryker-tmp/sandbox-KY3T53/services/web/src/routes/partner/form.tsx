import { ChoiceField, SelectField, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
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
  const field = (id: Exclude<AnswerField, "antwoord" | "reden">) => ({ id, value: form[id], error: errors[id] });
  return (
    <form className="rd-paneel" action={path} method="post" aria-labelledby="antwoord-kop" noValidate={true}>
      <h2 className="utrecht-heading-2" id="antwoord-kop">
        Uw antwoord
      </h2>
      <ErrorSummary title="Uw antwoord is nog niet verstuurd" errors={namedErrors(errors)} />
      <p className="utrecht-paragraph">U kunt één keer antwoorden.</p>
      <ChoiceField
        name="antwoord"
        legend="Wat is uw antwoord?"
        idPrefix="antwoord"
        selected={form.antwoord}
        error={errors.antwoord}
        options={[
          ...view.dates.map((date, index) => ({ value: `datum-${index + 1}`, label: `Ja, op ${date}` })),
          { value: OTHER_DAY, label: "Ja, maar op een andere dag" },
          { value: CALL, label: "Bel ons eerst even" },
          { value: DECLINE, label: "Nee, dit kan niet" },
        ]}
      />
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">Alleen bij een andere dag</legend>
        <TextField {...field("dag")} label="Dag" type="date" isShort={true} />
        <div className="rd-data">
          <TextField {...field("van")} label="Van" type="time" isShort={true} />
          <TextField {...field("tot")} label="Tot" type="time" isShort={true} />
        </div>
      </fieldset>
      <SelectField
        id="reden"
        label="Alleen bij nee: waarom kan het niet?"
        selected={form.reden}
        error={errors.reden}
        groups={[{ options: [{ value: "", label: "Kies een reden" }, ...view.declineChoices] }]}
      />
      <TextField
        {...field("toelichting")}
        label="Toelichting (mag leeg blijven)"
        hint="Schrijf geen namen of nummers van bewoners op."
        maxLength={REMARK_LENGTH_MAX}
      />
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          Verstuur uw antwoord
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
