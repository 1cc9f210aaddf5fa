import { isMonth, type MonthlyRhythm } from "@rode-draad/domain";
import type { Words } from "../../messages/words-of.js";
import type { EveningChoices, EveningDraft } from "../../web-tools.js";
import { isClock, isMailAddress, isPhone } from "../checks.js";
import { readLine } from "../read-line.js";

/** The fields of the form, as typed. */
export const EVENING_FIELDS = [
  "partner",
  "week",
  "dag",
  "maand",
  "van",
  "tot",
  "plek",
  "naam",
  "telefoon",
  "email",
] as const;
export type EveningField = (typeof EVENING_FIELDS)[number];
export type EveningForm = Readonly<Record<EveningField, string>>;
export type EveningErrors = Readonly<Partial<Record<EveningField, string>>>;

/** In a form the last one has a word for its number. */
export const WEEKS = ["1", "2", "3", "4", "last"] as const;
export const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

const LINE_LENGTH_MAX = 120;

/** The second Tuesday, from seven to nine: an evening that most partners can make. */
export function openEveningForm(thisMonth: string): EveningForm {
  return {
    ...emptyForm(),
    week: "2",
    dag: "2",
    maand: thisMonth,
    van: "19:00",
    tot: "21:00",
  };
}

function emptyForm(): EveningForm {
  return Object.fromEntries(EVENING_FIELDS.map((field) => [field, ""])) as EveningForm;
}

export function readEveningForm(body: Readonly<Record<string, unknown>>): EveningForm {
  const entries = EVENING_FIELDS.map((field) => [field, readLine(body[field], LINE_LENGTH_MAX)] as const);
  return { ...emptyForm(), ...Object.fromEntries(entries) };
}

/** Checks everything at once. */
export function checkEvening(
  form: EveningForm,
  choices: EveningChoices,
  t: Words,
): { readonly draft: EveningDraft } | { readonly errors: EveningErrors } {
  const rhythm = rhythmOf(form);
  const isAhead = isMonth(form.maand) && form.maand >= choices.today.slice(0, 7);
  const errors: EveningErrors = {
    ...(!choices.partners.some(({ id }) => id === form.partner) && { partner: t("evenings.errors.partner") }),
    ...(!WEEKS.some((week) => week === form.week) && { week: t("evenings.errors.week") }),
    ...(!WEEKDAYS.some((day) => day === form.dag) && { dag: t("evenings.errors.weekday") }),
    ...(!isAhead && { maand: t("evenings.errors.firstMonth") }),
    ...(!isClock(form.van) && { van: t("evenings.errors.from") }),
    ...(!isClock(form.tot) && { tot: t("evenings.errors.until") }),
    ...(isClock(form.van) && isClock(form.tot) && form.tot <= form.van && { tot: t("evenings.errors.untilAfter") }),
    ...(form.plek === "" && { plek: t("evenings.errors.place") }),
    ...(form.naam === "" && { naam: t("evenings.errors.name") }),
    ...(!isPhone(form.telefoon) && { telefoon: t("evenings.errors.phone") }),
    ...(!isMailAddress(form.email) && { email: t("evenings.errors.email") }),
  };
  if (rhythm === undefined || Object.keys(errors).length > 0) return { errors };
  return {
    draft: {
      organisationId: form.partner,
      rhythm,
      firstMonth: form.maand,
      from: form.van,
      until: form.tot,
      location: form.plek,
      contact: { name: form.naam, phone: form.telefoon, email: form.email },
    },
  };
}

function rhythmOf({ week, dag }: EveningForm): MonthlyRhythm | undefined {
  const isKnown = WEEKS.some((one) => one === week) && WEEKDAYS.some((one) => one === dag);
  if (!isKnown) return undefined;
  const number = week === "last" ? -1 : Number(week);
  return { week: number as MonthlyRhythm["week"], weekday: Number(dag) as MonthlyRhythm["weekday"] };
}
