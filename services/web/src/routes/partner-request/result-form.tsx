import { ATTENDANCE_BANDS, type AttendanceBand } from "@rode-draad/domain";
import { CheckField, ChoiceField, SubmitButton } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { ErrorSummary, type FormError } from "../error-summary.js";
import type { ResultErrors, ResultForm } from "./read-result.js";

interface ResultFormProps {
  readonly action: string;
  readonly day: string;
  /** As it stands in the evaluation; absent: to be chosen here. */
  readonly attendance?: AttendanceBand | undefined;
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  readonly form: ResultForm;
  readonly errors: ResultErrors;
  /** What the form has to say besides, such as the month. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** A band, at most three subjects of the catalogue, and thanks: all that a partner hears of an evening. */
export function ResultFormPanel(props: ResultFormProps): ReactElement {
  const { action, day, attendance, subjects, form, errors, hidden = {} } = props;
  const t = useTranslations("partner-request");
  return (
    <form className="rd-paneel" action={action} method="post" aria-labelledby="terugkoppeling" noValidate={true}>
      <h2 className="utrecht-heading-2" id="terugkoppeling">
        {t("result.title")}
      </h2>
      <ErrorSummary title={t("result.notSent")} errors={namedErrors(errors, subjects)} />
      <p className="utrecht-paragraph">{t.rich("result.lead", { day: () => <Dutch>{day}</Dutch> })}</p>
      <p className="utrecht-paragraph">{t("result.privacy")}</p>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {attendance === undefined ? (
        <ChoiceField
          name="opkomst"
          legend={t("result.attendance")}
          idPrefix="opkomst"
          selected={form.opkomst}
          error={errors.opkomst}
          options={ATTENDANCE_BANDS.map((band) => ({ value: band, label: t(`bands.${band}`) }))}
        />
      ) : (
        <p className="utrecht-paragraph">{t("result.attendanceKnown", { band: t(`bands.${attendance}`) })}</p>
      )}
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">{t("result.asked")}</legend>
        {subjects.map(({ id, name }, index) => (
          <CheckField
            key={id}
            id={`gevraagd-${id}`}
            name="gevraagd"
            value={id}
            label={<Dutch>{name}</Dutch>}
            isChecked={form.gevraagd.includes(id)}
            error={index === 0 ? errors.gevraagd : undefined}
          />
        ))}
      </fieldset>
      <SubmitButton>{t("result.send")}</SubmitButton>
    </form>
  );
}

function namedErrors(errors: ResultErrors, subjects: ResultFormProps["subjects"]): FormError[] {
  return [
    ...(errors.opkomst === undefined ? [] : [{ fieldId: `opkomst-${ATTENDANCE_BANDS[0]}`, text: errors.opkomst }]),
    ...(errors.gevraagd === undefined ? [] : [{ fieldId: `gevraagd-${subjects[0]?.id}`, text: errors.gevraagd }]),
  ];
}
