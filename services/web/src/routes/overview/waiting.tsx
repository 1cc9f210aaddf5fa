import type { ThemeReport } from "@rode-draad/reports";
import { StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { dateOf } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { OverviewView, ReportState } from "../../web-tools.js";
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
      <Others chosen={chosen} view={view} state={state} />
    </section>
  );
}

/** What waits besides proposals, for who may do it. */
function Others({ chosen, view, state }: Omit<WaitingProps, "report">): ReactElement | null {
  const t = useTranslations("overview.waiting");
  const { frame, choice } = chosen;
  const may = (action: string): boolean => frame.account?.actions.some((one) => one === action) ?? false;
  const whole = { month: choice.month, part: { kind: "municipality" } } as const;
  const items = [
    ...(state?.kind === "draft" && state.whyNotRelease === undefined && may("reports:release")
      ? [{ href: withChoice("/maandrapport", whole), label: t("release", { month: dateOf(choice.month) }) }]
      : []),
    ...(may("note:correct") ? [{ href: "/nakijken", label: t("review") }] : []),
    ...(view.toEvaluate > 0 && may("proposals:decide")
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
