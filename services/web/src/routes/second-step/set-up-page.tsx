import { TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { ErrorSummary } from "../error-summary.js";
import { QrCode } from "./qr-code.js";

export interface SetUpPageProps {
  /** The address to go to afterwards. */
  readonly to: string;
  /** What the app counts codes from, for who types it over. */
  readonly secret: string;
  /** The same with name and place, for who scans it. */
  readonly appAddress: string;
  readonly problem?: string;
}

export function SetUpPage({ to, secret, appAddress, problem }: SetUpPageProps): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Stel je app voor codes in</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          Met een code uit een app komt niemand binnen die alleen je wachtwoord kent.
        </p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel rd-stapel--ruim">
          <section className="rd-stapel" aria-labelledby="scannen">
            <h2 className="utrecht-heading-2" id="scannen">
              1. Scan het vierkant
            </h2>
            <p className="utrecht-paragraph">
              Open een app voor codes op je telefoon. Heb je die nog niet? Vraag de beheerder welke app je mag
              gebruiken.
            </p>
            <QrCode text={appAddress} label="Vierkant om te scannen met je app voor codes" />
            <p className="utrecht-paragraph">Lukt scannen niet? Typ deze sleutel over in de app:</p>
            <p className="utrecht-paragraph">
              <code>{(secret.match(/.{1,4}/g) ?? []).join(" ")}</code>
            </p>
            <p className="utrecht-paragraph">Deel deze sleutel met niemand.</p>
          </section>
          <form className="rd-paneel" action="/aanmelden/instellen" method="post" aria-labelledby="proberen">
            <h2 className="utrecht-heading-2" id="proberen">
              2. Probeer het uit
            </h2>
            <ErrorSummary
              title="Je app is nog niet ingesteld"
              errors={problem === undefined ? [] : [{ fieldId: "code", text: problem }]}
            />
            <input type="hidden" name="naar" value={to} />
            <TextField
              id="code"
              label="Code"
              hint="De zes cijfers die nu in de app staan."
              autoComplete="one-time-code"
              error={problem}
              isRequired={true}
              isShort={true}
            />
            <div className="utrecht-button-group">
              <button className="utrecht-button utrecht-button--primary-action" type="submit">
                Stel in
              </button>
            </div>
          </form>
        </div>
        <section className="rd-stapel" aria-labelledby="daarna">
          <h2 className="utrecht-heading-3" id="daarna">
            Wat er verandert
          </h2>
          <p className="utrecht-paragraph">Voortaan vragen wij bij het aanmelden ook een code uit deze app.</p>
          <p className="utrecht-paragraph">Stap 2 geeft je herstelcodes. Die zijn voor als je telefoon weg is.</p>
        </section>
      </div>
    </>
  );
}
