import { CORRECTION_LIMITS } from "@rode-draad/domain";
import type { ThemeView } from "@rode-draad/reports";
import { Alert, Disclosure, SelectField, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { Choice, CorrectionChoices } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import { namedErrors, ReasonField } from "../reason-field.js";
import {
  type CorrectionErrors,
  type CorrectionForm,
  type CorrectionKindOnPage,
  EMPTY_CORRECTION,
  FIELDS_OF,
} from "./read-correction.js";

/** A form that was sent and could not be carried out. */
export interface CorrectionAttempt {
  readonly kind: CorrectionKindOnPage;
  readonly form: CorrectionForm;
  readonly errors: CorrectionErrors;
  /** The sentence that says why the rules do not allow it. */
  readonly refused?: string;
}

interface CorrectionFormsProps {
  readonly theme: ThemeView;
  readonly choices: CorrectionChoices;
  readonly choice: Choice;
  readonly attempt: CorrectionAttempt | undefined;
}

/** The forms in the order in which they stand. */
const KINDS: readonly CorrectionKindOnPage[] = ["rename", "merge", "split", "pin", "not-a-theme", "sleep"];

/** A form for each thing that a person may do, and one sentence for what may not be done. */
export function CorrectionForms({ theme, choices, choice, attempt }: CorrectionFormsProps): ReactElement {
  const t = useTranslations("correction");
  const offered = KINDS.filter((kind) => choices.whyNot[kind] === undefined);
  const action = `${withChoice(`/themas/${encodeURIComponent(theme.id)}/correcties`, choice)}#aanpassen`;
  return (
    <section className="rd-stapel rd-niet-printen" aria-labelledby="aanpassen">
      <div className="rd-sectie__kop">
        <h2 className="utrecht-heading-2" id="aanpassen">
          {t("title")}
        </h2>
        <p className="utrecht-paragraph">{t("about")}</p>
      </div>
      {attempt === undefined ? null : <WhatIsWrong attempt={attempt} />}
      <div>
        {offered.map((kind) => {
          const tried = attempt?.kind === kind ? attempt : undefined;
          return (
            <Disclosure
              key={kind}
              title={t(`forms.${kind}.title`)}
              hint={t(`forms.${kind}.hint`)}
              isOpen={tried !== undefined}
            >
              <form className="rd-stapel" action={action} method="post" noValidate={true}>
                {kind === "rename" ? null : <p className="utrecht-paragraph">{t(`forms.${kind}.effect`)}</p>}
                <OwnFields kind={kind} theme={theme} choices={choices} tried={tried} />
                <ReasonField prefix={kind} form={tried?.form ?? EMPTY_CORRECTION} errors={tried?.errors ?? {}} />
                <div className="utrecht-button-group">
                  <button
                    className="utrecht-button utrecht-button--primary-action"
                    type="submit"
                    name="soort"
                    value={kind}
                  >
                    {t(`forms.${kind}.button`)}
                  </button>
                </div>
              </form>
            </Disclosure>
          );
        })}
      </div>
      {[...new Set(Object.values(choices.whyNot))].map((sentence) => (
        <p key={sentence} className="utrecht-paragraph utrecht-paragraph--small">
          <Dutch>{sentence}</Dutch>
        </p>
      ))}
    </section>
  );
}

function WhatIsWrong({ attempt }: { readonly attempt: CorrectionAttempt }): ReactElement {
  const { kind, errors, refused } = attempt;
  const title = useTranslations("correction")("notYet");
  if (refused !== undefined) {
    return (
      <Alert kind="error" title={title}>
        <p>
          <Dutch>{refused}</Dutch>
        </p>
      </Alert>
    );
  }
  return <ErrorSummary title={title} errors={namedErrors(kind, [...FIELDS_OF[kind], "reden"], errors)} />;
}

interface OwnFieldsProps extends Pick<CorrectionFormsProps, "theme" | "choices"> {
  readonly kind: CorrectionKindOnPage;
  readonly tried: CorrectionAttempt | undefined;
}

/** What a form asks besides why. */
function OwnFields({ kind, theme, choices, tried }: OwnFieldsProps): ReactElement | null {
  const t = useTranslations("correction.fields");
  const dutch = useDutch();
  const field = (name: "naam" | "woorden") => ({
    id: `${kind}-${name}`,
    name,
    error: tried?.errors[name],
    isRequired: true,
  });
  const nameField = { ...field("naam"), maxLength: CORRECTION_LIMITS.nameCharactersMax };
  if (kind === "rename") {
    return <TextField {...nameField} label={t("newName")} value={tried?.form.naam ?? theme.name} />;
  }
  if (kind === "merge") {
    return (
      <>
        {theme.collective === "only-with-care" ? <p className="utrecht-paragraph">{t("care")}</p> : null}
        <SelectField
          id="merge-met"
          name="met"
          label={t.rich("mergeWith", { theme: () => <Dutch>{theme.name}</Dutch> })}
          selected={tried?.form.met ?? ""}
          error={tried?.errors.met}
          groups={[
            { options: [{ value: "", label: t("choose") }] },
            ...choices.mergeInto.map(({ group, themes }) => ({
              label: group,
              lang: dutch,
              options: themes.map(({ id, name }) => ({ value: id, label: name, lang: dutch })),
            })),
          ]}
        />
      </>
    );
  }
  if (kind !== "split") return null;
  return (
    <>
      <TextField {...nameField} label={t("splitName")} value={tried?.form.naam ?? ""} />
      <TextField
        {...field("woorden")}
        label={t("splitWords")}
        hint={t("splitWordsHint")}
        value={tried?.form.woorden ?? ""}
      />
    </>
  );
}
