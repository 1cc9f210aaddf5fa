import type { AuditDetails, AuditEntry, CorrectionKind, ProposalState } from "@rode-draad/domain";

const CORRECTIONS: Readonly<Record<CorrectionKind, string>> = {
  rename: "naam gewijzigd",
  merge: "samengevoegd",
  split: "gesplitst",
  move: "vraag verplaatst",
  pin: "vastgezet",
  "not-a-theme": "geen thema",
  sleep: "genegeerd tot het erger wordt",
};

const STATES: Readonly<Record<ProposalState, string>> = {
  open: "weer open",
  "picked-up": "opgepakt",
  later: "uitgesteld",
  refused: "geweigerd",
  requested: "aangevraagd",
  held: "avond gehouden",
};

const SETTINGS: Readonly<Record<string, string>> = {
  limits: "grenzen",
  terms: "bewaartermijnen",
  "text-days": "bewaartermijn van tekst",
};

/** What an entry of the log is about and what more it says, in Dutch, as the page of the log shows it. */
export function speakDetails({ subject, details }: Pick<AuditEntry, "subject" | "details">, kind: string): string {
  const { id } = subject;
  const name = id === undefined ? undefined : subject.kind === "setting" ? (SETTINGS[id] ?? id) : id;
  return [[kind, name].filter((word) => word !== undefined).join(" "), ...spokenPartsOf(details)].join(", ");
}

function spokenPartsOf(details: AuditDetails): string[] {
  const { month, areaCode, teamCode, rows, format, correction, state, error } = details;
  return [
    ...(month === undefined ? [] : [month]),
    ...(areaCode === undefined ? [] : [`wijk ${areaCode}`]),
    ...(teamCode === undefined ? [] : [`team ${teamCode}`]),
    ...(rows === undefined ? [] : [rows === 1 ? "1 regel" : `${rows} regels`]),
    ...(format === undefined ? [] : [format === "terminal" ? "in de terminal" : `als ${format}`]),
    ...(correction === undefined ? [] : [CORRECTIONS[correction]]),
    ...(state === undefined ? [] : [STATES[state]]),
    ...(error === undefined ? [] : [`foutcode ${error}`]),
  ];
}
