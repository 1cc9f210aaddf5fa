import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";

export interface RecoveryPageProps {
  readonly codes: readonly string[];
  /** The address to go to afterwards. */
  readonly to: string;
}

export function RecoveryPage({ codes, to }: RecoveryPageProps): ReactElement {
  return (
    <div className="rd-stapel rd-stapel--ruim">
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Bewaar je herstelcodes</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">Je app is ingesteld en je bent aangemeld.</p>
      </div>
      <Alert kind="warning" title="Je ziet deze codes maar één keer">
        <p>Druk ze af, of bewaar ze in je kluis voor wachtwoorden. Niet op je telefoon.</p>
      </Alert>
      <p className="utrecht-paragraph">Is je telefoon weg? Dan meld je je aan met een van deze codes.</p>
      <ul className="utrecht-unordered-list">
        {codes.map((code) => (
          <li className="utrecht-unordered-list__item" key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href={to}>
          Ik heb ze bewaard
        </a>
      </div>
    </div>
  );
}
