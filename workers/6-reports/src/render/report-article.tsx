import { Disclosure, type Fact, FactList, GlanceList, OfferCard, StatusBadge } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { monthName, monthWord } from "../dutch-words.js";
import { shortProposalFacts } from "../proposal-facts.js";
import type { ProposalCard, ReportSections, ThemeKnot, ThemeReport, ThemeRow, TimeSum } from "../theme-report.js";
import { aboutReport } from "./about-report.js";
import { ChangeList, DUTCH_FIGURES, linkedSentences, RunningTable, ThemeChart, ThemeTable } from "./report-parts.js";

interface ReportArticleProps {
  readonly report: ThemeReport;
  /** In a file that is read or printed as a whole, the list at the end stands open. */
  readonly isAppendixOpen?: boolean;
  /** On a page in another language it says that it is Dutch. */
  readonly lang?: "nl" | undefined;
}

/** The report as an article of eight numbered sections: the same on the page and in the file that stands alone. */
export function ReportArticle({ report, isAppendixOpen = false, lang }: ReportArticleProps): ReactElement {
  const { glance, recurring, changes, proposals, running, lookAhead, hidden, quality } = report.sections;
  return (
    <article className="rd-rapport" lang={lang}>
      <header className="rd-stapel">
        <p className="utrecht-pre-heading">Maandrapport {monthName(report.month)}</p>
        <h1 className="utrecht-heading-1">{report.title}</h1>
        <p className="utrecht-paragraph">{aboutReport(report)}</p>
      </header>
      <Section number={1} title="In één oogopslag">
        <GlanceList sentences={linkedSentences(glance.sentences)} />
      </Section>
      <Section number={2} title="Thema’s die vaak terugkomen">
        <Recurring rows={recurring.rows} report={report} />
        <Knots knots={report.knots ?? []} />
      </Section>
      <Section number={3} title="Wat verandert er?">
        <ChangeList groups={changes.groups} />
      </Section>
      <Section number={4} title="Dit kunnen wij samen aanbieden">
        <Proposals proposals={proposals} />
      </Section>
      <Section number={5} title="Wat loopt er?">
        {running.rows.length === 0 ? (
          <p className="utrecht-paragraph">Er loopt nu nog geen aanbod.</p>
        ) : (
          <RunningTable rows={running.rows} />
        )}
        {running.more === undefined ? null : (
          <p className="utrecht-paragraph">En nog {running.more} andere. Die staan bij Initiatieven.</p>
        )}
      </Section>
      <Section number={6} title="Vooruitblik: de komende acht weken">
        <LookAhead items={lookAhead.items} />
      </Section>
      <Section number={7} title="Wat je niet ziet">
        <dl className="rd-nietzien">
          {hidden.items.map((item) => (
            <div key={item.term} className="rd-nietzien__item">
              <dt>{item.term}</dt>
              <dd>{item.text}</dd>
            </div>
          ))}
        </dl>
        <p className="utrecht-paragraph">{hidden.safety}</p>
      </Section>
      <Section number={8} title="Kwaliteit">
        <FactList facts={quality.items.map((item) => ({ term: item.term, value: item.text }))} />
      </Section>
      {recurring.all.length === recurring.rows.length ? null : (
        <Disclosure
          title={`Bijlage: alle ${recurring.all.length} thema’s vanaf 10 huishoudens`}
          isOpen={isAppendixOpen}
          isPrinted={true}
        >
          <ThemeTable
            words={DUTCH_FIGURES}
            rows={recurring.all}
            window={report.window}
            caption="Alle thema’s vanaf 10 huishoudens"
          />
        </Disclosure>
      )}
      <footer className="rd-kolofon">
        <p>{report.colophon}</p>
      </footer>
    </article>
  );
}

