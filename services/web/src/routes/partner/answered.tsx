import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";

/** The answer that was given, and how to change it. */
export function Answered({ answer, level }: { readonly answer: string; readonly level: 2 | 3 }): ReactElement {
  const t = useTranslations("partner.answered");
  return (
    <div role="status">
      <Alert kind="ok" title={t("title")} level={level}>
        <p className="utrecht-paragraph">
          <Dutch>{answer}</Dutch>
        </p>
        <p className="utrecht-paragraph">{t("change")}</p>
      </Alert>
    </div>
  );
}

/** Why an answer was not kept: there was one already, or there is nothing to answer any more. */
export type NotKeptReason = "twice" | "closed";

export function NotKept({ why }: { readonly why: NotKeptReason }): ReactElement {
  const t = useTranslations("partner");
  return (
    <div role="alert">
      <Alert kind="warning">
        <p className="utrecht-paragraph">{t(`notKept.${why}`)}</p>
      </Alert>
    </div>
  );
}
