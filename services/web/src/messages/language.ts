import type { Request, Response } from "express";

/** The languages that the pages speak, the usual one first. */
export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language is called by its own name, whatever the language of the page. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nl: "Nederlands", en: "English" };

/** The cookie that keeps the choice. It says nothing of the person, so it outlives a session. */
export const LANGUAGE_COOKIE = "rodedraad-taal";

/** The language to answer in: what was chosen on a page, else what the browser asks for, else Dutch. */
export function languageOf({ req: request }: Pick<Response, "req">): Language {
  return chosenLanguage(request) ?? toLanguage(request.acceptsLanguages(...LANGUAGES)) ?? LANGUAGES[0];
}

export function toLanguage(value: unknown): Language | undefined {
  return LANGUAGES.find((language) => language === value);
}

function chosenLanguage(request: Request): Language | undefined {
  const [, value] =
    new RegExp(`(?:^|;)\\s*${LANGUAGE_COOKIE}=(\\w+)\\s*(?:;|$)`).exec(request.headers.cookie ?? "") ?? [];
  return toLanguage(value);
}
