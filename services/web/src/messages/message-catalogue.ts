import { readdirSync, readFileSync } from "node:fs";
import type { IntlError } from "use-intl/core";
import type about from "../../messages/nl/about.json";
import type account from "../../messages/nl/account.json";
import type evening from "../../messages/nl/evening.json";
import type evenings from "../../messages/nl/evenings.json";
import type partnerPage from "../../messages/nl/partner-page.json";
import type partnerRequest from "../../messages/nl/partner-request.json";
import type partners from "../../messages/nl/partners.json";
import type shared from "../../messages/nl/shared.json";
import { LANGUAGES, type Language } from "./language.js";

/** Every file of messages, by its name: a key that no file has does not compile. The Dutch file says which keys there are. */
export interface Messages {
  about: typeof about;
  account: typeof account;
  evening: typeof evening;
  evenings: typeof evenings;
  "partner-page": typeof partnerPage;
  "partner-request": typeof partnerRequest;
  partners: typeof partners;
  shared: typeof shared;
}

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

/** `messages/` beside `src/` and `dist/` alike. */
const FOLDER = new URL("../../messages/", import.meta.url);

function readMessages(language: Language): Messages {
  const folder = new URL(`${language}/`, FOLDER);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const entries = files.map((file) => [
    file.slice(0, -".json".length),
    JSON.parse(readFileSync(new URL(file, folder), "utf8")),
  ]);
  return Object.fromEntries(entries);
}

/** What everything that puts messages into a page needs to know. A test holds the languages against each other. */
export interface MessageSettings {
  readonly locale: Language;
  readonly messages: Messages;
  readonly timeZone: "Europe/Amsterdam";
  readonly onError: (error: IntlError) => never;
}

const SETTINGS: ReadonlyMap<Language, MessageSettings> = new Map(
  LANGUAGES.map((locale) => [
    locale,
    {
      locale,
      messages: readMessages(locale),
      timeZone: "Europe/Amsterdam",
      // A message that lacks an argument is a fault of ours: it must not reach a reader as a key.
      onError: (error) => {
        throw error;
      },
    },
  ]),
);

export function messageSettings(language: Language): MessageSettings {
  const settings = SETTINGS.get(language);
  if (settings === undefined) throw new Error(`No messages in ${language}.`);
  return settings;
}
