/**
 * Who may reach each route, written out by hand beside the product's own table, so that a slip in the one shows in the other.
 * A route of the product that has no row here fails the test.
 */

const WORKERS = ["team-lead", "case-worker", "community-worker"];
const STAFF = [...WORKERS, "administrator", "data-protection-officer"];
const DECIDERS = ["team-lead", "community-worker"];
const READS = [...STAFF, "key reports:read"];
const IMPORTERS = ["team-lead", "administrator"];
const CASES = ["team-lead", "case-worker"];
const PROPOSALS = [...WORKERS, "data-protection-officer"];
const RELEASERS = ["team-lead", "administrator"];
const OFFICERS = ["administrator", "data-protection-officer"];
const EVERYBODY = "everybody";

export const EXPECTED_ACCESS: Readonly<Record<string, readonly string[] | typeof EVERYBODY>> = {
  "POST /v1/casusnotities": [...IMPORTERS, "key notes:write"],
  "GET /v1/themas": READS,
  "GET /v1/themas/{themaId}": READS,
  "POST /v1/themas/{themaId}/correcties": ["team-lead"],
  "GET /v1/casusnotities/{bronId}/vragen": [...CASES, "key notes:write"],
  "GET /v1/casusnotities/{bronId}": [...CASES, "key notes:write"],
  "POST /v1/casusnotities/{bronId}/vrijgave": CASES,
  "POST /v1/casusnotities/{bronId}/intrekking": CASES,
  "POST /v1/bezwaren": OFFICERS,
  "POST /v1/vragen/{vraagId}/verplaatsing": CASES,
  "GET /v1/correcties": READS,
  "POST /v1/correcties/{correctieId}/intrekking": ["team-lead"],
  "GET /v1/themawijzigingen": READS,
  "GET /v1/signalen": READS,
  "GET /v1/voorstellen": PROPOSALS,
  "GET /v1/voorstellen/{voorstelId}": PROPOSALS,
  "POST /v1/voorstellen/{voorstelId}/beoordelingen": DECIDERS,
  "GET /v1/initiatieven": PROPOSALS,
  "POST /v1/initiatieven": DECIDERS,
  "GET /v1/partneraanvragen": PROPOSALS,
  "POST /v1/partneraanvragen": DECIDERS,
  "GET /v1/themarapporten": READS,
  "GET /v1/themarapporten/{maand}": READS,
  "POST /v1/themarapporten/{maand}/vrijgave": RELEASERS,
  "GET /v1/auditregels": OFFICERS,
  "GET /v1/openapi.json": EVERYBODY,
  "GET /gezondheid/live": EVERYBODY,
  "GET /gezondheid/klaar": EVERYBODY,
  "GET /": STAFF,
  "GET /themas": STAFF,
  "GET /themas/:id": STAFF,
  "POST /themas/:id/correcties": ["team-lead"],
  "GET /wijzigingen": STAFF,
  "GET /wijzigingen/:id": STAFF,
  "POST /wijzigingen/:id/ongedaan": ["team-lead"],
  "GET /voorstellen": PROPOSALS,
  "GET /voorstellen/:id": PROPOSALS,
  "POST /voorstellen/:id/besluit": DECIDERS,
  "POST /voorstellen/:id/brief": DECIDERS,
  "POST /voorstellen/:id/aanpassen": DECIDERS,
  "POST /voorstellen/:id/aanvraag": DECIDERS,
  "GET /maandrapport": STAFF,
  "GET /maandrapport.csv": STAFF,
  "GET /maandrapport.xlsx": STAFF,
  "GET /maandrapport.json": STAFF,
  "GET /maandrapport.html": STAFF,
  "POST /maandrapport/vrijgave": RELEASERS,
  "GET /notities": CASES,
  "POST /notities/vrijgave": CASES,
  "POST /notities/intrekking": CASES,
  "GET /invoer": IMPORTERS,
  "POST /invoer": IMPORTERS,
  "GET /invoer/:id": IMPORTERS,
  "GET /account": [...STAFF, "partner"],
  "GET /over": [...STAFF, "partner"],
  "GET /aanmelden": EVERYBODY,
  "POST /aanmelden": EVERYBODY,
  "GET /aanmelden/extern": EVERYBODY,
  "GET /aanmelden/terug": EVERYBODY,
  "GET /wachtwoord/:secret": EVERYBODY,
  "POST /wachtwoord/:secret": EVERYBODY,
  "POST /afmelden": EVERYBODY,
  "POST /taal": EVERYBODY,
  "GET /aanvraag/:token": EVERYBODY,
  "POST /aanvraag/:token": EVERYBODY,
};
