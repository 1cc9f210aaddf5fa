import { type GateDecision, RawText } from "@rode-draad/domain";

/** What is said of a text that the gate holds back. */
export const HELD_BACK = "Hier lijken persoonsgegevens in te staan. Schrijf het zonder namen en nummers.";

/** What a person types with a correction and others will read. */
export interface Typed {
  readonly why: string;
  readonly name?: string;
  readonly words?: readonly string[];
}

export type TypedPart = "why" | "name" | `words/${number}`;

/**
 * What was typed after the privacy gate, with everything around it as it was, and the parts that the gate holds back. A person
 * writes those anew; until then nothing is done with any of it.
 */
export function cleanTyped<Order extends Typed>(
  order: Order,
  inspect: (text: RawText) => GateDecision,
): { readonly order: Order; readonly heldBack: readonly TypedPart[] } {
  const heldBack: TypedPart[] = [];
  const clean = (part: TypedPart, text: string): string => {
    const decision = inspect(new RawText(text));
    if (decision.decision !== "quarantine") return decision.text;
    heldBack.push(part);
    return "";
  };
  const { why, name, words } = order;
  const cleaned = {
    ...order,
    why: clean("why", why),
    ...(name !== undefined && { name: clean("name", name) }),
    ...(words !== undefined && { words: words.map((word, index) => clean(`words/${index}`, word)) }),
  };
  return { order: cleaned, heldBack };
}
