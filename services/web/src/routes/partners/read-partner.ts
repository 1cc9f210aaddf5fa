import { PARTNER_CHANNELS } from "@rode-draad/domain";
import type { Words } from "../../messages/words-of.js";
import type { PartnerChoices, PartnerDraft, PartnerFormView } from "../../web-tools.js";
import { isMailAddress } from "../checks.js";
import { readLine } from "../read-line.js";

/** The form of a partner, as typed. */
export interface PartnerForm {
  readonly naam: string;
  readonly soort: string;
  readonly kanaal: string;
  readonly email: string;
  readonly koppeling: string;
  readonly wijken: readonly string[];
  readonly gebruik: string;
}
export type PartnerField = keyof PartnerForm;
export type PartnerErrors = Readonly<Partial<Record<PartnerField, string>>>;

export const IN_USE = "ja";
export const NOT_IN_USE = "nee";

export const EMPTY_PARTNER: PartnerForm = {
  naam: "",
  soort: "",
  kanaal: "mail",
  email: "",
  koppeling: "",
  wijken: [],
  gebruik: IN_USE,
};

/** A letter has no room for a longer name. */
const NAME_LENGTH_MAX = 100;
/** The longest address that goes into one line of a form. */
const LINE_LENGTH_MAX = 200;

export function openPartnerForm({ partner, webhookUrl }: PartnerFormView): PartnerForm {
  return {
    naam: partner.name,
    soort: partner.partnerId,
    kanaal: partner.channel,
    email: partner.email ?? "",
    koppeling: webhookUrl ?? "",
    wijken: partner.areaCodes,
    gebruik: partner.isActive ? IN_USE : NOT_IN_USE,
  };
}

export function readPartnerForm(body: Readonly<Record<string, unknown>>): PartnerForm {
  const line = (field: PartnerField) => readLine(body[field], LINE_LENGTH_MAX);
  const areas = Array.isArray(body.wijken) ? body.wijken : [body.wijken];
  return {
    naam: readLine(body.naam),
    soort: line("soort"),
    kanaal: line("kanaal"),
    email: line("email"),
    koppeling: line("koppeling"),
    wijken: areas.map((value) => readLine(value)).filter((value) => value !== ""),
    gebruik: body.gebruik === NOT_IN_USE ? NOT_IN_USE : IN_USE,
  };
}

/** Checks everything at once. What a channel does not need may stay empty. */
export function checkPartner(
  form: PartnerForm,
  choices: PartnerChoices,
  t: Words,
): { readonly draft: Omit<PartnerDraft, "id"> } | { readonly errors: PartnerErrors } {
  const channel = PARTNER_CHANNELS.find((one) => one === form.kanaal);
  const needsMail = channel === "mail" || form.email !== "";
  const errors: PartnerErrors = {
    ...((form.naam === "" || form.naam.length > NAME_LENGTH_MAX) && {
      naam: t("partners.errors.name", { max: NAME_LENGTH_MAX }),
    }),
    ...(!choices.kinds.some(({ id }) => id === form.soort) && { soort: t("partners.errors.kind") }),
    ...(channel === undefined && { kanaal: t("partners.errors.channel") }),
    ...(needsMail && !isMailAddress(form.email) && { email: t("partners.errors.email") }),
    ...(channel === "webhook" && !form.koppeling.startsWith("https://") && { koppeling: t("partners.errors.webhook") }),
  };
  if (channel === undefined || Object.keys(errors).length > 0) return { errors };
  return {
    draft: {
      partnerId: form.soort,
      name: form.naam,
      ...(form.email !== "" && { email: form.email }),
      channel,
      ...(channel === "webhook" && { webhookUrl: form.koppeling }),
      areaCodes: form.wijken,
      isActive: form.gebruik === IN_USE,
    },
  };
}
