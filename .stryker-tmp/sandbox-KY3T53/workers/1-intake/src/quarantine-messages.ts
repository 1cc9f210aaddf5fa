import type { QuarantineReason } from "@rode-draad/domain";

/** What a person reads about a note that was held back, and what to do with it. */
export const QUARANTINE_MESSAGES: Readonly<Record<QuarantineReason, string>> = {
  "second-pass-hit": "Na het weglakken stond er nog iets herkenbaars in. Haal namen en nummers uit de tekst.",
  "rare-combination": "Samen wijzen de kenmerken misschien één persoon aan. Maak de tekst algemener.",
  "gate-fault": "De controle op persoonsgegevens ging mis. Bied de notitie later opnieuw aan.",
  unreadable: "De tekst was niet te lezen. Exporteer de notitie opnieuw.",
  "too-many-identifiers": "Er staan te veel persoonsgegevens in. Anonimiseer de notitie in het bronsysteem.",
};
