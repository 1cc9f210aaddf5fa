import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../messages/dutch.js";
import { useDayName } from "../messages/use-names.js";
import { useTranslations } from "../messages/use-translations.js";
import type { ThemeChangeLine } from "../web-tools.js";

interface ChangeListProps {
  readonly changes: readonly ThemeChangeLine[];
  /** Off on the page of one theme, where all lines are about it. */
  readonly hasThemes: boolean;
}

/** What happened to themes, who did it and why; with a way back for what a person did. */
export function ChangeList({ changes, hasThemes }: ChangeListProps): ReactElement {
  const dayName = useDayName();
  return (
    <ol className="rd-wijzigingen">
      {changes.map((change) => (
        <li key={change.id} className="rd-wijzigingen__item">
          <time className="rd-wijzigingen__wanneer" dateTime={change.day}>
            {dayName(change.day)}
          </time>
          <span>
            <Dutch>{change.sentence}</Dutch>
          </span>
          <ByWhom change={change} />
          <Ways change={change} hasTheme={hasThemes} />
        </li>
      ))}
    </ol>
  );
}

/** The program itself, by its name. */
const PROGRAM = "Rode Draad";

function ByWhom({ change: { person } }: { readonly change: ThemeChangeLine }): ReactElement {
  return (
    <span className="rd-wijzigingen__wanneer">
      {person === undefined ? PROGRAM : <Dutch>{`${person.who}: ${person.why}`}</Dutch>}
    </span>
  );
}

/** Where a person can go from a line: to the theme, and back to before the change. */
function Ways({ change, hasTheme }: { readonly change: ThemeChangeLine; readonly hasTheme: boolean }): ReactElement {
  const t = useTranslations("changes");
  const { theme, undo, correctionId, sentence } = change;
  return (
    <span className="rd-wijzigingen__wegen">
      {hasTheme && theme !== undefined ? (
        <a className="utrecht-link" href={`/themas/${encodeURIComponent(theme.id)}`}>
          {t("viewTheme")}
          <span className="rd-onzichtbaar">
            : <Dutch>{theme.name}</Dutch>
          </span>
        </a>
      ) : null}
      {undo === "possible" && correctionId !== undefined ? (
        <a className="utrecht-link" href={`/wijzigingen/${encodeURIComponent(correctionId)}`}>
          {t("undo")}
          <span className="rd-onzichtbaar">
            : <Dutch>{sentence}</Dutch>
          </span>
        </a>
      ) : null}
      {typeof undo === "object" ? <Dutch>{undo.whyNot}</Dutch> : null}
    </span>
  );
}

interface DoneMessageProps {
  readonly changes: readonly ThemeChangeLine[];
  /** The correction that was just made or undone, from the address after a redirect. */
  readonly done: unknown;
}

/** What was done, in the words of the list. Its id is where the redirect leads. */
export function DoneMessage({ changes, done }: DoneMessageProps): ReactElement | null {
  const t = useTranslations("changes");
  const change = changes.find(({ correctionId }) => correctionId !== undefined && correctionId === done);
  if (change === undefined) return null;
  return (
    <div role="status" id="gedaan">
      <Alert kind="ok">
        <p>
          <Dutch>{change.sentence}</Dutch> {t("followUp")}
        </p>
      </Alert>
    </div>
  );
}
