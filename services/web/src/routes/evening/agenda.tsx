import { Alert, CheckField, SubmitButton } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { EveningView, NextEveningView } from "../../web-tools.js";

interface AgendaProps {
  readonly view: EveningView;
  readonly next: NextEveningView;
  readonly path: string;
  readonly refusal: string | undefined;
}

/** The agenda of the next evening: what the report brings, what a colleague keeps, and the way to the partner. */
export function Agenda({ view, next, path, refusal }: AgendaProps): ReactElement {
  const t = useTranslations("evening.agenda");
  const evenings = useTranslations("evenings");
  return (
    <section className="rd-paneel" aria-labelledby="agenda">
      <h2 className="utrecht-heading-2" id="agenda">
        {t.rich("title", { day: () => <Dutch>{next.day}</Dutch> })}
      </h2>
      {next.isFreeDay ? (
        <Alert kind="warning">
          <p className="utrecht-paragraph">{evenings("freeDay")}</p>
        </Alert>
      ) : null}
      {refusal === undefined ? null : (
        <div role="alert">
          <Alert kind="error">
            <p className="utrecht-paragraph">
              <Dutch>{refusal}</Dutch>
            </p>
          </Alert>
        </div>
      )}
      {next.agenda === "none" ? (
        <NotFilled view={view} next={next} path={path} />
      ) : next.agenda === "undecided" || next.agenda === "ready" ? (
        <Draft view={view} next={next} path={path} />
      ) : (
        <Sent view={view} next={next} />
      )}
    </section>
  );
}

type PartProps = Omit<AgendaProps, "refusal">;

function NotFilled({ view, next, path }: PartProps): ReactElement {
  const t = useTranslations("evening.agenda");
  if (!view.canFill) return <p className="utrecht-paragraph">{t("noReport")}</p>;
  return (
    <>
      <p className="utrecht-paragraph">{t("none")}</p>
      {view.whyNotAsk === undefined ? <Fill month={next.month} path={path} label={t("fill")} /> : null}
    </>
  );
}

function Fill(props: { readonly month: string; readonly path: string; readonly label: ReactNode }): ReactElement {
  return (
    <form className="utrecht-button-group" action={`${props.path}/vullen`} method="post">
      <input type="hidden" name="maand" value={props.month} />
      <button className="utrecht-button" type="submit">
        {props.label}
      </button>
    </form>
  );
}

/** Subjects that ask for care have a yes of their own, which is never ticked beforehand. */
function Draft({ view, next, path }: PartProps): ReactElement {
  const t = useTranslations("evening.agenda");
  const { points, whyNotAsk, reportMonth, newerMonth } = view;
  const plain = points.filter(({ careNeeded }) => !careNeeded);
  const withCare = points.filter(({ careNeeded }) => careNeeded);
  const on = points.filter(({ choice }) => choice === "on");
  const canAsk = whyNotAsk === undefined;
  return (
    <>
      <p className="utrecht-paragraph utrecht-paragraph--small">
        {reportMonth === undefined ? null : t.rich("source", { month: () => <Dutch>{reportMonth}</Dutch> })}{" "}
        {newerMonth === undefined ? null : t.rich("newer", { month: () => <Dutch>{newerMonth}</Dutch> })}
      </p>
      {newerMonth !== undefined && canAsk ? (
        <Fill month={next.month} path={path} label={t.rich("refill", { month: () => <Dutch>{newerMonth}</Dutch> })} />
      ) : null}
      {points.length === 0 ? <p className="utrecht-paragraph">{t("empty")}</p> : null}
      {points.length > 0 && canAsk ? (
        <form className="rd-stapel" action={`${path}/agenda`} method="post">
          <input type="hidden" name="maand" value={next.month} />
          <fieldset className="utrecht-form-fieldset" aria-describedby="kies-uitleg">
            <legend className="utrecht-form-fieldset__legend">{t("choose")}</legend>
            <p className="utrecht-form-field-description" id="kies-uitleg">
              {t("chooseHint")}
            </p>
            {plain.map(({ themeId, title, choice }) => (
              <CheckField
                key={themeId}
                id={`punt-${themeId}`}
                name="punt"
                value={themeId}
                label={<Dutch>{title}</Dutch>}
                isChecked={choice !== "off"}
              />
            ))}
          </fieldset>
          {withCare.length === 0 ? null : (
            <fieldset className="utrecht-form-fieldset" aria-describedby="zorg-uitleg">
              <legend className="utrecht-form-fieldset__legend">{t("care")}</legend>
              <p className="utrecht-form-field-description" id="zorg-uitleg">
                {t("careHint")}
              </p>
              {withCare.map(({ themeId, title, choice }) => (
                <CheckField
                  key={themeId}
                  id={`punt-${themeId}`}
                  name="punt"
                  value={themeId}
                  label={t.rich("careYes", { title: () => <Dutch>{title}</Dutch> })}
                  isChecked={choice === "on"}
                />
              ))}
            </fieldset>
          )}
          <SubmitButton>{t("save")}</SubmitButton>
        </form>
      ) : null}
      {next.agenda === "ready" ? (
        <>
          <Preview titles={on.map(({ title }) => title)} />
          {canAsk ? (
            <form className="rd-stapel rd-stapel--nauw" action={`${path}/versturen`} method="post">
              <input type="hidden" name="maand" value={next.month} />
              <p className="utrecht-paragraph utrecht-paragraph--small">{t("sendHint")}</p>
              <SubmitButton>{t("send")}</SubmitButton>
            </form>
          ) : null}
        </>
      ) : null}
    </>
  );
}

function Preview({ titles }: { readonly titles: readonly string[] }): ReactElement {
  const t = useTranslations("evening.agenda");
  return (
    <>
      <h3 className="utrecht-heading-3">{t("preview")}</h3>
      <Titles titles={titles} />
    </>
  );
}

/** What the partner got, and whether it comes. */
function Sent({ view, next }: Pick<AgendaProps, "view" | "next">): ReactElement {
  const t = useTranslations("evening.agenda");
  const row = useTranslations("evenings.row");
  return (
    <>
      <p className="utrecht-paragraph">{t("sentTitle")}</p>
      {next.answer === undefined ? (
        <p className="utrecht-paragraph">{t("noAnswer")}</p>
      ) : (
        <Alert kind="info" title={row("answer")} level={3}>
          <p className="utrecht-paragraph">
            <Dutch>{next.answer}</Dutch>
          </p>
        </Alert>
      )}
      <Titles titles={view.points.filter(({ choice }) => choice === "on").map(({ title }) => title)} />
    </>
  );
}

function Titles({ titles }: { readonly titles: readonly string[] }): ReactElement {
  return (
    <ul className="utrecht-unordered-list">
      {titles.map((title) => (
        <li key={title}>
          <Dutch>{title}</Dutch>
        </li>
      ))}
    </ul>
  );
}
