import {
  createFormatter,
  createTranslator,
  type Locale,
  useLocale,
  type useFormatter as useOwnFormatter,
  type useTranslations as useOwnTranslations,
} from "use-intl";
import { languageOfLocale, messageSettings } from "./message-catalogue.js";

/**
 * The hooks of use-intl, which read a message anew for each page that it stands on. Messages and languages are the same for every page, so
 * here each one is read once and kept. Cost: a page of sixty messages takes a few milliseconds less than thirty.
 */

type TranslatorOf = typeof useOwnTranslations;

const formatters = new Map<Locale, ReturnType<typeof useOwnFormatter>>();
const translators = new Map<string, ReturnType<TranslatorOf>>();

/** The messages of one file, or of a part of one, in the language of the page. */
export const useTranslations = ((namespace: Parameters<TranslatorOf>[0]) => {
  const locale = useLocale();
  const key = `${locale} ${namespace}`;
  const known = translators.get(key);
  if (known !== undefined) return known;
  const settings = messageSettings(languageOfLocale(locale));
  const made = createTranslator({
    ...settings,
    ...(namespace !== undefined && { namespace }),
  }) as ReturnType<TranslatorOf>;
  translators.set(key, made);
  return made;
}) as TranslatorOf;

/** Dates, numbers and lists in the language of the page. */
export const useFormatter: typeof useOwnFormatter = () => {
  const locale = useLocale();
  const known = formatters.get(locale);
  if (known !== undefined) return known;
  const { messages: _messages, ...settings } = messageSettings(languageOfLocale(locale));
  const made = createFormatter(settings);
  formatters.set(locale, made);
  return made;
};
