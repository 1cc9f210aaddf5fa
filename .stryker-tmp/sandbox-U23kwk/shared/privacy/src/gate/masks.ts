import type { IdentifierType } from "@rode-draad/domain";

/** The one catalogue of what stands in a safe text in place of an identifier. */
export const MASKS: Readonly<Record<IdentifierType, string>> = {
  PERSON: "[NAAM]",
  BSN: "[BSN]",
  A_NUMBER: "[A-NUMMER]",
  EDUCATION_NUMBER: "[ONDERWIJSNUMMER]",
  IBAN: "[REKENINGNUMMER]",
  PHONE: "[TELEFOON]",
  EMAIL: "[E-MAIL]",
  POSTCODE: "[POSTCODE]",
  ADDRESS: "[ADRES]",
  LICENSE_PLATE: "[KENTEKEN]",
  V_NUMBER: "[V-NUMMER]",
  CASE_NUMBER: "[ZAAKNUMMER]",
  DATE_OF_BIRTH: "[GEBOORTEDATUM]",
  AGE_OVER_89: "[LEEFTIJD 90+]",
  ORGANISATION: "[ORGANISATIE]",
  URL: "[URL]",
  IP: "[IP]",
  USERNAME: "[GEBRUIKERSNAAM]",
};
