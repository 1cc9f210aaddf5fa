import { join } from "node:path";
import { type Catalogue, loadCatalogue } from "@rode-draad/catalogue";
import { type Mailer, openMailer, openWebhookSender, type WebhookSender } from "@rode-draad/delivery";
import type { MunicipalityId } from "@rode-draad/domain";
import { openSourceReader, type SourceReader } from "@rode-draad/intake";
import { admitKeys, keepKeyMarks, readKeyring } from "@rode-draad/operate";
import { openQueue, type Queue } from "@rode-draad/queue";
import {
  type Clock,
  type Configuration,
  holdKeys,
  type Logger,
  loadAuditKey,
  openLogger,
  systemClock,
} from "@rode-draad/runtime";
import {
  endOpenImports,
  ensureMunicipality,
  isStoreThere,
  type KeyKind,
  openStore,
  type Store,
} from "@rode-draad/store";
import { anchorPath } from "./audit/anchor-path.js";
import { type OpenAuditLog, openAuditLog } from "./audit/open-audit-log.js";
import { openStoreClock } from "./store-clock.js";
import { openTextPool, type TextPool } from "./text/text-pool.js";

/** The open product: everything that a program started. Pass it on, close it once. */
export interface Product {
  /** The settings, with the keys that belong to the store in them. */
  readonly configuration: Configuration;
  /** The kinds of keys that were opened with though they do not belong to the store; see `acceptKeys`. */
  readonly strangeKeys: readonly KeyKind[];
  readonly municipalityId: MunicipalityId;
  readonly store: Store;
  readonly queue: Queue;
  readonly texts: TextPool;
  readonly reader: SourceReader;
  readonly mailer: Mailer;
  readonly webhooks: WebhookSender;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly audit: OpenAuditLog;
  /** Aborts when the product begins to close: whoever goes on by itself ends then. */
  readonly closing: AbortSignal;
  /** Stops in reverse order: no new work, then the threads, then the queue, then the store. */
  close(): Promise<void>;
}

/**
 * Opens threads, store and queue, in that order. A part that fails closes those that were open and passes its error on, a
 * ProductError with one Dutch sentence. Keys that do not belong to the store are such a failure, before anything is changed, unless
 * `accept` names them. `inMemory`, `isTrial`: no key is made and no mark of one is left.
 */
export async function openProduct(
  settings: Configuration,
  options: {
    readonly clock?: Clock;
    readonly logger?: Logger;
    readonly inMemory?: boolean;
    readonly isTrial?: boolean;
    readonly accept?: readonly KeyKind[];
    readonly telemetry?: boolean;
    /** False: the schema of a server is left to who brings it up to date. */
    readonly mayMigrate?: boolean;
  } = {},
): Promise<Product> {
  const logger = options.logger ?? openLogger({ level: settings.logLevel });
  const place = {
    ...(settings.databaseUrl !== undefined && { databaseUrl: settings.databaseUrl }),
    ...(options.inMemory !== true && { directory: settings.directory }),
  };
  const own = await readKeyring(settings);
  let strangeKeys: readonly KeyKind[] = [];
  const texts = openTextPool();
  // Whoever makes a store is about to fill it. Making it keeps one core busy for some seconds, and the model is loaded on another.
  if (options.inMemory !== true && !isStoreThere(place)) texts.prepare();
  const store = await openStore({
    ...place,
    municipalityId: settings.municipalityId,
    textKeys: settings.textKeys,
    admit(facts) {
      strangeKeys = admitKeys(settings, own, facts, options.accept);
    },
    ...(options.mayMigrate !== undefined && { mayMigrate: options.mayMigrate }),
    logger,
  }).catch(async (error: unknown) => {
    await texts.close();
    throw error;
  });
  try {
    await ensureMunicipality(store.db, { id: settings.municipalityId, name: settings.municipalityName });
    const leavesTrace = options.inMemory !== true && options.isTrial !== true;
    const configuration = leavesTrace ? await holdKeys(settings) : settings;
    if (leavesTrace && strangeKeys.length === 0) await keepKeyMarks(store.db, configuration);
    const queue = await openQueue({
      ...(configuration.redisUrl !== undefined && { redisUrl: configuration.redisUrl }),
      connection: store.connection,
      logger,
      telemetry: options.telemetry === true,
    });
    const reader = openSourceReader();
    const mailer = openMailer({
      ...(configuration.smtpUrl !== undefined && { smtpUrl: configuration.smtpUrl }),
      directory: join(configuration.directory, "post"),
    });
    // The embedded database has this machine's own clock.
    const time = store.engine === "postgres" ? await openStoreClock(store, logger) : { clock: systemClock, stop() {} };
    const clock = options.clock ?? time.clock;
    if (store.engine === "pglite") {
      // One process at a time has this store: an import that is still open went with the process before.
      const end = { finishedAt: clock(), summary: { interrupted: true } };
      await endOpenImports(store.db, configuration.municipalityId, end);
    }
    const end = new AbortController();
    const audit = openAuditLog({
      db: store.db,
      municipalityId: configuration.municipalityId,
      clock,
      logger,
      ...(options.inMemory !== true && {
        loadKey: () => loadAuditKey(configuration),
        anchorFile: anchorPath(configuration),
      }),
    });
    let closing: Promise<void> | undefined;
    return {
      configuration,
      strangeKeys,
      municipalityId: configuration.municipalityId,
      store,
      queue,
      texts,
      reader,
      mailer,
      webhooks: openWebhookSender(),
      catalogue: loadCatalogue(),
      clock,
      logger,
      audit,
      closing: end.signal,
      close() {
        end.abort();
        time.stop();
        closing ??= queue
          .close()
          .then(() => Promise.all([texts.close(), reader.close()]))
          .then(() => mailer.close())
          .then(() => audit.close())
          .then(() => store.close());
        return closing;
      },
    };
  } catch (error) {
    await texts.close();
    await store.close();
    throw error;
  }
}
