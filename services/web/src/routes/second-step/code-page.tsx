import { TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { ErrorSummary } from "../error-summary.js";

export interface CodePageProps {
  /** The address to go to afterwards. */
  readonly to: string;
  /** After the code another app is set up. */
  readonly isSettingUp: boolean;
  readonly problem?: string;
}

export function CodePage({ to, isSettingUp, problem }: CodePageProps): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Vul je code in</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          Je wachtwoord klopt. Open nu de app met codes op je telefoon.
        </p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/aanmelden/code" method="post">
          <ErrorSummary
            title="Je bent nog niet aangemeld"
            errors={problem === undefined ? [] : [{ fieldId: "code", text: problem }]}
          />
          <input type="hidden" name="naar" value={to} />
          {isSettingUp ? <input type="hidden" name="stap" value="instellen" /> : null}
          <TextField
            id="code"
            label="Code"
            hint="De zes cijfers uit de app. Of een van je herstelcodes."
            autoComplete="one-time-code"
            error={problem}
            isRequired={true}
            isShort={true}
          />
          <div className="utrecht-button-group">
            <button className="utrecht-button utrecht-button--primary-action" type="submit">
              {isSettingUp ? "Ga verder" : "Meld aan"}
            </button>
          </div>
        </form>
        <section className="rd-stapel" aria-labelledby="geen-telefoon">
          <h2 className="utrecht-heading-3" id="geen-telefoon">
            Geen telefoon bij je?
          </h2>
          <p className="utrecht-paragraph">Gebruik een herstelcode. Elke herstelcode werkt één keer.</p>
          <p className="utrecht-paragraph">Ben je die ook kwijt? Vraag de beheerder om een nieuwe start.</p>
        </section>
      </div>
    </>
  );
}