function Section(props: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = `deel-${props.number}`;
  return (
    <section className="rd-rapport__sectie" aria-labelledby={id}>
      <h2 className="utrecht-heading-2" id={id}>
        <span className="rd-rapport__nr">{props.number}</span> {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function Recurring({
  rows,
  report,
}: {
  readonly rows: readonly ThemeRow[];
  readonly report: ThemeReport;
}): ReactElement {
  if (rows.length === 0) {
    return (
      <p className="utrecht-paragraph">
        Nog geen thema komt bij 10 huishoudens of meer. Dat betekent niet dat er niets speelt.
      </p>
    );
  }
  return (
    <>
      <p className="utrecht-paragraph">
        Dit zijn de onderwerpen die wij het meest zien. Een staaf laat een bereik zien, geen precies aantal.
      </p>
      <ThemeChart words={DUTCH_FIGURES} rows={rows} window={report.window} />
      <ThemeTable words={DUTCH_FIGURES} rows={rows} window={report.window} caption="Dezelfde cijfers in een tabel" />
    </>
  );
}

/** More than this is a list to look up on the pages of the themes. */
const KNOTS_SHOWN_MAX = 5;

function Knots({ knots }: { readonly knots: readonly ThemeKnot[] }): ReactElement | null {
  if (knots.length === 0) return null;
  return (
    <>
      <p className="utrecht-paragraph">Deze thema’s komen in de gemeente vaker samen voor dan je zou verwachten:</p>
      <ul className="utrecht-unordered-list">
        {knots.slice(0, KNOTS_SHOWN_MAX).map(({ themes: [first, second] }) => (
          <li key={`${first.id} ${second.id}`}>
            <strong>{first.name}</strong> samen met <strong>{second.name}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

function Proposals({ proposals }: { readonly proposals: ReportSections["proposals"] }): ReactElement {
  if (proposals.cards.length === 0) {
    return <p className="utrecht-paragraph">Er is nu geen voorstel dat sterk genoeg is.</p>;
  }
  return (
    <>
      <div className="rd-kaarten rd-kaarten--2">
        {proposals.cards.map((card) => (
          <ReportCard key={card.id} card={card} />
        ))}
        <section className="rd-paneel rd-paneel--vlak" aria-labelledby="keuzes">
          <h3 className="utrecht-heading-3" id="keuzes">
            Dit mag jij kiezen
          </h3>
          <ol className="utrecht-ordered-list">
            {proposals.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ol>
        </section>
      </div>
      {proposals.sum === undefined ? null : <Sum sum={proposals.sum} />}
    </>
  );
}

function ReportCard({ card }: { readonly card: ProposalCard }): ReactElement {
  const care = card.careNeeded
    ? {
        badge: (
          <StatusBadge kind="warning" icon="care">
            Alleen met zorg
          </StatusBadge>
        ),
      }
    : {};
  return (
    <OfferCard
      level={3}
      title={card.title}
      form={`${card.form}, ${card.area.name}`}
      needsCare={card.careNeeded}
      facts={shortProposalFacts(card)}
      {...care}
    />
  );
}

function Sum({ sum }: { readonly sum: TimeSum }): ReactElement {
  const figures: readonly Fact[] = [
    { term: "Bespaarde tijd", value: sum.saved },
    { term: "Tijd die het kost", value: sum.spent },
    { term: "Winst", value: sum.gain },
  ].map(({ term, value }) => ({
    term,
    value: (
      <>
        {value.value}
        <small>{value.explanation}</small>
      </>
    ),
  }));
  return (
    <section className="rd-paneel rd-paneel--vlak rd-rekensom" aria-labelledby="rekensom">
      <h3 className="utrecht-heading-3" id="rekensom">
        {sum.title}
      </h3>
      <p className="utrecht-paragraph">Dit is een schatting voor het hele team, nooit per medewerker.</p>
      <dl className="rd-uitslag">
        {figures.map((figure) => (
          <div key={figure.term} className="rd-uitslag__item">
            <dt>{figure.term}</dt>
            <dd>{figure.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function LookAhead({ items }: { readonly items: ReportSections["lookAhead"]["items"] }): ReactElement {
  if (items.length === 0) return <p className="utrecht-paragraph">De kalender voorspelt geen drukte.</p>;
  const months = [...new Set(items.map(({ date }) => date.slice(0, 7)))];
  return (
    <ol className="rd-vooruit">
      {months.map((month) => (
        <li key={month} className="rd-vooruit__item">
          <time dateTime={month}>{monthWord(month)}</time>
          {items
            .filter(({ date }) => date.startsWith(month))
            .map((item) => (
              <span key={`${item.date} ${item.text}`}>
                {item.date === month ? item.text : `Vanaf ${item.when}. ${item.text}`}
              </span>
            ))}
        </li>
      ))}
    </ol>
  );
}
