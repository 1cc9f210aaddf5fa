import { CORRECTION_LIMITS } from "@rode-draad/domain";
import type { ReactNode } from "react";
import { wordedError } from "../../messages/worded-error.js";
import type { Words } from "../../messages/words-of.js";
import type { CorrectionDraft } from "../../web-tools.js";
import { readLine, whyTooLong } from "../read-line.js";
import { type ReasonForm, readReasonForm, reasonErrors } from "../reason-field.js";

export type CorrectionKindOnPage = CorrectionDraft["kind"];

/** The fields of each form, besides why, in the order in which they stand. */
export const FIELDS_OF = {
  rename: ["naam"],
  merge: ["met"],
  split: ["naam", "woorden"],
  pin: [],
  "not-a-theme": [],
  sleep: [],
} as const satisfies Record<CorrectionKindOnPage, readonly (keyof CorrectionForm)[]>;

/** A form as typed. */
export interface CorrectionForm extends ReasonForm {
  readonly naam: string;
  readonly met: string;
  readonly woorden: string;
}
export type CorrectionErrors = Readonly<Partial<Record<keyof CorrectionForm, ReactNode>>>;

export const EMPTY_CORRECTION: CorrectionForm = { naam: "", met: "", woorden: "", reden: "" };

export interface ReadCorrection {
  readonly form: CorrectionForm;
  readonly draft: CorrectionDraft;
  /** What is missing; empty when the draft can go on. */
  readonly errors: CorrectionErrors;
}

const { nameCharactersMax, splitWordsMax, splitWordCharactersMax } = CORRECTION_LIMITS;
/** No theme has a longer id. */
const ID_CHARACTERS_MAX = 100;

/** Reads a correction from a form. Throws `correction-incomplete` when it says no kind at all: no button of ours sends that. */
export function readCorrection(themeId: string, body: Readonly<Record<string, unknown>>, t: Words): ReadCorrection {
  const kind = body.soort;
  if (!isKind(kind)) throw wordedError(t, "correction-incomplete");
  const form = {
    naam: readLine(body.naam),
    met: readLine(body.met, ID_CHARACTERS_MAX),
    woorden: readLine(body.woorden),
    ...readReasonForm(body),
  };
  const own: Readonly<Record<"naam" | "met" | "woorden", string | undefined>> = {
    naam: form.naam === "" ? t("correction.missing.name") : whyTooLong(form.naam, nameCharactersMax, t),
    met: form.met === "" ? t("correction.missing.theme") : undefined,
    woorden: whatIsWrongWith(wordsIn(form.woorden), t),
  };
  const errors = FIELDS_OF[kind].flatMap((field) => (own[field] === undefined ? [] : [[field, own[field]] as const]));
  return {
    form,
    draft: draftOf(kind, themeId, form),
    errors: { ...Object.fromEntries(errors), ...reasonErrors(form, t) },
  };
}

function draftOf(kind: CorrectionKindOnPage, themeId: string, form: CorrectionForm): CorrectionDraft {
  const draft = { themeId, why: form.reden };
  if (kind === "rename") return { ...draft, kind, name: form.naam };
  if (kind === "merge") return { ...draft, kind, intoId: form.met };
  if (kind === "split") return { ...draft, kind, name: form.naam, words: wordsIn(form.woorden) };
  return { ...draft, kind };
}

/** A comma stands between words, since some are two: "kale huur". */
function wordsIn(text: string): string[] {
  const words = text.split(/[,;]/).map((word) => word.trim());
  return [...new Set(words)].filter((word) => word !== "");
}

function whatIsWrongWith(words: readonly string[], t: Words): string | undefined {
  if (words.length === 0) return t("correction.missing.words");
  if (words.length > splitWordsMax) return t("correction.missing.tooManyWords", { max: splitWordsMax });
  return words.some((word) => word.length > splitWordCharactersMax)
    ? t("correction.missing.longWord", { max: splitWordCharactersMax })
    : undefined;
}

function isKind(value: unknown): value is CorrectionKindOnPage {
  return typeof value === "string" && Object.hasOwn(FIELDS_OF, value);
}
