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

/** The address to come back to. What answers a form cannot be asked for again, so from there it is the first page. */
export function addressToReturnTo({ method, originalUrl }: Pick<Request, "method" | "originalUrl">): string {
  return method === "GET" ? originalUrl : "/";
}
