import type { Action } from "@rode-draad/domain";
import type { ThemeReport } from "@rode-draad/reports";
import { StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { dateOf } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { FrameView, OverviewView, ReportState } from "../../web-tools.js";
import type { Chosen } from "../chosen-route.js";

interface WaitingProps {
  readonly report: ThemeReport;
  readonly chosen: Chosen;
  readonly view: OverviewView;
  readonly state: ReportState | undefined;
}

/** What waits for a decision of who looks: proposals, a draft to release, questions to check, evenings to evaluate. */
export function Waiting({ report, chosen, view, state }: WaitingProps): ReactElement {
  const { cards } = report.sections.proposals;
  const t = useTranslations("overview.waiting");
  const withCare = useTranslations("shared")("withCare");
  return (
    <section className="rd-paneel" aria-labelledby="keuzes">
      <h2 className="utrecht-heading-3" id="keuzes">
        {cards.length === 0 ? t("nothing") : t("title")}
      </h2>
      {cards.length === 0 ? (
        <p className="utrecht-paragraph">{t("none")}</p>
      ) : (
        <ol className="rd-keuzes">
          {cards.map((card) => (
            <li key={card.id} className="rd-keuzes__item">
              <p className="rd-keuzes__vraag">
                {t.rich(card.careNeeded ? "askWithCare" : "ask", { title: () => <Dutch>{card.title}</Dutch> })}
              </p>
              {card.careNeeded ? (
                <p>
                  <StatusBadge kind="warning" icon="care">
                    {withCare}
                  </StatusBadge>
                </p>
              ) : null}
              <p className="rd-keuzes__voet">
                <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(card.id)}`}>
                  {card.careNeeded ? t("discuss") : t("view")}
                </a>
                <span>
                  <Dutch>{card.form}</Dutch>, {card.area.name}
                </span>
              </p>
            </li>
          ))}
        </ol>
      )}
      <Others report={report} chosen={chosen} view={view} state={state} />
    </section>
  );
}

/** True for an action that the person who looks may do. */
export function mayDo({ account }: FrameView, action: Action): boolean {
  return account?.actions.includes(action) ?? false;
}

/** What waits besides proposals, for who may do it. */
function Others({ report, chosen, view, state }: WaitingProps): ReactElement | null {
  const t = useTranslations("overview.waiting");
  const { frame, choice } = chosen;
  const lackName = report.sections.recurring.all.filter(
    ({ themeId, words }) => words !== undefined && !view.named.has(themeId),
  );
  const whole = { month: choice.month, part: { kind: "municipality" } } as const;
  const items = [
    ...(state?.kind === "draft" && state.whyNotRelease === undefined && mayDo(frame, "reports:release")
      ? [{ href: withChoice("/maandrapport", whole), label: t("release", { month: dateOf(choice.month) }) }]
      : []),
    ...(lackName.length > 0 && mayDo(frame, "themes:correct")
      ? [{ href: "#opkomend", label: t("name", { count: lackName.length }) }]
      : []),
    ...(mayDo(frame, "note:correct") ? [{ href: "/nakijken", label: t("review") }] : []),
    ...(view.toEvaluate > 0 && mayDo(frame, "proposals:decide")
      ? [{ href: "/initiatieven?stand=held", label: t("evaluate", { count: view.toEvaluate }) }]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <ul className="utrecht-unordered-list">
      {items.map(({ href, label }) => (
        <li key={href}>
          <a className="utrecht-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
