import type { NoteView } from "@rode-draad/api";
import type { IdentifierType } from "@rode-draad/domain";
import { QUARANTINE_MESSAGES } from "@rode-draad/intake";
import type { NotePageView } from "@rode-draad/web";

/** What people call each kind: one of it, and several. */
const KINDS: Readonly<Record<IdentifierType, readonly [one: string, several: string]>> = {
  PERSON: ["naam", "namen"],
  BSN: ["BSN", "BSN’s"],
  A_NUMBER: ["A-nummer", "A-nummers"],
  EDUCATION_NUMBER: ["onderwijsnummer", "onderwijsnummers"],
  IBAN: ["rekeningnummer", "rekeningnummers"],
  PHONE: ["telefoonnummer", "telefoonnummers"],
  EMAIL: ["e-mailadres", "e-mailadressen"],
  POSTCODE: ["postcode", "postcodes"],
  ADDRESS: ["adres", "adressen"],
  LICENSE_PLATE: ["kenteken", "kentekens"],
  V_NUMBER: ["V-nummer", "V-nummers"],
  CASE_NUMBER: ["zaaknummer", "zaaknummers"],
  DATE_OF_BIRTH: ["geboortedatum", "geboortedata"],
  AGE_OVER_89: ["hoge leeftijd", "hoge leeftijden"],
  ORGANISATION: ["organisatie", "organisaties"],
  URL: ["webadres", "webadressen"],
  IP: ["IP-adres", "IP-adressen"],
  USERNAME: ["gebruikersnaam", "gebruikersnamen"],
};

/** Numbers that the gate masks whatever a writer says; see the gate itself. */
const ALWAYS_MASKED: ReadonlySet<IdentifierType> = new Set(["BSN", "A_NUMBER", "EDUCATION_NUMBER", "IBAN"]);

/** What was taken out of a note, or why it is held back, in the words of the page. */
export function describeNote(view: NoteView): NotePageView {
  const places = view.spans.map(({ start, end, type }) => ({
    start,
    end,
    kind: KINDS[type][0],
    isAlwaysMasked: ALWAYS_MASKED.has(type),
  }));
  if (view.state !== "stored") {
    const isAboutTraits = view.reason === "rare-combination";
    return { state: view.state, places, isAboutTraits, takenOut: [], reason: QUARANTINE_MESSAGES[view.reason] };
  }
  const counts = Object.entries(view.masked) as [IdentifierType, number][];
  const takenOut = counts.map(([type, times]) => `${times} ${KINDS[type][times === 1 ? 0 : 1]}`);
  return { state: "stored", places, isAboutTraits: false, takenOut };
}
