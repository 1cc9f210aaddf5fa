import { cloneElement, type ReactElement, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Language } from "./language.js";
import { messageSettings } from "./message-catalogue.js";

/** What the provider of each language gives to the components below it. */
const made = new Map<Language, ReactElement>();

/**
 * Gives everything below it the messages of a language. The library's own component makes a context with empty caches each time that it
 * is rendered, so that every page would parse its messages and make its formatters of dates anew, which takes longer than the rest of
 * the page. What a context holds follows from the language alone and the caches hold a fixed set of messages, so it is made once.
 */
export function MessagesIn({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  // As a function and not as an element: called within this render its hooks belong to this component, and what it renders is the context.
  const context = made.get(language) ?? IntlProvider({ ...messageSettings(language), children: null });
  made.set(language, context);
  return cloneElement(context, {}, children);
}
