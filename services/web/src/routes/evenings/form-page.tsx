import { SelectField, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { EveningChoices } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import {
  EVENING_FIELDS,
  type EveningErrors,
  type EveningField,
  type EveningForm,
  WEEKDAYS,
  WEEKS,
} from "./read-evening.js";

interface EveningFormProps {
  readonly choices: EveningChoices;
  readonly form: EveningForm;
  readonly errors: EveningErrors;
}

/** With whom, when each month, where, and whom the partner can call. */
export function EveningFormPage({ choices, form, errors }: EveningFormProps): ReactElement {
  const t = useTranslations("evenings");
  const field = (id: EveningField) => ({ id, value: form[id], error: errors[id] });
  const select = (id: EveningField) => ({ id, selected: form[id], error: errors[id] });
  const lang = useDutch();
  const partners = choices.partners.map(({ id, name }) => ({ value: id, label: name, lang }));
  return (
    <>
      <nav className="utrecht-breadcrumb-nav">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/vaste-avonden">
              {t("form.back")}
            </a>
          </li>
        </ol>
      </nav>
      <h1 className="utrecht-heading-1">{t("form.title")}</h1>
      <form className="rd-paneel rd-sectie" action="/vaste-avonden" method="post" noValidate={true}>
        <ErrorSummary
          title={t("form.notSaved")}
          errors={EVENING_FIELDS.flatMap((fieldId) => {
            const text = errors[fieldId];
            return text === undefined ? [] : [{ fieldId, text }];
          })}
        />
        <SelectField
          {...select("partner")}
          label={t("form.partner")}
          groups={[{ options: [{ value: "", label: t("form.choosePartner") }, ...partners] }]}
        />
        <div className="rd-data">
          <SelectField
            {...select("week")}
            label={t("form.week")}
            groups={[{ options: WEEKS.map((week) => ({ value: week, label: t(`weeks.${week}`) })) }]}
          />
          <SelectField
            {...select("dag")}
            label={t("form.weekday")}
            groups={[{ options: WEEKDAYS.map((day) => ({ value: day, label: t(`weekdays.${day}`) })) }]}
          />
        </div>
        <TextField
          {...field("maand")}
          label={t("form.firstMonth")}
          hint={t("form.firstMonthHint")}
          type="month"
          isShort={true}
        />
        <div className="rd-data">
          <TextField {...field("van")} label={t("form.from")} type="time" isShort={true} />
          <TextField {...field("tot")} label={t("form.until")} type="time" isShort={true} />
        </div>
        <TextField {...field("plek")} label={t("form.place")} hint={t("form.placeHint")} />
        <fieldset className="utrecht-form-fieldset">
          <legend className="utrecht-form-fieldset__legend">{t("form.contact")}</legend>
          <TextField {...field("naam")} label={t("form.name")} autoComplete="name" />
          <TextField {...field("telefoon")} label={t("form.phone")} type="tel" autoComplete="tel" isShort={true} />
          <TextField {...field("email")} label={t("form.email")} type="email" autoComplete="email" />
        </fieldset>
        <SubmitButton>{t("form.save")}</SubmitButton>
      </form>
    </>
  );
}
