import { mkdir, readdir } from "node:fs/promises";
import { ProductError } from "@rode-draad/domain";
import {
  APP_ROLE,
  checkedName,
  type Engine,
  EVERY_MUNICIPALITY,
  MUNICIPALITY_SETTING,
  QUEUE_SCHEMA,
  STORE_SCHEMA,
} from "../engine.js";
import { type DatabaseThread, openDatabaseThread } from "./database-thread.js";
import { lockFolder } from "./folder-lock.js";
import { makeDatabase } from "./make-database.js";
import { openSharedSession } from "./shared-session.js";
import { queryMessage, splitAnswer } from "./wire-messages.js";

/** Only the user who runs the product may enter the folder: it holds the notes. */
const FOLDER_MODE = 0o700;

/**
 * PostgreSQL inside this process, in a thread of its own. With a folder the data stays; without one it lives in memory, which tests use. One
 * process at a time may have a folder open.
 */
export async function openPgliteEngine(folder?: string): Promise<Engine> {
  const lock = folder === undefined ? undefined : await prepareFolder(folder);
  let database: DatabaseThread;
  try {
    database = await openDatabaseThread(folder);
    // The one session ignores the search path that a connection asks for, so it gets those of store and queue together.
    const { failed } = splitAnswer(
      await database.execute(
        queryMessage(
          `create schema if not exists ${STORE_SCHEMA}; create schema if not exists ${QUEUE_SCHEMA};
           set search_path to ${STORE_SCHEMA}, ${QUEUE_SCHEMA}`,
        ),
      ),
    );
    if (failed) throw new Error("The schemas could not be made.");
  } catch (error) {
    await lock?.release();
    throw new ProductError(
      "database-folder-unreadable",
      `De database in ${folder ?? "het geheugen"} kan niet worden geopend. Zet een reservekopie van die map terug, of kies met RODEDRAAD_DIR een andere map.`,
      { cause: error, detail: error instanceof Error ? error.message : String(error) },
    );
  }
  const session = openSharedSession(database);
  const connectionOf = (scope: string) => ({
    user: "postgres",
    database: "postgres",
    stream: () => session.connect(scope),
  });
  return {
    name: "pglite",
    connection: connectionOf(`set role none; set ${MUNICIPALITY_SETTING} to '${EVERY_MUNICIPALITY}'`),
    connectionFor: (municipalityId) =>
      connectionOf(`set role ${APP_ROLE}; set ${MUNICIPALITY_SETTING} to '${checkedName(municipalityId)}'`),
    async close() {
      await session.close();
      await database.close();
      await lock?.release();
    },
  };
}

async function prepareFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    const lock = await lockFolder(folder);
    if ((await readdir(folder)).length === 0) await makeDatabase(folder);
    return lock;
  } catch (error) {
    if (error instanceof ProductError) throw error;
    throw new ProductError(
      "database-folder-forbidden",
      `In de map ${folder} kan de database niet worden bewaard. Geef schrijfrecht op die map, of kies met RODEDRAAD_DIR een andere map.`,
      { cause: error, detail: error instanceof Error ? error.message : String(error) },
    );
  }
}
