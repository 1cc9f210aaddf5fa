import type { ReactElement, ReactNode } from "react";

interface ThreadChainProps {
  readonly steps: readonly {
    readonly key: string;
    readonly when: ReactNode;
    readonly title: ReactNode;
    readonly text: ReactNode;
    /** It may still come: a broken line leads to it. */
    readonly isAhead: boolean;
    readonly isCurrent?: boolean;
  }[];
}

/** What grew out of what, as knots on the thread. */
export function ThreadChain({ steps }: ThreadChainProps): ReactElement {
  return (
    <ol className="rd-vervolg">
      {steps.map(({ key, when, title, text, isAhead, isCurrent = false }, index) => {
        const next = steps[index + 1];
        const leadsAhead = next?.isAhead === true;
        return (
          <li
            key={key}
            className={`rd-vervolg__stap${isAhead ? " rd-vervolg__stap--straks" : ""}${leadsAhead ? " rd-vervolg__stap--naar-straks" : ""}`}
            aria-current={isCurrent ? "true" : undefined}
          >
            {next === undefined ? null : (
              <svg
                className={`rd-vervolg__boog${leadsAhead ? " rd-vervolg__boog--straks" : ""}`}
                viewBox="0 0 100 24"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <path d="M0 0C25 22 75 22 100 0" />
              </svg>
            )}
            <p className="rd-vervolg__wanneer">{when}</p>
            <h3 className="utrecht-heading-3">{title}</h3>
            {text}
          </li>
        );
      })}
    </ol>
  );
}
