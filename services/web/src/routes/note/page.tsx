import { Alert, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { NotePageView } from "../../web-tools.js";
import { ReleaseForm, WithdrawForm } from "./release-form.js";

export interface NotePageProps {
  /** The number that was searched for; empty when nothing was. */
  readonly number: string;
  readonly note?: NotePageView;
  readonly notFound?: string;
  /** Why nothing was done. */
  readonly refused?: ReactNode;
  readonly done?: "vrijgegeven" | "ingetrokken" | "weer-tegengehouden";
}

export function NotePage({ number, note, notFound, refused, done }: NotePageProps): ReactElement {
  const t = useTranslations("note");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/notities" method="get">
          <TextField
            id="nummer"
            label={t("number.label")}
            hint={t("number.hint")}
            value={number}
            error={notFound}
            maxLength={200}
            isRequired={true}
          />
          <SubmitButton>{t("search")}</SubmitButton>
        </form>
        <p className="utrecht-paragraph">{t("neverText")}</p>
      </div>
      {note === undefined ? null : (
        <section className="rd-sectie rd-stapel" aria-labelledby="uitkomst">
          <h2 className="utrecht-heading-2" id="uitkomst">
            {t(`state.${note.state}`)}
          </h2>
          <Told done={done} refused={refused} />
          <Standing note={note} />
          {note.state === "stored" ? null : <ReleaseForm number={number} note={note} />}
          {note.state === "quarantined" ? <WithdrawForm number={number} /> : null}
        </section>
      )}
    </>
  );
}

interface ToldProps {
  readonly done: NotePageProps["done"] | undefined;
  readonly refused: ReactNode | undefined;
}

function Told({ done, refused }: ToldProps): ReactElement | null {
  const t = useTranslations("note.told");
  if (refused !== undefined) {
    return (
      <Alert kind="error" title={t("nothing")} level={3}>
        <p>{refused}</p>
      </Alert>
    );
  }
  if (done === "weer-tegengehouden") {
    return (
      <Alert kind="error" title={t("heldAgain")} level={3}>
        <p>{t("heldAgainWhy")}</p>
      </Alert>
    );
  }
  if (done === undefined) return null;
  const isReleased = done === "vrijgegeven";
  return (
    <Alert kind="ok" title={isReleased ? t("released") : t("withdrawn")} level={3}>
      <p>{isReleased ? t("releasedWhy") : t("withdrawnWhy")}</p>
    </Alert>
  );
}

function Standing({ note }: { readonly note: NotePageView }): ReactElement {
  const t = useTranslations("note.standing");
  const howOften = useTranslations("note.times");
  if (note.state === "withdrawn") {
    return <p className="utrecht-paragraph">{t("withdrawn")}</p>;
  }
  if (note.state === "quarantined") {
    return (
      <>
        <p className="utrecht-paragraph">
          <Dutch>{note.reason}</Dutch>
        </p>
        <Places note={note} />
      </>
    );
  }
  if (note.takenOut.length === 0) {
    return <p className="utrecht-paragraph">{t("nothingTaken")}</p>;
  }
  return (
    <>
      <p className="utrecht-paragraph">{t("taken")}</p>
      <ul className="utrecht-unordered-list">
        {note.takenOut.map(({ kind, times }) => (
          <li key={kind}>{howOften(kind, { times })}</li>
        ))}
      </ul>
      <Places note={note} />
    </>
  );
}

/** Where it stands in the worker's own text. People count from 1, and the last character belongs to it. */
function Places({ note }: { readonly note: NotePageView }): ReactElement | null {
  const t = useTranslations("note.standing");
  const kindName = useTranslations("note.kind");
  if (note.places.length === 0) return null;
  return (
    <>
      <p className="utrecht-paragraph">{t("places")}</p>
      <ul className="utrecht-unordered-list">
        {note.places.map(({ start, end, kind }) => (
          <li key={`${start}-${end}`}>{t("place", { start: start + 1, end, kind: kindName(kind) })}</li>
        ))}
      </ul>
    </>
  );
}
