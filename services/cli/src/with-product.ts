import { openProduct, type Product } from "@rode-draad/pipeline";
import { type Configuration, createShutdown, openLogger, readConfiguration } from "@rode-draad/runtime";
import type { KeyKind } from "@rode-draad/store";
import { tellTelemetry } from "./tell-telemetry.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of the environment, in which the port of an option stands above that of PORT. */
export function environmentWith(port: string | undefined, environment: Environment = process.env): Environment {
  return port === undefined ? environment : { ...environment, PORT: port };
}

/** Commands for people log what goes wrong and leave out the daily course; LOG_LEVEL brings it back. */
const QUIET_LEVEL = "warn";

/** Reads the settings; commands that talk to a person log less unless LOG_LEVEL asks for more. */
export function quietConfiguration(
  environment: Environment = process.env,
  options: Parameters<typeof readConfiguration>[1] = {},
): Configuration {
  const configuration = readConfiguration(environment, options);
  return environment.LOG_LEVEL ? configuration : { ...configuration, logLevel: QUIET_LEVEL };
}

/** Opens the product for one command and closes it afterwards, also after a failure or Ctrl+C. */
export async function withProduct<Result>(
  configuration: Configuration,
  work: (product: Product, signal: AbortSignal) => Promise<Result>,
  options: {
    readonly inMemory?: boolean;
    readonly isTrial?: boolean;
    readonly accept?: readonly KeyKind[];
    readonly telemetry?: boolean;
  } = {},
): Promise<Result> {
  const logger = openLogger({ level: configuration.logLevel });
  const shutdown = createShutdown({ logger });
  const onSignal = (): void => void shutdown.stop().then(() => process.exit(130));
  process.once("SIGINT", onSignal);
  process.once("SIGTERM", onSignal);
  try {
    const telemetry = options.telemetry === true ? await tellTelemetry(configuration, shutdown) : undefined;
    const product = await openProduct(configuration, { logger, ...options, telemetry: telemetry?.isOn === true });
    shutdown.onStop("product", () => product.close());
    telemetry?.observe(product);
    return await work(product, shutdown.signal);
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
    await shutdown.stop();
  }
}
