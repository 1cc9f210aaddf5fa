import { type HashNamespace, keyedHash } from "@rode-draad/runtime";
import type { HashRenames } from "@rode-draad/store";

/**
 * The keyed hashes of what source systems call things, through a change of key. A hash cannot be turned back, so nothing stored
 * under the previous key can be hashed anew at once. While both keys are given, each value that comes in is hashed under both,
 * and what is stored under the previous hash gets the present one. What does not come in again within the retention window is
 * deleted by then, so after that window nothing stands under the previous key and it can be dropped.
 */
export interface SourceHashes {
  hash(namespace: HashNamespace, value: string): string;
  /** Under the present key, and under the previous one while there is one. */
  all(namespace: HashNamespace, value: string): readonly [present: string, previous?: string];
  /** What these notes, their cases and their professionals may be stored under; undefined when there is no previous key. */
  renamesOf(notes: readonly HashedNote[]): HashRenames | undefined;
}

export interface SourceKeys {
  readonly present: string;
  readonly previous?: string | undefined;
  /** Never replaced: an objection has no row that could be renamed when its case comes in again, since such a case is refused. */
  readonly objection: string;
}

interface HashedNote {
  readonly id: string;
  readonly contentHash?: string;
  readonly caseId?: string;
  readonly professionalId?: string | undefined;
}

/** Far more than what is read but not yet written; older ones were written. Keeps memory the same however long a file is. */
const REMEMBERED_MAX = 20_000;

/** As long as `keyedHash` makes them. */
const HASH = /[\w-]{43}/g;

export function createSourceHashes({ present: key, previous: previousKey, objection }: SourceKeys): SourceHashes {
  if (previousKey === undefined) {
    const hash: SourceHashes["hash"] = (namespace, value) =>
      keyedHash(namespace === "objection" ? objection : key, namespace, value);
    return { hash, all: (namespace, value) => [hash(namespace, value)], renamesOf: () => undefined };
  }
  const previousOf = new Map<string, string>();

  const all = (namespace: HashNamespace, value: string): readonly [string, string] => {
    const present = keyedHash(key, namespace, value);
    // The hash of a note's content is made of other hashes, which were different ones under the previous key.
    const before = value.replace(HASH, (inner) => previousOf.get(inner) ?? inner);
    return [present, keyedHash(previousKey, namespace, before)];
  };
  const remember = (present: string, previous: string): void => {
    previousOf.delete(present);
    previousOf.set(present, previous);
    const oldest = previousOf.size > REMEMBERED_MAX ? previousOf.keys().next().value : undefined;
    if (oldest !== undefined) previousOf.delete(oldest);
  };
  const renames = (ids: Iterable<string | undefined>): { from: string; to: string }[] =>
    [...new Set(ids)].flatMap((to) => {
      const from = to === undefined ? undefined : previousOf.get(to);
      return to === undefined || from === undefined ? [] : [{ from, to }];
    });

  return {
    all,
    hash(namespace, value) {
      if (namespace === "objection") return keyedHash(objection, namespace, value);
      const [present, previous] = all(namespace, value);
      remember(present, previous);
      return present;
    },
    renamesOf: (notes) => ({
      notes: renames(notes.map(({ id }) => id)),
      contents: renames(notes.map(({ contentHash }) => contentHash)),
      cases: renames(notes.map(({ caseId }) => caseId)),
      professionals: renames(notes.map(({ professionalId }) => professionalId)),
    }),
  };
}
