import { CORRECTION_LIMITS } from "@rode-draad/domain";
import type { ThemeView } from "@rode-draad/reports";
import { Alert, Disclosure, SelectField, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
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

interface FormWords {
  readonly kind: CorrectionKindOnPage;
  readonly title: string;
  readonly hint: string;
  /** What happens then, when the hint does not say it all. */
  readonly effect?: string;
  readonly button: string;
}

const FORMS: readonly FormWords[] = [
  { kind: "rename", title: "Andere naam", hint: "Dezelfde vragen, een nieuwe naam", button: "Geef deze naam" },
  {
    kind: "merge",
    title: "Samenvoegen",
    hint: "Twee thema’s worden er één",
    effect: "Alle vragen gaan naar het thema dat je kiest. Dit thema staat dan niet meer in de lijst.",
    button: "Voeg samen",
  },
  {
    kind: "split",
    title: "Splitsen",
    hint: "Een deel van de vragen wordt een eigen thema",
    effect: "Heeft een deel minder dan 10 huishoudens? Dan zie je daar geen aantal van.",
    button: "Splits",
  },
  {
    kind: "pin",
    title: "Vastzetten",
    hint: "Rode Draad laat dit thema staan",
    effect: "Wij voegen dit thema dan nooit zelf samen. Wij laten het ook niet verdwijnen.",
    button: "Zet vast",
  },
  {
    kind: "not-a-theme",
    title: "Dit is geen thema",
    hint: "Deze vragen horen niet bij elkaar",
    effect: "Dit thema staat dan niet meer in de lijst. De vragen tellen bij geen thema mee.",
    button: "Haal dit thema weg",
  },
  {
    kind: "sleep",
    title: "Sluimer tot het erger wordt",
    hint: "Het thema telt mee, maar je hoort er even niets over",
    effect: "Wij melden het weer als er duidelijk meer vragen komen.",
    button: "Laat sluimeren",
  },
];

/** "Dit thema aanpassen": a form for each thing that a person may do, and one sentence for what may not be done. */
export function CorrectionForms({ theme, choices, choice, attempt }: CorrectionFormsProps): ReactElement {
  const offered = FORMS.filter(({ kind }) => choices.whyNot[kind] === undefined);
  const action = `${withChoice(`/themas/${encodeURIComponent(theme.id)}/correcties`, choice)}#aanpassen`;
  return (
    <section className="rd-stapel rd-niet-printen" aria-labelledby="aanpassen">
      <div className="rd-sectie__kop">
        <h2 className="utrecht-heading-2" id="aanpassen">
          Dit thema aanpassen
        </h2>
        <p className="utrecht-paragraph">Jij beslist. Je kunt alles later weer ongedaan maken.</p>
      </div>
      {attempt === undefined ? null : <WhatIsWrong attempt={attempt} />}
      <div>
        {offered.map((words) => {
          const tried = attempt?.kind === words.kind ? attempt : undefined;
          return (
            <Disclosure key={words.kind} title={words.title} hint={words.hint} isOpen={tried !== undefined}>
              <form className="rd-stapel" action={action} method="post" noValidate={true}>
                {words.effect === undefined ? null : <p className="utrecht-paragraph">{words.effect}</p>}
                <OwnFields kind={words.kind} theme={theme} choices={choices} tried={tried} />
                <ReasonField prefix={words.kind} form={tried?.form ?? EMPTY_CORRECTION} errors={tried?.errors ?? {}} />
                <div className="utrecht-button-group">
                  <button
                    className="utrecht-button utrecht-button--primary-action"
                    type="submit"
                    name="soort"
                    value={words.kind}
                  >
                    {words.button}
                  </button>
                </div>
              </form>
            </Disclosure>
          );
        })}
      </div>
      {[...new Set(Object.values(choices.whyNot))].map((sentence) => (
        <p key={sentence} className="utrecht-paragraph utrecht-paragraph--small">
          {sentence}
        </p>
      ))}
    </section>
  );
}

function WhatIsWrong({ attempt }: { readonly attempt: CorrectionAttempt }): ReactElement {
  const { kind, errors, refused } = attempt;
  const title = "Er is nog niets aangepast";
  if (refused !== undefined) {
    return (
      <Alert kind="error" title={title}>
        <p>{refused}</p>
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
  const field = (name: "naam" | "woorden") => ({
    id: `${kind}-${name}`,
    name,
    error: tried?.errors[name],
    isRequired: true,
  });
  const nameField = { ...field("naam"), maxLength: CORRECTION_LIMITS.nameCharactersMax };
  if (kind === "rename") {
    return <TextField {...nameField} label="Nieuwe naam" value={tried?.form.naam ?? theme.name} />;
  }
  if (kind === "merge") {
    return (
      <>
        {theme.collective === "only-with-care" ? (
          <p className="utrecht-paragraph">Dit thema vraagt zorg. Het mag alleen samen met een ander thema met zorg.</p>
        ) : null}
        <SelectField
          id="merge-met"
          name="met"
          label={`Voeg ‘${theme.name}’ samen met`}
          selected={tried?.form.met ?? ""}
          error={tried?.errors.met}
          groups={[
            { options: [{ value: "", label: "Kies een thema" }] },
            ...choices.mergeInto.map(({ group, themes }) => ({
              label: group,
              options: themes.map(({ id, name }) => ({ value: id, label: name })),
            })),
          ]}
        />
      </>
    );
  }
  if (kind !== "split") return null;
  return (
    <>
      <TextField {...nameField} label="Naam van het nieuwe thema" value={tried?.form.naam ?? ""} />
      <TextField
        {...field("woorden")}
        label="Woorden van het nieuwe thema"
        hint="Vragen met een van deze woorden gaan mee. Zet een komma tussen de woorden."
        value={tried?.form.woorden ?? ""}
      />
    </>
  );
}
