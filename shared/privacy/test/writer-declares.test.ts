import { RawText, type WriterDeclares } from "@rode-draad/domain";
import { createGate } from "@rode-draad/privacy";
import { describe, expect, it } from "vitest";
import { lexicon } from "./lexicon-once.js";

const gate = createGate({ lexicon });
const declare = (text: string, parts: readonly string[], traitsPointAtNobody = false): WriterDeclares => ({
  harmless: parts.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })),
  traitsPointAtNobody,
});
const inspect = (text: string, declared?: WriterDeclares) => gate.inspect(new RawText(text), declared);

describe("what the writer of a held note declares", () => {
  it("leaves a stretch that is nobody's in the text, and masks the rest as ever", () => {
    const text = "Dhr. Jansen belt over mw. De Vries en over de Jansenregeling.";
    const plain = inspect(text);
    expect(plain.decision === "mask" && plain.spans.length).toBeGreaterThanOrEqual(2);
    const declared = inspect(text, declare(text, ["Dhr. Jansen"]));
    expect(declared.decision).toBe("mask");
    expect(declared.decision === "mask" && declared.text).toContain("Jansen belt");
    expect(declared.decision === "mask" && declared.text).not.toContain("De Vries");
  });

  it.each([
    ["a BSN", "111222333"],
    ["an IBAN", "NL91ABNA0417164300"],
  ])("never lets %s through", (_name, number) => {
    const text = `Het nummer ${number} staat op de brief.`;
    const decided = inspect(text, { harmless: [{ start: 0, end: text.length }], traitsPointAtNobody: true });
    expect(decided.decision).not.toBe("pass");
    expect("text" in decided ? decided.text : "").not.toContain(number);
  });

  it("covers a find only when it lies wholly in the stretch", () => {
    const text = "Mw. Fatima Yilmaz vraagt huurtoeslag aan.";
    const [span] = gate.findSpans(new RawText(text));
    if (span === undefined) throw new Error("the gate found nothing to declare");
    const half = { harmless: [{ start: span.start, end: span.end - 2 }], traitsPointAtNobody: false };
    expect(inspect(text, half)).toEqual(inspect(text));
  });

  it("does not stop reading at finds that are declared, so that what stands far behind them is masked", () => {
    const list = Array.from({ length: 80 }, (_, index) => `bel 06${12_345_600 + index}`).join("; ");
    const text = `${list}. ${"Zij vraagt om hulp bij de post. ".repeat(300)}Haar mail is fatima.yilmaz@post.nl.`;
    const decided = inspect(text, { harmless: [{ start: 0, end: list.length }], traitsPointAtNobody: false });
    expect("text" in decided ? decided.text : "").not.toContain("fatima.yilmaz");
    expect(decided.spans.some(({ type }) => type === "EMAIL")).toBe(true);
  });

  it("lets rare traits pass when the writer looked", () => {
    const text = "Weduwnaar met een zesling, zelf imker en oud-burgemeester, vraagt om hulp. Hij heeft tien kinderen.";
    const held = inspect(text);
    if (held.decision === "quarantine") {
      expect(held.reason).toBe("rare-combination");
      expect(inspect(text, { harmless: [], traitsPointAtNobody: true }).decision).not.toBe("quarantine");
    } else throw new Error("the sample has too few rare traits for the gate of today");
  });
});
