import { createHash } from "node:crypto";
import { keyedHash } from "./keyed-hash.js";

/** 22 characters of base64url hold 132 bits: more than the 128 that nobody guesses, in one line of a letter. */
const TOKEN_CHARACTERS = 22;

/**
 * The secret of a link in a letter. It follows from the installation's key and from what the link is for, so that a letter
 * that is sent twice carries one and the same link and nothing has to be kept in between: not in the store, not in the
 * queue. To whoever lacks the key it is as good as random, and of the store only its hash can be read.
 */
export function makeLinkToken(
  key: string,
  link: { readonly purpose: string; readonly municipalityId: string; readonly requestId: string },
): string {
  const { purpose, municipalityId, requestId } = link;
  return keyedHash(key, "partner-link", JSON.stringify([purpose, municipalityId, requestId])).slice(
    0,
    TOKEN_CHARACTERS,
  );
}

/**
 * What is stored of a token. A token has too many values to be tried, so a plain SHA-256 suffices. The characters are
 * hashed, not the bytes behind them: the last character of base64url has spare bits, and a changed one must not match.
 */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("base64url");
}
