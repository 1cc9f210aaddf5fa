import { bodyError, invalidInput } from "../http/problem.js";
import type { ApiTools } from "../tools/api-tools.js";
import { cleanTyped, HELD_BACK, type Typed, type TypedPart } from "../tools/clean-typed.js";

/** Where each part stands in a request. */
function pointerTo(part: TypedPart): string {
  if (part === "why") return "/reden";
  return part === "name" ? "/naam" : `/woorden/${part.slice("words/".length)}`;
}

/** Everything that a person typed and that others will read went through the gate; what it holds back is refused, all at once. */
export function cleanOrRefuse<Order extends Typed>(order: Order, tools: Pick<ApiTools, "inspect">): Order {
  const cleaned = cleanTyped(order, tools.inspect);
  if (cleaned.heldBack.length > 0) {
    throw invalidInput(cleaned.heldBack.map((part) => bodyError(pointerTo(part), "identifiers", HELD_BACK)));
  }
  return cleaned.order;
}
