import { EmptyState, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { ThemeChangeLine } from "../../web-tools.js";

/** Stands at the address of a theme that somebody said is none: who, when and why, and the way back. */
export function ClosedPage({ change }: { readonly change: ThemeChangeLine }): ReactElement {
  const t = useTranslations("theme.gone");
  const dayName = useDayName();
  const { sentence, day, person, undo, correctionId } = change;
  return (
    <EmptyState drawing="lost" title={t("heading")} lead={<Dutch>{sentence}</Dutch>}>
      {person === undefined ? null : (
        <FactList
          facts={[
            { term: t("who"), value: person.who },
            { term: t("when"), value: dayName(day) },
            { term: t("why"), value: <Dutch>{person.why}</Dutch> },
          ]}
        />
      )}
      <div className="utrecht-button-group">
        {undo === "possible" && correctionId !== undefined ? (
          <a
            className="utrecht-button utrecht-button--primary-action"
            href={`/wijzigingen/${encodeURIComponent(correctionId)}`}
          >
            {t("undo")}
          </a>
        ) : null}
        <a className="utrecht-link" href="/themas">
          {t("all")}
        </a>
      </div>
    </EmptyState>
  );
}
