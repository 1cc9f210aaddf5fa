import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";

export interface RecoveryPageProps {
  readonly codes: readonly string[];
  /** The address to go to afterwards. */
  readonly to: string;
}

export function RecoveryPage({ codes, to }: RecoveryPageProps): ReactElement {
  const t = useTranslations("second-step.recovery");
  return (
    <div className="rd-stapel rd-stapel--ruim">
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <Alert kind="warning" title={t("once")}>
        <p>{t("keep")}</p>
      </Alert>
      <p className="utrecht-paragraph">{t("use")}</p>
      <ul className="utrecht-unordered-list">
        {codes.map((code) => (
          <li className="utrecht-unordered-list__item" key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href={to}>
          {t("done")}
        </a>
      </div>
    </div>
  );
}
