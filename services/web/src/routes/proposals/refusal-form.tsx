import { REFUSAL_EFFECTS, REFUSAL_REASONS, type RefusalReason } from "@rode-draad/domain";
import { ChoiceField, Disclosure, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { type DecisionForm, REMARK_LENGTH_MAX } from "./cards.js";

interface RefusalFormProps {
  readonly proposalId: string;
  readonly title: string;
  readonly form?: DecisionForm | undefined;
  readonly error?: string | undefined;
}

/** "Niet doen, want …": five fixed reasons, each with what it will do, and one line. */
export function RefusalForm({ proposalId, title, form, error }: RefusalFormProps): ReactElement {
  const t = useTranslations("proposal.decide");
  const reason = useTranslations("proposal.refusal.reasons");
  const effect = useRefusalEffect();
  const idPrefix = `reden-${proposalId}`;
  return (
    <Disclosure title={title} isOpen={error !== undefined}>
      <form
        className="rd-stapel"
        action={`/voorstellen/${encodeURIComponent(proposalId)}/besluit`}
        method="post"
        noValidate={error !== undefined}
      >
        <ChoiceField
          name="reden"
          legend={t("why")}
          idPrefix={idPrefix}
          selected={form?.reason}
          error={error}
          isRequired={true}
          options={REFUSAL_REASONS.map((value) => ({
            value,
            label: (
              <>
                {reason(value)}
                <small className="rd-gevolg">{effect(value)}</small>
              </>
            ),
          }))}
        />
        <TextField
          id={`toelichting-${proposalId}`}
          name="toelichting"
          label={t("remark")}
          hint={t("remarkHint")}
          maxLength={REMARK_LENGTH_MAX}
          {...(form && { value: form.remark })}
        />
        <div className="utrecht-button-group">
          <button
            type="submit"
            className="utrecht-button utrecht-button--primary-action"
            name="besluit"
            value="niet-doen"
          >
            {t("button")}
          </button>
        </div>
      </form>
    </Disclosure>
  );
}

/** What a reason does to the next proposals, by the same table that the proposals follow. */
export function useRefusalEffect(): (reason: RefusalReason) => string {
  const t = useTranslations("proposal.refusal");
  return (reason) => {
    const { months, endsWhenWorse } = REFUSAL_EFFECTS[reason];
    const sentence = t(`effect.${reason}`, { months });
    return endsWhenWorse ? `${sentence} ${t("sooner")}` : sentence;
  };
}
