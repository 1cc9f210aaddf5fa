import type { ReactElement, ReactNode } from "react";
import type { Fact } from "./fact-list.js";

interface OfferCardProps {
  readonly id?: string;
  readonly level: 2 | 3;
  readonly title: ReactNode;
  readonly form: ReactNode;
  readonly href?: string;
  readonly badge?: ReactNode;
  readonly needsCare?: boolean;
  /** What must be read before the facts. */
  readonly notice?: ReactNode;
  readonly facts: readonly Fact[];
  /** What to look out for, and the word that calls for it. */
  readonly watchOut?: { readonly word: string; readonly text: ReactNode };
  readonly children?: ReactNode;
}

/** A proposed offer as a card: title, facts, what to look out for, and the decision below. */
export function OfferCard(props: OfferCardProps): ReactElement {
  const Heading = props.level === 2 ? "h2" : "h3";
  return (
    <article className={`rd-kaart${props.needsCare === true ? " rd-kaart--zorg" : ""}`} id={props.id}>
      <header className="rd-kaart__kop">
        {props.badge === undefined ? null : <p>{props.badge}</p>}
        <p className="rd-kaart__vorm">{props.form}</p>
        <Heading className="utrecht-heading-3">
          {props.href === undefined ? (
            props.title
          ) : (
            <a className="utrecht-link" href={props.href}>
              {props.title}
            </a>
          )}
        </Heading>
      </header>
      {props.notice}
      <dl className="rd-feiten">
        {props.facts.map((fact) => (
          <div key={fact.term} className="rd-feiten__rij">
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {props.watchOut === undefined ? null : (
        <p className="rd-letop">
          <strong>{props.watchOut.word}</strong> {props.watchOut.text}
        </p>
      )}
      {props.children}
    </article>
  );
}
