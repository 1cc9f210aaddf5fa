import type { ReactNode } from "react";
import { useLocale } from "use-intl";

/** The `lang` of text that stays Dutch: absent on a Dutch page, which says so on its own. */
export function useDutch(): "nl" | undefined {
  return useLocale() === "nl" ? undefined : "nl";
}

/** Text that stays Dutch on a page in another language, such as the name of a theme, so that it is read out as Dutch. */
export function Dutch({ children }: { readonly children: ReactNode }): ReactNode {
  const lang = useDutch();
  return lang === undefined ? children : <span lang={lang}>{children}</span>;
}
