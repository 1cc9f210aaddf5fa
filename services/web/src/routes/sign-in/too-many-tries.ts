import type { Response } from "express";
import { wordsOf } from "../../messages/words-of.js";

const MINUTE = 60;

/** The sentence for who must wait, and for a browser the header with how long. */
export function tooManyTries(response: Response, { waitSeconds }: { readonly waitSeconds: number }): string {
  response.setHeader("Retry-After", String(waitSeconds));
  return wordsOf(response)("sign-in.wait", { minutes: Math.ceil(waitSeconds / MINUTE) });
}
