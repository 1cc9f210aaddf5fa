import { Alert, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { RequestPageView, RequestPartView } from "../../web-tools.js";
import { lowerFirst } from "../lower-first.js";
import { Answered, NotKept, type NotKeptReason } from "./answered.js";
import { AboutLink, ContactFacts, NeverGet, PleaseDoNot, Ticks, WhyNoCounts } from "./aside.js";
import { AnswerForm } from "./form.js";
import { type AnswerErrors, type AnswerFormValues, EMPTY_ANSWER } from "./read-answer.js";

/** What was typed for one part, and what is wrong with it. */
export interface TypedAnswer {
  readonly requestId: string;
  readonly form: AnswerFormValues;
  readonly errors: AnswerErrors;
}

interface PartnerPageProps {
  readonly view: RequestPageView;
  readonly path: string;
  readonly typed?: TypedAnswer | undefined;
  readonly notKept?: NotKeptReason | undefined;
}

/** The request as the partner sees it, with a form for each part that is open, or the answer that was given. */
export function PartnerPage({ view, path, typed, notKept }: PartnerPageProps): ReactElement | null {
  const t = useTranslations("partner");
  const { parts } = view;
  const [first] = parts;
  if (first === undefined) return null;
  const isAlone = parts.length === 1;
  return (
    <div className="rd-kolommen rd-kolommen--8-4">
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <p className="utrecht-pre-heading">
            {t.rich("preHeading", { partner: () => <Dutch>{view.partnerName}</Dutch> })}
          </p>
          <h1 className="utrecht-heading-1">
            {t.rich("title", {
              form: () => <Dutch>{lowerFirst(first.form)}</Dutch>,
              topic: () => <Dutch>{first.topic}</Dutch>,
            })}
          </h1>
          {notKept === undefined ? null : <NotKept why={notKept} />}
          <p className="utrecht-paragraph utrecht-paragraph--lead">
            {isAlone
              ? t.rich("lead.one", { area: first.areaName, topic: () => <Dutch>{first.topic}</Dutch> })
              : t("lead.series", { count: parts.length })}
          </p>
          <p className="utrecht-paragraph">{t.rich("invitation", { title: () => <Dutch>{first.title}</Dutch> })}</p>
        </div>
        <div className="rd-kolommen rd-kolommen--2">
          <Ticks id="vragen" title={t("asks")} points={first.asks} />
          <Ticks id="aanbod" title={t("offers")} points={first.offers} />
        </div>
        {parts.map((part, index) => (
          <Part
            key={part.id}
            part={part}
            number={index + 1}
            isAlone={isAlone}
            path={path}
            typed={typed?.requestId === part.id ? typed : undefined}
          />
        ))}
      </div>
      <div className="rd-stapel rd-stapel--ruim">
        <NeverGet />
        <WhyNoCounts of="request" />
        <PleaseDoNot text={first.pleaseDoNotAsk} />
        {isAlone ? <ContactFacts contact={first.contact} /> : null}
        <AboutLink partner={view.partnerName} until={view.worksUntil} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly part: RequestPartView;
  readonly number: number;
  readonly isAlone: boolean;
  readonly path: string;
  readonly typed: TypedAnswer | undefined;
}

/** What one team asks: where, how many, and the answer. In a series with the colleague to call, since there are several. */
function Part({ part, number, isAlone, path, typed }: PartProps): ReactElement {
  const t = useTranslations("partner");
  const { contact, turnout } = part;
  return (
    <section className="rd-paneel" aria-labelledby={`deel-${number}`}>
      <h2 className="utrecht-heading-2" id={`deel-${number}`}>
        {t("part.title", { area: part.areaName, team: contact.team })}
      </h2>
      <FactList
        facts={[
          { term: t("part.place"), value: <Dutch>{part.location}</Dutch> },
          { term: t("part.turnout"), value: t("part.people", turnout) },
          {
            term: t("part.dates"),
            value: (
              <ul className="rd-regels">
                {part.dates.map((date) => (
                  <li key={date}>
                    <Dutch>{date}</Dutch>
                  </li>
                ))}
              </ul>
            ),
          },
          ...(isAlone
            ? []
            : [{ term: t("part.contact"), value: `${contact.name}, ${contact.phone}, ${contact.email}` }]),
        ]}
      />
      {part.isWithdrawn ? (
        <div role="status">
          <Alert kind="warning" title={t("withdrawn.title")} level={3}>
            <p className="utrecht-paragraph">{t("withdrawn.text")}</p>
          </Alert>
        </div>
      ) : part.answered !== undefined ? (
        <Answered answer={part.answered} level={3} />
      ) : part.isOver ? (
        <p className="utrecht-paragraph">{t("over")}</p>
      ) : (
        <AnswerForm
          part={part}
          number={number}
          isAlone={isAlone}
          path={path}
          form={typed?.form ?? EMPTY_ANSWER}
          errors={typed?.errors ?? {}}
        />
      )}
    </section>
  );
}
