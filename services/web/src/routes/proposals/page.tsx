import { Alert, DataTable } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dutch } from "../../messages/dutch.js";
import type { DecidedCard } from "../../web-tools.js";
import { ChoiceForm } from "../choice-form.js";
import type { Chosen } from "../chosen-route.js";
import { OpenProposal, SettledProposal } from "./cards.js";
import { STATES, stateOf } from "./states.js";

export interface ProposalsPageProps {
  readonly cards: readonly DecidedCard[];
  readonly chosen: Chosen;
  /** What was just done, from the address after a redirect. */
  readonly done: unknown;
}

/** What can just have been done, as the address says it. */
const DONE = ["opgepakt", "later", "niet-doen", "verstuurd"] as const;

export function ProposalsPage({ cards, chosen, done }: ProposalsPageProps): ReactElement {
  const { frame, choices, choice, place } = chosen;
  const t = useTranslations("proposals");
  const told = DONE.find((what) => what === done);
  const sections = STATES.map((state) => ({ state, cards: cards.filter((card) => stateOf(card) === state.id) }));
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">{t("title", { place })}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
          <p className="utrecht-paragraph">{t("source")}</p>
          <p>
            <a className="utrecht-link" href="/vaste-avonden">
              {t("evenings")}
            </a>
          </p>
        </div>
        {told === undefined ? null : (
          <div role="status">
            <Alert kind="ok">
              <p>{t(`done.${told}`)}</p>
            </Alert>
          </div>
        )}
        <ChoiceForm action="/voorstellen" choice={choice} choices={choices} municipality={frame.municipality} />
      </div>
      <nav className="rd-sectie" aria-label={t("byState")}>
        <ol className="rd-standen">
          {sections.map(({ state, cards: inState }) => (
            <li key={state.id}>
              <a className="rd-standen__link" href={`#${state.id}`}>
                <span className="rd-standen__getal">{inState.length}</span>
                <span className="rd-standen__naam">{t(`state.${state.id}.name`)}</span>
                <span className="rd-standen__uitleg">{t(`state.${state.id}.explanation`)}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map(({ state, cards: inState }) => (
        <section key={state.id} className="rd-sectie" id={state.id} aria-labelledby={`h-${state.id}`}>
          <h2 className="utrecht-heading-2" id={`h-${state.id}`}>
            {t(`state.${state.id}.name`)}
          </h2>
          {inState.length === 0 ? <p className="utrecht-paragraph">{t(`state.${state.id}.none`)}</p> : null}
          {inState.length === 0 ? null : state.id === "voorgesteld" ? (
            <OpenProposals cards={inState} />
          ) : (
            <div className="rd-kaarten rd-kaarten--3">
              {inState.map((card) => (
                <SettledProposal key={card.id} card={card} state={state} />
              ))}
            </div>
          )}
        </section>
      ))}
    </>
  );
}

/** Whole cards for as many as a person weighs in one sitting; the others in a list, best first. */
const WHOLE_CARDS_MAX = 5;

function OpenProposals({ cards }: { readonly cards: readonly DecidedCard[] }): ReactElement {
  const t = useTranslations("proposals.rest");
  const rest = cards.slice(WHOLE_CARDS_MAX);
  return (
    <>
      <div className="rd-kaarten rd-kaarten--2">
        {cards.slice(0, WHOLE_CARDS_MAX).map((card) => (
          <OpenProposal key={card.id} card={card} />
        ))}
        <Learned />
      </div>
      {rest.length === 0 ? null : (
        <DataTable
          caption={t("caption", { count: rest.length })}
          columns={[{ label: t("proposal") }, { label: t("form") }, { label: t("area") }, { label: t("turnout") }]}
          rows={rest.map((card) => ({
            key: card.id,
            cells: [
              <a key="voorstel" className="utrecht-link" href={`/voorstellen/${encodeURIComponent(card.id)}`}>
                <Dutch>{card.title}</Dutch>
              </a>,
              card.careNeeded ? (
                t.rich("formWithCare", { form: () => <Dutch>{card.form}</Dutch> })
              ) : (
                <Dutch key="vorm">{card.form}</Dutch>
              ),
              card.area.name,
              <Dutch key="verwacht">{card.turnout}</Dutch>,
            ],
          }))}
        />
      )}
    </>
  );
}

function Learned(): ReactElement {
  const t = useTranslations("proposals.learned");
  const reason = (text: ReactNode): ReactNode => <strong>{text}</strong>;
  return (
    <aside className="rd-paneel rd-paneel--vlak" aria-labelledby="geleerd">
      <h3 className="utrecht-heading-3" id="geleerd">
        {t("title")}
      </h3>
      <p className="utrecht-paragraph">{t("about")}</p>
      <ul className="utrecht-unordered-list">
        <li>{t.rich("exists", { reason })}</li>
        <li>{t.rich("sensitive", { reason })}</li>
        <li>{t.rich("time", { reason })}</li>
      </ul>
    </aside>
  );
}
