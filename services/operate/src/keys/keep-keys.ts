import type { MunicipalityId } from "@rode-draad/domain";
import {
  type Configuration,
  forgetPreviousHashKey,
  keyStillChanging,
  readOwnKeys,
  rotateHashKey,
} from "@rode-draad/runtime";
import {
  inspectDatabase,
  isStoreThere,
  type KeyFacts,
  type KeyKind,
  readKeyFacts,
  type StoreDatabase,
  settleKeyMarks,
} from "@rode-draad/store";
import { judgeKeys, type Keyring } from "./judge-keys.js";
import { keysDiffer } from "./keys-differ.js";

type KeySettings = Pick<
  Configuration,
  "hashKey" | "previousHashKey" | "auditKey" | "textKeys" | "directory" | "municipalityId"
>;

/** The keys of these settings and of the product's folder; none is made. */
export async function readKeyring(configuration: KeySettings): Promise<Keyring> {
  return { ...(await readOwnKeys(configuration)), texts: configuration.textKeys };
}

/**
 * Holds keys against a database. Gives the kinds that do not belong to it and are to be accepted even so.
 *
 * @throws ProductError `keys-differ`, with what does not belong to the data and what to do.
 */
export function admitKeys(
  configuration: KeySettings,
  own: Keyring,
  facts: KeyFacts,
  accept: readonly KeyKind[] = [],
): KeyKind[] {
  const { misfits } = judgeKeys(own, facts, configuration.municipalityId);
  const wrong = misfits.filter(({ kind }) => !accept.includes(kind));
  if (wrong.length > 0) throw keysDiffer(wrong, configuration);
  return misfits.map(({ kind }) => kind);
}

/**
 * The same for a database that is not open, when there is one. `needsKeys`: a key that is not at hand is as bad as a wrong one.
 *
 * @throws ProductError `keys-differ`
 */
export async function requireFitOfStore(
  configuration: KeySettings & Pick<Configuration, "databaseUrl">,
  { needsKeys }: { readonly needsKeys: boolean },
): Promise<void> {
  if (!isStoreThere(configuration)) return;
  const { keys: facts } = await inspectDatabase(configuration);
  const { misfits } = judgeKeys(await readKeyring(configuration), facts, configuration.municipalityId);
  const wrong = misfits.filter(({ why }) => needsKeys || why !== "missing");
  if (wrong.length > 0) throw keysDiffer(wrong, configuration);
}

/**
 * Holds the keys against the database once more and puts their marks in it: those of a new database, of one that had none, and of a key
 * that took the place of another.
 *
 * @throws ProductError `keys-differ` when another process was first with another key.
 */
export async function keepKeyMarks(
  db: StoreDatabase,
  configuration: KeySettings,
  accepted: readonly KeyKind[] = [],
): Promise<void> {
  const own = await readKeyring(configuration);
  await settleKeyMarks(db, configuration.municipalityId, (facts) => {
    const { misfits, marks } = judgeKeys(own, facts, configuration.municipalityId, accepted);
    if (misfits.length > 0) throw keysDiffer(misfits, configuration);
    return marks;
  });
}

/** From here on a key that was replaced is a wrong one. */
export async function forgetKeyMarks(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  forgotten: KeyKind,
): Promise<void> {
  await settleKeyMarks(db, municipalityId, ({ marks }) =>
    marks.filter(({ kind, standing }) => kind !== forgotten || standing === "in-force"),
  );
}

/**
 * Makes a new hash key in the product's folder and keeps the one that it replaces as the previous one, on disk and in the marks.
 *
 * @throws ProductError `key-still-changing`, `key-in-settings`
 */
export async function replaceHashKey(db: StoreDatabase, configuration: KeySettings): Promise<void> {
  const { marks } = await readKeyFacts(db, configuration.municipalityId);
  // Asked for before the file is touched: a settings change can leave a previous mark where no previous file is.
  if (marks.some(({ kind, standing }) => kind === "hash" && standing === "previous")) throw keyStillChanging();
  await rotateHashKey(configuration);
  await keepKeyMarks(db, configuration);
}

/** Drops the previous hash key, on disk and in the marks. The file goes first: the same command can be given again. */
export async function dropPreviousHashKey(db: StoreDatabase, configuration: KeySettings): Promise<void> {
  await forgetPreviousHashKey(configuration);
  await forgetKeyMarks(db, configuration.municipalityId, "hash");
}
