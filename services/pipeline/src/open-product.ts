import { join } from "node:path";
import { type Catalogue, loadCatalogue } from "@rode-draad/catalogue";
import { type Mailer, openMailer } from "@rode-draad/delivery";
import type { MunicipalityId } from "@rode-draad/domain";
import { openQueue, type Queue } from "@rode-draad/queue";
import { type Clock, type Configuration, type Logger, openLogger, systemClock } from "@rode-draad/runtime";
import { ensureMunicipality, openStore, type Store } from "@rode-draad/store";
import { openTextPool, type TextPool } from "./text/text-pool.js";

/** The open product: everything that a program started. Pass it on, close it once. */
export interface Product {
  readonly configuration: Configuration;
  readonly municipalityId: MunicipalityId;
  readonly store: Store;
  readonly queue: Queue;
  readonly texts: TextPool;
  readonly mailer: Mailer;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Stops in reverse order: no new work, then the threads, then the queue, then the store. */
  close(): Promise<void>;
}

/**
 * Opens store, queue and threads, in that order. A part that fails closes those that were open and passes its error on, a
 * ProductError with one Dutch sentence.
 */
export async function openProduct(
  configuration: Configuration,
  options: { readonly clock?: Clock; readonly logger?: Logger; readonly inMemory?: boolean } = {},
): Promise<Product> {
  const logger = options.logger ?? openLogger({ level: configuration.logLevel });
  const store = await openStore({
    ...(configuration.databaseUrl !== undefined && { databaseUrl: configuration.databaseUrl }),
    ...(options.inMemory !== true && { directory: configuration.directory }),
    municipalityId: configuration.municipalityId,
    logger,
  });
  try {
    await ensureMunicipality(store.db, { id: configuration.municipalityId, name: configuration.municipalityName });
    const queue = await openQueue({
      ...(configuration.redisUrl !== undefined && { redisUrl: configuration.redisUrl }),
      connection: store.connection,
      logger,
    });
    const texts = openTextPool();
    const mailer = openMailer({
      ...(configuration.smtpUrl !== undefined && { smtpUrl: configuration.smtpUrl }),
      directory: join(configuration.directory, "post"),
    });
    let closing: Promise<void> | undefined;
    return {
      configuration,
      municipalityId: configuration.municipalityId,
      store,
      queue,
      texts,
      mailer,
      catalogue: loadCatalogue(),
      clock: options.clock ?? systemClock,
      logger,
      close() {
        closing ??= queue
          .close()
          .then(() => texts.close())
          .then(() => mailer.close())
          .then(() => store.close());
        return closing;
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
