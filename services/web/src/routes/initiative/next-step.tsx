import { isAhead } from "@rode-draad/domain";
import { Alert, Disclosure, FactList, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { InitiativePageView } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import { EvaluationForm } from "./evaluation-form.js";
import { JoinForm } from "./join-form.js";
import { PlanForm } from "./plan-form.js";
import {
  EMPTY_EVALUATION,
  type EvaluationErrors,
  type EvaluationValues,
  evaluationValues,
  type PlanFormErrors,
  type PlanValues,
  planValues,
} from "./read-forms.js";

/** A form that came back, with what was typed and what is wrong with it. */
export interface WrongForms {
  readonly plan?: { readonly form: PlanValues; readonly errors: PlanFormErrors };
  readonly hold?: { readonly day: string; readonly error: string };
  readonly evaluation?: { readonly form: EvaluationValues; readonly errors: EvaluationErrors };
  readonly followUp?: { readonly formatId: string; readonly error: string };
}

interface NextStepProps {
  readonly view: InitiativePageView;
  readonly today: string;
  readonly wrong: WrongForms;
}

/** What there is to do now, as one form that is open; what else is possible waits behind a line. */
export function NextStep({ view, today, wrong }: NextStepProps): ReactElement | null {
  const t = useTranslations("initiative");
  const { state, plan, outcome } = view;
  const whyNot = view.whyNotDecide ?? view.whyNotChange;
  if (state === "cancelled") {
    return (
      <Alert kind="info">
        <p>
          {t("stopped")}{" "}
          <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(view.proposalId)}`}>
            {t("toProposal")}
          </a>
        </p>
      </Alert>
    );
  }
  const told = outcome === undefined ? null : <Outcome outcome={outcome} />;
  if (whyNot !== undefined) {
    return (
      <>
        {told}
        <p className="utrecht-paragraph">
          <Dutch>{whyNot}</Dutch>
        </p>
        {view.mayJoin ? <JoinForm initiativeId={view.id} /> : null}
      </>
    );
  }
  if (isAhead({ state })) {
    const planForm = (
      <PlanForm
        initiativeId={view.id}
        form={wrong.plan?.form ?? planValues(plan)}
        {...(wrong.plan !== undefined && { errors: wrong.plan.errors })}
      />
    );
    const isPast = plan.date !== undefined && plan.date.day <= today;
    return (
      <>
        {isPast ? <Held view={view} today={today} wrong={wrong} /> : null}
        {state === "idea" ? (
          <Panel title={t("plan.title")}>{planForm}</Panel>
        ) : (
          <Disclosure title={t("plan.change")} isOpen={wrong.plan !== undefined}>
            {planForm}
          </Disclosure>
        )}
        {isPast ? null : (
          <Disclosure title={t("hold.title")} isOpen={wrong.hold !== undefined}>
            <HoldForm view={view} today={today} wrong={wrong} />
          </Disclosure>
        )}
      </>
    );
  }
  const form = (
    <EvaluationForm
      initiativeId={view.id}
      form={wrong.evaluation?.form ?? (outcome === undefined ? EMPTY_EVALUATION : evaluationValues(outcome))}
      {...(wrong.evaluation !== undefined && { errors: wrong.evaluation.errors })}
    />
  );
  if (state === "evaluated") {
    return (
      <>
        {told}
        <Disclosure title={t("evaluate.change")} isOpen={wrong.evaluation !== undefined}>
          {form}
        </Disclosure>
      </>
    );
  }
  return (
    <>
      <Panel title={t("evaluate.title")}>{form}</Panel>
      <Disclosure title={t("takeBack.title")}>
        <form className="rd-stapel" action={`/initiatieven/${encodeURIComponent(view.id)}/niet-gehouden`} method="post">
          <p className="utrecht-paragraph">{t("takeBack.about")}</p>
          <div className="utrecht-button-group">
            <button className="utrecht-button" type="submit">
              {t("takeBack.button")}
            </button>
          </div>
        </form>
      </Disclosure>
    </>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactElement }): ReactElement {
  return (
    <section className="rd-paneel" aria-labelledby="stap">
      <h2 className="utrecht-heading-3" id="stap">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Held(props: NextStepProps): ReactElement {
  const t = useTranslations("initiative.hold");
  return (
    <Panel title={t("title")}>
      <HoldForm {...props} />
    </Panel>
  );
}

function HoldForm({ view, today, wrong }: NextStepProps): ReactElement {
  const t = useTranslations("initiative.hold");
  const planned = view.plan.date?.day;
  const { hold } = wrong;
  // The planned day once it is there; before that nothing is filled in that would be wrong.
  const day = hold?.day ?? (planned !== undefined && planned <= today ? planned : "");
  return (
    <form
      className="rd-stapel"
      action={`/initiatieven/${encodeURIComponent(view.id)}/gehouden`}
      method="post"
      noValidate={true}
    >
      <ErrorSummary
        title={t("notYet")}
        errors={hold === undefined ? [] : [{ fieldId: "gehouden", text: hold.error }]}
      />
      <p className="utrecht-paragraph">{t("about")}</p>
      <TextField id="gehouden" label={t("day")} type="date" isShort={true} value={day} error={hold?.error} />
      <SubmitButton>{t("button")}</SubmitButton>
    </form>
  );
}

function Outcome({ outcome }: { readonly outcome: NonNullable<InitiativePageView["outcome"]> }): ReactElement {
  const t = useTranslations("initiative.outcome");
  const question = useTranslations("initiative.evaluate");
  const answers = useTranslations("initiative.answers");
  const band = useTranslations("initiatives.band");
  const format = useFormatter();
  const { attendance, evaluation, hoursInTotal } = outcome;
  return (
    <section className="rd-stapel" aria-labelledby="zo-ging-het">
      <h2 className="utrecht-heading-3" id="zo-ging-het">
        {t("title")}
      </h2>
      <FactList
        inPanel={true}
        facts={[
          { term: t("attendance"), value: t("people", { band: band(attendance) }) },
          { term: question("useful"), value: answers(`useful.${evaluation.useful}`) },
          { term: question("onward"), value: answers(`onward.${evaluation.onward}`) },
          { term: question("again"), value: answers(`again.${evaluation.again}`) },
          ...(evaluation.line === undefined ? [] : [{ term: t("line"), value: <Dutch>{evaluation.line}</Dutch> }]),
          { term: t("hours"), value: t("hoursValue", { hours: format.number(hoursInTotal) }) },
        ]}
      />
    </section>
  );
}
