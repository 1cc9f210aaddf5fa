import { REFUSAL_REASONS } from "@rode-draad/domain";
import { Alert, DataTable } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { Choice, DecidedCard } from "../../web-tools.js";
import { ChoiceForm } from "../choice-form.js";
import type { Chosen } from "../chosen-route.js";
import { OpenProposal, SettledProposal } from "./cards.js";
import { useRefusalEffect } from "./refusal-form.js";
import { STATES, type StateView, stateOf } from "./states.js";

export interface ProposalsPageProps {
  readonly cards: readonly DecidedCard[];
  readonly chosen: Chosen;
  /** What was just done, from the address after a redirect. */
  readonly done: unknown;
  readonly filter: StateFilter;
}

/** One state alone, when the address says so. */
interface StateFilter {
  readonly state?: StateView["id"];
  /** From 1. */
  readonly page: number;
}

/** What can just have been done, as the address says it. */
const DONE = ["later", "niet-doen"] as const;

export function ProposalsPage({ cards, chosen, done, filter }: ProposalsPageProps): ReactElement {
  const { frame, choices, choice, place } = chosen;
  const t = useTranslations("proposals");
  const told = DONE.find((what) => what === done);
  const sections = STATES.map((state) => ({ state, cards: cards.filter((card) => stateOf(card) === state.id) }));
  // A state that nothing is in is said above; proposals to choose from are what the page is for.
  const shown = sections.filter(({ state, cards: inState }) =>
    filter.state === undefined ? inState.length > 0 || state.id === "voorgesteld" : state.id === filter.state,
  );
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">{t("title", { place })}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
          <p className="utrecht-paragraph">{t("source")}</p>
          <p className="utrecht-button-group">
            {frame.account?.actions.includes("activities:manage") === true ? (
              <a className="utrecht-link" href="/sociale-kaart">
                {t("directory")}
              </a>
            ) : null}
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
              <StateLink
                count={inState.length}
                name={t(`state.${state.id}.name`)}
                explanation={t(`state.${state.id}.${inState.length === 0 ? "none" : "explanation"}`)}
                href={filter.state === undefined ? `#${state.id}` : `${withChoice("/voorstellen", choice)}#${state.id}`}
              />
            </li>
          ))}
        </ol>
      </nav>
      {shown.map(({ state, cards: inState }) => (
        <section key={state.id} className="rd-sectie" id={state.id} aria-labelledby={`h-${state.id}`}>
          <h2 className="utrecht-heading-2" id={`h-${state.id}`}>
            {t(`state.${state.id}.name`)}
          </h2>
          {inState.length === 0 ? <p className="utrecht-paragraph">{t(`state.${state.id}.none`)}</p> : null}
          {inState.length === 0 ? null : filter.state !== undefined ? (
            <Listed cards={inState} choice={choice} filter={{ ...filter, state: filter.state }} />
          ) : state.id === "voorgesteld" ? (
            <OpenProposals cards={inState} choice={choice} />
          ) : (
            <SettledProposals cards={inState} choice={choice} state={state} />
          )}
        </section>
      ))}
    </>
  );
}

/** How many are in a state, with the way there; nothing leads nowhere. */
function StateLink(props: {
  readonly count: number;
  readonly name: string;
  readonly explanation: string;
  readonly href: string;
}): ReactElement {
  const { count, name, explanation, href } = props;
  const content = (
    <>
      <span className="rd-standen__getal">{count}</span>
      <span className="rd-standen__naam">{name}</span>
      <span className="rd-standen__uitleg">{explanation}</span>
    </>
  );
  return count === 0 ? (
    <div className="rd-standen__link">{content}</div>
  ) : (
    <a className="rd-standen__link" href={href}>
      {content}
    </a>
  );
}

/** Whole cards for as many as a person weighs in one sitting; the others in a list, best first. */
const WHOLE_CARDS_MAX = 5;
/** Short cards of each state; beyond it the list of the state leads on. */
const SETTLED_CARDS_MAX = 6;
/** Rows of one page of a list: a screen or two, and light whatever the number of proposals. */
const ROWS_MAX = 20;

