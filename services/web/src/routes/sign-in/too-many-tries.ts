import type { Response } from "express";

const MINUTE = 60;

/** The sentence for who must wait, and for a browser the header with how long. */
export function tooManyTries(response: Response, { waitSeconds }: { readonly waitSeconds: number }): string {
  response.setHeader("Retry-After", String(waitSeconds));
  const minutes = Math.ceil(waitSeconds / MINUTE);
  return `Dit waren te veel pogingen. Wacht ${minutes} ${minutes === 1 ? "minuut" : "minuten"}.`;
}
