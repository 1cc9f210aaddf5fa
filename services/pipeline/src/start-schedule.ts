import type { ScheduledTask } from "@rode-draad/queue";
import { listMunicipalities, wipeDeleted } from "@rode-draad/store";
import { endWhatIsOverIn } from "./access/end-what-is-over-in.js";
import type { Product } from "./open-product.js";
import { fillAgendas } from "./partners/fill-agendas.js";
import { followUpPartners } from "./partners/follow-up.js";
import { reconcile } from "./reconcile.js";
import { tellSubscribers } from "./reports/tell-subscribers.js";
import { keepAllWithinTerms } from "./retention/keep-all-within-terms.js";
import { type LeaderTask, runAsLeader } from "./run-as-leader.js";
import { MONTHLY_RUN, runMonth } from "./schedule/monthly-run.js";
import { catchUp, markedTasks, type Named } from "./schedule/recurring-task.js";

/** A lost job waits this long at most before it is looked for. */
const RECONCILE_EVERY_MS = 10_000;

/** A clock that is set back brings at most this much to life again. */
const END_EVERY_MS = 60_000;

/** Every night, so that nothing is kept a day longer than it may. */
const RETENTION = "0 3 * * *";

/** When nobody works, and after retention. A server keeps house by itself; the embedded database must be told. */
const HOUSEKEEPING = "30 3 * * *";

/** On working days, so that a reminder is read when it comes and a colleague can call. */
const PARTNERS = "15 8 * * 1-5";

/** After retention. Months go by without an import too, and an evening may have been held since the last one. */
const EFFECTS = "0 4 * * *";

/** Before work. Every day, since a month is released on the day that a person decides; who was told is not told again. */
const TELL_SUBSCRIBERS = "0 7 * * *";

/** Looks whether a month ended; one that ended while nothing ran is done at the start. */
const MONTH_LOOK_EVERY_MS = 10 * 60_000;

/** A day without a single entry still shows that the log was whole then. */
const ANCHOR_DAILY = "5 0 * * *";

/**
 * The recurring runs of an installation. One of the processes that call this runs each occasion, and what leaves the house or is sealed
 * one of the same municipality. What brings lost work back does not go by the queue, and ends with the signal.
 */
export async function startSchedule(product: Product, until = product.closing): Promise<void> {
  // What another machine wrote is anchored here too: nobody rewrites the files of all of them.
  await product.audit.anchor();
  const endWhatIsOver = async () => endWhatIsOverIn(product, await listMunicipalities(product.store.asOwner));
  await endWhatIsOver();
  const watching: Named<LeaderTask>[] = [
    {
      name: "reconcile",
      everyMs: RECONCILE_EVERY_MS,
      run: async () => {
        const made = await reconcile(product);
        if (made.noteJobs + made.municipalityJobs + made.requestJobs > 0) {
          product.logger.warn(made, "jobs were lost and made again");
        }
      },
    },
    { name: "end-what-is-over", everyMs: END_EVERY_MS, run: endWhatIsOver },
  ];
  runAsLeader({ ...product, closing: until }, markedTasks(product, watching));
  const housekeeping: Named<ScheduledTask> = {
    name: "housekeeping",
    timing: { cron: HOUSEKEEPING },
    run: () => wipeDeleted(product.store.asOwner),
  };
  const tasks = markedTasks<Named<ScheduledTask>>(product, [
    {
      name: "effects",
      timing: { cron: EFFECTS },
      run: async () => {
        const towns = await listMunicipalities(product.store.asOwner);
        await product.queue.enqueueMany(
          "effects",
          towns.map((municipalityId) => ({ municipalityId })),
        );
      },
    },
    { name: "retention", timing: { cron: RETENTION }, run: () => keepAllWithinTerms(product) },
    ...(product.store.engine === "pglite" ? [housekeeping] : []),
  ]);
  // With the name, the address, the keys and the log of the own municipality, which processes of another one do not have.
  const ownTasks = markedTasks<Named<ScheduledTask>>(product, [
    {
      name: "tell-subscribers",
      timing: { cron: TELL_SUBSCRIBERS },
      run: async () => void (await tellSubscribers(product)),
    },
    { name: "anchor-audit-log", timing: { cron: ANCHOR_DAILY }, run: () => product.audit.anchor() },
    {
      name: "partners",
      timing: { cron: PARTNERS },
      run: async () => {
        const run = { ...(await followUpPartners(product)), agendas: await fillAgendas(product) };
        product.logger.info(run, "partners were followed up");
      },
    },
  ]);
  await product.queue.startSchedule(ownTasks, product.municipalityId);
  await product.queue.startSchedule([
    ...tasks,
    // It writes down by itself which month it did.
    {
      name: MONTHLY_RUN,
      timing: { everyMs: MONTH_LOOK_EVERY_MS },
      run: async () => {
        const towns = await runMonth(product);
        if (towns.length > 0) product.logger.info({ municipalities: towns.length }, "a month that ended is worked out");
      },
    },
  ]);
  await runMonth(product);
  await catchUp(product, [...tasks, ...ownTasks]);
}
