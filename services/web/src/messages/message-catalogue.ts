import { readdirSync, readFileSync } from "node:fs";
import type { IntlError, Locale } from "use-intl/core";
import type about from "../../messages/nl/about.json";
import type account from "../../messages/nl/account.json";
import type activities from "../../messages/nl/activities.json";
import type changes from "../../messages/nl/changes.json";
import type choice from "../../messages/nl/choice.json";
import type correction from "../../messages/nl/correction.json";
import type effect from "../../messages/nl/effect.json";
import type errors from "../../messages/nl/errors.json";
import type evening from "../../messages/nl/evening.json";
import type evenings from "../../messages/nl/evenings.json";
import type figures from "../../messages/nl/figures.json";
import type firstRun from "../../messages/nl/first-run.json";
import type help from "../../messages/nl/help.json";
import type importing from "../../messages/nl/import.json";
import type initiative from "../../messages/nl/initiative.json";
import type initiatives from "../../messages/nl/initiatives.json";
import type note from "../../messages/nl/note.json";
import type operation from "../../messages/nl/operation.json";
import type overview from "../../messages/nl/overview.json";
import type ownFits from "../../messages/nl/own-fits.json";
import type partner from "../../messages/nl/partner.json";
import type partnerRequest from "../../messages/nl/partner-request.json";
import type partners from "../../messages/nl/partners.json";
import type password from "../../messages/nl/password.json";
import type proposal from "../../messages/nl/proposal.json";
import type proposals from "../../messages/nl/proposals.json";
import type questionSheet from "../../messages/nl/question-sheet.json";
import type report from "../../messages/nl/report.json";
import type request from "../../messages/nl/request.json";
import type review from "../../messages/nl/review.json";
import type runSheet from "../../messages/nl/run-sheet.json";
import type secondStep from "../../messages/nl/second-step.json";
import type settings from "../../messages/nl/settings.json";
import type shared from "../../messages/nl/shared.json";
import type signIn from "../../messages/nl/sign-in.json";
import type theme from "../../messages/nl/theme.json";
import type themes from "../../messages/nl/themes.json";
import type undo from "../../messages/nl/undo.json";
import type upload from "../../messages/nl/upload.json";
import type { Language } from "./language.js";

/** Every file of messages, by its name: a key that no file has does not compile. The Dutch file says which keys there are. */
export interface Messages {
  about: typeof about;
  account: typeof account;
  activities: typeof activities;
  changes: typeof changes;
  choice: typeof choice;
  correction: typeof correction;
  effect: typeof effect;
  errors: typeof errors;
  evening: typeof evening;
  evenings: typeof evenings;
  figures: typeof figures;
  "first-run": typeof firstRun;
  help: typeof help;
  operation: typeof operation;
  overview: typeof overview;
  import: typeof importing;
  initiative: typeof initiative;
  initiatives: typeof initiatives;
  note: typeof note;
  "own-fits": typeof ownFits;
  "question-sheet": typeof questionSheet;
  "run-sheet": typeof runSheet;
  partner: typeof partner;
  "partner-request": typeof partnerRequest;
  partners: typeof partners;
  password: typeof password;
  proposal: typeof proposal;
  proposals: typeof proposals;
  report: typeof report;
  request: typeof request;
  review: typeof review;
  "second-step": typeof secondStep;
  "sign-in": typeof signIn;
  settings: typeof settings;
  shared: typeof shared;
  theme: typeof theme;
  themes: typeof themes;
  undo: typeof undo;
  upload: typeof upload;
}

/** How dates and numbers are written: each language as it is used in Europe. */
const LANGUAGE_OF = { "nl-NL": "nl", "en-GB": "en" } as const satisfies Readonly<Record<string, Language>>;

declare module "use-intl" {
  interface AppConfig {
    Locale: keyof typeof LANGUAGE_OF;
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
  readonly locale: Locale;
  readonly messages: Messages;
  readonly timeZone: "Europe/Amsterdam";
  readonly onError: (error: IntlError) => never;
}

const SETTINGS: ReadonlyMap<Language, MessageSettings> = new Map(
  Object.entries(LANGUAGE_OF).map(([locale, language]) => [
    language,
    {
      locale: locale as Locale,
      messages: readMessages(language),
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

export function languageOfLocale(locale: Locale): Language {
  return LANGUAGE_OF[locale];
}
