import { PARTNER_CHANNELS } from "@rode-draad/domain";
import { CheckField, ChoiceField, SelectField, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { PartnerChoices } from "../../web-tools.js";
import { ErrorSummary, type FormError } from "../error-summary.js";
import { IN_USE, NOT_IN_USE, type PartnerErrors, type PartnerField, type PartnerForm } from "./read-partner.js";

interface PartnerFormProps {
  /** Absent: a new partner. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly choices: PartnerChoices;
  readonly form: PartnerForm;
  readonly errors: PartnerErrors;
}

export function PartnerFormPage({ id, name, choices, form, errors }: PartnerFormProps): ReactElement {
  const t = useTranslations("partners");
  const lang = useDutch();
  const action = id === undefined ? "/beheer/partners" : `/beheer/partners/${encodeURIComponent(id)}`;
  return (
    <>
      <nav className="utrecht-breadcrumb-nav">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/beheer/partners">
              {t("form.back")}
            </a>
          </li>
        </ol>
      </nav>
      <h1 className="utrecht-heading-1">
        {name === undefined ? t("form.titleNew") : t.rich("form.titleChange", { name: () => <Dutch>{name}</Dutch> })}
      </h1>
      <form className="rd-paneel rd-sectie" action={action} method="post" noValidate={true}>
        <ErrorSummary title={t("form.notSaved")} errors={namedErrors(errors)} />
        <TextField id="naam" label={t("form.name")} hint={t("form.nameHint")} value={form.naam} error={errors.naam} />
        <SelectField
          id="soort"
          label={t("form.kind")}
          selected={form.soort}
          error={errors.soort}
          groups={[
            {
              options: [
                { value: "", label: t("form.chooseKind") },
                ...choices.kinds.map((kind) => ({ value: kind.id, label: kind.name, lang })),
              ],
            },
          ]}
        />
        <ChoiceField
          name="kanaal"
          legend={t("form.channel")}
          idPrefix="kanaal"
          selected={form.kanaal}
          error={errors.kanaal}
          options={PARTNER_CHANNELS.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
        />
        <TextField
          id="email"
          type="email"
          label={t("form.email")}
          hint={t("form.emailHint")}
          value={form.email}
          error={errors.email}
        />
        <TextField
          id="koppeling"
          label={t("form.webhook")}
          hint={t("form.webhookHint")}
          value={form.koppeling}
          error={errors.koppeling}
        />
        {choices.areas.length === 0 ? null : (
          <fieldset className="utrecht-form-fieldset" aria-describedby="wijken-uitleg">
            <legend className="utrecht-form-fieldset__legend">{t("form.areas")}</legend>
            <p className="utrecht-form-field-description" id="wijken-uitleg">
              {t("form.areasHint")}
            </p>
            {choices.areas.map((area) => (
              <CheckField
                key={area.code}
                id={`wijk-${area.code}`}
                name="wijken"
                value={area.code}
                label={<Dutch>{area.name}</Dutch>}
                isChecked={form.wijken.includes(area.code)}
              />
            ))}
          </fieldset>
        )}
        {id === undefined ? null : (
          <ChoiceField
            name="gebruik"
            legend={t("form.state")}
            idPrefix="gebruik"
            selected={form.gebruik}
            options={[
              { value: IN_USE, label: t("list.active") },
              { value: NOT_IN_USE, label: t("list.inactive") },
            ]}
          />
        )}
        <SubmitButton>{t("form.save")}</SubmitButton>
      </form>
    </>
  );
}

/** A group of choices has no id of its own, so its error leads to the first choice. */
const FIELD_IDS: Readonly<Partial<Record<PartnerField, string>>> = {
  naam: "naam",
  soort: "soort",
  kanaal: `kanaal-${PARTNER_CHANNELS[0]}`,
  email: "email",
  koppeling: "koppeling",
};

function namedErrors(errors: PartnerErrors): FormError[] {
  return (Object.keys(FIELD_IDS) as PartnerField[]).flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [{ fieldId: FIELD_IDS[field] ?? field, text }];
  });
}
