import { CORRECTION_LIMITS } from "@rode-draad/domain";
import { TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { Person } from "../web-tools.js";
import type { FormError } from "./error-summary.js";
import { readLine, whyTooLong } from "./read-line.js";

/** Who decides and why, as typed. */
export interface PersonForm {
  readonly door: string;
  readonly reden: string;
}
export type PersonErrors = Readonly<Partial<Record<keyof PersonForm, string>>>;

export function readPersonForm(body: Readonly<Record<string, unknown>>): PersonForm {
  return { door: readLine(body.door), reden: readLine(body.reden) };
}

export function personOf({ door, reden }: PersonForm): Person {
  return { who: door, why: reden };
}

/** Rule: nobody corrects without a name and a reason. Without them a colleague cannot judge it later. */
export function personErrors({ door, reden }: PersonForm): PersonErrors {
  const { nameCharactersMax, reasonCharactersMax } = CORRECTION_LIMITS;
  const wrong = {
    door: door === "" ? "Vul in wie dit beslist." : whyTooLong(door, nameCharactersMax),
    reden: reden === "" ? "Vul in waarom." : whyTooLong(reden, reasonCharactersMax),
  };
  return {
    ...(wrong.door !== undefined && { door: wrong.door }),
    ...(wrong.reden !== undefined && { reden: wrong.reden }),
  };
}

interface PersonFieldsProps {
  /** Makes the ids of the fields unique on a page with several forms. */
  readonly prefix: string;
  readonly form: PersonForm;
  readonly errors: PersonErrors;
}

export function PersonFields({ prefix, form, errors }: PersonFieldsProps): ReactElement {
  return (
    <>
      <TextField
        id={`${prefix}-door`}
        name="door"
        label="Wie beslist dit?"
        hint="Jouw naam of je team."
        value={form.door}
        error={errors.door}
        maxLength={CORRECTION_LIMITS.nameCharactersMax}
        autoComplete="name"
        isRequired={true}
      />
      <TextField
        id={`${prefix}-reden`}
        name="reden"
        label="Waarom?"
        hint="Eén regel voor je collega’s. Schrijf niets over bewoners op."
        value={form.reden}
        error={errors.reden}
        maxLength={CORRECTION_LIMITS.reasonCharactersMax}
        isRequired={true}
      />
    </>
  );
}

/** The errors of a form with a link to each field, in the order of the fields. */
export function namedErrors<Field extends string>(
  prefix: string,
  fields: readonly Field[],
  errors: Readonly<Partial<Record<Field, string>>>,
): FormError[] {
  return fields.flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [{ fieldId: `${prefix}-${field}`, text }];
  });
}
