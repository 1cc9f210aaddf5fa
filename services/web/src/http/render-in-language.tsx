import { progressScriptHref, renderPage, stylesheetHref } from "@rode-draad/ui";
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

/** How often a page that waits is loaded again where a browser runs no scripts. */
const REFRESH_SECONDS = 10;
const LIVE = { scriptHref: progressScriptHref(STYLE_FOLDER), refreshSeconds: REFRESH_SECONDS } as const;

export interface PageTitle {
  readonly title: string;
  /** Such as the name of a theme: Dutch on a page in any language. */
  readonly isTitleDutch?: boolean;
  /** It shows how far something is. */
  readonly isLive?: boolean;
}

/** A whole page in the language of who asks; everything in it may use the messages. */
export function renderInLanguage(
  response: Response,
  { title, isTitleDutch, isLive }: PageTitle,
  content: ReactNode,
): string {
  const language = languageOf(response);
  const titleLanguage = isTitleDutch === true && language !== "nl" ? "nl" : undefined;
  const children = <IntlProvider {...messageSettings(language)}>{content}</IntlProvider>;
  return renderPage({
    language,
    title,
    titleLanguage,
    ...PAGE_ASSETS,
    live: isLive === true ? LIVE : undefined,
    children,
  });
}
