import { EmptyState } from "@rode-draad/ui";
import type { ReactElement } from "react";

/** What stands behind a link instead of the request. None of these says whether there ever was one. */

export function GonePage(): ReactElement {
  return (
    <EmptyState
      drawing="lost"
      title="Deze link werkt niet (meer)"
      lead="De link is verlopen, of het adres is niet compleet."
    >
      <p className="utrecht-paragraph">Bel of mail de collega die u de brief stuurde. Die helpt u verder.</p>
    </EmptyState>
  );
}

export function TooManyPage(): ReactElement {
  return (
    <EmptyState drawing="lost" title="Even wachten" lead="Er kwamen te veel vragen tegelijk. Er is niets veranderd.">
      <p className="utrecht-paragraph">Open de link over een minuut nog een keer.</p>
    </EmptyState>
  );
}

export function BrokenPage({ reference }: { readonly reference: string | undefined }): ReactElement {
  return (
    <EmptyState
      drawing="fault"
      title="Dat lukte niet"
      lead="Uw antwoord is niet verstuurd. Probeer het later nog eens."
    >
      {reference === undefined ? null : (
        <p className="utrecht-paragraph">
          Lukt het dan niet? Bel de collega die u de brief stuurde. Noem de code <strong>{reference}</strong>.
        </p>
      )}
    </EmptyState>
  );
}
