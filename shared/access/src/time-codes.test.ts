import { Secret } from "otpauth";
import { describe, expect, it } from "vitest";
import { codeAppAddress, findTimeStep, newTimeSecret } from "./time-codes.js";

/** The secret and the codes of RFC 6238, appendix B, of which apps show the last six of eight digits. */
const SECRET = Secret.fromLatin1("12345678901234567890").base32;
const VECTORS = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
] as const;

const at = (seconds: number): Date => new Date(seconds * 1_000);

describe("a code", () => {
  it.each(VECTORS)("of the standard's own at %d seconds is taken", (seconds, code) => {
    expect(findTimeStep(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it("is taken in its own half minute and the next one, and neither before nor after", () => {
    const step = 41_152_263;
    const [start, code] = [step * 30, "005924"];
    const taken = [-60, -1, 0, 29, 30, 59, 60, 3_600, 86_400].map((late) =>
      findTimeStep(SECRET, code, at(start + late)),
    );
    expect(taken).toEqual([undefined, undefined, step, step, step, step, undefined, undefined, undefined]);
  });

  it.each(["", "28708", "2870820", "28708a", "２８７０８２", "287 082"])("written as %j is wrong", (code) => {
    expect(findTimeStep(SECRET, code, at(59))).toBeUndefined();
  });
});

it("a clock that says 1970 takes no code and breaks nothing", () => {
  expect(findTimeStep(SECRET, "000000", at(0))).toBeUndefined();
});

it("a secret has 160 bits, and no two are the same", () => {
  const secrets = Array.from({ length: 50 }, newTimeSecret);
  expect(new Set(secrets).size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});

it("the address says whose code it is and where it is for", () => {
  const address = codeAppAddress({ issuer: "Rode Draad Ons Dorp", login: "a@b.nl", secret: SECRET });
  expect(address).toMatch(
    /^otpauth:\/\/totp\/Rode%20Draad%20Ons%20Dorp:a%40b\.nl\?issuer=Rode%20Draad%20Ons%20Dorp&secret=/,
  );
  expect(address).toContain("&algorithm=SHA1&digits=6&period=30");
});
