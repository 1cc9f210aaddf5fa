import { CheckField, Disclosure, ThreadChain } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { ChainStep, InitiativePageView } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import type { WrongForms } from "./next-step.js";

/** What it grew out of, what grew out of it, and what can still come: the thread of the page. */
export function Chain({
  view,
  wrong,
}: {
  readonly view: InitiativePageView;
  readonly wrong: WrongForms;
}): ReactElement {
  const t = useTranslations("initiative.chain");
  const stepText = useStepText();
  const { chain, growsInto } = view;
  const mayStart = view.whyNotFollowUp === undefined && view.whyNotDecide === undefined;
  return (
    <section className="rd-sectie" id="vervolg" aria-labelledby="h-vervolg">
      <div className="rd-sectie__kop">
        <h2 className="utrecht-heading-2" id="h-vervolg">
          {t("title")}
        </h2>
        <p className="utrecht-paragraph">{t("about")}</p>
      </div>
      <ThreadChain
        steps={[
          ...chain.map((step) => ({ key: step.id, isAhead: false, isCurrent: step.isThis, ...stepText(step) })),
          ...growsInto.map(({ formatId, label }) => ({
            key: formatId,
            isAhead: true,
            when: t("ahead"),
            title: <Dutch>{label}</Dutch>,
            text: mayStart ? (
              <StartFollowUp view={view} formatId={formatId} label={label} wrong={wrong} />
            ) : (
              <p>{t("notYet")}</p>
            ),
          })),
        ]}
      />
      {growsInto.length === 0 ? <p className="utrecht-paragraph">{t("nothing")}</p> : null}
      {mayStart || view.whyNotFollowUp === undefined ? null : (
        <p className="utrecht-paragraph">
          <Dutch>{view.whyNotFollowUp}</Dutch>
        </p>
      )}
    </section>
  );
}

function useStepText(): (step: ChainStep) => { when: string; title: ReactElement; text: ReactElement } {
  const t = useTranslations("initiative.chain");
  const state = useTranslations("initiatives.state");
  const dayName = useDayName();
  const band = useTranslations("initiatives.band");
  return (step) => {
    const title = <Dutch>{step.title}</Dutch>;
    return {
      when: step.day === undefined ? t("noDay") : dayName(step.day),
      title: step.isThis ? (
        title
      ) : (
        <a className="utrecht-link" href={`/initiatieven/${encodeURIComponent(step.id)}`}>
          {title}
        </a>
      ),
      text: (
        <p>
          {state(`${step.state}.name`)}.{" "}
          {step.attendance === undefined ? null : t("people", { band: band(step.attendance) })}{" "}
          {step.isThis ? t("isThis") : null}
        </p>
      ),
    };
  };
}

function StartFollowUp(props: {
  readonly view: InitiativePageView;
  readonly formatId: string;
  readonly label: string;
  readonly wrong: WrongForms;
}): ReactElement {
  const { view, formatId, label, wrong } = props;
  const t = useTranslations("initiative.chain");
  const error = wrong.followUp?.formatId === formatId ? wrong.followUp.error : undefined;
  const boxId = `besproken-${formatId}`;
  const form = (
    <form className="rd-stapel" action={`/initiatieven/${encodeURIComponent(view.id)}/vervolg`} method="post">
      <input type="hidden" name="vorm" value={formatId} />
      <ErrorSummary title={t("notDone")} errors={error === undefined ? [] : [{ fieldId: boxId, text: error }]} />
      {view.careNeeded ? <CheckField id={boxId} name="besproken" label={t("discussed")} error={error} /> : null}
      <div className="utrecht-button-group">
        <button className="utrecht-button" type="submit">
          {t("start")}
          <span className="rd-onzichtbaar">
            : <Dutch>{label}</Dutch>
          </span>
        </button>
      </div>
    </form>
  );
  return view.careNeeded ? (
    <Disclosure title={t("start")} isOpen={error !== undefined}>
      {form}
    </Disclosure>
  ) : (
    form
  );
}
