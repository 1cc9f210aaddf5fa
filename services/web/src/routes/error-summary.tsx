import { Alert } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";

export interface FormError {
  /** Id of the field that it is about. */
  readonly fieldId: string;
  readonly text: ReactNode;
}

/** Everything that is wrong with a form in one place, each with a link to its field. */
export function ErrorSummary(props: {
  readonly title: string;
  readonly errors: readonly FormError[];
}): ReactElement | null {
  if (props.errors.length === 0) return null;
  return (
    <Alert kind="error" title={props.title}>
      <ul className="rd-foutlijst">
        {props.errors.map(({ fieldId, text }) => (
          <li key={fieldId}>
            <a className="utrecht-link" href={`#${fieldId}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
