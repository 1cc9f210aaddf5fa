import type { AreaCode, CaseId, MunicipalityId, NoteId, ProfessionalId, TeamCode } from "./ids.js";
import type { Day } from "./period.js";
import type { RawText, SafeText } from "./text.js";

/** A case note as the door reads it from a row, before the gate. References are still those of the source system. */
export interface IncomingNote {
  readonly sourceId: string;
  readonly caseRef?: string;
  readonly professionalRef?: string;
  readonly date: Day;
  readonly team: string;
  /** A CBS wijkcode, or a name that the administrator mapped to one. */
  readonly area: string;
  /** The source flagged the note as a safety matter: it feeds the safety route and nothing else. */
  readonly safetyFlag: boolean;
  /** The client objected: the note is refused at the door and counted. */
  readonly objection: boolean;
  readonly text: RawText;
}

/** A case note after the gate, as it is stored. */
export interface SafeNote {
  readonly municipalityId: MunicipalityId;
  readonly id: NoteId;
  readonly caseId: CaseId;
  /** Absent when the source gave no professional. */
  readonly professionalId?: ProfessionalId;
  readonly date: Day;
  readonly teamCode: TeamCode;
  readonly areaCode: AreaCode;
  readonly safetyFlag: boolean;
  readonly text: SafeText;
  /** Keyed hash of the raw text: tells whether the same id came with another text. */
  readonly contentHash: string;
  /** How many spans of each type the gate masked. */
  readonly masked: Readonly<Partial<Record<IdentifierType, number>>>;
  /** Where they stood in the raw text, for the worker who holds it. */
  readonly spans?: readonly IdentifierSpan[];
  /** The content hash under which the gate held the note back, when its writer changed the text before releasing it. */
  readonly releasedFrom?: string;
}

/** What the gate looks for; the names follow shared/corpus and the command line contract. */
export const IDENTIFIER_TYPES = [
  "PERSON",
  "BSN",
  "A_NUMBER",
  "EDUCATION_NUMBER",
  "IBAN",
  "PHONE",
  "EMAIL",
  "POSTCODE",
  "ADDRESS",
  "LICENSE_PLATE",
  "V_NUMBER",
  "CASE_NUMBER",
  "DATE_OF_BIRTH",
  "AGE_OVER_89",
  "ORGANISATION",
  "URL",
  "IP",
  "USERNAME",
] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** A stretch of text: UTF-16 offsets, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that identifies somebody. */
export interface IdentifierSpan extends Stretch {
  readonly type: IdentifierType;
}

/** What the writer of a held note declares about its text, offsets counted in the raw text. */
export interface WriterDeclares {
  /** Stretches that are nobody's personal data. Numbers with a check digit are masked all the same. */
  readonly harmless: readonly Stretch[];
  /** The writer looked, and the traits together point at nobody. */
  readonly traitsPointAtNobody: boolean;
}

/** Why a note was held back; the sentence a user reads stands in the message catalogue of the door. */
export type QuarantineReason =
  | "second-pass-hit"
  | "rare-combination"
  | "gate-fault"
  | "unreadable"
  | "too-many-identifiers";

/** The gate's decision about one text. A quarantined text is not in it: only reason and positions are kept. */
export type GateDecision =
  | { readonly decision: "pass"; readonly text: SafeText; readonly spans: readonly [] }
  | { readonly decision: "mask"; readonly text: SafeText; readonly spans: readonly IdentifierSpan[] }
  | { readonly decision: "quarantine"; readonly reason: QuarantineReason; readonly spans: readonly IdentifierSpan[] };
