import { explainFailure } from "@rode-draad/runtime";
import { act, type Check } from "./check.js";

/** A failure of the product names what is wrong in its first sentence, and the remedy in the rest. */
export function fromFailure(id: string, error: unknown): Check {
  const sentence = explainFailure(error);
  const end = /[.!?](?=\s)/.exec(sentence)?.index;
  if (end === undefined) return act(id, sentence, "Zet LOG_LEVEL=debug en kijk in het logboek.");
  return act(id, sentence.slice(0, end + 1), sentence.slice(end + 1).trim());
}
