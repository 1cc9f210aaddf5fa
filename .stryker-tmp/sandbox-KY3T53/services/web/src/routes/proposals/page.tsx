import { Alert, DataTable } from "@rode-draad/ui";
import type { ReactElement } from "react";
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

const DONE: Readonly<Record<string, string>> = {
  opgepakt: "Opgepakt. Het voorstel staat nu bij ‘Opgepakt’.",
  later: "Bewaard voor later. Wij vragen het over drie maanden nog eens.",
  "niet-doen": "Vastgelegd. Jouw reden telt mee bij het volgende voorstel.",
  verstuurd: "De vraag aan de partner gaat op weg.",
};

export function ProposalsPage({ cards, chosen, done }: ProposalsPageProps): ReactElement {
  const { frame, choices, choice, place } = chosen;
  const message = typeof done === "string" ? DONE[done] : undefined;
  const sections = STATES.map((state) => ({ state, cards: cards.filter((card) => stateOf(card) === state.id) }));
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">Voorstellen voor {place}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">Jij beslist. Het systeem stelt alleen iets voor.</p>
          <p className="utrecht-paragraph">Dit voorstel komt uit de onderwerpen, niet uit dossiers van personen.</p>
        </div>
        {message === undefined ? null : (
          <div role="status">
            <Alert kind="ok">
              <p>{message}</p>
            </Alert>
          </div>
        )}
        <ChoiceForm action="/voorstellen" choice={choice} choices={choices} municipality={frame.municipality} />
      </div>
      <nav className="rd-sectie" aria-label="Voorstellen per stand">
        <ol className="rd-standen">
          {sections.map(({ state, cards: inState }) => (
            <li key={state.id}>
              <a className="rd-standen__link" href={`#${state.id}`}>
                <span className="rd-standen__getal">{inState.length}</span>
                <span className="rd-standen__naam">{state.name}</span>
                <span className="rd-standen__uitleg">{state.explanation}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map(({ state, cards: inState }) => (
        <section key={state.id} className="rd-sectie" id={state.id} aria-labelledby={`h-${state.id}`}>
          <h2 className="utrecht-heading-2" id={`h-${state.id}`}>
            {state.name}
          </h2>
          {inState.length === 0 ? <p className="utrecht-paragraph">{state.none}</p> : null}
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
          caption={`Nog ${rest.length} voorstellen`}
          columns={[{ label: "Voorstel" }, { label: "Vorm" }, { label: "Wijk" }, { label: "Verwacht" }]}
          rows={rest.map((card) => ({
            key: card.id,
            cells: [
              <a key="voorstel" className="utrecht-link" href={`/voorstellen/${encodeURIComponent(card.id)}`}>
                {card.title}
              </a>,
              card.careNeeded ? `${card.form} (alleen met zorg)` : card.form,
              card.area.name,
              card.turnout,
            ],
          }))}
        />
      )}
    </>
  );
}

function Learned(): ReactElement {
  return (
    <aside className="rd-paneel rd-paneel--vlak" aria-labelledby="geleerd">
      <h3 className="utrecht-heading-3" id="geleerd">
        Wat doen we met jouw nee?
      </h3>
      <p className="utrecht-paragraph">Jouw reden telt mee bij het volgende voorstel. Drie voorbeelden:</p>
      <ul className="utrecht-unordered-list">
        <li>
          <strong>Bestaat al:</strong> we stellen het hier niet nog eens voor.
        </li>
        <li>
          <strong>Te gevoelig:</strong> we stellen geen open avond meer voor.
        </li>
        <li>
          <strong>Geen tijd:</strong> we vragen het over drie maanden nog eens.
        </li>
      </ul>
    </aside>
  );
}
