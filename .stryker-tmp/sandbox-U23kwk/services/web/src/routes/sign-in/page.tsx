import { Alert, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";

export interface SignInPageProps {
  /** The address to go to afterwards. */
  readonly to: string;
  readonly login?: string;
  readonly problem?: string;
  readonly isDone?: boolean;
  /** Name of the municipality's own way to sign in. */
  readonly provider?: string | undefined;
}

export function SignInPage({ to, login = "", problem, isDone = false, provider }: SignInPageProps): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Aanmelden</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          Rode Draad is alleen voor wie in het wijkteam werkt.
        </p>
        {isDone ? (
          <div role="status">
            <Alert kind="ok">
              <p>Je bent afgemeld.</p>
            </Alert>
          </div>
        ) : null}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/aanmelden" method="post" aria-labelledby="met-naam">
          <h2 className="utrecht-heading-2" id="met-naam">
            Met je inlognaam
          </h2>
          {problem === undefined ? null : (
            <div role="alert">
              <Alert kind="error" title="Aanmelden lukte niet">
                <p>{problem}</p>
              </Alert>
            </div>
          )}
          <input type="hidden" name="naar" value={to} />
          <TextField id="inlognaam" label="Inlognaam" value={login} autoComplete="username" isRequired={true} />
          <TextField
            id="wachtwoord"
            label="Wachtwoord"
            type="password"
            autoComplete="current-password"
            isRequired={true}
          />
          <div className="utrecht-button-group">
            <button className="utrecht-button utrecht-button--primary-action" type="submit">
              Meld aan
            </button>
          </div>
        </form>
        <div className="rd-stapel rd-stapel--ruim">
          {provider === undefined ? null : (
            <section className="rd-paneel rd-paneel--vlak" aria-labelledby="met-gemeente">
              <h2 className="utrecht-heading-3" id="met-gemeente">
                Met je werkaccount
              </h2>
              <p className="utrecht-paragraph">Je gaat naar {provider} en komt daarna hier terug.</p>
              <a
                className="utrecht-button utrecht-button--primary-action"
                href={`/aanmelden/extern?${new URLSearchParams({ naar: to })}`}
              >
                Ga naar {provider}
              </a>
            </section>
          )}
          <section className="rd-stapel" aria-labelledby="geen-account">
            <h2 className="utrecht-heading-3" id="geen-account">
              Nog geen account?
            </h2>
            <p className="utrecht-paragraph">
              Vraag de beheerder om een account. Je krijgt dan een link om een wachtwoord te kiezen.
            </p>
          </section>
        </div>
      </div>
    </>
  );
}
