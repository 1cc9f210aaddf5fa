import { isDay, type ProposedDate } from "@rode-draad/domain";
import type { Words } from "../../messages/words-of.js";
import type { PartnerChoice, ProposalPageView, RequestDraft } from "../../web-tools.js";
import { isClock, isMailAddress, isPhone } from "../checks.js";
import { readLine } from "../read-line.js";

/** The fields of the request form, as typed. */
export const REQUEST_FIELDS = [
  "partner",
  "dag1",
  "van1",
  "tot1",
  "dag2",
  "van2",
  "tot2",
  "plek",
  "partnermail",
  "naam",
  "telefoon",
  "email",
] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];
export type RequestFormValues = Readonly<Record<RequestField, string>>;
export type RequestErrors = Readonly<Partial<Record<RequestField, string>>>;

/** An evening from seven to nine is what most partners and residents can make. */
export const EMPTY_FORM: RequestFormValues = {
  partner: "",
  dag1: "",
  van1: "19:00",
  tot1: "21:00",
  dag2: "",
  van2: "19:00",
  tot2: "21:00",
  plek: "",
  partnermail: "",
  naam: "",
  telefoon: "",
  email: "",
};

/** The form as it opens: with what is known filled in, for the colleague to change. */
export function openForm({ dates, place, contact }: ProposalPageView["opening"]): RequestFormValues {
  const [first, second] = dates;
  return {
    ...EMPTY_FORM,
    ...(first !== undefined && { dag1: first.day, van1: first.from, tot1: first.until }),
    ...(second !== undefined && { dag2: second.day, van2: second.from, tot2: second.until }),
    ...(place !== undefined && { plek: place }),
    naam: contact.name,
    telefoon: contact.phone,
    email: contact.email,
  };
}

/** Longest answer in one field; a letter has no room for more. */
const FIELD_LENGTH_MAX = 120;

export function readFormValues(body: Readonly<Record<string, unknown>>): RequestFormValues {
  const entries = REQUEST_FIELDS.map((field) => [field, readLine(body[field], FIELD_LENGTH_MAX)] as const);
  return { ...EMPTY_FORM, ...Object.fromEntries(entries) };
}

/** Checks all fields at once, so that a person hears everything in one go. `today` is the first day that may be proposed. */
export function checkRequest(
  form: RequestFormValues,
  today: string,
  partners: readonly Pick<PartnerChoice, "id" | "isInList">[],
  t: Words,
): { readonly draft: RequestDraft } | { readonly errors: RequestErrors } {
  const errors: Partial<Record<RequestField, string>> = {};
  const partner = partners.find(({ id }) => id === form.partner);
  if (partner === undefined) errors.partner = t("request.wrong.partner");
  for (const number of [1, 2] as const) Object.assign(errors, dateErrors(form, number, today, t));
  if (errors.dag2 === undefined && form.dag1 === form.dag2) errors.dag2 = t("request.wrong.sameDay");
  if (form.plek === "") errors.plek = t("request.wrong.place");
  if (form.partnermail !== "" && !isMailAddress(form.partnermail)) {
    errors.partnermail = t("request.wrong.partnerMail");
  }
  if (form.naam === "") errors.naam = t("request.wrong.name");
  if (!isPhone(form.telefoon)) errors.telefoon = t("request.wrong.phone");
  if (!isMailAddress(form.email)) errors.email = t("request.wrong.email");
  return Object.keys(errors).length > 0 ? { errors } : { draft: draftOf(form, partner?.isInList === true) };
}

function dateErrors(form: RequestFormValues, number: 1 | 2, today: string, t: Words): RequestErrors {
  const day = form[`dag${number}`];
  const [from, until] = [form[`van${number}`], form[`tot${number}`]];
  const errors: Partial<Record<RequestField, string>> = {};
  if (!isDay(day)) errors[`dag${number}`] = t("request.wrong.day");
  else if (day <= today) errors[`dag${number}`] = t("request.wrong.past");
  if (!isClock(from)) errors[`van${number}`] = t("request.wrong.time", { example: EMPTY_FORM.van1 });
  if (!isClock(until)) errors[`tot${number}`] = t("request.wrong.time", { example: EMPTY_FORM.tot1 });
  else if (isClock(from) && until <= from) errors[`tot${number}`] = t("request.wrong.order");
  return errors;
}

/** A partner of the list has its address there; what was typed is for one that is not in it. */
function draftOf(form: RequestFormValues, isInList: boolean): RequestDraft {
  const dateOf = (number: 1 | 2): ProposedDate => ({
    day: form[`dag${number}`],
    from: form[`van${number}`],
    until: form[`tot${number}`],
  });
  return {
    ...(isInList
      ? { organisationId: form.partner }
      : { partnerId: form.partner, ...(form.partnermail !== "" && { partnerEmail: form.partnermail }) }),
    dates: [dateOf(1), dateOf(2)],
    location: form.plek,
    contact: { name: form.naam, phone: form.telefoon, email: form.email },
  };
}
