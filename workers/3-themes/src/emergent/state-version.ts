import { ProductError } from "@rode-draad/domain";
import type { ByteReader } from "./byte-codec.js";

/** How the memory of emergent themes is written. */
export const STATE_VERSION = 5;
/** The last versions that tell of no odds and context of questions, of no families of words, and whose themes tell of no closed cases. */
const WITHOUT_CONTEXT = 4;
const WITHOUT_FAMILIES = 3;
const WITHOUT_CLOSED = 2;

/** What a memory tells that was written by this program or one of those before it. */
export interface StateVersion {
  readonly knowsContext: boolean;
  readonly knowsFamilies: boolean;
  readonly knowsClosed: boolean;
}

/** Reads the number with which a memory begins. "emergent-state-unreadable": the program does not know that version. */
export function readStateVersion(reader: ByteReader): StateVersion {
  const version = reader.int();
  if (version > STATE_VERSION || version < WITHOUT_CLOSED) {
    throw new ProductError("emergent-state-unreadable", "Het geheugen voor nieuwe thema's is van een andere versie.", {
      detail: `emergent_state has version ${version}, this program reads ${STATE_VERSION}. Run the program version that wrote it: starting over would use theme ids twice.`,
    });
  }
  return {
    knowsContext: version > WITHOUT_CONTEXT,
    knowsFamilies: version > WITHOUT_FAMILIES,
    knowsClosed: version > WITHOUT_CLOSED,
  };
}
