import { renderPage, stylesheetHref } from "@rode-draad/ui";
import type { Response } from "express";
import type { ReactNode } from "react";
import { languageOf } from "../messages/language.js";
import { MessagesIn } from "../messages/messages-in.js";

/** The folder under which stylesheet and fonts are served. */
export const STYLE_FOLDER = "/stijl";
/** What the head of every page points at. */
const PAGE_ASSETS = {
  stylesheetHref: stylesheetHref(STYLE_FOLDER),
  iconHref: `${STYLE_FOLDER}/lus.svg`,
} as const;

export interface PageTitle {
  readonly title: string;
  /** Such as the name of a theme: Dutch on a page in any language. */
  readonly isTitleDutch?: boolean;
}

/** A whole page in the language of who asks; everything in it may use the messages. */
export function renderInLanguage(response: Response, { title, isTitleDutch }: PageTitle, content: ReactNode): string {
  const language = languageOf(response);
  const titleLanguage = isTitleDutch === true && language !== "nl" ? "nl" : undefined;
  const children = <MessagesIn language={language}>{content}</MessagesIn>;
  return renderPage({ language, title, titleLanguage, ...PAGE_ASSETS, children });
}
