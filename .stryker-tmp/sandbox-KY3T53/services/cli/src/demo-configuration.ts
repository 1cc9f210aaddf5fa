import { join } from "node:path";
import type { Configuration } from "@rode-draad/runtime";
import { quietConfiguration } from "./with-product.js";

/** The settings of the demo: those of the environment, without servers that may hold real notes and in a folder of its own. */
export function demoConfiguration(
  municipality: { readonly id: string; readonly name: string },
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const {
    databaseUrl: _database,
    redisUrl: _redis,
    smtpUrl: _smtp,
    ...configuration
  } = quietConfiguration(environment, { weakSecrets: true });
  return {
    ...configuration,
    municipalityId: municipality.id,
    municipalityName: municipality.name,
    directory: join(configuration.directory, "demo"),
  };
}
