import { addDays, momentOf, type ProposedDate, RUN_SHEET_ROLES, type RunSheetStep } from "@rode-draad/domain";
import { Alert, DataTable, Disclosure, SelectField, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { RunSheetPageView } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import { InitiativeCrumbs } from "../initiative/crumbs.js";
import { usePlannedDate } from "../initiative/planned-date.js";
import { EMPTY_STEP, NEW_STEPS, type StepError, type StepForm, stepForm, UNITS } from "./read-run-sheet.js";

export interface RunSheetPageProps {
  readonly view: RunSheetPageView;
  readonly done?: unknown;
  readonly refused?: string;
  /** What was typed and what is wrong with it. */
  readonly wrong?: { readonly form: readonly StepForm[]; readonly errors: readonly StepError[] };
}

const DONE = ["bewaard", "overgenomen", "teruggezet"] as const;

export function RunSheetPage({ view, done, refused, wrong }: RunSheetPageProps): ReactElement {
  const t = useTranslations("run-sheet");
  const plannedDate = usePlannedDate();
  const { id, title, form, areaName, date, place, steps, whyNotChange } = view;
  const told = DONE.find((what) => what === done);
  return (
    <>
      <InitiativeCrumbs id={id} title={title} />
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t.rich("of", { title: () => <Dutch>{title}</Dutch> })}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          {t.rich("where", { form: () => <Dutch>{form}</Dutch>, area: areaName })}
        </p>
        {date === undefined && place === undefined ? null : (
          <p className="utrecht-paragraph">
            {date === undefined ? null : plannedDate(date)}
            {date === undefined || place === undefined ? null : ". "}
            <Dutch>{place}</Dutch>
          </p>
        )}
        <div className="rd-niet-printen rd-stapel">
          <Origin view={view} />
          <p className="utrecht-paragraph">{t("print")}</p>
          {told === undefined ? null : (
            <div role="status">
              <Alert kind="ok">
                <p>{t(`done.${told}`)}</p>
              </Alert>
            </div>
          )}
          {refused === undefined ? null : (
            <Alert kind="error">
              <p>
                <Dutch>{refused}</Dutch>
              </p>
            </Alert>
          )}
        </div>
      </div>
      <div className="rd-sectie rd-stapel rd-stapel--ruim">
        {steps.length === 0 ? <p className="utrecht-paragraph">{t("none")}</p> : <Steps view={view} />}
      </div>
      <div className="rd-sectie rd-stapel rd-niet-printen">
        {whyNotChange === undefined ? (
          <Edit view={view} wrong={wrong} />
        ) : (
          <p className="utrecht-paragraph">
            <Dutch>{whyNotChange}</Dutch>
          </p>
        )}
      </div>
    </>
  );
}

/** Where the sheet came from; a colleague's sheet is named, so that its writer can be asked. */
function Origin({ view }: { readonly view: RunSheetPageView }): ReactElement {
  const t = useTranslations("run-sheet.origin");
  const { origin } = view;
  if (origin === "form") return <p className="utrecht-paragraph">{t("form")}</p>;
  const { copiedFrom } = origin;
  if (copiedFrom === undefined) return <p className="utrecht-paragraph">{t("own")}</p>;
  const link = (): ReactElement => (
    <a className="utrecht-link" href={`/initiatieven/${encodeURIComponent(copiedFrom.id)}`}>
      <Dutch>{copiedFrom.title}</Dutch>
    </a>
  );
  return <p className="utrecht-paragraph">{t.rich("copied", { title: link, area: copiedFrom.areaName })}</p>;
}

/** In three stretches: a colleague who prepares looks at the first, who stands in the hall at the second. */
function Steps({ view }: { readonly view: RunSheetPageView }): ReactElement {
  const t = useTranslations("run-sheet");
  const column = useTranslations("run-sheet.table");
  const role = useTranslations("run-sheet.role");
  const moment = useMoment(view.date);
  const parts = (["before", "day", "after"] as const).map((part) => ({
    part,
    steps: view.steps.filter((step) => partOf(step) === part),
  }));
  return (
    <>
      {parts.map(({ part, steps }) =>
        steps.length === 0 ? null : (
          <DataTable
            key={part}
            caption={t(`part.${part}`)}
            columns={[{ label: column("when") }, { label: column("who") }, { label: column("what") }]}
            rows={steps.map((step, index) => ({
              key: `${index}`,
              cells: [moment(step), role(step.role), <Dutch key="wat">{step.what}</Dutch>],
            }))}
          />
        ),
      )}
    </>
  );
}

function partOf(step: RunSheetStep): "before" | "day" | "after" {
  const moment = momentOf(step);
  if (moment.kind !== "days") return "day";
  return moment.days < 0 ? "before" : "after";
}

