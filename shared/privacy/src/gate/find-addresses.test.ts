import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findAddresses } from "./find-addresses.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const find = (note: ReadableNote) => findAddresses(note, findWords(note), lexicon);

describe("addresses and postcodes", () => {
  it.each([
    "Zij woont «Lindelaan 12» in Utrecht.",
    "Zij woont «Lindelaan 12a» in Utrecht.",
    "Zij woont «Lindelaan 12 A» in Utrecht.",
    "Zij woont «Lindelaan 12-3» in Utrecht.",
    "Zij woont «Lindelaan 12 - 3» in Utrecht.",
    "Zij woont «Lindelaan 12/b2» in Utrecht.",
    "Zij woont «Lindelaan 12-IV» in Utrecht.",
    "Zij woont «Lindelaan 12-hs» in Utrecht.",
    "Zij woont «Lindelaan 12-2 hs» in Utrecht.",
    "Zij woont «Lindelaan 12 hs» in Utrecht.",
    "Zij woont «Lindelaan 12 bis» in Utrecht.",
    "Zij woont «Lindelaan 12rood» in Utrecht.",
    "Zij woont «Lindelaan 12 IV» in Utrecht.",
    "Zij woont «Lindelaan 12, kamer 3» in Utrecht.",
    "Zij woont «Lindelaan 12 app. 3b» in Utrecht.",
    "Zij woont «Lindelaan 12 appartement C» in Utrecht.",
    "Zij woont «Lindelaan 12, 2e etage» in Utrecht.",
    "Zij woont «Lindelaan 12 3de verdieping» in Utrecht.",
    "Zij woont «Lindelaan 12 bis, 2e verd.» in Utrecht.",
    "Zij woont «Lindelaan 12 a-3 bis» in Utrecht.",
    "Zij woont «Lindelaan 12 33», in Utrecht.",
    "Zij woont «Lindelaan 12 33»\nin Utrecht.",
    "Zij woont «Lindelaan 12 33»",
    "Zij woont «Lindelaan  12» in Utrecht.",
    "Zij woont «Lindelaan nr 12» in Utrecht.",
    "Zij woont «Lindelaan, nummer 12» in Utrecht.",
    "Zij woont «Lindelaan huisnr. 12» in Utrecht.",
    "Zij woont «Lindelaan 12345» in Utrecht.",
    "Zij woont «Lindelaan l2» in Utrecht.",
  ])("covers a street with its number, whatever comes behind the number: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont «Lindelaan 12» 33 mensen.",
    "Zij woont «Lindelaan 12» a.b is weg.",
    "Zij woont «Lindelaan 12» a's zijn weg.",
    "Zij woont «Lindelaan 12»-ABC is weg.",
    "Zij woont «Lindelaan 12» isolatie is weg.",
    "Zij woont «Lindelaan 12» achterin bij de trap.",
    "De Lindelaan 12 euro betaald.",
    "De Lindelaan 12 jaar bewoond.",
    "De Lindelaan 123456 is lang.",
    "De Lindelaan 12.5 is lang.",
    "De Lindelaan 12:30 is laat.",
    "De Lindelaan is 12 lang.",
  ])("leaves what goes on as something else: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont «lindestraat 12» in Utrecht.",
    "Op de «Keizersgracht 12» woont zij.",
    "«Kerkplein 12» is het adres.",
    "Naar «Zonneheuvelpad 12» gegaan.",
    "Naar «Hobbemapark 12» gegaan.",
    "Naar de «Oude Lindestraat 12» gegaan.",
    "Naar de «Eerste van Kunstraat 12» gegaan.",
    "Naar de «Jan Luykenlaan 12» gegaan.",
    "Naar «J.P.J. Coenstraat 12» gegaan.",
    "Naar «J. P. Coenstraat 12» gegaan.",
    "Naar «schalk burgerstraat 12» gegaan.",
    "Naar de «Laan van Meerdervoort 12» gegaan.",
    "Naar het «Hof van Delft 12» gegaan.",
    "Naar het «Plein op de Berg 12» gegaan.",
    "Naar «Hobbema straat 2» gegaan.",
    "Naar «Van Gogh laan 2» gegaan.",
    "adres straat 2",
    "Nu naar Straat 2 gegaan.",
  ])("covers a street by the kind at its end, with or without a capital when that is sure: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont «Kruitberg 12» in de flat.",
    "adres: «Kruitberg 12»",
    "Verhuisd naar «Kralzbrok 12» vorige week.",
    "Zij kent Kralzbrok 12 keer.",
    "Zij kent Kralzbrok 12 van vroeger.",
    "Naar kamer 12 gegaan.",
    "Naar Kamer 12 gegaan.",
    "In Utrecht 12 gezinnen gezien.",
  ])("covers a street without a kind where a word says that one lives there: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«Van der Duynstraat 7» is leeg.",
    "Zij huurt «Jan van Nassaustraat 4» al jaren.",
    "Op «De la Reyweg 511» staan zes mensen.",
    "zij woont op «van der vennestraat 102a» bij haar zus",
    "zij zit op de «laan van meerdervoort 80» nu",
    "zij staat op de hoek van de «kerkstraat 12» nu",
    "Zij verhuist naar Ypenburg, «Plas van Xaqreef 8».",
  ])("covers a street with all particles that belong to its name, and no others: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont aan de «kruitberg 12», «1104 AB» in de flat.",
    "Het was «kralzbrok 12», «1104 AB» in de flat.",
    "Iets met de «zandweg 12», «1104 AB» daar.",
    "Iets met de zandweg 12 daar.",
    "Zij woont aan de «zandweg 12» daar.",
  ])("covers a street in lower case only where a postcode follows or a word says so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Aangifte 12 gedaan.",
    "Het jaar 12 en week 12 en Periode 12.",
    "Belastingaangifte 12 gedaan.",
    "Op bladzijde 12 staat het.",
    "Versie 12 draait.",
    "[ADRES] 12 staat er.",
  ])("keeps numbers of other things: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Postcode «1104 AB» Utrecht.",
    "Postcode «1104AB» Utrecht.",
    "Zij zit in «1104 AB» daar.",
    "pc: «1104 ab» daar.",
    "Postcode «11O4 AB» daar.",
    "Postcode «11 0 4 AB» daar.",
    "Zij woont in «1104 ab» daar.",
    "«Lindelaan 12», «1104 AB» Utrecht",
    "«Lindelaan 12» «1104 en» Utrecht",
    "«1104 AB», «Lindelaan 12» Utrecht",
    "Zij woont in «1104 KM» daar.",
  ])("covers a postcode: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Postcode 0104 AB daar.",
    "Postcode 1104 SA en 1104 SS en 1104 SD daar.",
    "Postcode 1104 Ab daar.",
    "Postcode 11045 AB daar.",
    "Postcode 1104 ABC daar.",
    "Postcode 1104 AB-vak daar.",
    "Postcode x1104 AB of 1.1104 AB of 1-1104 AB daar.",
    "In 1104 EU en 1500 MG daar.",
    "nu in 2024 en 2023 op de markt.",
    "Zij woont er sinds 2024 is gezegd.",
    "Zij zat in 1104 ab daar.",
    "Kost € 1104 AB daar.",
    "Het model 1104 AB is oud.",
    "Van het type 1104 AB is er een.",
    "Zij zat op 1 1 04 AB daar.",
    "Zij zat op 11 04 AB daar.",
    "Zij zat in 1104 MM daar.",
    "Zij woont hier al een tijd en zat toen in 1104 MM daar.",
  ])("keeps four digits and two letters that are no postcode: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij woont «Wielewaal 61» nu.",
    "Zij woont nu op «Boomgaard 3» hier.",
    "adres: «Boomgaard 3» hier.",
    "nieuw adres «Kerkplein12» nu.",
    "nieuwadres«kerkplein12»ze komt.".replace("nieuwadres«kerkplein12»", "«nieuwadreskerkplein12»"),
    "MW BELT OVER «ERASMUSWEG 414», WATER IN DE KELDER.",
    "postcode moest ik drie keer spellen, «1053 ez».",
  ])("covers a word that is a street by what stands around it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij woont Kamer 61 nu.",
    "Hij woont op Etage 3 hier.",
    "Hij leest Boomgaard 3 graag.",
    "Hij kreeg Xaqzwolk12 erbij.",
    "Op plein12 is het druk.",
    "De postcode is al een tijdje zoek. Er lagen 1053 ez daar.",
  ])("leaves floors, rooms and numbers stuck to other words: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij woont nu bij zijn oma op de «meidoornkade» en dat gaat.",
    "De buurvrouw van de «Vinkenlaan» belde.",
    "Zij logeert aan de «Xaqstraat» en belt.",
    "Hij slaapt in de «Xaqstraat» op nr 3.",
  ])("covers a street without a number where somebody lives: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Aan het Rijswijkseplein zit het spreekuur.",
    "Hij woont aan de snelweg en slaapt slecht.",
    "Hij woont hier. Aan de Xaqstraat is het druk.",
    "Hij woont naast de Xaqstraat hier.",
    "Zij slaapt op de weg nu.",
  ])("leaves a street where nobody is said to live: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Kamer op «Singel 18» is vrij.",
    "adr. «kerkweg 19b» hier.",
    "Hij verhuist naar «Boomgaard 12» in mei.",
    "Zij woont «zonnebloemstraat vijftien» hier.",
    "Hij woont «Laan v Meerdervoort 12» hier.",
    "Zij verhuist naar de «Xaqlaan» in mei.",
  ])("covers a street that is a kind only, shortened or spoken: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij kwam langs de Singel 18 keer.",
    "Singel 18 keer.",
    "Zij woont Zaandam 3 keer.",
    "Zes man in de Xaqlaan willen dat.",
    "In de xaqstraat vijftien jaar gewoond.",
    "De kamer twaalf is vrij.",
  ])("leaves what only looks so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a street", () => {
  it.each([
    "Zij woont in «Xaqwegxaq 12» daar",
    "Zij kent de xaqwegxaq 12 daar",
    "Zij kent xahof 12 daar",
    "Zij kent «xaqhof 12» daar",
    "Zij woont. De zandweg 12 daar",
    "Zij woont nu al heel lang op zandweg 12 daar",
    "Zij woont nu op «zandweg 12» daar",
    "Zij kent «zandweg 12», «1104 AB» daar",
  ])(
    "is known by a sure kind at its end, in small letters when no word is so or a word says that one lives there: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij woont in «Lindelaan nr.12» daar",
    "Zij woont in «Lindelaan nr12» daar",
    "Zij woont in «Lindelaan, no 12» daar",
    "«Lindelaan 12 a b c» d e daar",
    "«Lindelaan 12 a-3 bis rood» daar",
  ])("is known by its number however that is announced: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "adres ergens Kralzbrok 12 daar",
    "adres: «Kralzbrok 12» daar",
    "adres  «Kralzbrok 12» daar",
    "verhuis «Kralzbrok 12» daar",
    "verhuisde «Kralzbrok 12» daar",
    "verhuisd «Kralzbrok 12» daar",
    "Zij woont B 12 daar",
    "adres: Utrecht 12 daar",
    "adres: UTRECHT 12 daar",
    "adres: KRALZBROK 12 daar",
    "adres: «Huur 12» daar",
    "adres: kralzbrok 12 daar",
  ])("without a kind is one right behind a word that says so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Water 12 is vol",
    "Iets met «Water 12» daar",
    "«Water 12», «1104 AB» daar",
    "water 12, «1104 AB» daar",
    "huur 12, «1104 AB» daar",
    "«Huur 12», «1104 AB» daar",
    "«kralz 12», «1104 AB» daar",
    "kralzpark 12 daar",
    "«kralzpark 12», «1104 AB» daar",
    "«kralzpark 12» |  «1104 AB» daar",
    "«kralzpark 12» |   «1104 AB» daar",
  ])("is no ordinary word, unless a postcode follows: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zit in Ypenburg, «Plas van Kralz 8» daar",
    "Zij zit in Ypenburg; Plas van Kralz 8 daar",
    "Zij zit in Huur, Plas van Kralz 8 daar",
    "Zij zit in Ypenburg, Kralz 8 daar",
    "Zij woont «Om de Kralz 3» daar",
    "Zij kent Om de Kralz 3 daar",
    "Zij woont Om de KRALZ 3 daar",
    "Zij woont Om de Huur 3 daar",
    "Zij woont Om de Utrecht 3 daar",
  ])("is a row of capitals behind a place or a word that says so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«Laan van Aap Noot Mies 12» daar",
    "Laan van Aap Noot Mies Wim 12 daar",
    "Laan van Aap. Noot 12 daar",
    "Laan. Van Noot 12 daar",
    "Laan van [NAAM] Noot 12 daar",
    "[KIND] van Noot 12 daar",
    "Zij woont xlaan van noot 12 daar",
    "Zij zit op «laan van noot 12» daar",
    "Zij zit op laan van Noot 12 daar",
    "Zij zit op hof van noot 12 daar",
    "Zij zit op «Hof van noot 12» daar",
    "Zij zit op Laan bij Noot 12 daar",
    "Zij zit op Hofje van Noot 12 daar",
    "Zij zit op Kruishof van Noot 12 daar",
    "Zij zit op Laan verder Noot 12 daar",
  ])("begins with its kind when a particle stands behind that: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Hobbema straat 2» daar",
    "Zij zag Hobbema  straat 2 daar",
    "Zij zag hobbema straat 2 daar",
    "Zij zag Hobbema straten 2 daar",
    "Zij zag «Oude Hobbema straat 2» daar",
  ])("takes a capital before a kind that stands alone: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «De Lindelaan 12» daar",
    "«Lange Lindelaan 12» daar",
    "Langere «Lindelaan 12» daar",
    "Mooi «Lindelaan 12» daar",
    "Oud «Lindelaan 12» daar",
    "«Xaq Lindelaan 12» daar",
    "Zij zag «Aap Noot Mies Wim Lindelaan 12» daar",
    "Zij zag Aap «Noot Mies Wim Zus Lindelaan 12» daar",
    "Zij zag «Aap  Lindelaan 12» daar",
    "Zij zag Aap   «Lindelaan 12» daar",
    "Zij zag «Aap-Lindelaan 12» daar",
    "Zij zag «A. Aap. Lindelaan 12» daar",
    "Zij zag «A.B. Lindelaan 12» daar",
    "Zij zag «A.Lindelaan 12» daar",
    "Zij zag «A.B.C.D.E. Lindelaan 12» daar",
  ])("takes up to four words and all initials in front along: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag van der «Lindelaan 12» daar",
    "Zij zag «Van der Lindelaan 12» daar",
    "Zij zag aap van der «Lindelaan 12» daar",
    "Zij zag «Aap van der Lindelaan 12» daar",
    "Zij zag «Aap van der de Lindelaan 12» daar",
    "Zij zag Aap van der de het «Lindelaan 12» daar",
    "Toen van der «Lindelaan 12» daar",
    "adres «van der lindelaan 12» daar",
    "adres te «lindelaan 12» daar",
    "adres «ter lindelaan 12» daar",
    "adres de «lindelaan 12» daar",
    "adres «de la lindelaan 12» daar",
    "adres van «de la lindelaan 12» daar",
    "adres van la «lindelaan 12» daar",
    "adres «von der lindelaan 12» daar",
  ])("takes particles in front along when a capital leads them, or when they are of names only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "adres «jan lindelaan 12» daar",
    "adres «xaq lindelaan 12» daar",
    "adres huur «lindelaan 12» daar",
    "adres huurtoeslag «lindelaan 12» daar",
    "adres utrecht «lindelaan 12» daar",
    "mw «Lindelaan 12» daar",
    "Mw «Lindelaan 12» daar",
    "Adres «Lindelaan 12» daar",
    "jan «Lindelaan 12» daar",
    "[NAAM] «Lindelaan 12» daar",
    "[STRAAT] 12 daar",
  ])("takes a small word in front along when it is no ordinary word and no label: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a postcode", () => {
  it.each([
    "«Lindelaan 12», «1104 en» daar",
    "«Lindelaan 12» |  «1104 en» daar",
    "«Lindelaan 12» |   «1104 en» daar",
    "«Lindelaan 12» is er, 1104 en daar",
    "«1104 en», «Lindelaan 12» daar",
    "«1104 en» |  «Lindelaan 12» daar",
    "1104 en is er, «Lindelaan 12» daar",
  ])("is one right behind or before an address, whatever its letters: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "postcode: «1104 MM» daar",
    "postcode - «1104 MM» daar",
    "postcode  - «1104 MM» daar",
    "postcode is nu «1104 MM» daar",
    "pc1104 MM daar",
    "pc «1104 MM» daar",
  ])("is one right behind its name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont «1104 ab» daar",
    "Zij woont 1104 op daar",
    "Zij woont 1104 aop daar",
    "Zij woont 1104 opa daar",
    "Zij zit 1104 ab daar",
  ])("in small letters is one near a word for living, unless the letters are a word: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Kost €1104 AB daar",
    "Kost $ 1104 AB daar",
    "Kost € en «1104 AB» daar",
    "model 1104 AB daar",
    "model is «1104 AB» daar",
    "modellen «1104 AB» daar",
  ])("is none behind an amount or a thing: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont 1 104 AB daar",
    "Zij zag 1 104 AB daar",
    "Zij zag 110 4 AB daar",
    "Zij zag 11 04 AB daar",
    "Zij zag «1104 AB» daar",
    "Zij zag «1104  AB» daar",
  ])("with spaces inside is one near a word for living only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont «1104 MM» daar",
    "Zij woont hier al heel lang 1104 MM daar",
    "Zij zag 1104 MM daar",
    "Zij zag «1104 MA» daar",
  ])("with the letters of a unit is one right behind a word for living only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
