import type { AuditAction, AuditActor, AuditOutcome, AuditSubject } from "@rode-draad/domain";

/** The Dutch words of the audit log in the interface. They are part of the contract. */

export const ACTION_WORDS = {
  "sign-in": "aanmelden",
  "sign-out": "afmelden",
  "use-token": "toegangssleutel-gebruiken",
  "open-page": "pagina-openen",
  "change-account": "account-wijzigen",
  "change-token": "toegangssleutel-wijzigen",
  "change-setting": "instelling-wijzigen",
  "import-notes": "notities-inlezen",
  "read-import": "inleesverslag-lezen",
  "read-quarantine": "tegengehouden-notities-lezen",
  "decide-quarantine": "tegengehouden-notitie-beoordelen",
  "read-note": "notitie-lezen",
  "release-note": "notitie-vrijgeven",
  "withdraw-note": "notitie-intrekken",
  "read-note-questions": "vragen-van-notitie-lezen",
  "list-themes": "themas-lezen",
  "read-theme": "thema-lezen",
  "list-theme-changes": "themawijzigingen-lezen",
  "list-corrections": "correcties-lezen",
  "correct-theme": "thema-corrigeren",
  "move-question": "vraag-verplaatsen",
  "undo-correction": "correctie-intrekken",
  "list-signals": "signalen-lezen",
  "list-proposals": "voorstellen-lezen",
  "read-proposal": "voorstel-lezen",
  "review-proposal": "voorstel-beoordelen",
  "list-initiatives": "initiatieven-lezen",
  "read-initiative": "initiatief-lezen",
  "start-initiative": "initiatief-starten",
  "plan-initiative": "initiatief-plannen",
  "hold-initiative": "initiatief-uitvoeren",
  "take-back-initiative": "initiatief-uitvoering-terugnemen",
  "evaluate-initiative": "initiatief-evalueren",
  "join-initiative": "initiatief-meedoen",
  "hand-back-initiative": "initiatief-teruggeven",
  "follow-up-initiative": "initiatief-vervolgen",
  "read-run-sheet": "draaiboek-lezen",
  "save-run-sheet": "draaiboek-bewaren",
  "read-question-sheets": "vragenbladen-lezen",
  "export-evening": "avond-exporteren",
  "count-own-cases": "eigen-casussen-tellen",
  "list-partner-requests": "partneraanvragen-lezen",
  "preview-partner-request": "partneraanvraag-bekijken",
  "request-partner": "partner-vragen",
  "deliver-partner-request": "partneraanvraag-versturen",
  "read-partner-request": "partneraanvraag-lezen-door-partner",
  "answer-partner-request": "partneraanvraag-beantwoorden",
  "list-reports": "themarapporten-lezen",
  "read-report": "themarapport-lezen",
  "export-report": "themarapport-exporteren",
  "release-month": "maand-vrijgeven",
  "erase-case": "casus-wissen",
  "run-retention": "bewaartermijn-uitvoeren",
  "read-audit-log": "auditlog-lezen",
  "export-audit-log": "auditlog-exporteren",
  "verify-audit-log": "auditlog-controleren",
  "read-accountability": "verantwoording-lezen",
} as const satisfies Record<AuditAction, string>;

export const SUBJECT_WORDS = {
  account: "account",
  token: "toegangssleutel",
  page: "pagina",
  setting: "instelling",
  import: "inleesronde",
  note: "notitie",
  case: "casus",
  theme: "thema",
  correction: "correctie",
  proposal: "voorstel",
  initiative: "initiatief",
  "partner-request": "partneraanvraag",
  report: "themarapport",
  signals: "signalen",
  "audit-log": "auditlog",
  accountability: "verantwoording",
} as const satisfies Record<AuditSubject, string>;

export const OUTCOME_WORDS = {
  done: "gedaan",
  refused: "geweigerd",
  failed: "mislukt",
} as const satisfies Record<AuditOutcome, string>;

export const ACTOR_WORDS = {
  account: "account",
  token: "toegangssleutel",
  "partner-link": "partnerlink",
  system: "systeem",
} as const satisfies Record<AuditActor["kind"], string>;

export function actionOf(word: (typeof ACTION_WORDS)[AuditAction]): AuditAction {
  return (Object.keys(ACTION_WORDS) as AuditAction[]).find((action) => ACTION_WORDS[action] === word) as AuditAction;
}
