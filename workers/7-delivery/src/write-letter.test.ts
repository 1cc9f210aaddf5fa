import { describe, expect, it } from "vitest";
import { buildRequest } from "../test/build-request.js";
import { writeLetter } from "./write-letter.js";

describe("writeLetter", () => {
  const letter = writeLetter(buildRequest(), "Informatieavond met partner");

  it("has a neutral subject", () => {
    expect(letter.subject).toBe("Voorstel voor een bijeenkomst in Sterrenwijk: Huurtoeslag: heeft u er recht op?");
  });

  it("says what we ask, what we do, when, where and how many", () => {
    expect(letter.text).toContain("Wat wij vragen:\n- één medewerker");
    expect(letter.text).toContain("Wat wij doen:\n- de zaal");
    expect(letter.text).toContain(
      "Voorstel: dinsdag 12 januari 2027, 19.00 tot 21.00 uur of woensdag 7 juli 2027, 19.30 tot 21.00 uur.",
    );
    expect(letter.text).toContain("Plaats: buurthuis De Ster.");
    expect(letter.text).toContain("Wij verwachten 20 tot 40 mensen.");
    expect(letter.text).toContain("06-0000 0000 of noor@wijkteam.example");
  });

  it("asks a landlord not to look for arrears, and others not to write down who comes", () => {
    expect(letter.text).toContain("niet vragen naar huurachterstand");
    const library = writeLetter(buildRequest({ partnerId: "bibliotheek-ido" }), "Digicafé");
    expect(library.text).not.toContain("huurachterstand");
    expect(library.text).toContain("niet noteren wie er komt");
  });

  it("says the same in HTML, in Dutch, with lists as lists and nothing from elsewhere", () => {
    expect(letter.html).toContain('<html lang="nl">');
    expect(letter.html).toContain("<ul>\n<li>één medewerker");
    expect(letter.html).not.toMatch(/<img|<script|<link|https?:/);
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const visible = letter.html.replace(/^[\s\S]*<body[^>]*>/, "").replace(/<[^>]+>/g, " ");
    expect(words(visible.replaceAll("&quot;", '"'))).toBe(words(letter.text));
  });

  it("shows marks in a field as text", () => {
    const { html } = writeLetter(buildRequest({ location: '<img src=x onerror="alert(1)">' }), "Informatieavond");
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });
});
