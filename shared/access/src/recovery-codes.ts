import { randomBytes } from "node:crypto";
import { Secret } from "otpauth";
import { hashPassword, isRightPassword } from "./passwords.js";

/** Enough for years of lost telephones, few enough to hold each against what was typed. */
const CODES = 8;
/** 80 bits, which are sixteen letters in base32. */
const CODE_BYTES = 10;
const LETTERS = /^[A-Z2-7]{16}$/;

/** Codes to keep on paper, as people read them: "ABCD-EFGH-IJKL-MNOP". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const { base32 } = new Secret({ buffer: new Uint8Array(randomBytes(CODE_BYTES)).buffer });
    return (base32.match(/.{4}/g) ?? []).join("-");
  });
}

/** What is stored. ASVS 5.0 6.5.2 asks the hash of a password for what has fewer than 112 bits. */
export function hashRecoveryCodes(codes: readonly string[]): Promise<string[]> {
  return Promise.all(codes.map((code) => hashPassword(lettersOf(code))));
}

/** The hash of the code that was typed, with dashes and spaces or without; undefined when it is none of these. */
export async function findRecoveryCode(typed: string, hashes: readonly string[]): Promise<string | undefined> {
  const letters = lettersOf(typed);
  if (!LETTERS.test(letters)) return undefined;
  const isRight = await Promise.all(hashes.map((hash) => isRightPassword(hash, letters)));
  return hashes.find((_hash, index) => isRight[index]);
}

function lettersOf(code: string): string {
  return code.replace(/[\s-]/g, "").toUpperCase();
}
