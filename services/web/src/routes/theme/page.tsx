import type { ThemeView } from "@rode-draad/reports";
import { Alert, type BadgeKind, type Fact, FactList, type IconName, SeasonStrip, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { Choice, ThemePageView } from "../../web-tools.js";
import { ChangeList, DoneMessage } from "../change-list.js";
import { type CorrectionAttempt, CorrectionForms } from "./correction-forms.js";
import { Line } from "./line.js";
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
  const t = useTranslations("shared");
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label={t("breadcrumb")}>
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href={withChoice("/", choice)}>
              {t("navigation.overview")}
            </a>
          </li>
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href={withChoice("/themas", choice)}>
              {t("navigation.themes")}
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
  const t = useTranslations("theme.changes");
  return (
    <section className="rd-stapel" aria-labelledby="wijzigingen">
      <h2 className="utrecht-heading-2" id="wijzigingen">
        {t("title")}
      </h2>
      {changes.length === 0 ? (
        <p className="utrecht-paragraph">{t("none")}</p>
      ) : (
        <ChangeList changes={changes.slice(0, CHANGES_SHOWN)} hasThemes={false} />
      )}
      <p className="utrecht-paragraph rd-niet-printen">
        <a className="utrecht-link" href="/wijzigingen">
          {t("all")}
        </a>
      </p>
    </section>
  );
}

function Head({ view }: { readonly view: ThemeView }): ReactElement {
  const t = useTranslations("theme");
  const directionName = useTranslations("figures.direction");
  const facts: Fact[] = [
    ...(view.line === undefined
      ? []
      : [{ term: t("nowIn", { place: view.line.place }), value: <Dutch>{view.line.now}</Dutch> }]),
    ...view.facts.map((fact) => ({
      term: fact.term,
      mark: <Dutch>{fact.term}</Dutch>,
      value: <Dutch>{fact.text}</Dutch>,
    })),
  ];
  const [kind, icon] = BADGES[view.isEmergent ? "emergent" : view.collective];
  return (
    <div className="rd-kolommen rd-kolommen--7-5">
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">
          <Dutch>{view.name}</Dutch>
        </h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          <Dutch>{view.meaning}</Dutch>
        </p>
        <ul className="rd-badges">
          <li>
            <StatusBadge kind={kind} icon={icon}>
              {view.isEmergent ? <Dutch>{view.suitability}</Dutch> : t(`suitability.${view.collective}`)}
            </StatusBadge>
          </li>
          {view.direction === undefined ? null : (
            <li>
              <StatusBadge kind="info" icon={view.direction.direction}>
                {capital(directionName(view.direction.direction))}
              </StatusBadge>
            </li>
          )}
        </ul>
        {view.specialist === undefined ? (
          <p className="utrecht-paragraph">
            <Dutch>{view.suitabilityReason}</Dutch>
          </p>
        ) : null}
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
  const t = useTranslations("theme.specialist");
  return (
    <section className="rd-sectie" aria-labelledby="route">
      <h2 className="utrecht-heading-2" id="route">
        {t("title")}
      </h2>
      <Alert kind="info" title={<Dutch>{specialist.partner}</Dutch>}>
        <p>
          <Dutch>{specialist.text}</Dutch>
        </p>
      </Alert>
      <p className="utrecht-paragraph">{t.rich("call", { number: (digits) => <strong>{digits}</strong> })}</p>
      <p className="utrecht-paragraph">{t("notCounted")}</p>
    </section>
  );
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

function Body({ view, choice }: { readonly view: ThemeView; readonly choice: Choice }): ReactElement {
  const t = useTranslations("theme");
  const dutch = useDutch();
  return (
    <>
      {view.line === undefined ? null : <Line name={view.name} line={view.line} />}
      {view.season === undefined || view.season.months.length === 0 ? null : (
        <section className="rd-sectie" aria-labelledby="seizoen">
          <div className="rd-sectie__kop">
            <h2 className="utrecht-heading-2" id="seizoen">
              {t("season.title")}
            </h2>
            <p className="utrecht-paragraph">
              <Dutch>{view.season.note}</Dutch>
            </p>
          </div>
          <SeasonStrip
            words={{
              months: MONTHS.map((month) => t(`season.month.${month}`)),
              busy: t("season.busy"),
              now: t("season.now"),
            }}
            label={t("season.label", { theme: view.name })}
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
            {t("rules")}
          </h2>
          <ol className="rd-wijzigingen" lang={dutch}>
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

function Offers({ view }: { readonly view: ThemeView }): ReactElement {
  const t = useTranslations("theme.offers");
  return (
    <section className="rd-stapel" aria-labelledby="aanbod">
      <h2 className="utrecht-heading-2" id="aanbod">
        {t("title")}
      </h2>
      {view.proposals.length === 0 ? (
        <p className="utrecht-paragraph">{t("none")}</p>
      ) : (
        <ul className="utrecht-unordered-list">
          {view.proposals.map((proposal) => (
            <li key={proposal.id}>
              <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(proposal.id)}`}>
                <Dutch>{proposal.title}</Dutch>
              </a>
              , {proposal.areaName}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