/** Once the evening has a date, a step has a day for the diary. */
function useMoment(date: ProposedDate | undefined): (step: RunSheetStep) => string {
  const t = useTranslations("run-sheet.moment");
  const format = useFormatter();
  return (step) => {
    const moment = momentOf(step, date?.from);
    switch (moment.kind) {
      case "days": {
        const days = moment.days < 0 ? t("daysBefore", { days: -moment.days }) : t("daysAfter", { days: moment.days });
        if (date === undefined) return days;
        const at = new Date(`${addDays(date.day, moment.days)}T12:00:00Z`);
        return t("onDay", { day: format.dateTime(at, { weekday: "long", day: "numeric", month: "long" }), days });
      }
      case "clock":
        return t("clock", { time: moment.time.replace(":", ".") });
      case "minutes":
        if (moment.minutes === 0) return t("start");
        return moment.minutes < 0
          ? t("minutesBefore", { minutes: -moment.minutes })
          : t("minutesAfter", { minutes: moment.minutes });
    }
  };
}

function Edit({
  view,
  wrong,
}: Pick<RunSheetPageProps, "view"> & { readonly wrong: RunSheetPageProps["wrong"] }): ReactElement {
  const t = useTranslations("run-sheet");
  const edit = useTranslations("run-sheet.edit");
  const role = useTranslations("run-sheet.role");
  const unit = useTranslations("run-sheet.edit.units");
  const action = `/initiatieven/${encodeURIComponent(view.id)}/draaiboek`;
  const lines = [...(wrong?.form ?? view.steps.map(stepForm)), ...Array.from({ length: NEW_STEPS }, () => EMPTY_STEP)];
  const written = lines.length - NEW_STEPS;
  const errorAt = (index: number, field: StepError["field"]): string | undefined =>
    wrong?.errors.find((error) => error.index === index && error.field === field)?.text;
  return (
    <>
      <Disclosure title={edit("title")} isOpen={wrong !== undefined}>
        <form className="rd-stapel" action={action} method="post" noValidate={true}>
          <ErrorSummary
            title={edit("notYet")}
            errors={(wrong?.errors ?? []).map(({ index, field, text }) => ({ fieldId: `${field}-${index}`, text }))}
          />
          <p className="utrecht-paragraph">{edit("about")}</p>
          {lines
            .map((line, index) => ({ line, index }))
            .map(({ line, index }) => (
              <fieldset key={index} className="utrecht-form-fieldset rd-stap">
                <legend className="utrecht-form-fieldset__legend">
                  {index < written ? edit("step", { number: index + 1 }) : edit("newStep", { number: index + 1 })}
                </legend>
                <TextField
                  id={`aantal-${index}`}
                  label={edit("amount")}
                  value={line.amount}
                  isShort={true}
                  error={errorAt(index, "aantal")}
                />
                <SelectField
                  id={`eenheid-${index}`}
                  label={edit("unit")}
                  selected={line.unit}
                  groups={[{ options: UNITS.map((value) => ({ value, label: unit(value) })) }]}
                />
                <SelectField
                  id={`wie-${index}`}
                  label={edit("who")}
                  selected={line.role}
                  groups={[{ options: RUN_SHEET_ROLES.map((value) => ({ value, label: role(value) })) }]}
                />
                <TextField id={`wat-${index}`} label={edit("what")} value={line.what} error={errorAt(index, "wat")} />
              </fieldset>
            ))}
          <SubmitButton>{edit("button")}</SubmitButton>
        </form>
      </Disclosure>
      {view.sources.length === 0 ? null : <TakeOver view={view} action={action} />}
      {view.origin === "form" ? null : (
        <Disclosure title={t("reset.title")}>
          <form className="rd-stapel" action={action} method="post">
            <p className="utrecht-paragraph">{t("reset.about")}</p>
            <div className="utrecht-button-group">
              <button className="utrecht-button" type="submit" name="wat" value="terugzetten">
                {t("reset.button")}
              </button>
            </div>
          </form>
        </Disclosure>
      )}
    </>
  );
}

function TakeOver({ view, action }: Pick<RunSheetPageProps, "view"> & { readonly action: string }): ReactElement {
  const t = useTranslations("run-sheet.copy");
  const dayName = useDayName();
  const dutch = useDutch();
  return (
    <Disclosure title={t("title")}>
      <form className="rd-stapel" action={action} method="post">
        <p className="utrecht-paragraph">{t("about")}</p>
        <SelectField
          id="van"
          label={t("from")}
          selected={view.sources[0]?.id ?? ""}
          groups={[
            {
              options: view.sources.map(({ id, title, areaName, heldOn }) => ({
                value: id,
                label:
                  heldOn === undefined
                    ? t("option", { title, area: areaName })
                    : t("optionHeld", { title, area: areaName, day: dayName(heldOn) }),
                lang: dutch,
              })),
            },
          ]}
        />
        <div className="utrecht-button-group">
          <button className="utrecht-button" type="submit" name="wat" value="overnemen">
            {t("button")}
          </button>
        </div>
      </form>
    </Disclosure>
  );
}
