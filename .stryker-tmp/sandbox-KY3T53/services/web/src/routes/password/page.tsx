import { PASSWORD_CHARACTERS_MIN } from "@rode-draad/access";
import { TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { ErrorSummary } from "../error-summary.js";

export interface PasswordPageProps {
  readonly login: string;
  readonly name: string;
  readonly problem?: string;
}

export function PasswordPage({ login, name, problem }: PasswordPageProps): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Wachtwoord kiezen</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          Dag {name}. Kies een wachtwoord dat alleen jij kent.
        </p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        {/* Without an action the form goes to its own address, which holds the secret of the link. */}
        <form className="rd-paneel" method="post">
          <ErrorSummary
            title="Je wachtwoord is nog niet opgeslagen"
            errors={problem === undefined ? [] : [{ fieldId: "wachtwoord", text: problem }]}
          />
          <p className="utrecht-paragraph">Je inlognaam is {login}.</p>
          <input type="hidden" name="inlognaam" value={login} autoComplete="username" />
          <TextField
            id="wachtwoord"
            label="Nieuw wachtwoord"
            hint={`Minstens ${PASSWORD_CHARACTERS_MIN} tekens. Vier losse woorden zijn goed en makkelijk te onthouden.`}
            type="password"
            autoComplete="new-password"
            error={problem}
            isRequired={true}
          />
          <TextField id="nogmaals" label="Nog een keer" type="password" autoComplete="new-password" isRequired={true} />
          <div className="utrecht-button-group">
            <button className="utrecht-button utrecht-button--primary-action" type="submit">
              Bewaar
            </button>
          </div>
        </form>
      </div>
    </>
  );
}
