import { describe, expect, it } from "vitest";
import { requestIdFor } from "./request-id.js";

describe("requestIdFor", () => {
  it("is the same for the same initiative and partner", () => {
    expect(requestIdFor("i-1", "woningcorporatie")).toBe(requestIdFor("i-1", "woningcorporatie"));
    expect(requestIdFor("i-1", "woningcorporatie")).toMatch(/^a-[0-9a-f]{24}$/);
  });

  it("is another one for another initiative, another partner and after a request that failed for good", () => {
    const ids = [
      requestIdFor("i-1", "woningcorporatie"),
      requestIdFor("i-2", "woningcorporatie"),
      requestIdFor("i-1", "uwv"),
      requestIdFor("i-1", "woningcorporatie", 1),
      requestIdFor("i-1woning", "corporatie"),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
