import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findCaseNumbers } from "./find-case-numbers.js";

const find = findCaseNumbers;

describe("numbers of files and cases", () => {
  it.each([
    "Zaaknummer «Z-2024-001234» loopt.",
    "zaak «2024/1234» loopt.",
    "Dossiernr: «123456» klaar.",
    "Kenmerk «AB/12-34.56» staat erop.",
    "ken merk «1234567» staat erop.",
    "klantnummer is «1234» daar.",
    "klant 1234 daar.",
    "klant «123456» daar.",
    "cliënt «AB-1234» daar.",
    "cliëntnummer #«1234» daar.",
    "Contract (nr. «123.76.54») loopt.",
    "Polis = «PN 1234567» loopt.",
    "Proces-verbaal «PL0900-2024» ligt er.",
    "procesverbaal «2024 123456» ligt er.",
    "Betalingskenmerk «1234 5678 9012 3456» gebruiken.",
    "betalings kenmerk «12345678» gebruiken.",
    "Personeels dossier «123-34-5678» ligt er.",
    "Aanvraag met nummer «1234567» loopt.",
    "Zaak bij het ind is nu «A1-2345» bekend.",
    "Beschikking van de kredietbank met nr «K.2024.77» kwam.",
    "melding over «1234567» kwam.",
    "verzekerde «A1234B» belt.",
    "Vonnis «C/10/123456» ligt er.",
    "Nummer «AB1234» genoteerd.",
    "nr «AB 12-345» genoteerd.",
    "Dossier «ABC12D3/4-5» ligt er.",
  ])("covers the number behind a word for a file, a case, a customer or a contract: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Rolstoel1234 en Rolstoel «123456» staan er.",
    "onzaak 123456 staat er.",
    "Zaak-«123456» loopt.",
    "Zaakwaarnemersoverleg 123456 staat er.",
  ])("takes the word as it stands, and no word that has one inside: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zaak 12-03-2024 besproken.",
    "Zaak 12.03.24 besproken.",
    "Zaak 12 03 2024 besproken.",
    "Zaak 1/2/2024 besproken.",
    "Zaak 12:30 besproken.",
    "klantnummer 12.45 besproken.",
    "dossiernummer 2024 besproken.",
    "dossiernummer 1999 besproken.",
    "dossiernummer «1899» besproken.",
    "dossiernummer 2024-03-12 besproken.",
    "Schade 123456 euro.",
    "Schade 123456% gestegen.",
    "Schade € 123456 gemeld.",
    "Schade: 123456 keer gemeld.",
    "Aanvraag: 100000 mensen.",
    "Zaak 123 loopt.",
    "Zaak 12345 loopt.",
    "Zaaknummer «12345» loopt.",
    "zaak loopt 12 en 123456",
    "zaak is ab 123456",
  ])("keeps dates, times, years and amounts: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "serienummer 123456 staat erop.",
    "telefoon nummer 123456 staat erop.",
    "artikel-nr 123456 staat erop.",
    "huis nr 123456 staat erop.",
    "kvk  nummer 123456 staat erop.",
    "Het nummer «123456» staat erop.",
    "dossier telefoon zaaknummer «123456» staat erop.",
  ])("keeps the number of a thing behind a general word: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zie «PL0900-2024123» daar.",
    "Zie «PL0900 2024123-1» en «pl0900/2024123».",
    "Zie «PL09002024» daar.",
    "Zie xPL0900-2024123 of PL090-2024123 daar.",
    "Zie «C/10/123456» daar.",
    "Zie «C/10/12345 KGZA 2» daar.",
    "Zie «C/10/12345KGZA» daar.",
    "Zie «24/12345-01» daar.",
    "Zie 124/12345-01 en /24/12345-01 en 24/12345-011 daar.",
    "Zie «AWB 24/1234» daar.",
    "Zie xAWB 24/1234 daar.",
    "Zie «2024/AB/123» daar.",
    "Zie 12024/AB/123 daar.",
    "Zie «AB-2024-0012345» en «Z/24/12345/1» daar.",
    "Zie «AB/123.456-7» daar.",
    "Zie «ABC-123456» en «ABC-XY-12345/A1» daar.",
    "Zie «III-V12345678» daar.",
    "Zie «IV-VA2345678», «V-VABCDEFGH» daar.",
    "Zie V-V1234567O daar.",
    "Zie «Z2024-12345» en «Z 24.123456» en «Z24/1234» daar.",
    "Zie xZ24/1234 daar.",
  ])("covers a number by a shape that only file numbers have: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "COVID-2019 en DSM-1234 en ISO-9001 en ICD-10-1234.",
    "NEN-12345, SARS-1234 en B1-12345 staan er.",
    "WK-123456 en BU-1234567 zijn buurten.",
    "Zie «COVIDX-1234» daar.",
  ])("keeps the names of standards, codes and viruses: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Foutcode E18 en nummer 9120034567 hier.", "Het apparaat heeft nummer 91200345 hier."])(
    "leaves the number of an apparatus that stands further off: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it("covers a number with an apparatus nowhere near", () => {
    const text = `Het apparaat is stuk en daarom belde mevrouw ons over dossier ${"x".repeat(20)} nummer «91200345» hier.`;
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Cliëntnummer bij de voedselbank: «VB0391» hier.",
    "contractnr energie «8837 2210 19» hier.",
    "De meldcode is «M-448812» hier.",
  ])("covers a number of which a word says whose it is: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "De factuur van 2.310,55 euro ligt hier.",
    "Artikel 2 lid 4 Wmo 2015 zegt dat.",
    "Het nummer 0800-0113 staat op een kaartje.",
    "Het nummer doorgegeven 9999 hier.",
  ])("leaves amounts, laws and numbers of everybody: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a number of a file", () => {
  it.each([
    "client «AB-1234» daar",
    "patiënt «AB-1234» daar",
    "patient «AB-1234» daar",
    "personeelsdossier «123456» daar",
    "zaak iets 123456 daar",
    "mobiel nr 123456 daar",
    "a nr 123456 daar",
    "a-nr 123456 daar",
    "nummering 12345 daar",
    "kenmerken 12345 daar",
  ])("stands behind every spelling of the word: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zaak «x1-2345» daar",
    "zaak «A - 12345» daar",
    "zaak «A -12345» daar",
    "zaak «A- 12345» daar",
    "zaak «A.12345» daar",
    "zaak «AB CD-12345» daar",
    "zaak «AB CD--12345» daar",
    "zaak AB CD+12345 daar",
    "zaaknummer «12345» - / daar",
    "zaak AB12 x 12345 daar",
    "schade «123456» € daar",
  ])("is written with letters, signs and spaces, and ends with its last digit or letter: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zaak 12-34 daar",
    "zaak «12-34-5678-90» daar",
    "zaak 12.34 daar",
    "zaak «12.345» daar",
    "zaak 1.23 daar",
    "zaaknummer «12024» daar",
    "zaaknummer «20241» daar",
    "zaaknummer «12024-01-01» daar",
    "zaaknummer «2024-01-01-9» daar",
  ])("is no date, time or year: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Zie «XCOVID-1234» daar", "Zie B1-12345 daar", "Zie «BA-12345» daar"])(
    "is no standard and no virus: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
