import { Icon } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
}

/** One question with a few answers, all of them shown. Its error leads to the first answer, since a group has no field of its own. */
export function AnswerChoice(props: {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly error: string | undefined;
  /** Makes the ids unique on a page with several questions. */
  readonly idOf: (name: string) => string;
}): ReactElement {
  const { legend, choices, chosen, error, idOf } = props;
  return (
    <fieldset
      className="utrecht-form-fieldset"
      aria-describedby={error === undefined ? undefined : idOf("antwoord-fout")}
    >
      <legend className="utrecht-form-fieldset__legend">{legend}</legend>
      {error === undefined ? null : (
        <p className="utrecht-form-field-error-message" id={idOf("antwoord-fout")}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
      <div className="rd-data">
        {choices.map(({ value, label }) => (
          <label key={value} className="rd-optie">
            <input
              className="utrecht-radio-button"
              type="radio"
              name="antwoord"
              id={idOf(`antwoord-${value}`)}
              value={value}
              defaultChecked={chosen === value}
            />
            <span className="rd-optie__titel">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
