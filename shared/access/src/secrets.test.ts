import { describe, expect, it } from "vitest";
import { hashSecret, newSecret } from "./secrets.js";

describe("a secret", () => {
  it("has 256 bits, fits an address, and is never the same twice", () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(new Set(secrets).size).toBe(100);
  });

  it("is stored as its SHA-256", () => {
    expect(hashSecret("abc")).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
  });
});
