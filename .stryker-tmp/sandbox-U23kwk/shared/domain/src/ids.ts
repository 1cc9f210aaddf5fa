/** Ids are strings with a meaning; the aliases tell a reader which one a function wants. */

/** Short lower-case name of the municipality in this installation, for example `voorbeeldstad`. */
export type MunicipalityId = string;
/** Keyed hash of the note's id in its source system. */
export type NoteId = string;
/** Keyed hash of the case's pseudonym in its source system; a note without one is its own case. */
export type CaseId = string;
/** Keyed hash of the professional's reference. Counted as "at least 3 different", never shown, never counted per person. */
export type ProfessionalId = string;
/** `<noteId>.<ordinal>`: the n-th question of a note. */
export type QuestionId = string;
/** A catalogue id (`huurtoeslag`) or an emergent id (`t-0007`). Lives for ever, is never reused. */
export type ThemeId = string;
/** CBS wijkcode: `WK` and six digits or letters. */
export type AreaCode = string;
export type TeamCode = string;
