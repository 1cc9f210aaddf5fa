import { EmptyState } from "@rode-draad/ui";
import type { ReactElement } from "react";

/** Before the first import, on every page that would show themes. */
export function FirstRun(): ReactElement {
  return (
    <EmptyState
      drawing="start"
      title="Hier begint de draad"
      lead="Er zijn nog geen notities ingelezen. Daarom zie je nog geen thema’s."
    >
      <ol className="utrecht-ordered-list">
        <li>Lees notities in van minstens drie maanden.</li>
        <li>Wij zoeken vragen die vaak terugkomen.</li>
        <li>Jij kiest wat je samen oppakt.</li>
      </ol>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/invoer">
          Lees notities in
        </a>
      </div>
    </EmptyState>
  );
}

/** There are notes, but no theme that may be shown for this choice. */
export function NothingAboveThreshold({ widerHref }: { readonly widerHref: string }): ReactElement {
  return (
    <EmptyState
      drawing="low"
      title="Nog geen thema boven de grens"
      lead="Er zijn wel notities. Maar geen thema komt bij 10 huishoudens of meer."
    >
      <p className="utrecht-paragraph">
        Wij tonen geen aantallen onder de 10. Zo blijft niemand te herkennen. Dit betekent niet dat er niets speelt.
      </p>
      <ul className="utrecht-unordered-list">
        <li>Kies een grotere wijk of alle teams samen.</li>
        <li>Wacht op het overzicht van volgende maand.</li>
      </ul>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href={widerHref}>
          Toon de hele gemeente
        </a>
      </div>
    </EmptyState>
  );
}
