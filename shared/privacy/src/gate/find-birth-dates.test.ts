import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findBirthDates } from "./find-birth-dates.js";
import type { ReadableNote } from "./readable-note.js";

const find = (note: ReadableNote) => findBirthDates(note, { endsBefore: () => false });

describe("birth dates", () => {
  it.each([
    "Zij is geboren op «14-02-1947» hier.",
    "geb. «14-2-1947» en klaar.",
    "geb «14.02.1947».",
    "geb. dat. «14/02/1947» en.",
    "gebdat: «14 - 02 - 1947».",
    "geboortedatum «1-1-'47» en.",
    "geboortedatum «01-01-’ 47» en.",
    "geb.dt «31-12-47» en.",
    "geboorte «1947-02-14» en.",
    "geboortedag «1947/2/4» en.",
    "geboren «14021947» en.",
    "geboren «19470214» en.",
    "geboren «14 02 1947» en.",
    "geb. «1 02 1947» en.",
    "geboren «14 3 91» en.",
    "geboren «14 februari 1947» en.",
    "geboren «1 feb. 1947» en.",
    "geboren «3e maart '47» en.",
    "geboren «31ste-mei-1947» en.",
    "geboren «12 sept 1947» en.",
    "geboren «12sep1947» en.",
    "geboren op «de veertiende februari negentienzevenenveertig», daar.",
    "geboren «drie maart 1947» en.",
    "geboren «de eerste van mei tweeduizend vier», en.",
    "geboren «eenendertigste december '47» en.",
    "jarig: «14-02-1947» en.",
    "g.d. «14-02-1947» en.",
    "g e b «14-02-1947» en.",
    "dob «14-02-1947» en.",
    "date of birth «14-02-1947» en.",
    "verjaardag «14-02-1947» en.",
    "verjaart «14-02-1947» en.",
  ])("covers a date in every spelling behind a word for being born: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Op «14-02-1947» in Utrecht geboren.",
    "Van «14-02-1947», geb. te Utrecht.",
    "Van «14-02-1947» (geboorteplaats Utrecht).",
    "Van «14-02-1947» als geb genoteerd.",
  ])("covers a date with a word for being born behind it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij is van «14-02-1947» dus oud.",
    "Het meisje is van  «14-02-2020» dus jong.",
    "Dit is van 14-02-1947 dus oud.",
  ])("covers the date of which somebody is: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "BSN 111222333, «14-02-1947» hier.",
    "Zij «14-02-1947», bsn 111222333.",
    "Zij «14-02-1947» | 111 222 333",
    "Zij 14-02-1947, 1112223334.",
    "Zij 14-02-1947 heeft dan ook 111222333.",
    "Zij 11122233, 14-02-1947 hier.",
  ])("covers a date beside a BSN: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Naam;Gebdat\nJan;«14-02-1947»",
    "Naam|geb. datum\nJan| «14-02-1947»",
    "Naam\tGeboortedatum\nJan\t«14-02-1947»",
    "Naam;Datum\nJan;14-02-1947",
    "Naam, geboortedatum \nJan, 14-02-1947",
  ])("covers a date in a cell of a table that has a column for it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Op de zorgpas van haar staat «15.10.1990».",
    "In het paspoort stond als «01-07-1983».",
    "Zij staat met «1 januari 1960» in de BRP.",
    "Geboorteaangifte gelukt, «2-9-2024».",
    "Zij is bevallen op «5 mei 2024» thuis.",
    "De tweeling kwam op «11 januari 2023» ter wereld.",
    "Zij kwam op «vier april negentienzestig» ter wereld in Tilburg.",
    "Hij is jarig op «4 november 1938».",
    "Ik ben van «16-11-1949», zei hij.",
    "Kind dob «030718» staat niet op de polis.",
    "De man («12-6-1970») woont in bij zijn broer.",
    "Partner °«02-10-1985» tekent mee.",
  ])("covers a date by a paper that tells it, a birth or a bracket behind a person: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Op de zorgpas van haar zit een sticker. Brief van 15.10.1990.",
    "De aanvraag staat op 15.10.2020 in de map.",
    "Zij kwam op 11 januari 2023 langs.",
    "Code 030718 werkt niet.",
    "De brief (12-6-2023) ligt hier.",
  ])("keeps a date that only looks so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Afspraak op 14-02-2024 gemaakt.",
    "Brief van 14-02-2024 ontvangen.",
    "Zij kwam 14-02-1947 binnen.",
    "Per 14-02-2024 geboden hulp.",
    "Verhuisd op 14-02-2024. Dat was voor zij hier kwam. Geboren is zij elders.",
    "De baby is op «14-02-2024» geboren.",
    "Vanaf «14-02-2024» als geb bekend.",
    "geboren is zij elders, en pas in de winter van 14-02-2024 kwam zij hier.",
  ])("keeps dates of events: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "geb. 32-02-1947 en.",
    "geb. 14-13-1947 en.",
    "geb. 0-02-1947 en.",
    "geb. 114-02-1947 en.",
    "geb. 1.14-02-1947 en.",
    "geb. 14-02-19475 en.",
    "geb. 14-02-1947-1 en.",
    "geb. 1947-13-14 en.",
    "geb. 1947-02-32 en.",
    "geb. 14131947 en.",
    "geb. 19471314 en.",
    "geb. 14 13 1947 en.",
    "geb. 14 februari en.",
    "geb. x14 februari 1947 en.",
    "geb. 14 februari 19475 en.",
    "geboren drie maart en 1947",
  ])("keeps what is no date: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it("covers a date right behind a name, but no recent one and none of eight bare digits", () => {
    const behindName = (note: ReadableNote) => findBirthDates(note, { endsBefore: (offset) => offset === 4 });
    const thisYear = new Date().getFullYear();
    expect(marked("Jan «14-02-1947» belt.", behindName)).toBe("Jan «14-02-1947» belt.");
    expect(marked("Jan «14-02-47» belt.", behindName)).toBe("Jan «14-02-47» belt.");
    expect(marked(`Jan «14-02-${thisYear - 1}» belt.`, behindName)).toBe(`Jan «14-02-${thisYear - 1}» belt.`);
    for (const text of [`Jan 14-02-${thisYear} belt.`, "Jan 14021947 belt.", "Jan, 14-02-1947 belt."]) {
      expect(marked(text, behindName)).toBe(text);
    }
  });

  it.each([
    "Mevrouw is van «twaalf maart negentien zevenenveertig» en woont hier.",
    "Hij is geboren «de zevende april van het jaar negentienhonderd negenendertig».",
    "Geboren «negen-en-twintig februari negentientweeënnegentig», hier.",
    "Moeder beviel op «tien mei tweeduizendvierentwintig» van een zoon.",
    "Oma is van «zeven december 1931» en scherp.",
    "Ze is van «achttien mei achtendertig» en dat klopt.",
    "Zij zag het levenslicht op «2 februari 1952» hier.",
    "Geboren «12 mei negentientachtig» hier.",
    "Geboren «vijftien oktober twintig twintig» hier.",
    "Geboren «twaalf twaalf tachtig» hier.",
    "Geboortedatum: «twaalf nul drie negentientachtig».",
    "geb «12 mei 58» en.",
    "GEB.: «1 2 - 0 4 - 1 9 5 8» en.",
    "geb . «12 - 0 4 - 19 58» en.",
    "mevr, «07-07-1944», belt.",
    "A|GEB|B\nx|«03-05-1949»|y",
  ])("covers a date that was spoken, spaced out or put in a table: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij is jarig op «12 augustus» en trakteert.",
    "Zij verjaart «twaalf augustus» weer.",
    "Haar verjaardag is op «3 mei» en dan taart.",
    "Hij viert op «6 augustus» zijn verjaardag.",
    "Op «6 augustus» jarig en blij.",
  ])("covers a birthday without its year: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Op drie mei gaan we naar de bank.",
    "Zij loopt twaalf twaalf tachtig passen.",
    "Getrouwd op acht augustus negentienhonderdtachtig, hier.",
    "Op drie mei tachtig mensen op bezoek.",
    "Op 6 augustus is er een feest voor de verjaardag.",
    "mevr, 07-07-1944 was een vrijdag.".replace("mevr, 07-07-1944", "brief 07-07-1944"),
    "A|GEBRUIK|B\nx|03-05-1949|y",
  ])("leaves days on which nobody was born: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "leeftijd 44 («02-08-1980») hier.",
    "van «3/7/1969» is ze.",
    "kind 1: «12-01-2012» en kind 2: «30-09-2014» hier.",
  ])("covers a date beside an age, a person or a child: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["meerderjarig op 2 december en blij.", "stand 1: 12-01-2012 hier.", "kind is op 11 mei 18 jaar."])(
    "leaves coming of age and other dates: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
