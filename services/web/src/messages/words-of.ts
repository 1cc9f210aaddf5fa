import type { Response } from "express";
import { createTranslator } from "use-intl/core";
import { type Language, languageOf } from "./language.js";
import { type Messages, messageSettings } from "./message-catalogue.js";

/** All messages in one language: `t("my-page.title")`. */
export type Words = ReturnType<typeof createTranslator<Messages>>;

export function wordsIn(language: Language): Words {
  return createTranslator<Messages>(messageSettings(language));
}

/**
 * The words that a route needs before there is a page, in the language of that page: its title, and what is wrong with a form.
 * Components use `useTranslations`.
 */
export function wordsOf(response: Pick<Response, "req">): Words {
  return wordsIn(languageOf(response));
}
