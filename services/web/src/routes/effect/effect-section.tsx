import { verdictOf } from "@rode-draad/effects";
import { type Fact, FactList } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { useBandName, useDayName, useMonthName } from "../../messages/use-names.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { HeldEveningView, ThemeEffectView } from "../../web-tools.js";
import { OutcomeBadge } from "./outcome-badge.js";
import { useHours, useRange } from "./range-words.js";

/** What came of one evening, as a section of the page of its initiative. */
export function EffectSection({ evening }: { readonly evening: HeldEveningView }): ReactElement {
  const t = useTranslations("effect.section");
  return (
    <section className="rd-sectie" id="effect" aria-labelledby="effect-kop">
      <h2 className="utrecht-heading-2" id="effect-kop">
        {t("title")}
      </h2>
      <div className="rd-kolommen rd-kolommen--2">
        {evening.effects.map((effect) => (
          <ThemeEffect key={effect.themeId} effect={effect} />
        ))}
        <BusinessCase evening={evening} />
      </div>
      <p className="utrecht-paragraph">
        <a className="utrecht-link" href={`/effect?jaar=${evening.heldOn.slice(0, 4)}`}>
          {t("all")}
        </a>
      </p>
    </section>
  );
}

function ThemeEffect({ effect }: { readonly effect: ThemeEffectView }): ReactElement {
  const t = useTranslations("effect");
  const monthName = useMonthName();
  const dayName = useDayName();
  const format = useFormatter();
  const { outcome, quarters } = effect;
  return (
    <article className="rd-paneel">
      <h3 className="utrecht-heading-3">
        <Dutch>{effect.themeName}</Dutch>
      </h3>
      <p>
        <OutcomeBadge outcome={outcome} />
      </p>
      <p className="utrecht-paragraph">
        <WhatCame effect={effect} />
      </p>
      <FactList facts={useEffectFacts(effect)} />
      {effect.otherDays.length === 0 ? null : (
        <p className="utrecht-paragraph">
          {t("section.otherDays", { days: format.list(effect.otherDays.map(dayName)) })}
        </p>
      )}
      {effect.ruleChanges.map(({ month, note }) => (
        <p key={`${month} ${note}`} className="utrecht-paragraph">
          {t.rich("section.rule", { month: monthName(month), note: () => <Dutch>{note}</Dutch> })}
        </p>
      ))}
      {quarters === undefined ? null : (
        <p className="utrecht-paragraph">
          <a
            className="utrecht-link"
            href={withChoice(`/themas/${encodeURIComponent(effect.themeId)}`, {
              month: quarters.after.last,
              part: { kind: "area", code: effect.areaCode },
            })}
          >
            {t("section.themePage")}
          </a>
        </p>
      )}
    </article>
  );
}

function WhatCame({ effect: { outcome, because, sayableAfter } }: { readonly effect: ThemeEffectView }): ReactNode {
  const t = useTranslations("effect");
  const monthName = useMonthName();
  if (outcome !== "too-early") return t(`outcome.${outcome}.sentence`);
  return because === undefined || because === "months-to-come"
    ? t("lookAgain", { month: monthName(sayableAfter) })
    : t(`because.${because}`);
}

/** The bands beside an outcome, and what it was compared with. */
function useEffectFacts({ outcome, quarters, comparedWith, leftOut }: ThemeEffectView): Fact[] {
  const t = useTranslations("effect.section");
  const bandName = useBandName();
  const monthName = useMonthName();
  const format = useFormatter();
  const spanName = ({ first, last }: { readonly first: string; readonly last: string }): string =>
    t("span", { first: monthName(first, { month: "long" }), last: monthName(last) });
  return [
    ...(quarters === undefined
      ? []
      : [
          {
            term: t("before", { months: spanName(quarters.before) }),
            value: t("households", { band: bandName(quarters.before.band) }),
          },
          {
            term: t("after", { months: spanName(quarters.after) }),
            value: t("households", { band: bandName(quarters.after.band) }),
          },
        ]),
    ...(outcome === "too-early" ? [] : [{ term: t("compared"), value: t("wijken", { count: comparedWith }) }]),
    ...(leftOut.length === 0
      ? []
      : [{ term: t("leftOut"), value: t("leftOutWhy", { areas: format.list([...leftOut]) }) }]),
  ];
}

/** The sum of the domain report (6.1): what a visitor saves, against what the evening cost. */
function BusinessCase({ evening: { result } }: { readonly evening: HeldEveningView }): ReactElement {
  const t = useTranslations("effect");
  const hours = useHours();
  const range = useRange();
  return (
    <article className="rd-paneel rd-paneel--vlak">
      <h3 className="utrecht-heading-3">{t("business.title")}</h3>
      {result === undefined ? (
        <p className="utrecht-paragraph">{t("business.later")}</p>
      ) : (
        <>
          <p className="utrecht-paragraph">
            {t("business.saved", {
              visitors: t(`attendance.${result.attendance}`),
              minutes: range(result.minutesSavedPerVisitor),
              saved: hours.range(result.hours.saved),
            })}
          </p>
          <p className="utrecht-paragraph">{t("business.spent", { spent: hours.one(result.hours.spent) })}</p>
          <p className="utrecht-paragraph">{t(`business.verdict.${verdictOf(result.hours)}`)}</p>
          <p className="utrecht-paragraph">{t("business.beyond")}</p>
        </>
      )}
    </article>
  );
}
