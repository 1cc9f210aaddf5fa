import type { Telemetry } from "bullmq";

export type JobTelemetry = Telemetry;

/**
 * Spans and figures of jobs by the names of OpenTelemetry's API. A job carries ids only, and its span the name of its stage: nothing
 * here leads to a note. Loaded when it is asked for.
 */
export async function openJobTelemetry(): Promise<JobTelemetry> {
  const { BullMQOtel } = await import("bullmq-otel");
  return new BullMQOtel({ tracerName: "rodedraad", meterName: "rodedraad", enableMetrics: true });
}
