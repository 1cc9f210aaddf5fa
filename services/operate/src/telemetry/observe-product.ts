import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Queue } from "@rode-draad/queue";
import type { Telemetry } from "./start-telemetry.js";

/** What is looked at each time that somebody asks for the metrics. */
export interface Observed {
  readonly queue: Pick<Queue, "health">;
  /** Seconds since each recurring task was last done, by its name. */
  scheduleAges(): Promise<Readonly<Record<string, number>>>;
}

const NANOSECONDS = 1e9;

/** Tells of queue, recurring tasks and process; BullMQ itself tells how long jobs take. */
export function observeProduct({ meters }: Telemetry, { queue, scheduleAges }: Observed): void {
  const meter = meters.getMeter("rodedraad");
  const jobs = meter.createObservableGauge("rodedraad_queue_jobs", { description: "Jobs by stage and state." });
  const reachable = meter.createObservableGauge("rodedraad_queue_reachable", {
    description: "1 when the server of the queue answers.",
  });
  meter.addBatchObservableCallback(
    async (result) => {
      const health = await queue.health();
      result.observe(reachable, health.reachable ? 1 : 0);
      for (const [stage, load] of Object.entries(health.stages))
        for (const state of ["waiting", "active", "delayed", "failed"] as const)
          result.observe(jobs, load[state], { stage, state });
    },
    [jobs, reachable],
  );
  meter
    .createObservableGauge("rodedraad_schedule_age_seconds", {
      description: "Since a recurring task was last done.",
      unit: "s",
    })
    .addCallback(async (result) => {
      // A database that is away shows in other figures; without an answer this one is left out.
      const ages = await scheduleAges().catch(() => ({}));
      for (const [task, seconds] of Object.entries(ages)) result.observe(seconds, { task });
    });
  observeProcess(meter);
}

function observeProcess(meter: ReturnType<Telemetry["meters"]["getMeter"]>): void {
  meter
    .createObservableGauge("process_resident_memory_bytes", { description: "Memory of the process." })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableGauge("process_uptime_seconds", { description: "Since the process began." })
    .addCallback((result) => result.observe(process.uptime()));
  const delay = monitorEventLoopDelay();
  delay.enable();
  meter
    .createObservableGauge("nodejs_eventloop_lag_seconds", {
      description: "The 99th percentile of how late timers were since the last look.",
    })
    .addCallback((result) => {
      result.observe(delay.percentile(99) / NANOSECONDS);
      delay.reset();
    });
}
