import { ProductError } from "@rode-draad/domain";

const UNREACHABLE = new Set(["ECONNREFUSED", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ECONNRESET", "EPIPE"]);
const POSTGRES_PORT = 5432;
const REDIS_PORT = 6379;

/**
 * One Dutch sentence for the terminal: what is wrong and what to do, never a stack trace. The message of an unknown error
 * is left out, since it may quote input (JSON.parse does).
 */
export function explainFailure(error: unknown): string {
  if (error instanceof ProductError) return error.message;
  // A name with several addresses fails once per address; the first one tells enough.
  if (error instanceof AggregateError && error.errors.length > 0) return explainFailure(error.errors[0]);
  if (!(error instanceof Error))
    return "Er ging iets mis zonder nadere uitleg. Zet LOG_LEVEL=debug en probeer het opnieuw.";
  const code = "code" in error ? String(error.code) : undefined;
  if (code !== undefined && UNREACHABLE.has(code)) return explainUnreachable(error);
  const path = "path" in error && typeof error.path === "string" ? error.path : undefined;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `De servernaam ${"hostname" in error ? String(error.hostname) : ""} is niet te vinden. Controleer het adres in de instellingen.`;
    case "EACCES":
    case "EPERM":
      return path === undefined
        ? "Je hebt geen recht voor deze handeling. Kies een andere map of een poort boven 1023."
        : `Je hebt geen recht op ${path}. Geef jezelf recht op die plek, of kies met RODEDRAAD_DIR een andere map.`;
    case "EROFS":
      return `De plek ${path ?? "van de gegevens"} is alleen-lezen. Kies met RODEDRAAD_DIR een map waarin je mag schrijven.`;
    case "ENOSPC":
      return "De schijf is vol. Maak ruimte vrij en probeer het opnieuw; wat al was opgeslagen, is bewaard.";
    // What PostgreSQL answers, by SQLSTATE: no room, and a transaction that may only read.
    case "53100":
      return "De schijf van de database is vol. Maak daar ruimte vrij en probeer het opnieuw; wat al was opgeslagen, is bewaard.";
    case "25006":
      return "De database is alleen-lezen. Zet in DATABASE_URL de hoofdserver, of haal default_transaction_read_only weg.";
    case "ENOENT":
      return `Het bestand ${path ?? ""} bestaat niet. Controleer de naam en de map.`;
    case "EISDIR":
      return `${path ?? "De opgegeven plek"} is een map, geen bestand. Noem het bestand zelf.`;
    case "ENOTDIR":
    case "EEXIST":
      return `Op ${path ?? "die plek"} staat een bestand waar een map moet komen. Kies een andere map.`;
    case "EADDRINUSE":
      return `Poort ${"port" in error ? String(error.port) : ""} is al in gebruik. Stop het andere programma, of kies met PORT een andere poort.`;
    case "EADDRNOTAVAIL":
      return `Adres ${"address" in error ? String(error.address) : ""} hoort niet bij deze computer. Pas HOST aan.`;
    default:
      return `Er ging iets onverwachts mis (${code === undefined ? error.name : `${error.name}, ${code}`}). Zet LOG_LEVEL=debug en probeer het opnieuw om de plek in het logboek te zien.`;
  }
}

function explainUnreachable(error: Error): string {
  const port = "port" in error ? Number(error.port) : undefined;
  const place =
    "address" in error ? `${String(error.address)}${port === undefined ? "" : `:${port}`}` : "het ingestelde adres";
  if (port === REDIS_PORT)
    return `Redis antwoordt niet op ${place}. Start Redis, of laat REDIS_URL weg, dan staat de wachtrij in de database.`;
  if (port === POSTGRES_PORT) {
    return `Postgres antwoordt niet op ${place}. Start Postgres, of laat DATABASE_URL weg, dan werkt Rode Draad met zijn eigen database.`;
  }
  return `De server op ${place} antwoordt niet. Controleer of hij draait en of het adres in de instellingen klopt.`;
}
