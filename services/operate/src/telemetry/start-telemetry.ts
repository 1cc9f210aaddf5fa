import type { MeterProvider } from "@opentelemetry/sdk-metrics";
import type { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { Configuration } from "@rode-draad/runtime";

/** Traces and metrics of one process, as OpenTelemetry. */
export interface Telemetry {
  readonly meters: MeterProvider;
  /** Sends what is left and stops answering. */
  stop(): Promise<void>;
}

/** Often enough for an alert within minutes. */
const SEND_EVERY_MS = 30_000;

/**
 * Starts what the settings ask for: `/metrics` for Prometheus, and traces and metrics to a collector. Undefined when they ask for
 * nothing; then no library of it is loaded. Call it before the queue is opened, which finds it by OpenTelemetry's own registry.
 *
 * Rule: telemetry tells of work and machines. No theme, case, person or place of a note is a name or label of a metric, or an attribute of a
 * span, since what leaves here passes no release gate.
 */
export async function startTelemetry(
  { metrics, otlpUrl }: Pick<Configuration, "metrics" | "otlpUrl">,
  service: { readonly name: string; readonly version: string },
): Promise<Telemetry | undefined> {
  if (metrics === undefined && otlpUrl === undefined) return undefined;
  const [api, { MeterProvider, PeriodicExportingMetricReader }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-metrics"),
    import("@opentelemetry/resources"),
  ]);
  const resource = resourceFromAttributes({ "service.name": service.name, "service.version": service.version });
  const readers = [];
  if (metrics !== undefined) readers.push(await answerPrometheus(metrics));
  if (otlpUrl !== undefined) {
    const { OTLPMetricExporter } = await import("@opentelemetry/exporter-metrics-otlp-http");
    const exporter = new OTLPMetricExporter({ url: `${otlpUrl}/v1/metrics` });
    readers.push(new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: SEND_EVERY_MS }));
  }
  const meters = new MeterProvider({ resource, readers });
  api.metrics.setGlobalMeterProvider(meters);
  const traces = otlpUrl === undefined ? undefined : await sendTraces(otlpUrl, resource);
  return {
    meters,
    async stop() {
      // A collector that is away must not keep the process from stopping.
      await Promise.allSettled([traces?.shutdown(), meters.shutdown()]);
      api.metrics.disable();
      api.trace.disable();
    },
  };
}

async function answerPrometheus({ host, port }: NonNullable<Configuration["metrics"]>) {
  const { PrometheusExporter } = await import("@opentelemetry/exporter-prometheus");
  const exporter = new PrometheusExporter({ host, port, preventServerStart: true });
  // A port that is taken is told with the system's own error, which names it.
  await exporter.startServer();
  return exporter;
}

async function sendTraces(
  otlpUrl: string,
  resource: NonNullable<ConstructorParameters<typeof NodeTracerProvider>[0]>["resource"] & object,
): Promise<NodeTracerProvider> {
  const [{ NodeTracerProvider: Provider, BatchSpanProcessor }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${otlpUrl}/v1/traces` });
  const provider = new Provider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] });
  provider.register();
  return provider;
}
