import { expect, test } from "vitest";
import { type AuditDraft, checkAuditDraft } from "./audit.js";

const draft: AuditDraft = {
  actor: { kind: "account", id: "a-17" },
  action: "read-theme",
  subject: { kind: "theme", id: "huurtoeslag" },
  outcome: "done",
  details: { month: "2026-10", areaCode: "WK036301", rows: 3, format: "csv", error: "theme-unknown" },
};

test("an entry of known words and ids is taken", () => {
  expect(() => checkAuditDraft(draft)).not.toThrow();
});

test.each([
  ["an unknown action", { action: "look" }],
  ["an unknown subject", { subject: { kind: "person" } }],
  ["a subject that is a sentence", { subject: { kind: "theme", id: "zij woont in de Dorpsstraat" } }],
  ["an actor by name", { actor: { kind: "account", id: "Sam de Vries" } }],
  ["a detail that is not in the list", { details: { reason: "canary" } }],
  ["a detail inherited by every object", { details: { constructor: "canary" } }],
  ["a sentence in a known detail", { details: { error: "Mevrouw canary" } }],
  ["rows below zero", { details: { rows: -1 } }],
])("%s is refused, and the refusal repeats nothing of it", (_name, change) => {
  const wrong = { ...draft, ...change } as AuditDraft;
  expect(() => checkAuditDraft(wrong)).toThrow(expect.objectContaining({ code: "audit-entry-invalid" }));
  try {
    checkAuditDraft(wrong);
  } catch (error) {
    expect(JSON.stringify(error)).not.toMatch(/canary|Dorpsstraat|Sam/);
  }
});