interface SectionProps {
  readonly cards: readonly DecidedCard[];
  readonly choice: Choice;
}

function OpenProposals({ cards, choice }: SectionProps): ReactElement {
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
        <ProposalTable caption={t("caption", { count: rest.length })} cards={rest.slice(0, ROWS_MAX)} />
      )}
      {rest.length > ROWS_MAX ? <ShowAll total={cards.length} choice={choice} state="voorgesteld" /> : null}
    </>
  );
}

function SettledProposals({ cards, choice, state }: SectionProps & { readonly state: StateView }): ReactElement {
  return (
    <>
      <div className="rd-kaarten rd-kaarten--3">
        {cards.slice(0, SETTLED_CARDS_MAX).map((card) => (
          <SettledProposal key={card.id} card={card} state={state} />
        ))}
      </div>
      {cards.length > SETTLED_CARDS_MAX ? <ShowAll total={cards.length} choice={choice} state={state.id} /> : null}
    </>
  );
}

/** One state alone, page by page. */
function Listed({ cards, choice, filter }: SectionProps & { readonly filter: Required<StateFilter> }): ReactElement {
  const t = useTranslations("proposals");
  const pages = Math.max(1, Math.ceil(cards.length / ROWS_MAX));
  const page = Math.min(Math.max(1, filter.page), pages);
  const link = (to: number, text: string, rel: string): ReactElement | null =>
    to < 1 || to > pages ? null : (
      <a className="utrecht-button" rel={rel} href={`${stateAddress(choice, filter.state)}&bladzijde=${to}`}>
        {text}
      </a>
    );
  return (
    <>
      <ProposalTable
        caption={t("pages.which", { page, pages })}
        cards={cards.slice((page - 1) * ROWS_MAX, page * ROWS_MAX)}
      />
      <nav className="utrecht-button-group" aria-label={t("pages.label")}>
        {link(page - 1, t("pages.previous"), "prev")}
        {link(page + 1, t("pages.next"), "next")}
        <a className="utrecht-button" href={withChoice("/voorstellen", choice)}>
          {t("pages.allStates")}
        </a>
      </nav>
    </>
  );
}

function ShowAll(props: {
  readonly total: number;
  readonly choice: Choice;
  readonly state: StateView["id"];
}): ReactElement {
  const t = useTranslations("proposals");
  const { total, choice, state } = props;
  return (
    <p className="utrecht-paragraph">
      <a className="utrecht-link" href={stateAddress(choice, state)}>
        {t("showAll", { count: total })}
        <span className="rd-onzichtbaar">: {t(`state.${state}.name`)}</span>
      </a>
    </p>
  );
}

function stateAddress(choice: Choice, state: StateView["id"]): string {
  return `${withChoice("/voorstellen", choice)}&stand=${state}`;
}

function ProposalTable(props: { readonly caption: string; readonly cards: readonly DecidedCard[] }): ReactElement {
  const t = useTranslations("proposals.rest");
  return (
    <DataTable
      caption={props.caption}
      columns={[{ label: t("proposal") }, { label: t("form") }, { label: t("area") }, { label: t("turnout") }]}
      rows={props.cards.map((card) => ({
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
  );
}

/** What each "no" does, by the table that the next proposals follow. */
function Learned(): ReactElement {
  const t = useTranslations("proposals.learned");
  const reason = useTranslations("proposals.learned.reasons");
  const effect = useRefusalEffect();
  return (
    <aside className="rd-paneel rd-paneel--vlak" aria-labelledby="geleerd">
      <h3 className="utrecht-heading-3" id="geleerd">
        {t("title")}
      </h3>
      <p className="utrecht-paragraph">{t("about")}</p>
      <ul className="utrecht-unordered-list">
        {REFUSAL_REASONS.map((value) => (
          <li key={value}>
            <strong>{reason(value)}:</strong> {effect(value)}
          </li>
        ))}
      </ul>
    </aside>
  );
}
