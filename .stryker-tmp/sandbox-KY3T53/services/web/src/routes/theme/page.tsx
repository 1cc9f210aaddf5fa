import type { ThemeLine, ThemeView } from "@rode-draad/reports";
import {
  Alert,
  type BadgeKind,
  DataTable,
  Disclosure,
  FactList,
  type IconName,
  LineChart,
  SeasonStrip,
  StatusBadge,
} from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import type { Choice, ThemePageView } from "../../web-tools.js";
import { ChangeList, DoneMessage } from "../change-list.js";
import { type CorrectionAttempt, CorrectionForms } from "./correction-forms.js";
import { Knots, Together } from "./why-together.js";

export interface ThemePageProps {
  readonly view: ThemePageView;
  readonly choice: Choice;
  /** A correction that could not be carried out. */
  readonly attempt?: CorrectionAttempt;
  /** The correction that was just made, from the address after a redirect. */
  readonly done?: unknown;
}

export function ThemePage({
  view: { theme: view, changes, choices },
  choice,
  attempt,
  done,
}: ThemePageProps): ReactElement {
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href={withChoice("/", choice)}>
              Wat speelt er
            </a>
          </li>
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href={withChoice("/themas", choice)}>
              Thema’s
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel rd-stapel--ruim">
        <DoneMessage changes={changes} done={done} />
        <Head view={view} />
      </div>
      {view.specialist === undefined ? (
        <Body view={view} choice={choice} />
      ) : (
        <Specialist specialist={view.specialist} />
      )}
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <CorrectionForms theme={view} choices={choices} choice={choice} attempt={attempt} />
        <Changes changes={changes} />
      </div>
    </>
  );
}

/** As many as stand beside the forms; the page of all changes has the rest. */
const CHANGES_SHOWN = 8;

function Changes({ changes }: Pick<ThemePageView, "changes">): ReactElement {
  return (
    <section className="rd-stapel" aria-labelledby="wijzigingen">
      <h2 className="utrecht-heading-2" id="wijzigingen">
        Wat is er veranderd?
      </h2>
      {changes.length === 0 ? (
        <p className="utrecht-paragraph">Aan dit thema is nog niets veranderd.</p>
      ) : (
        <ChangeList changes={changes.slice(0, CHANGES_SHOWN)} hasThemes={false} />
      )}
      <p className="utrecht-paragraph rd-niet-printen">
        <a className="utrecht-link" href="/wijzigingen">
          Bekijk de wijzigingen van alle thema’s
        </a>
      </p>
    </section>
  );
}

function Head({ view }: { readonly view: ThemeView }): ReactElement {
  const facts = [
    ...(view.line === undefined ? [] : [{ term: `${view.line.place}, nu`, value: view.line.now }]),
    ...view.facts.map((fact) => ({ term: fact.term, value: fact.text })),
  ];
  const [kind, icon] = BADGES[view.isEmergent ? "emergent" : view.collective];
  return (
    <div className="rd-kolommen rd-kolommen--7-5">
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{view.name}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{view.meaning}</p>
        <ul className="rd-badges">
          <li>
            <StatusBadge kind={kind} icon={icon}>
              {view.suitability}
            </StatusBadge>
          </li>
          {view.direction === undefined ? null : (
            <li>
              <StatusBadge kind="info" icon={view.direction.direction}>
                {view.direction.word}
              </StatusBadge>
            </li>
          )}
        </ul>
        {view.specialist === undefined ? <p className="utrecht-paragraph">{view.suitabilityReason}</p> : null}
      </div>
      {facts.length === 0 ? null : <FactList facts={facts} inPanel={true} />}
    </div>
  );
}

const BADGES: Readonly<Record<ThemeView["collective"] | "emergent", readonly [BadgeKind, IconName]>> = {
  suitable: ["success", "check"],
  "only-with-care": ["warning", "care"],
  never: ["neutral", "info"],
  emergent: ["neutral", "unclear"],
};

