import { Alert, ChoiceField, SelectField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { ReviewHour, ReviewQuestion, ReviewView } from "../../web-tools.js";

/** Where a browser goes after a choice, so that the next question can be answered from the keyboard at once. */
export const FIRST_CHOICE = "keuze-1";

/** What the choices are called in the form, beside the ids of themes. */
export const NO_QUESTION = "geen-vraag";
export const OTHER = "ander";

export interface ReviewPageProps {
  readonly view: ReviewView;
  readonly passedOver: number;
  /** The choice that was just kept; `undo` where this person may undo it. */
  readonly kept?: { readonly correctionId: string; readonly mayUndo: boolean };
  readonly refused?: string;
  readonly otherMissing?: boolean;
}

export function ReviewPage(props: ReviewPageProps): ReactElement {
  const { view } = props;
  const t = useTranslations("review");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      {"whyNot" in view ? (
        <div className="rd-sectie">
          <Alert kind="info">
            <p>{t(`whyNot.${view.whyNot}`)}</p>
          </Alert>
        </div>
      ) : (
        <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
          <div className="rd-stapel">
            <Told {...props} />
            {view.question === undefined ? (
              <Nothing hasLeft={view.left > 0} />
            ) : (
              <QuestionForm question={view.question} {...props} left={view.left - props.passedOver} />
            )}
          </div>
          <div className="rd-stapel">
            {view.hour === undefined ? null : <Hour hour={view.hour} />}
            <p className="utrecht-paragraph utrecht-paragraph--small">{t("about")}</p>
          </div>
        </div>
      )}
    </>
  );
}

function Told({ kept, refused }: Pick<ReviewPageProps, "kept" | "refused">): ReactElement | null {
  const t = useTranslations("review");
  if (refused !== undefined) {
    return (
      <Alert kind="error" title={t("notKept")} level={2}>
        <p>
          <Dutch>{refused}</Dutch>
        </p>
      </Alert>
    );
  }
  if (kept === undefined) return null;
  return (
    <Alert kind="ok" title={t("kept")} level={2}>
      {kept.mayUndo ? (
        <p>
          <a className="utrecht-link" href={`/wijzigingen/${encodeURIComponent(kept.correctionId)}`}>
            {t("undo")}
          </a>
        </p>
      ) : null}
    </Alert>
  );
}

function Nothing({ hasLeft }: { readonly hasLeft: boolean }): ReactElement {
  const t = useTranslations("review");
  return (
    <div className="rd-paneel">
      <h2 className="utrecht-heading-3">{hasLeft ? t("allPassedOver") : t("none")}</h2>
      {hasLeft ? null : <p className="utrecht-paragraph">{t("noneWhy")}</p>}
      <p className="utrecht-paragraph">
        <a className="utrecht-link" href={hasLeft ? "/nakijken" : "/"}>
          {hasLeft ? t("again") : t("toOverview")}
        </a>
      </p>
    </div>
  );
}

interface QuestionFormProps extends Pick<ReviewPageProps, "passedOver" | "otherMissing"> {
  readonly question: ReviewQuestion;
  readonly left: number;
}

/** What the question counts as now is chosen beforehand, so that Enter alone says that it is right. */
function QuestionForm({ question, passedOver, left, otherMissing }: QuestionFormProps): ReactElement {
  const t = useTranslations("review");
  const dutch = useDutch();
  const [present] = question.choices;
  const choices = question.choices.map(({ id, name }, index) => ({
    value: id,
    label: index === 0 ? t.rich("now", { theme: () => <Dutch>{name}</Dutch> }) : <Dutch>{name}</Dutch>,
    ...(index === 0 && { id: FIRST_CHOICE }),
  }));
  return (
    <form className="rd-paneel" action="/nakijken" method="post" noValidate={true} aria-labelledby="vraag">
      <h2 className="utrecht-heading-3" id="vraag">
        {t("question")}
      </h2>
      <blockquote className="rd-voorbeeld">
        <p className="rd-voorbeeld__zin" lang={dutch}>
          {question.text}
        </p>
        <footer className="utrecht-paragraph--small">{t("from", { team: question.teamName })}</footer>
      </blockquote>
      <input type="hidden" name="vraag" value={question.id} />
      <input type="hidden" name="overgeslagen" value={passedOver} />
      <ChoiceField
        name="keuze"
        idPrefix="keuze"
        legend={t("legend")}
        selected={otherMissing === true ? OTHER : present?.id}
        options={[...choices, { value: NO_QUESTION, label: t("noQuestion") }, { value: OTHER, label: t("other") }]}
      />
      <SelectField
        id="ander-thema"
        name="thema"
        label={t("otherTheme")}
        selected=""
        error={otherMissing === true ? t("otherMissing") : undefined}
        groups={[
          { options: [{ value: "", label: t("choose") }] },
          ...question.others.map(({ group, themes }) => ({
            label: group,
            lang: dutch,
            options: themes.map(({ id, name }) => ({ value: id, label: name, lang: dutch })),
          })),
        ]}
      />
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          {t("button")}
        </button>
        <a className="utrecht-link" href={`/nakijken?overgeslagen=${passedOver + 1}#${FIRST_CHOICE}`}>
          {t("passOver")}
        </a>
      </div>
      <p className="utrecht-paragraph utrecht-paragraph--small">
        {t("left", { count: left })} {t("keyboard")}
      </p>
    </form>
  );
}

function Hour({ hour: { right, moved, noQuestion, gain } }: { readonly hour: ReviewHour }): ReactElement {
  const t = useTranslations("review.hour");
  return (
    <section className="rd-stapel rd-stapel--nauw" aria-labelledby="uur">
      <h2 className="utrecht-heading-3" id="uur">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">
        {t("checked", { count: right + moved + noQuestion })} {t("right", { count: right })}
        {moved === 0 ? null : ` ${t("moved", { count: moved })}`}
        {noQuestion === 0 ? null : ` ${t("noQuestion", { count: noQuestion })}`}
      </p>
      {gain === undefined ? null : (
        <p className="utrecht-paragraph">
          {gain.before === gain.now
            ? t("same", { share: gain.now })
            : `${t("before", { share: gain.before })} ${t("now", { share: gain.now })}`}
        </p>
      )}
    </section>
  );
}
