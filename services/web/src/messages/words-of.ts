import type { Response } from "express";
import { createTranslator } from "use-intl/core";
import { type Language, languageOf } from "./language.js";
import { type Messages, messageSettings } from "./message-catalogue.js";

/** The words of one file of messages, in the language of a page. */
export type Words<File extends keyof Messages> = ReturnType<typeof createTranslator<Messages, File>>;

export function wordsIn<File extends keyof Messages>(language: Language, file: File): Words<File> {
  return createTranslator<Messages, File>({ ...messageSettings(language), namespace: file });
}

/** The words that a route needs before there is a page: its title, and what is wrong with a form. Components use `useTranslations`. */
export function wordsOf<File extends keyof Messages>(response: Pick<Response, "req">, file: File): Words<File> {
  return wordsIn(languageOf(response), file);
}
