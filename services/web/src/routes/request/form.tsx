import { SelectField, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { ProposalPageView } from "../../web-tools.js";
import { ErrorSummary, type FormError } from "../error-summary.js";
import type { RequestErrors, RequestField, RequestFormValues } from "./read-request.js";

export interface RequestFormProps {
  readonly proposalId: string;
  readonly partners: ProposalPageView["partners"];
  readonly canManagePartners: boolean;
  readonly form: RequestFormValues;
  readonly errors: RequestErrors;
}

/** Asks for two dates, a place and somebody to call; shows the letter before anything is sent. */
export function RequestForm({ proposalId, partners, canManagePartners, form, errors }: RequestFormProps): ReactElement {
  const field = (id: RequestField) => ({ id, value: form[id], error: errors[id] });
  return (
    <form
      className="rd-paneel"
      action={`/voorstellen/${encodeURIComponent(proposalId)}/brief`}
      method="post"
      aria-labelledby="partner-kop"
      noValidate={true}
    >
      <h2 className="utrecht-heading-2" id="partner-kop">
        Een partner vragen
      </h2>
      <ErrorSummary title="De brief is nog niet klaar" errors={namedErrors(errors)} />
      <p className="utrecht-paragraph">De partner krijgt een brief. Er staat niets in over bewoners.</p>
      <SelectField
        id="partner"
        label="Welke partner?"
        selected={form.partner}
        error={errors.partner}
        groups={partnerGroups(partners)}
      />
      {partners.every(({ isInList }) => isInList) ? null : (
        <TextField
          {...field("partnermail")}
          label="E-mailadres van een partner die nog niet in de lijst staat"
          hint="Laat je dit leeg? Dan zetten wij de brief voor je klaar als bestand."
          type="email"
        />
      )}
      {canManagePartners ? (
        <p className="utrecht-paragraph utrecht-paragraph--small">
          Staat de partner er niet bij?{" "}
          <a className="utrecht-link" href="/beheer/partners">
            Zet hem in de partnerlijst
          </a>
        </p>
      ) : null}
      {([1, 2] as const).map((number) => (
        <fieldset key={number} className="utrecht-form-fieldset">
          <legend className="utrecht-form-fieldset__legend">{number === 1 ? "Eerste keuze" : "Tweede keuze"}</legend>
          <TextField {...field(`dag${number}`)} label="Dag" type="date" isShort={true} />
          <div className="rd-data">
            <TextField {...field(`van${number}`)} label="Van" type="time" isShort={true} />
            <TextField {...field(`tot${number}`)} label="Tot" type="time" isShort={true} />
          </div>
        </fieldset>
      ))}
      <TextField {...field("plek")} label="Waar is het?" hint="Bijvoorbeeld: buurthuis De Ster" />
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">Wie kan de partner bellen?</legend>
        <TextField {...field("naam")} label="Naam" autoComplete="name" />
        <TextField {...field("telefoon")} label="Telefoonnummer" type="tel" autoComplete="tel" isShort={true} />
        <TextField {...field("email")} label="E-mailadres" type="email" autoComplete="email" />
      </fieldset>
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          Bekijk de brief
        </button>
      </div>
    </form>
  );
}

/** Partners of the list first; a kind of which none is there yet stands apart, since its address has to be typed. */
function partnerGroups(partners: RequestFormProps["partners"]) {
  const optionsOf = (isInList: boolean) =>
    partners
      .filter((partner) => partner.isInList === isInList)
      .map((partner) => ({ value: partner.id, label: partner.name }));
  const groups = [
    { label: "Uit je partnerlijst", options: optionsOf(true) },
    { label: "Nog niet in je lijst", options: optionsOf(false) },
  ].filter(({ options }) => options.length > 0);
  return groups.length > 1 ? groups : groups.map(({ options }) => ({ options }));
}

const FIELD_NAMES: Readonly<Record<RequestField, string>> = {
  partner: "Partner",
  partnermail: "E-mailadres van de partner",
  dag1: "Eerste dag",
  van1: "Eerste keuze, van",
  tot1: "Eerste keuze, tot",
  dag2: "Tweede dag",
  van2: "Tweede keuze, van",
  tot2: "Tweede keuze, tot",
  plek: "Plek",
  naam: "Naam",
  telefoon: "Telefoonnummer",
  email: "E-mailadres",
};

function namedErrors(errors: RequestErrors): FormError[] {
  return (Object.keys(FIELD_NAMES) as RequestField[]).flatMap((fieldId) =>
    errors[fieldId] === undefined ? [] : [{ fieldId, text: `${FIELD_NAMES[fieldId]}: ${errors[fieldId]}` }],
  );
}
