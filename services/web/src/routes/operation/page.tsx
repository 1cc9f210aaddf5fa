import { Alert, DataTable, GlanceList, SubmitButton } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { OperationView } from "../../web-tools.js";
import { SettingsFrame, type Told } from "../settings/frame.js";

/** Where one looks into the queue itself. */
export const QUEUE_BOARD_PATH = "/beheer/wachtrijen";

interface OperationPageProps extends Pick<Told, "done"> {
  readonly view: OperationView;
}

export function OperationPage({ view, done }: OperationPageProps): ReactElement {
  const t = useTranslations("operation");
  const toDo = useToDo(view);
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} done={done}>
      <section className="rd-sectie rd-stapel" aria-labelledby="te-doen">
        <h2 className="utrecht-heading-2" id="te-doen">
          {t("toDo.title")}
        </h2>
        {toDo.length === 0 ? (
          <Alert kind="info">
            <p>{t("toDo.nothing")}</p>
          </Alert>
        ) : (
          <GlanceList sentences={toDo} />
        )}
      </section>
      {view.stuck.length === 0 ? null : <Stuck stuck={view.stuck} />}
      <section className="rd-sectie rd-stapel" aria-labelledby="loopt">
        <h2 className="utrecht-heading-2" id="loopt">
          {t("runs.title")}
        </h2>
        <p className="utrecht-paragraph">{t(`runs.queue.${view.queue.backEnd}`)}</p>
        <Stages view={view} />
        {view.hasBoard ? (
          <p className="utrecht-paragraph">
            <a className="utrecht-link" href={QUEUE_BOARD_PATH}>
              {t("runs.board")}
            </a>
          </p>
        ) : null}
      </section>
      <section className="rd-sectie rd-stapel" aria-labelledby="vast">
        <h2 className="utrecht-heading-2" id="vast">
          {t("tasks.title")}
        </h2>
        <Tasks view={view} />
      </section>
    </SettingsFrame>
  );
}

/** Notes that wait for a person, and the button that has them tried again. */
function Stuck({ stuck }: Pick<OperationView, "stuck">): ReactElement {
  const t = useTranslations("operation.stuck");
  const format = useFormatter();
  return (
    <section className="rd-sectie rd-stapel" aria-labelledby="apart">
      <h2 className="utrecht-heading-2" id="apart">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">{t("lead")}</p>
      <DataTable
        caption={t("caption")}
        columns={[{ label: t("reason") }, { label: t("notes") }, { label: t("since") }]}
        rows={stuck.map(({ reason, notes, since }) => ({
          key: reason,
          cells: [
            <Dutch key="reason">{reason}</Dutch>,
            notes,
            format.dateTime(since, { dateStyle: "long", timeStyle: "short" }),
          ],
        }))}
      />
      <form action="/beheer/stand/opnieuw" method="post">
        <SubmitButton>{t("retry")}</SubmitButton>
      </form>
    </section>
  );
}

function Stages({ view: { stages } }: { readonly view: OperationView }): ReactElement {
  const t = useTranslations("operation.runs");
  if (stages.length === 0) return <p className="utrecht-paragraph">{t("unreachable")}</p>;
  return (
    <DataTable
      caption={t("caption")}
      hasThreeShortCells
      columns={[{ label: t("stage") }, { label: t("active") }, { label: t("waiting") }, { label: t("failed") }]}
      rows={stages.map(({ stage, active, waiting, failed }) => ({
        key: stage,
        cells: [t(`stages.${stage}`), active, waiting, failed],
      }))}
    />
  );
}

function Tasks({ view: { tasks, hasWorker } }: { readonly view: OperationView }): ReactElement {
  const t = useTranslations("operation.tasks");
  const format = useFormatter();
  if (tasks.length === 0) return <p className="utrecht-paragraph">{t(hasWorker ? "none" : "noneNobody")}</p>;
  return (
    <DataTable
      caption={t("caption")}
      columns={[{ label: t("task") }, { label: t("done") }, { label: t("state") }]}
      rows={tasks.map(({ task, doneAt, isLate }) => ({
        key: task,
        cells: [
          t(`names.${task}`),
          format.dateTime(doneAt, { dateStyle: "long", timeStyle: "short" }),
          isLate ? t("late") : t("onTime"),
        ],
      }))}
    />
  );
}

/** What asks for somebody, the gravest first. */
function useToDo(view: OperationView): { readonly key: string; readonly content: ReactNode }[] {
  const t = useTranslations("operation");
  const failed = view.stages.reduce((sum, stage) => sum + stage.failed, 0);
  const stuck = view.stuck.reduce((sum, { notes }) => sum + notes, 0);
  const refused = view.watched?.refused ?? 0;
  return [
    ...(view.queue.isReachable ? [] : [{ key: "queue", content: t("toDo.queue") }]),
    // A queue that does not answer moves nothing either, and was told already.
    ...(view.isMoving || !view.queue.isReachable ? [] : [{ key: "still", content: t("toDo.still") }]),
    ...(view.hasWorker ? [] : [{ key: "nobody", content: t("toDo.nobody") }]),
    ...view.findings.map(({ id, found, toDo }) => ({
      key: id,
      content: (
        <Dutch>
          {found} {toDo}
        </Dutch>
      ),
    })),
    ...(view.notesStandingStill === 0
      ? []
      : [{ key: "notes", content: t("toDo.notes", { count: view.notesStandingStill }) }]),
    ...(stuck === 0 ? [] : [{ key: "stuck", content: t("toDo.stuck", { count: stuck }) }]),
    ...(failed === 0 ? [] : [{ key: "failed", content: t("toDo.failed", { count: failed }) }]),
    ...view.tasks
      .filter(({ isLate }) => isLate)
      .map(({ task }) => ({ key: task, content: t("toDo.late", { task: t(`tasks.names.${task}`) }) })),
    ...(refused === 0 ? [] : [{ key: "refused", content: t("toDo.refused", { count: refused }) }]),
  ];
}
