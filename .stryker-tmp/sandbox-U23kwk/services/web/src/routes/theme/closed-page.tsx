import { EmptyState, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { ThemeChangeLine } from "../../web-tools.js";

/** Stands at the address of a theme that somebody said is none: who, when and why, and the way back. */
export function ClosedPage({ change }: { readonly change: ThemeChangeLine }): ReactElement {
  const { sentence, when, person, undo, correctionId } = change;
  return (
    <EmptyState drawing="lost" title="Dit is geen thema meer" lead={sentence}>
      {person === undefined ? null : (
        <FactList
          facts={[
            { term: "Wie", value: person.who },
            { term: "Wanneer", value: when },
            { term: "Waarom", value: person.why },
          ]}
        />
      )}
      <div className="utrecht-button-group">
        {undo === "possible" && correctionId !== undefined ? (
          <a
            className="utrecht-button utrecht-button--primary-action"
            href={`/wijzigingen/${encodeURIComponent(correctionId)}`}
          >
            Maak dit ongedaan
          </a>
        ) : null}
        <a className="utrecht-link" href="/themas">
          Bekijk alle thema’s
        </a>
      </div>
    </EmptyState>
  );
}
