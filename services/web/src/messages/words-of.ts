import type { Response } from "express";
import { createTranslator } from "use-intl/core";
import { type Language, languageOf } from "./language.js";
import { type Messages, messageSettings } from "./message-catalogue.js";

/** All messages in one language: `t("my-page.title")`. */
export type Words = ReturnType<typeof createTranslator<Messages>>;

/** Made once for each language: reading the messages anew for every request would take longer than most pages. */
const words = new Map<Language, Words>();

export function wordsIn(language: Language): Words {
  const known = words.get(language);
  if (known !== undefined) return known;
  const made = createTranslator<Messages>(messageSettings(language));
  words.set(language, made);
  return made;
}

/**
 * The words that a route needs before there is a page, in the language of that page: its title, and what is wrong with a form.
 * Components use `useTranslations`.
 */
export function wordsOf(response: Pick<Response, "req">): Words {
  return wordsIn(languageOf(response));
}
