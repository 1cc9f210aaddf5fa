import type { ReactElement, ReactNode } from "react";

export interface Fact {
  readonly term: string;
  /** Shown in the place of the term, such as the term with an arrow. */
  readonly mark?: ReactNode;
  readonly value: ReactNode;
}

/** Facts beside a title, with a hairline between them. */
export function FactList({
  facts,
  inPanel = false,
}: {
  readonly facts: readonly Fact[];
  readonly inPanel?: boolean;
}): ReactElement {
  return (
    <dl className={`utrecht-data-list utrecht-data-list--rows${inPanel ? " rd-paneel" : ""}`}>
      {facts.map((fact) => (
        <div key={fact.term} className="utrecht-data-list__item">
          <dt className="utrecht-data-list__item-key">{fact.mark ?? fact.term}</dt>
          <dd className="utrecht-data-list__item-value">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
