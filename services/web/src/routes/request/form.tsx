import { SelectField, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { ProposalPageView } from "../../web-tools.js";
import { ErrorSummary, type FormError } from "../error-summary.js";
import { REQUEST_FIELDS, type RequestErrors, type RequestField, type RequestFormValues } from "./read-request.js";

export interface RequestFormProps {
  readonly proposalId: string;
  readonly partners: ProposalPageView["partners"];
  readonly canManagePartners: boolean;
  readonly form: RequestFormValues;
  readonly errors: RequestErrors;
}

/** Asks for two dates, a place and somebody to call; shows the letter before anything is sent. */
export function RequestForm(props: RequestFormProps): ReactElement {
  const { proposalId, partners, canManagePartners, form, errors } = props;
  const t = useTranslations("request");
  const field = (id: RequestField) => ({ id, value: form[id], error: errors[id] });
  return (
    <form
      className="rd-paneel"
      action={`/voorstellen/${encodeURIComponent(proposalId)}/brief`}
      method="post"
      aria-labelledby="partner-kop"
      noValidate={true}
    >
      <h2 className="utrecht-heading-2" id="partner-kop">
        {t("title")}
      </h2>
      <ErrorSummary title={t("notReady")} errors={useNamedErrors(errors)} />
      <p className="utrecht-paragraph">{t("about")}</p>
      <SelectField
        id="partner"
        label={t("partner")}
        selected={form.partner}
        error={errors.partner}
        groups={usePartnerGroups(partners)}
      />
      {partners.every(({ isInList }) => isInList) ? null : (
        <TextField {...field("partnermail")} label={t("partnerMail.label")} hint={t("partnerMail.hint")} type="email" />
      )}
      {canManagePartners ? (
        <p className="utrecht-paragraph utrecht-paragraph--small">
          {t.rich("missing", {
            link: (text) => (
              <a className="utrecht-link" href="/beheer/partners">
                {text}
              </a>
            ),
          })}
        </p>
      ) : null}
      {([1, 2] as const).map((number) => (
        <fieldset key={number} className="utrecht-form-fieldset">
          <legend className="utrecht-form-fieldset__legend">{t(`choice.${number}`)}</legend>
          <TextField {...field(`dag${number}`)} label={t("day")} type="date" isShort={true} />
          <div className="rd-data">
            <TextField {...field(`van${number}`)} label={t("from")} type="time" isShort={true} />
            <TextField {...field(`tot${number}`)} label={t("until")} type="time" isShort={true} />
          </div>
        </fieldset>
      ))}
      <TextField {...field("plek")} label={t("place.label")} hint={t("place.hint")} />
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">{t("contact")}</legend>
        <TextField {...field("naam")} label={t("name")} autoComplete="name" />
        <TextField {...field("telefoon")} label={t("phone")} type="tel" autoComplete="tel" isShort={true} />
        <TextField {...field("email")} label={t("email")} type="email" autoComplete="email" />
      </fieldset>
      <SubmitButton>{t("button")}</SubmitButton>
    </form>
  );
}

/** Partners of the list first; a kind of which none is there yet stands apart, since its address has to be typed. */
function usePartnerGroups(partners: RequestFormProps["partners"]) {
  const t = useTranslations("request");
  const lang = useDutch();
  const optionsOf = (isWanted: boolean) =>
    partners.filter(({ isInList }) => isInList === isWanted).map(({ id, name }) => ({ value: id, label: name, lang }));
  const groups = [
    { label: t("inList"), options: optionsOf(true) },
    { label: t("notInList"), options: optionsOf(false) },
  ].filter(({ options }) => options.length > 0);
  return groups.length > 1 ? groups : groups.map(({ options }) => ({ options }));
}

function useNamedErrors(errors: RequestErrors): FormError[] {
  const t = useTranslations("request");
  return REQUEST_FIELDS.flatMap((fieldId) => {
    const error = errors[fieldId];
    return error === undefined ? [] : [{ fieldId, text: t("fieldError", { field: t(`field.${fieldId}`), error }) }];
  });
}
