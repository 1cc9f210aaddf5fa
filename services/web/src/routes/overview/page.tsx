import { linkedSentences, ThemeChart, type ThemeReport, type ThemeRow, ThemeTable } from "@rode-draad/reports";
import { Alert, GlanceList, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useBandName, useFigureWords, useMonthName, useWindowNames } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { OverviewView, ReportState } from "../../web-tools.js";
import { ChoiceForm } from "../choice-form.js";
import type { Chosen } from "../chosen-route.js";
import { mayDo, Waiting } from "./waiting.js";
import { useYearColumns } from "./year-columns.js";

interface OverviewProps {
  readonly report: ThemeReport;
  readonly chosen: Chosen;
  readonly view: OverviewView;
  readonly state: ReportState | undefined;
}

export function Overview({ report, chosen, view, state }: OverviewProps): ReactElement {
  const { frame, choices, choice, place } = chosen;
  const hrefOf = (themeId: string): string => withChoice(`/themas/${encodeURIComponent(themeId)}`, choice);
  const { glance, recurring, hidden } = report.sections;
  const t = useTranslations("overview");
  const words = useFigureWords();
  const lead = { month: capital(useMonthName()(report.month)), months: useWindowNames()(report.window, "now").name };
  const dutch = useDutch();
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">{t("heading", { place })}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead", lead)}</p>
        </div>
        <ChoiceForm action="/" choice={choice} choices={choices} municipality={frame.municipality} />
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <section className="rd-stapel" aria-labelledby="oogopslag">
          <h2 className="utrecht-heading-2" id="oogopslag">
            {t("glance")}
          </h2>
          <GlanceList
            lang={dutch}
            sentences={linkedSentences(glance.sentences, { theme: hrefOf, choices: "#keuzes" })}
          />
        </section>
        <Waiting report={report} chosen={chosen} view={view} state={state} />
      </div>
      <section className="rd-sectie" aria-labelledby="themas">
        <div className="rd-sectie__kop">
          <h2 className="utrecht-heading-2" id="themas">
            {t("themes.title")}
          </h2>
          <p className="utrecht-paragraph">{t("themes.about")}</p>
        </div>
        <ThemeChart words={words} rows={recurring.rows} window={report.window} hrefOf={hrefOf} inPanel={true} />
        <ThemeTable
          words={words}
          rows={recurring.rows}
          window={report.window}
          hrefOf={hrefOf}
          caption={t("themes.table")}
          more={useYearColumns(view)}
        />
        {recurring.all.length === recurring.rows.length ? null : (
          <p className="utrecht-paragraph">
            <a className="utrecht-link" href={withChoice("/themas", choice)}>
              {t("themes.all", { count: recurring.all.length })}
            </a>
          </p>
        )}
      </section>
      <NewThemes
        rows={recurring.all.filter((row) => row.direction === "new" || row.words !== undefined)}
        view={view}
        mayName={mayDo(frame, "themes:correct")}
        hrefOf={hrefOf}
      />
      <section className="rd-sectie" aria-labelledby="nietzien">
        <div className="rd-sectie__kop">
          <h2 className="utrecht-heading-2" id="nietzien">
            {t("hidden.title")}
          </h2>
          <p className="utrecht-paragraph">{t("hidden.about")}</p>
        </div>
        <dl className="rd-nietzien" lang={dutch}>
          {hidden.items.map((item) => (
            <div key={item.term} className="rd-nietzien__item">
              <dt>{item.term}</dt>
              <dd>{item.text}</dd>
            </div>
          ))}
        </dl>
        <Alert kind="info">
          <p lang={dutch}>{hidden.safety}</p>
        </Alert>
      </section>
    </>
  );
}

interface NewThemesProps {
  readonly rows: readonly ThemeRow[];
  readonly view: OverviewView;
  readonly mayName: boolean;
  readonly hrefOf: (id: string) => string;
}

function NewThemes(props: NewThemesProps): ReactElement {
  const t = useTranslations("overview.new");
  return (
    <section className="rd-sectie" id="opkomend" aria-labelledby="nieuw">
      <h2 className="utrecht-heading-2" id="nieuw">
        {t("title")}
      </h2>
      {props.rows.length === 0 ? (
        <p className="utrecht-paragraph">{t("none")}</p>
      ) : (
        <div className="rd-kolommen rd-kolommen--2">
          {props.rows.map((row) => (
            <NewTheme key={row.themeId} row={row} {...props} />
          ))}
        </div>
      )}
    </section>
  );
}

function NewTheme(props: NewThemesProps & { readonly row: ThemeRow }): ReactElement {
  const { row, view, mayName, hrefOf } = props;
  const t = useTranslations("overview.new");
  const bandName = useBandName();
  const dutch = useDutch();
  const href = hrefOf(row.themeId);
  const isEmergent = row.words !== undefined;
  const lacksName = isEmergent && !view.named.has(row.themeId);
  return (
    <article className={isEmergent ? "rd-paneel rd-paneel--open" : "rd-paneel"}>
      <p>
        {isEmergent ? (
          <StatusBadge kind="neutral" icon="unclear">
            {t(lacksName ? "emergentBadge" : "namedBadge")}
          </StatusBadge>
        ) : (
          <StatusBadge kind="info" icon="new">
            {t("badge")}
          </StatusBadge>
        )}
      </p>
      <h3 className="utrecht-heading-3">
        <a className="utrecht-link" href={href}>
          {lacksName ? t.rich("workingName", { name: () => <Dutch>{row.name}</Dutch> }) : <Dutch>{row.name}</Dutch>}
        </a>
      </h3>
      <p className="utrecht-paragraph">
        {isEmergent ? t("emergent") : t("first")} <strong>{t("households", { band: bandName(row.now) })}</strong>
      </p>
      {row.words === undefined ? null : (
        <div className="rd-stapel rd-stapel--nauw">
          <p className="utrecht-paragraph--small">{t("words")}</p>
          <ul className="rd-woorden" lang={dutch}>
            {row.words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        </div>
      )}
      {lacksName && mayName ? (
        <div className="utrecht-button-group">
          <a className="utrecht-button" href={`${href}#aanpassen`}>
            {t("giveName")}
          </a>
        </div>
      ) : null}
    </article>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
