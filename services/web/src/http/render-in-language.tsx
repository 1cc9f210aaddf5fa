import { renderPage, stylesheetHref } from "@rode-draad/ui";
import type { Response } from "express";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { languageOf } from "../messages/language.js";
import { messageSettings } from "../messages/message-catalogue.js";

/** The folder under which stylesheet and fonts are served. */
export const STYLE_FOLDER = "/stijl";
/** What the head of every page points at. */
const PAGE_ASSETS = {
  stylesheetHref: stylesheetHref(STYLE_FOLDER),
  iconHref: `${STYLE_FOLDER}/lus.svg`,
} as const;

/** A whole page in the language of who asks; everything in it may use the messages. */
export function renderInLanguage(response: Response, title: string, content: ReactNode): string {
  const language = languageOf(response);
  const children = <IntlProvider {...messageSettings(language)}>{content}</IntlProvider>;
  return renderPage({ language, title, ...PAGE_ASSETS, children });
}
