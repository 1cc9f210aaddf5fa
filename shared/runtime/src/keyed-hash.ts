import { createHmac } from "node:crypto";

/** What a hashed value is. Equal values in two namespaces get unrelated hashes, so that a case id cannot be matched to a note id. */
export type HashNamespace =
  | "note"
  | "case"
  | "professional"
  | "content"
  | "proposal"
  | "request"
  | "import"
  | "import-profile"
  | "audit"
  | "partner-link"
  | "webhook-secret"
  | "objection";

/**
 * HMAC-SHA256 (RFC 2104) of a value under the installation's key, as base64url of 43 characters. Without the key nobody can
 * tell which source id a stored id came from, not even by trying all case numbers.
 */
export function keyedHash(key: string, namespace: HashNamespace, value: string): string {
  // The zero byte cannot occur in a namespace, so no pair of namespace and value can read as another pair.
  return createHmac("sha256", key).update(`${namespace}\0${value}`, "utf8").digest("base64url");
}
