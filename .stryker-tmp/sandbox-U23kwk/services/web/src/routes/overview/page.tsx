import {
  linkedSentences,
  monthName,
  ThemeChart,
  type ThemeReport,
  type ThemeRow,
  ThemeTable,
} from "@rode-draad/reports";
import { Alert, GlanceList, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { ChoiceForm } from "../choice-form.js";
import type { Chosen } from "../chosen-route.js";

export function Overview({ report, chosen }: { readonly report: ThemeReport; readonly chosen: Chosen }): ReactElement {
  const { frame, choices, choice, place } = chosen;
  const hrefOf = (themeId: string): string => withChoice(`/themas/${encodeURIComponent(themeId)}`, choice);
  const { glance, recurring, hidden } = report.sections;
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">Wat speelt er in {place}?</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">
            {capital(monthName(report.month))}. Je ziet {report.window.name} samen.
          </p>
        </div>
        <ChoiceForm action="/" choice={choice} choices={choices} municipality={frame.municipality} />
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <section className="rd-stapel" aria-labelledby="oogopslag">
          <h2 className="utrecht-heading-2" id="oogopslag">
            In één oogopslag
          </h2>
          <GlanceList sentences={linkedSentences(glance.sentences, { theme: hrefOf, choices: "#keuzes" })} />
        </section>
        <Waiting report={report} />
      </div>
      <section className="rd-sectie" aria-labelledby="themas">
        <div className="rd-sectie__kop">
          <h2 className="utrecht-heading-2" id="themas">
            Thema’s die vaak terugkomen
          </h2>
          <p className="utrecht-paragraph">
            Een staaf laat een bereik zien, geen precies aantal. Wij tellen huishoudens, geen notities. De volgorde is
            elke maand gelijk.
          </p>
        </div>
        <ThemeChart rows={recurring.rows} window={report.window} hrefOf={hrefOf} inPanel={true} />
        <ThemeTable
          rows={recurring.rows}
          window={report.window}
          hrefOf={hrefOf}
          caption="Dezelfde cijfers in een tabel"
        />
        {recurring.all.length === recurring.rows.length ? null : (
          <p className="utrecht-paragraph">
            <a className="utrecht-link" href={withChoice("/themas", choice)}>
              Bekijk alle {recurring.all.length} thema’s vanaf 10 huishoudens
            </a>
          </p>
        )}
      </section>
      <NewThemes
        rows={recurring.all.filter((row) => row.direction === "new" || row.words !== undefined)}
        hrefOf={hrefOf}
      />
      <section className="rd-sectie" aria-labelledby="nietzien">
        <div className="rd-sectie__kop">
          <h2 className="utrecht-heading-2" id="nietzien">
            Wat je niet ziet, en waarom
          </h2>
          <p className="utrecht-paragraph">Dit laten we met opzet weg.</p>
        </div>
        <dl className="rd-nietzien">
          {hidden.items.map((item) => (
            <div key={item.term} className="rd-nietzien__item">
              <dt>{item.term}</dt>
              <dd>{item.text}</dd>
            </div>
          ))}
        </dl>
        <Alert kind="info">
          <p>{hidden.safety}</p>
        </Alert>
      </section>
    </>
  );
}

function Waiting({ report }: { readonly report: ThemeReport }): ReactElement {
  const { cards } = report.sections.proposals;
  return (
    <section className="rd-paneel" aria-labelledby="keuzes">
      <h2 className="utrecht-heading-3" id="keuzes">
        {cards.length === 0 ? "Er wacht niets op jou" : "Dit wacht op jou"}
      </h2>
      {cards.length === 0 ? (
        <p className="utrecht-paragraph">Er is nu geen voorstel dat sterk genoeg is.</p>
      ) : (
        <ol className="rd-keuzes">
          {cards.map((card) => (
            <li key={card.id} className="rd-keuzes__item">
              <p className="rd-keuzes__vraag">
                {card.careNeeded ? `Is een groep verstandig: ‘${card.title}’` : `Pak je dit op: ‘${card.title}’`}
              </p>
              {card.careNeeded ? (
                <p>
                  <StatusBadge kind="warning" icon="care">
                    Alleen met zorg
                  </StatusBadge>
                </p>
              ) : null}
              <p className="rd-keuzes__voet">
                <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(card.id)}`}>
                  {card.careNeeded ? "Bespreek het in je team" : "Bekijk het voorstel"}
                </a>
                <span>
                  {card.form}, {card.area.name}
                </span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function NewThemes(props: {
  readonly rows: readonly ThemeRow[];
  readonly hrefOf: (id: string) => string;
}): ReactElement {
  return (
    <section className="rd-sectie" id="opkomend" aria-labelledby="nieuw">
      <h2 className="utrecht-heading-2" id="nieuw">
        Nieuw en opkomend
      </h2>
      {props.rows.length === 0 ? (
        <p className="utrecht-paragraph">Er kwam geen nieuw thema boven de grens.</p>
      ) : (
        <div className="rd-kolommen rd-kolommen--2">
          {props.rows.map((row) => (
            <NewTheme key={row.themeId} row={row} href={props.hrefOf(row.themeId)} />
          ))}
        </div>
      )}
    </section>
  );
}

function NewTheme({ row, href }: { readonly row: ThemeRow; readonly href: string }): ReactElement {
  const isEmergent = row.words !== undefined;
  return (
    <article className={isEmergent ? "rd-paneel rd-paneel--open" : "rd-paneel"}>
      <p>
        {isEmergent ? (
          <StatusBadge kind="neutral" icon="unclear">
            Opkomend, nog zonder naam
          </StatusBadge>
        ) : (
          <StatusBadge kind="info" icon="new">
            Nieuw
          </StatusBadge>
        )}
      </p>
      <h3 className="utrecht-heading-3">
        <a className="utrecht-link" href={href}>
          {isEmergent ? `Werknaam: ${row.name}` : row.name}
        </a>
      </h3>
      <p className="utrecht-paragraph">
        {isEmergent
          ? "Deze vragen passen bij geen thema uit de lijst. Ze lijken wel sterk op elkaar."
          : "Dit thema komt voor het eerst boven de grens."}{" "}
        <strong>{row.now.label} huishoudens.</strong>
      </p>
      {row.words === undefined ? null : (
        <div className="rd-stapel rd-stapel--nauw">
          <p className="utrecht-paragraph--small">Woorden die ze delen</p>
          <ul className="rd-woorden">
            {row.words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
