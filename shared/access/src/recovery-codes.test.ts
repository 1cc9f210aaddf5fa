import { expect, it } from "vitest";
import { findRecoveryCode, hashRecoveryCodes, newRecoveryCodes } from "./recovery-codes.js";

it("a recovery code is found however it is typed, under its own hash only, and is stored nowhere as it is", async () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(8);
  for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  const hashes = await hashRecoveryCodes(codes);
  for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$/);
  const [, second = ""] = codes;
  for (const typed of [second, second.toLowerCase(), second.replaceAll("-", " "), ` ${second.replaceAll("-", "")} `]) {
    expect(await findRecoveryCode(typed, hashes)).toBe(hashes[1]);
  }
  const other = newRecoveryCodes()[0] ?? "";
  for (const typed of ["", "123456", other, second.slice(1)]) {
    expect(await findRecoveryCode(typed, hashes)).toBeUndefined();
  }
  expect(await findRecoveryCode(second, hashes.toSpliced(1, 1))).toBeUndefined();
});
