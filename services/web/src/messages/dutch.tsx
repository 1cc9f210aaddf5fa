import type { ReactNode } from "react";
import { useLocale } from "use-intl";
import type { Language } from "./language.js";
import { languageOfLocale } from "./message-catalogue.js";

/** The language of the page that a component stands on. */
export function useLanguage(): Language {
  return languageOfLocale(useLocale());
}

/** The `lang` of text that stays Dutch: absent on a Dutch page, which says so on its own. */
export function useDutch(): "nl" | undefined {
  return useLanguage() === "nl" ? undefined : "nl";
}

/** Text that stays Dutch on a page in another language, such as the name of a theme, so that it is read out as Dutch. */
export function Dutch({ children }: { readonly children: ReactNode }): ReactNode {
  const lang = useDutch();
  return lang === undefined ? children : <span lang={lang}>{children}</span>;
}