function Specialist({ specialist }: { readonly specialist: NonNullable<ThemeView["specialist"]> }): ReactElement {
  return (
    <section className="rd-sectie" aria-labelledby="route">
      <h2 className="utrecht-heading-2" id="route">
        Dit pakken wij nooit met een groep op
      </h2>
      <Alert kind="info" title={specialist.partner}>
        <p>{specialist.text}</p>
      </Alert>
      <p className="utrecht-paragraph">
        Veiligheid gaat voor. Bel Veilig Thuis op <strong>0800-2000</strong>. Bij direct gevaar bel je{" "}
        <strong>112</strong>.
      </p>
      <p className="utrecht-paragraph">Wij tellen dit thema niet. Het staat in geen enkel overzicht.</p>
    </section>
  );
}

function Body({ view, choice }: { readonly view: ThemeView; readonly choice: Choice }): ReactElement {
  return (
    <>
      {view.line === undefined ? null : <Line name={view.name} line={view.line} />}
      {view.season === undefined || view.season.months.length === 0 ? null : (
        <section className="rd-sectie" aria-labelledby="seizoen">
          <div className="rd-sectie__kop">
            <h2 className="utrecht-heading-2" id="seizoen">
              Wanneer is het druk?
            </h2>
            <p className="utrecht-paragraph">{view.season.note}</p>
          </div>
          <SeasonStrip
            label={`Drukke maanden voor ${view.name}`}
            busy={view.season.months}
            now={Number(view.month.slice(5))}
          />
        </section>
      )}
      <div className="rd-sectie rd-kolommen rd-kolommen--6-6">
        <Together view={view} choice={choice} />
        <div className="rd-stapel rd-stapel--ruim">
          <Knots view={view} choice={choice} />
          <Offers view={view} />
        </div>
      </div>
      {view.rules.length === 0 ? null : (
        <section className="rd-sectie" aria-labelledby="regels">
          <h2 className="utrecht-heading-2" id="regels">
            Wat zeggen de regels?
          </h2>
          <ol className="rd-wijzigingen">
            {view.rules.map((rule) => (
              <li key={rule.text} className="rd-wijzigingen__item">
                <span className="rd-wijzigingen__wanneer">{rule.when}</span>
                <span>{rule.text}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Line({ name, line }: { readonly name: string; readonly line: ThemeLine }): ReactElement {
  return (
    <section className="rd-sectie" aria-labelledby="lijn-titel">
      <div className="rd-sectie__kop">
        <h2 className="utrecht-heading-2" id="lijn-titel">
          {name} in {line.place}: twee jaar
        </h2>
        <p className="utrecht-paragraph">
          De draad loopt elke maand door één baan. Een baan is een bereik, geen precies aantal.
        </p>
      </div>
      <LineChart
        labelledBy="lijn-titel"
        caption={line.caption}
        points={line.points}
        lanes={line.lanes}
        events={line.events}
      />
      {line.events.length === 0 ? null : (
        <ol className="rd-gebeurtenissen">
          {line.events.map((event) => (
            <li key={event.number}>
              <span className={`utrecht-number-badge${event.kind === "ours" ? " rd-cijfer--aanbod" : ""}`}>
                {event.number}
              </span>
              <span>{event.text}</span>
            </li>
          ))}
        </ol>
      )}
      <Disclosure title="Bekijk de lijn als tabel">
        <DataTable
          caption={`${name} per periode`}
          hideCaption={true}
          columns={[{ label: "Periode" }, { label: "Huishoudens" }, { label: "Gebeurtenis" }]}
          rows={line.periods.map((period) => ({ key: period.name, cells: [period.name, period.band, period.events] }))}
        />
      </Disclosure>
    </section>
  );
}

function Offers({ view }: { readonly view: ThemeView }): ReactElement {
  return (
    <section className="rd-stapel" aria-labelledby="aanbod">
      <h2 className="utrecht-heading-2" id="aanbod">
        Wat kun je samen aanbieden?
      </h2>
      {view.proposals.length === 0 ? (
        <p className="utrecht-paragraph">Er ligt nu geen voorstel klaar voor dit thema.</p>
      ) : (
        <ul className="utrecht-unordered-list">
          {view.proposals.map((proposal) => (
            <li key={proposal.id}>
              <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(proposal.id)}`}>
                {proposal.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
