import type { MunicipalityId } from "@rode-draad/domain";
import { hashLinkToken, makeLinkToken, markKey, type OwnKeys } from "@rode-draad/runtime";
import { isSealedUnder, type KeyFacts, type KeyKind, type KeyMark, textKeyId } from "@rode-draad/store";

/** The keys that a process has, those of texts among them: the present one first. */
export interface Keyring extends OwnKeys {
  readonly texts: readonly string[];
}

/** Why a key does not belong to what is stored. */
export interface Misfit {
  readonly kind: KeyKind;
  readonly why: /** There is none, and something stands here that was made with one. */
    | "missing"
    /** It never belonged to this. */
    | "other"
    /** It was replaced: what it makes is not recognised any more. */
    | "replaced"
    /** The present one is right; the one that is given as the previous is not, or is no longer. */
    | "other-previous"
    /** A second change of key before the first one is over. */
    | "still-changing";
}

/** What came of holding keys against a database. */
export interface KeyVerdict {
  readonly misfits: readonly Misfit[];
  /** The marks that belong in the database when nothing is wrong. */
  readonly marks: readonly KeyMark[];
}

interface Given {
  readonly kind: KeyKind;
  readonly present?: string | undefined;
  readonly previous?: string | undefined;
  /** Something stands here that was made with a key of this kind. */
  readonly isUsed: boolean;
  /** Without a mark: whether what stands here could have been made with the present or the previous key. */
  readonly couldFit: () => boolean;
}

/**
 * Rule: data is worked on with its own keys. With another hash key every note would be taken for a new one, with another audit key the
 * log would look tampered with, and without the key of texts new ones would stand there for all to read. A database without marks takes
 * those of the first keys that could have made what stands in it. `accepted`: a person knows that the key of old is lost.
 */
export function judgeKeys(
  own: Keyring,
  facts: KeyFacts,
  municipalityId: MunicipalityId,
  accepted: readonly KeyKind[] = [],
): KeyVerdict {
  const [text, previousText] = own.texts;
  const hashes = [own.hash, own.previousHash].filter((key) => key !== undefined);
  const given: readonly Given[] = [
    {
      kind: "hash",
      present: markOf(own.hash),
      previous: markOf(own.previousHash),
      isUsed: facts.hasHashes,
      couldFit: () => facts.links.length === 0 || hashes.some((key) => madeOne(key, municipalityId, facts.links)),
    },
    {
      kind: "audit",
      present: markOf(own.audit),
      isUsed: facts.entries.length > 0,
      couldFit: () => facts.entries.length === 0 || isSealedUnder(own.audit ?? "", municipalityId, facts.entries),
    },
    {
      kind: "text",
      present: text === undefined ? undefined : textKeyId(text),
      previous: previousText === undefined ? undefined : textKeyId(previousText),
      // Texts name their key, and the store does not open without it.
      isUsed: false,
      couldFit: () => true,
    },
  ];
  const verdicts = given.map((one) =>
    accepted.includes(one.kind)
      ? { marks: inForce(one) }
      : judgeKind(
          one,
          facts.marks.filter(({ kind }) => kind === one.kind),
        ),
  );
  return {
    misfits: verdicts.flatMap((verdict, index) =>
      "why" in verdict && verdict.why !== undefined ? [{ kind: (given[index] as Given).kind, why: verdict.why }] : [],
    ),
    marks: verdicts.flatMap(({ marks }) => marks),
  };
}

function judgeKind(
  given: Given,
  marks: readonly KeyMark[],
): { readonly marks: readonly KeyMark[]; why?: Misfit["why"] } {
  const { kind, present, previous } = given;
  const now = marks.find(({ standing }) => standing === "in-force")?.mark;
  const former = marks.filter(({ standing }) => standing === "previous").map(({ mark }) => mark);
  if (present === undefined) return { marks, ...((given.isUsed || now !== undefined) && { why: "missing" }) };
  if (now === undefined) return given.couldFit() ? { marks: inForce(given) } : { marks, why: "other" };
  if (present === now) {
    // Each text names its key, so a previous one too many does no harm there.
    const isKnown = previous === undefined || previous === now || former.includes(previous) || kind === "text";
    return { marks, ...(!isKnown && { why: "other-previous" }) };
  }
  if (previous === now) {
    const others = former.filter((mark) => mark !== present);
    if (others.length > 0 && kind === "hash") return { marks, why: "still-changing" };
    return { marks: [...inForce(given), ...others.map((mark) => ({ kind, mark, standing: "previous" as const }))] };
  }
  return { marks, why: former.includes(present) ? "replaced" : "other" };
}

function inForce({ kind, present, previous }: Given): KeyMark[] {
  if (present === undefined) return [];
  return [
    { kind, mark: present, standing: "in-force" },
    ...(previous === undefined || previous === present
      ? []
      : [{ kind, mark: previous, standing: "previous" as const }]),
  ];
}

function markOf(key: string | undefined): string | undefined {
  return key === undefined ? undefined : markKey(key);
}

/** A link follows from the hash key and what it is for, so whoever has the key makes the same token. */
function madeOne(key: string, municipalityId: MunicipalityId, links: KeyFacts["links"]): boolean {
  return links.some(
    ({ purpose, requestId, tokenHash }) =>
      hashLinkToken(makeLinkToken(key, { purpose, municipalityId, requestId })) === tokenHash,
  );
}
