import type { InitiativeState } from "@rode-draad/domain";
import { Alert, FactList, ProcessSteps } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { HeldEveningView, InitiativePageView } from "../../web-tools.js";
import { EffectSection } from "../effect/effect-section.js";
import { CareBadge } from "../proposals/cards.js";
import { Beside } from "./beside.js";
import { Chain } from "./chain.js";
import { InitiativeCrumbs } from "./crumbs.js";
import { NextStep, type WrongForms } from "./next-step.js";
import { usePlannedDate } from "./planned-date.js";

export interface InitiativePageProps {
  readonly view: InitiativePageView;
  readonly today: string;
  /** What came of it, once it was held. */
  readonly evening?: HeldEveningView | undefined;
  /** What was just done, from the address after a redirect. */
  readonly done?: unknown;
  /** Why it was not done, in Dutch. */
  readonly refused?: string;
  readonly wrong?: WrongForms;
}

const DONE = ["gepland", "gehouden", "niet-gehouden", "geevalueerd", "meegedaan", "teruggegeven", "vervolg"] as const;

export function InitiativePage({ view, today, evening, done, refused, wrong = {} }: InitiativePageProps): ReactElement {
  const { title, form, area, careNeeded, state } = view;
  return (
    <>
      <InitiativeCrumbs />
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          {careNeeded ? (
            <p>
              <CareBadge />
            </p>
          ) : null}
          <h1 className="utrecht-heading-1">
            <Dutch>{title}</Dutch>
          </h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">
            <Dutch>{form}</Dutch>, {area.name}
          </p>
        </div>
        <Told done={done} {...(refused !== undefined && { refused })} />
        {state === "cancelled" ? null : <Steps view={view} />}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel rd-stapel--ruim">
          <Plan view={view} />
          <NextStep view={view} today={today} wrong={wrong} />
        </div>
        <Beside view={view} />
      </div>
      {evening === undefined ? null : <EffectSection evening={evening} />}
      <Chain view={view} wrong={wrong} />
    </>
  );
}

function Told({ done, refused }: Pick<InitiativePageProps, "done" | "refused">): ReactElement | null {
  const t = useTranslations("initiative");
  if (refused !== undefined) {
    return (
      <Alert kind="error">
        <p>
          <Dutch>{refused}</Dutch>
        </p>
      </Alert>
    );
  }
  if (done === "net-te-laat") {
    return (
      <Alert kind="info">
        <p>{t("taken")}</p>
      </Alert>
    );
  }
  const told = DONE.find((what) => what === done);
  if (told === undefined) return null;
  return (
    <div role="status">
      <Alert kind="ok">
        <p>{t(`done.${told}`)}</p>
      </Alert>
    </div>
  );
}

const STEPS = ["idea", "planned", "held", "evaluated"] as const satisfies readonly InitiativeState[];

/** From idea to evaluated, on the thread. */
function Steps({ view }: { readonly view: InitiativePageView }): ReactElement {
  const t = useTranslations("initiative.steps");
  const state = useTranslations("initiatives.state");
  const dayName = useDayName();
  const now = (STEPS as readonly InitiativeState[]).indexOf(view.state);
  const { date } = view.plan;
  const hints: Readonly<Partial<Record<InitiativeState, ReactNode>>> = {
    ...(date !== undefined && { planned: dayName(date.day) }),
    ...(view.heldOn !== undefined && { held: dayName(view.heldOn) }),
  };
  return (
    <ProcessSteps
      label={t("label")}
      doneWord={t("done")}
      steps={STEPS.map((step, index) => ({
        key: step,
        name: state(`${step}.name`),
        ...(hints[step] !== undefined && { hint: hints[step] }),
        // The last step is not a place to stand: once evaluated, all is done.
        state: index < now || (index === now && step === "evaluated") ? "done" : index === now ? "now" : "to-do",
      }))}
    />
  );
}

function Plan({ view }: { readonly view: InitiativePageView }): ReactElement {
  const t = useTranslations("initiative.facts");
  const plannedDate = usePlannedDate();
  const dayName = useDayName();
  const { plan, heldOn, turnout, preparationHours, themes } = view;
  // After the evening only what is known is worth a line.
  const isOpen = heldOn === undefined;
  return (
    <section className="rd-stapel" aria-labelledby="plan-kop">
      <h2 className="utrecht-heading-3" id="plan-kop">
        {t("title")}
      </h2>
      <FactList
        inPanel={true}
        facts={[
          ...(heldOn === undefined ? [] : [{ term: t("heldOn"), value: dayName(heldOn) }]),
          ...(isOpen
            ? [
                {
                  term: t("when"),
                  value: (
                    <>
                      {plan.date === undefined ? t("noDate") : plannedDate(plan.date)}
                      {plan.acceptedBy === undefined ? null : (
                        <>
                          <br />
                          {t.rich("acceptedBy", { partner: () => <Dutch>{plan.acceptedBy}</Dutch> })}
                        </>
                      )}
                    </>
                  ),
                },
              ]
            : []),
          ...(isOpen || plan.place !== undefined
            ? [{ term: t("where"), value: plan.place === undefined ? t("noPlace") : <Dutch>{plan.place}</Dutch> }]
            : []),
          ...(isOpen || plan.capacity !== undefined
            ? [
                {
                  term: t("capacity"),
                  value: plan.capacity === undefined ? t("noCapacity") : t("people", { count: plan.capacity }),
                },
              ]
            : []),
          { term: t("carriedBy"), value: useCarriers(view) },
          {
            term: t("themes"),
            value: (
              <ul className="rd-regels">
                {themes.map((theme) => (
                  <li key={theme.id}>
                    <a className="utrecht-link" href={`/themas/${encodeURIComponent(theme.id)}`}>
                      <Dutch>{theme.name}</Dutch>
                    </a>
                    {theme.formerName === undefined ? null : (
                      <small>{t.rich("formerly", { name: () => <Dutch>{theme.formerName}</Dutch> })}</small>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          { term: t("turnout"), value: t("turnoutRange", turnout) },
          { term: t("preparation"), value: t("hoursRange", preparationHours) },
        ]}
      />
    </section>
  );
}

/** "Sam (jij), Noor": names of who does it, and nothing about how much. */
function useCarriers({ carriedBy }: InitiativePageView): string {
  const t = useTranslations("initiative.facts");
  if (carriedBy.length === 0) return t("nobody");
  return carriedBy
    .map(({ name, isYou }) => (name === undefined ? t("colleague") : isYou ? `${name} (${t("you")})` : name))
    .join(", ");
}
