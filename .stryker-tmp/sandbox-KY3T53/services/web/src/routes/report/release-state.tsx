import { monthName } from "@rode-draad/reports";
import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { Choice, ReportState } from "../../web-tools.js";

export interface ReleaseStateProps {
  readonly choice: Choice;
  readonly state: ReportState | undefined;
  /** What went wrong with the form. */
  readonly error?: string;
}

/**
 * Says whether the report can still change, and lets a person release it who may. All parts of a month leave together, so the form
 * stands on the report of the whole municipality only.
 */
export function ReleaseState({ choice, state, error }: ReleaseStateProps): ReactElement | null {
  if (state === undefined) return null;
  if (state.kind === "released") {
    return (
      <p className="utrecht-paragraph rd-niet-printen">
        Dit rapport is vrijgegeven en verandert niet meer. Nieuwe notities tellen mee in de volgende maand.
      </p>
    );
  }
  if (choice.part.kind !== "municipality") {
    return (
      <p className="utrecht-paragraph rd-niet-printen">
        Dit is een concept. Vrijgeven doe je bij het rapport van de hele gemeente.
      </p>
    );
  }
  if (state.whyNotRelease !== undefined) {
    return <p className="utrecht-paragraph rd-niet-printen">Dit is een concept. {state.whyNotRelease}</p>;
  }
  return (
    <form
      className="rd-paneel rd-niet-printen"
      action="/maandrapport/vrijgave"
      method="post"
      noValidate={true}
      aria-labelledby="vrijgeven"
    >
      <h2 className="utrecht-heading-2" id="vrijgeven">
        Dit is een concept
      </h2>
      {error === undefined ? null : (
        <Alert kind="error" title="Het rapport is niet vrijgegeven" level={3}>
          <p>{error}</p>
        </Alert>
      )}
      <p className="utrecht-paragraph">
        Klopt het? Geef {monthName(choice.month)} dan vrij. Daarna verandert deze maand niet meer.
      </p>
      <input type="hidden" name="maand" value={choice.month} />
      <input type="hidden" name="gemaaktOp" value={state.madeAt} />
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          Geef vrij
        </button>
      </div>
    </form>
  );
}
