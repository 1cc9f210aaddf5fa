import type { ReactElement, ReactNode } from "react";
import { Icon } from "./icon.js";

interface ProcessStepsProps {
  readonly label: string;
  /** Read out before what is done, since a tick is only seen. */
  readonly doneWord: string;
  readonly steps: readonly {
    readonly key: string;
    readonly name: string;
    readonly hint?: ReactNode;
    readonly state: "done" | "now" | "to-do";
  }[];
}

/** Steps on the thread: a solid line for what is done, dashes for what is to come. */
export function ProcessSteps({ label, doneWord, steps }: ProcessStepsProps): ReactElement {
  return (
    <ol className="rd-stappen" aria-label={label}>
      {steps.map(({ key, name, hint, state }, index) => (
        <li
          key={key}
          className={`rd-stappen__stap${CLASSES[state]}`}
          aria-current={state === "now" ? "step" : undefined}
        >
          <span className="rd-stappen__bol" aria-hidden="true">
            {state === "done" ? <Icon name="check" /> : index + 1}
          </span>
          {state === "done" ? <span className="rd-onzichtbaar">{doneWord}: </span> : null}
          {name}
          {hint === undefined ? null : <small>{hint}</small>}
        </li>
      ))}
    </ol>
  );
}

const CLASSES = { done: " rd-stappen__stap--klaar", now: " rd-stappen__stap--nu", "to-do": "" } as const;
