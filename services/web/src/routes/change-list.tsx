import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { ThemeChangeLine } from "../web-tools.js";

interface ChangeListProps {
  readonly changes: readonly ThemeChangeLine[];
  /** Off on the page of one theme, where all lines are about it. */
  readonly hasThemes: boolean;
}

/** What happened to themes, who did it and why; with a way back for what a person did. */
export function ChangeList({ changes, hasThemes }: ChangeListProps): ReactElement {
  return (
    <ol className="rd-wijzigingen">
      {changes.map((change) => (
        <li key={change.id} className="rd-wijzigingen__item">
          <time className="rd-wijzigingen__wanneer" dateTime={change.day}>
            {change.when}
          </time>
          <span>{change.sentence}</span>
          <ByWhom change={change} />
          {hasThemes && change.theme !== undefined ? (
            <span className="rd-wijzigingen__wanneer">
              Thema nu:{" "}
              <a className="utrecht-link" href={`/themas/${encodeURIComponent(change.theme.id)}`}>
                {change.theme.name}
              </a>
            </span>
          ) : null}
          <Undo change={change} />
        </li>
      ))}
    </ol>
  );
}

function ByWhom({ change: { person } }: { readonly change: ThemeChangeLine }): ReactElement {
  return (
    <span className="rd-wijzigingen__wanneer">
      {person === undefined ? "Rode Draad" : `${person.who}: ${person.why}`}
    </span>
  );
}

function Undo({ change: { undo, correctionId, sentence } }: { readonly change: ThemeChangeLine }): ReactElement | null {
  if (undo === undefined || correctionId === undefined) return null;
  if (undo !== "possible") return <span className="rd-wijzigingen__wanneer">{undo.whyNot}</span>;
  return (
    <span>
      <a className="utrecht-link" href={`/wijzigingen/${encodeURIComponent(correctionId)}`}>
        Ongedaan maken
        <span className="rd-onzichtbaar">: {sentence}</span>
      </a>
    </span>
  );
}

interface DoneMessageProps {
  readonly changes: readonly ThemeChangeLine[];
  /** The correction that was just made or undone, from the address after a redirect. */
  readonly done: unknown;
}

export function DoneMessage({ changes, done }: DoneMessageProps): ReactElement | null {
  const change = changes.find(({ correctionId }) => correctionId !== undefined && correctionId === done);
  if (change === undefined) return null;
  return (
    <div role="status">
      <Alert kind="ok">
        <p>{change.sentence} De aantallen en overzichten volgen over een moment.</p>
      </Alert>
    </div>
  );
}
