import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { whyWeakSecret } from "./why-weak-secret.js";

test.each([
  "kort",
  "a".repeat(40),
  "changeme-changeme-changeme-changeme",
  "VERANDERMIJ8sK2lQz7Wp0Rt5Yx1Bn3Vc",
  "0123456789abcdefghijklmnopqrstuvwxyz",
  "zyxwvutsrqponmlkjihgfedcba9876543210",
  "8fK2x8fK2x8fK2x8fK2x8fK2x8fK2x8fK2x8",
  "alleen maar gewone nederlandse woorden hier",
  "1212121212121212121212121212121212",
  "11112222333344445555666677778888",
  "een-geheim-van-meer-dan-32-tekens",
])("a secret that a person made up is refused: case %#", (secret) => {
  expect(whyWeakSecret(secret, 32)).toEqual(expect.any(String));
});

test("a secret that a machine made is taken, in hexadecimal, base64 and base64url", () => {
  for (let round = 0; round < 1_000; round += 1) {
    // As good as random, and the same in every run.
    const bytes = createHash("sha256").update(String(round)).digest();
    for (const encoding of ["hex", "base64", "base64url"] as const) {
      expect(whyWeakSecret(bytes.toString(encoding), 32), String(round)).toBeUndefined();
      expect(whyWeakSecret(bytes.subarray(0, 12).toString(encoding), 16), String(round)).toBeUndefined();
    }
  }
});
