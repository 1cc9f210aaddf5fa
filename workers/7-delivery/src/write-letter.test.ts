import { loadCatalogue } from "@rode-draad/catalogue";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../test/build-request.js";
import { writeLetter } from "./write-letter.js";

const catalogue = loadCatalogue();
const ADDRESS = "https://rodedraad.example/aanvraag/abc";

describe("writeLetter", () => {
  const letter = writeLetter(buildRequest(), catalogue, ADDRESS);

  it("has a subject that names form, topic and wijk", () => {
    expect(letter.subject).toBe("Informatieavond over huurtoeslag in Sterrenwijk");
  });

  it("opens with wijk, topic and season, and is for all tenants when the theme is about renting", () => {
    expect(letter.text).toMatch(/^Beste collega van de woningcorporatie,\n/);
    expect(letter.text).toContain(
      "In Sterrenwijk horen wij veel vragen over huurtoeslag.\nIn januari veranderen de regels en de bedragen.\n",
    );
    expect(letter.text).toContain("samen met u een informatieavond over huurtoeslag houden.");
    expect(letter.text).toContain("voor alle huurders in de wijk.");
    expect(letter.text).toContain('Op de uitnodiging staat: "Huurtoeslag: heeft u er recht op?"');
  });

  it("names several topics once, and the first of them in the subject", () => {
    const topic = '"kind wordt 18", "zorgtoeslag en zorgverzekering" en "huurtoeslag"';
    const { subject, text } = writeLetter(buildRequest({ topic }), catalogue, ADDRESS);
    expect(subject).toBe("Informatieavond over kind wordt 18 en meer in Sterrenwijk");
    expect(text).toContain(
      'veel vragen over "kind wordt 18" en "zorgtoeslag en zorgverzekering". Ook over "huurtoeslag".',
    );
    expect(text).toContain("een informatieavond over deze vragen houden.");
  });

  it("names no season outside it, and is for all residents when the theme is not about renting", () => {
    const dates = [{ day: "2027-03-09" as const, from: "19:00", until: "21:00" }];
    expect(writeLetter(buildRequest({ dates }), catalogue, ADDRESS).text).not.toMatch(/januari|juli/);
    const language = buildRequest({ subject: "Taalcafé: praat mee", topic: "Nederlands leren", formatId: "taalcafe" });
    expect(writeLetter(language, catalogue, ADDRESS).text).toContain("een taalcafé over Nederlands leren houden.");
    expect(writeLetter(language, catalogue, ADDRESS).text).toContain("voor alle bewoners in de wijk.");
  });

  it.each(catalogue.formats.map(({ id, label }) => [id, label]))("has a short name for %s", (formatId) => {
    const { subject } = writeLetter(buildRequest({ formatId }), catalogue, ADDRESS);
    expect(subject).toMatch(/^\p{Lu}[^(),:/]*\p{L} over huurtoeslag in Sterrenwijk$/u);
  });

  it("greets every partner of the catalogue with its article", () => {
    for (const { id, label } of catalogue.partners.filter((partner) => partner.id !== "veilig-thuis")) {
      const { text } = writeLetter(buildRequest({ partnerId: id, partnerName: label }), catalogue, ADDRESS);
      expect(text).toMatch(/^Beste collega van (?:(?:de|het) |DUO)/);
    }
  });

  it("holds the link to answer, in full in both forms", () => {
    expect(letter.text).toContain(`De link werkt één keer:\n${ADDRESS}\n`);
    expect(letter.html).toContain(`<a href="${ADDRESS}" rel="noreferrer">${ADDRESS}</a>`);
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
    const library = writeLetter(buildRequest({ partnerId: "bibliotheek-ido" }), catalogue, ADDRESS);
    expect(library.text).not.toContain("huurachterstand");
    expect(library.text).toContain("niet noteren wie er komt");
  });

  it("says the same in HTML, in Dutch, with lists as lists and nothing from elsewhere", () => {
    expect(letter.html).toContain('<html lang="nl">');
    expect(letter.html).toContain("<ul>\n<li>één medewerker");
    expect(letter.html.replaceAll(ADDRESS, "")).not.toMatch(/<img|<script|<link|https?:/);
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const visible = letter.html.replace(/^[\s\S]*<body[^>]*>/, "").replace(/<[^>]+>/g, " ");
    expect(words(visible.replaceAll("&quot;", '"'))).toBe(words(letter.text));
  });

  it("shows marks in a field as text", () => {
    const { html } = writeLetter(buildRequest({ location: '<img src=x onerror="alert(1)">' }), catalogue, ADDRESS);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });
});
