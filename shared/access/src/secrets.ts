import { createHash, randomBytes } from "node:crypto";

/** 256 bits: nobody finds one by trying, so its plain SHA-256 may be stored (OWASP ASVS 5.0, 7.2.3 asks for 128). */
const SECRET_BYTES = 32;

/** A new secret for a session, a key or a link: 43 characters that fit a cookie, a header and an address. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What is stored of a secret. Whoever reads the database cannot enter with it. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
