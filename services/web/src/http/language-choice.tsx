import type { Request } from "express";
import type { ReactElement } from "react";
import { useLanguage } from "../messages/dutch.js";
import { LANGUAGE_NAMES, LANGUAGES } from "../messages/language.js";

/** The way to the same page in the other language. */
export function LanguageChoice({ returnTo }: { readonly returnTo: string }): ReactElement {
  const current = useLanguage();
  return (
    <form action="/taal" method="post">
      <input type="hidden" name="naar" value={returnTo} />
      {LANGUAGES.filter((language) => language !== current).map((language) => (
        <button key={language} className="rd-taal" type="submit" name="taal" value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </form>
  );
}

/** Behind these addresses stands a secret, which no page repeats. */
const HOLDS_SECRET = /^\/wachtwoord\//i;

/**
 * The address to come back to. What answers a form cannot be asked for again, so from there it is the first page; and an address that
 * did not work is not repeated, since it may hold what somebody else put in it.
 */
export function addressToReturnTo(
  { method, originalUrl }: Pick<Request, "method" | "originalUrl">,
  status: number,
): string {
  return method === "GET" && status < 400 && !HOLDS_SECRET.test(originalUrl) ? originalUrl : "/";
}
