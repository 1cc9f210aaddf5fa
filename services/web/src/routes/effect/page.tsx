import { Alert, DataTable, EmptyState, GlanceList, SelectField } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { EffectsView, HeldEveningView } from "../../web-tools.js";
import { LedgerSection } from "./ledger-section.js";
import { OutcomeBadge } from "./outcome-badge.js";
import { useHours } from "./range-words.js";

/** As many as fit on a page that loads fast on an old telephone. */
const EVENINGS_PER_PAGE = 25;

export interface EffectPageProps {
  readonly view: EffectsView;
  /** From 1. */
  readonly page: number;
}

export function EffectPage({ view, page }: EffectPageProps): ReactElement {
  const t = useTranslations("effect");
  const { years, year, evenings } = view;
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">{t("title")}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        </div>
        <form className="rd-keuze" action="/effect" method="get">
          <SelectField
            id="jaar"
            label={t("year.label")}
            selected={year}
            groups={[{ options: years.map((one) => ({ value: one, label: one })) }]}
          />
          <button className="utrecht-button" type="submit">
            {t("year.button")}
          </button>
        </form>
      </div>
      <section className="rd-sectie rd-stapel" aria-labelledby="oogopslag">
        <h2 className="utrecht-heading-2" id="oogopslag">
          {t("glance.title")}
        </h2>
        <GlanceList sentences={useGlance(view)} />
      </section>
      <section className="rd-sectie" aria-labelledby="avonden">
        <div className="rd-sectie__kop">
          <h2 className="utrecht-heading-2" id="avonden">
            {t("evenings.title")}
          </h2>
          <p className="utrecht-paragraph">{t("evenings.about")}</p>
        </div>
        <Evenings view={view} page={Math.min(page, pagesOf(evenings))} />
        <Alert kind="info">
          <p>{t("caution")}</p>
        </Alert>
      </section>
      <LedgerSection view={view} />
      <section className="rd-sectie rd-stapel" aria-labelledby="rekenen">
        <h2 className="utrecht-heading-2" id="rekenen">
          {t("how.title")}
        </h2>
        <ul className="utrecht-unordered-list">
          <li>{t("how.rarer")}</li>
          <li>{t("how.looks")}</li>
          <li>{t("how.sure")}</li>
          <li>{t("how.saved")}</li>
          <li>{t("how.spent")}</li>
          <li>{t("how.ranges")}</li>
          <li>{t("how.first")}</li>
          <li>{t("how.never")}</li>
        </ul>
      </section>
    </>
  );
}

function useGlance({ year, evenings, ledger }: EffectsView): { readonly key: string; readonly content: ReactNode }[] {
  const t = useTranslations("effect.glance");
  const hours = useHours();
  const having = (outcome: "worked" | "too-early"): number =>
    evenings.filter(({ effects }) =>
      outcome === "worked"
        ? effects.some((effect) => effect.outcome === outcome)
        : effects.every((effect) => effect.outcome === outcome),
    ).length;
  const { total } = ledger;
  return [
    { key: "avonden", content: t("evenings", { year, count: evenings.length }) },
    { key: "minder", content: t("worked", { count: having("worked") }) },
    { key: "te-vroeg", content: t("tooEarly", { count: having("too-early") }) },
    ...(total.evenings === 0
      ? []
      : [{ key: "uren", content: t("hours", { saved: hours.range(total.saved), spent: hours.one(total.spent) }) }]),
  ];
}

function pagesOf(evenings: readonly HeldEveningView[]): number {
  return Math.max(1, Math.ceil(evenings.length / EVENINGS_PER_PAGE));
}

function Evenings({ view: { year, evenings }, page }: EffectPageProps): ReactElement {
  const t = useTranslations("effect.evenings");
  const dayName = useDayName();
  const attendance = useTranslations("effect.attendance");
  const hours = useHours();
  const pages = pagesOf(evenings);
  const shown = evenings.slice((page - 1) * EVENINGS_PER_PAGE, page * EVENINGS_PER_PAGE);
  const linkTo = (other: number, words: string): ReactElement => (
    <a className="utrecht-link" href={`/effect?jaar=${year}&blad=${other}#avonden`}>
      {words}
    </a>
  );
  return (
    <>
      <DataTable
        caption={t("caption", { year })}
        columns={[
          { label: t("evening") },
          { label: t("area") },
          { label: t("heldOn") },
          { label: t("visitors") },
          { label: t("after") },
          { label: t("saved") },
          { label: t("spent") },
        ]}
        rows={shown.map((evening) => ({
          key: evening.id,
          cells: [
            <a key="avond" className="utrecht-link" href={`/initiatieven/${encodeURIComponent(evening.id)}`}>
              <Dutch>{evening.title}</Dutch>
            </a>,
            evening.area.name,
            dayName(evening.heldOn),
            evening.result === undefined ? t("notEvaluated") : attendance(evening.result.attendance),
            <Outcomes key="daarna" evening={evening} />,
            evening.result === undefined ? t("unknown") : hours.range(evening.result.hours.saved),
            evening.result === undefined ? t("unknown") : hours.one(evening.result.hours.spent),
          ],
        }))}
      />
      {pages === 1 ? null : (
        <p className="utrecht-paragraph">
          {t("page", { page, pages })} {page > 1 ? linkTo(page - 1, t("later")) : null}{" "}
          {page < pages ? linkTo(page + 1, t("earlier")) : null}
        </p>
      )}
    </>
  );
}

/** The outcome of each theme; with its name where there is more than one. */
function Outcomes({ evening: { effects } }: { readonly evening: HeldEveningView }): ReactNode {
  const t = useTranslations("effect.evenings");
  const [only, ...others] = effects;
  if (only === undefined) return t("notLooked");
  if (others.length === 0) return <OutcomeBadge outcome={only.outcome} />;
  return (
    <ul className="rd-regels">
      {effects.map(({ themeId, themeName, outcome }) => (
        <li key={themeId}>
          {t.rich("outcomeOf", {
            theme: () => <Dutch key="thema">{themeName}</Dutch>,
            outcome: () => <OutcomeBadge key="uitkomst" outcome={outcome} />,
          })}
        </li>
      ))}
    </ul>
  );
}

export function NoEvenings(): ReactElement {
  const t = useTranslations("effect.none");
  return (
    <EmptyState drawing="start" title={t("title")} lead={t("lead")}>
      <p className="utrecht-paragraph">{t("next")}</p>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/voorstellen">
          {t("link")}
        </a>
      </div>
    </EmptyState>
  );
}
