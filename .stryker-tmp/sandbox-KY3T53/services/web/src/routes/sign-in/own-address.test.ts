import fc from "fast-check";
import { expect, it } from "vitest";
import { ownAddress } from "./own-address.js";

it.each([
  ["/themas?maand=2026-10", "/themas?maand=2026-10"],
  ["//elders.example/x", "/"],
  ["/\\elders.example", "/"],
  ["/\t/elders.example", "/"],
  ["https://elders.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/.//elders.example", "/"],
  [["/themas"], "/"],
  [undefined, "/"],
])("%j leads to %s", (asked, to) => {
  expect(ownAddress(asked)).toBe(to);
});

it("never leads to another site, whatever is asked", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[/\\.@:\t a-z?#%]*$/), (asked) => {
      expect(new URL(ownAddress(asked), "https://here.example").origin).toBe("https://here.example");
    }),
  );
});
