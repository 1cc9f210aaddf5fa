import { RUN_SHEET_LIMITS, RUN_SHEET_ROLES, type RunSheetRole, type RunSheetStep } from "@rode-draad/domain";
import type { Words } from "../../messages/words-of.js";
import type { RunSheetDraft } from "../../web-tools.js";
import { readLine } from "../read-line.js";

/** How a moment is filled in: a whole number and what it counts. */
export const UNITS = ["dagen-ervoor", "minuten-ervoor", "minuten-erna", "dagen-erna"] as const;
type Unit = (typeof UNITS)[number];

const MINUTES: Readonly<Record<Unit, number>> = {
  "dagen-ervoor": -1440,
  "minuten-ervoor": -1,
  "minuten-erna": 1,
  "dagen-erna": 1440,
};

/** One line of the form, as typed. */
export interface StepForm {
  readonly amount: string;
  readonly unit: Unit;
  readonly role: RunSheetRole;
  readonly what: string;
}

/** Lines for steps to add below those that are there. */
export const NEW_STEPS = 3;

export const EMPTY_STEP: StepForm = { amount: "", unit: "minuten-erna", role: "opbouwwerker", what: "" };

export function stepForm({ offsetMinutes, role, what }: RunSheetStep): StepForm {
  const isDays = Math.abs(offsetMinutes) >= 1440;
  const unit: Unit =
    offsetMinutes < 0 ? (isDays ? "dagen-ervoor" : "minuten-ervoor") : isDays ? "dagen-erna" : "minuten-erna";
  return { amount: String(Math.round(offsetMinutes / MINUTES[unit])), unit, role, what };
}

export interface StepError {
  /** Which line, from 0. */
  readonly index: number;
  readonly field: "aantal" | "wat";
  readonly text: string;
}

type ReadSteps =
  | { readonly draft: Extract<RunSheetDraft, { kind: "steps" }> }
  | { readonly form: readonly StepForm[]; readonly errors: readonly StepError[] };

/** Reads the lines of the form; a line without text is left out, which is how a step is removed. */
export function readSteps(body: Readonly<Record<string, unknown>>, t: Words): ReadSteps {
  const form = readForm(body);
  const errors = form.flatMap((step, index) => errorsOf(step, index, t));
  if (errors.length > 0) return { form, errors };
  const steps = form
    .filter(({ what }) => what !== "")
    .map(({ amount, unit, role, what }) => ({ offsetMinutes: Number(amount) * MINUTES[unit] + 0, role, what }));
  return { draft: { kind: "steps", steps } };
}

export function readForm(body: Readonly<Record<string, unknown>>): StepForm[] {
  const form: StepForm[] = [];
  for (let index = 0; index < RUN_SHEET_LIMITS.stepsMax; index += 1) {
    if (body[`wat-${index}`] === undefined) break;
    form.push({
      amount: readLine(body[`aantal-${index}`], 10),
      unit: UNITS.find((unit) => unit === body[`eenheid-${index}`]) ?? EMPTY_STEP.unit,
      role: RUN_SHEET_ROLES.find((role) => role === body[`wie-${index}`]) ?? EMPTY_STEP.role,
      what: readLine(body[`wat-${index}`]),
    });
  }
  return form;
}

function errorsOf({ amount, unit, what }: StepForm, index: number, t: Words): StepError[] {
  if (what === "") return [];
  const errors: StepError[] = [];
  const number = index + 1;
  const { whatCharactersMax, offsetMinutesMin, offsetMinutesMax } = RUN_SHEET_LIMITS;
  const max = (MINUTES[unit] < 0 ? offsetMinutesMin : offsetMinutesMax) / MINUTES[unit];
  if (!/^\d{1,6}$/.test(amount) || Number(amount) > max) {
    errors.push({ index, field: "aantal", text: t("run-sheet.wrong.amount", { number, max }) });
  }
  if (what.length > whatCharactersMax) {
    errors.push({ index, field: "wat", text: t("run-sheet.wrong.long", { number, max: whatCharactersMax }) });
  }
  return errors;
}
