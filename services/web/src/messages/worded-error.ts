import { ProductError } from "@rode-draad/domain";
import type { Messages } from "./message-catalogue.js";
import type { Words } from "./words-of.js";

/** A refusal whose sentence is in the language of the page already. What comes from deeper in the product is Dutch. */
export class WordedError extends ProductError {}

/** A refusal that has a sentence of its own in errors.json; its code is the key. */
export function wordedError(t: Words, code: keyof Messages["errors"]["refused"], detail?: string): WordedError {
  return new WordedError(code, t(`errors.refused.${code}`), detail === undefined ? {} : { detail });
}
