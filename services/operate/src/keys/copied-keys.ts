import { type Configuration, markKey } from "@rode-draad/runtime";
import { inspectDatabase, isStoreThere, type KeyMark, textKeyId } from "@rode-draad/store";
import type { CopiedKeys } from "../backup/backup-form.js";
import { judgeKeys } from "./judge-keys.js";
import { readKeyring } from "./keep-keys.js";
import { keysDiffer } from "./keys-differ.js";

/** The marks that go along with a copy: those in the database, whichever keys this process has; without them those of this process. */
export async function marksForCopy(configuration: Configuration): Promise<Pick<CopiedKeys, "hash" | "audit">> {
  const marks = isStoreThere(configuration) ? (await inspectDatabase(configuration)).keys.marks : [];
  const own = await readKeyring(configuration);
  const markOf = (kind: "hash" | "audit"): string | undefined => {
    const stored = marks.find((mark) => mark.kind === kind && mark.standing === "in-force")?.mark;
    const key = own[kind];
    return stored ?? (key === undefined ? undefined : markKey(key));
  };
  const [hash, audit] = [markOf("hash"), markOf("audit")];
  return { ...(hash !== undefined && { hash }), ...(audit !== undefined && { audit }) };
}

/**
 * Rule: data comes back under its own keys, as it is worked on under them.
 *
 * @throws ProductError `keys-differ`
 */
export async function requireFitOfCopy(
  configuration: Configuration,
  { hash, audit, texts }: CopiedKeys,
): Promise<void> {
  const inForce = (kind: KeyMark["kind"], mark: string | undefined): KeyMark[] =>
    mark === undefined ? [] : [{ kind, mark, standing: "in-force" }];
  const marks = [...inForce("hash", hash), ...inForce("audit", audit)];
  const own = await readKeyring(configuration);
  const facts = { marks, hasHashes: false, links: [], entries: [] };
  const { misfits } = judgeKeys(own, facts, configuration.municipalityId);
  const ids = own.texts.map(textKeyId);
  const isReadable = texts.every((id) => ids.includes(id));
  const all = isReadable
    ? misfits
    : [...misfits, { kind: "text", why: ids.length === 0 ? "missing" : "other" } as const];
  if (all.length > 0) throw keysDiffer(all, configuration, { isCopy: true });
}
