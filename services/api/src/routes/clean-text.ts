import { RawText, type SafeText } from "@rode-draad/domain";
import { bodyError, type InputError } from "../http/problem.js";
import type { ApiTools } from "../tools/api-tools.js";
import { HELD_BACK } from "../tools/clean-typed.js";

/** Free text is a note like any other: it goes through the gate, and what the gate holds back is not kept. */
export function cleanText(
  pointer: string,
  text: string | undefined,
  tools: Pick<ApiTools, "inspect">,
  errors: InputError[],
): SafeText | undefined {
  if (text === undefined || text === "") return undefined;
  const decision = tools.inspect(new RawText(text));
  if (decision.decision !== "quarantine") return decision.text;
  errors.push(bodyError(pointer, "identifiers", HELD_BACK));
  return undefined;
}
