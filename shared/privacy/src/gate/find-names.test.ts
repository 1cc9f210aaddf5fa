import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNames } from "./find-names.js";
import { isTrustedName, isTrustedSurname } from "./name-context.js";
import { normalise } from "./normalise.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const isName = (folded: string) => isTrustedName(lexicon.flags(folded)) || isTrustedSurname(lexicon.flags(folded));
const find = (note: ReadableNote) => findNames(note, findWords(note, isName), lexicon);

describe("names of people", () => {
  it.each([
    "Zij sprak met «Fatima» over de huur.",
    "Zij sprak met «Fatima Yılmaz» over de huur.",
    "Zij sprak met «Wiebrand» over de huur.",
    "Zij sprak met «Xaqzwolk» over de huur.",
    "Zij sprak met «Jan de Vries» over de huur.",
    "Zij sprak met «Jan van der Berg» over de huur.",
    "Zij sprak met «Jan van 't Hof» over de huur.",
    "Zij sprak met «Anne-Marie Jansen-de Wit» over de huur.",
    "Zij sprak met «Mohamed el Idrissi» over de huur.",
    "Zij sprak met «Semhar T.» over de huur.",
    "Zij sprak met «Lente de Graaf» over de huur.",
    "Zij ziet dat «Beer» slaapt vandaag.",
    "Zij kent «Storm» en «Joy» goed.",
    "Zij sprak met «FATIMA YILMAZ» over de huur.",
    "Zij sprak met «SZCZEPANIAK» over de huur.",
    "Zij sprak met «Rianne Bloemendaal» over de huur.",
    "Als «Dirk-Jan» thuiskomt is zij blij.",
  ])("covers a name inside a sentence by its capital, listed or not: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij woont in Utrecht en ging naar Izmir.",
    "Zij komt uit Kumasi, Londen en Athene.",
    "Zij ging naar Den Haag en Den Helder.",
    "Zij belt het UWV en de SVB over de Wmo.",
    "Zij gebruikt WhatsApp en Buurtapp daar.",
    "Zij viert Kerst en Pasen thuis.",
    "Zij wil een WhatsApp-groep en een Barthel-formulier.",
    "Een Beer slaapt, en het Beer ook.",
    "Zij zoekt 's Middags naar hulp.",
    "Zij zit op 2555CA en de 4E etage.",
  ])("keeps a capital that is a place, an institution, a brand or an ordinary word in a row: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«Fatima» belt over de huur.",
    "«Fatima Yılmaz» is boos.",
    "«Wiebrand» belt over de huur.",
    "«Storm» wil graag zwemmen.",
    "«Oumnia»: wil graag zwemmen.",
    "«Jansen» is boos.",
    "«Jan Jansen» is boos.",
    "«Arvin» (8 mrt 2011) komt mee.",
    "«Oksana» en haar zoon komen.",
    "«Semhar T.» komt mee.",
    "«Xaqzwolk» komt morgen langs.",
    "Zij zei: '«Fatima» komt'.",
    "Naam;Rol\n«Fatima»;dochter",
  ])("covers a name at the start of a sentence when the lists or the words around it say so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Moeder belt over de huur.",
    "Huur is te hoog. Bakker is dicht.",
    "Aanm gedaan. Dossier volgt.",
    "Huisbezoek afgelegd. Bankstel besteld.",
    "Utrecht is groot.",
    "Gisteren belde zij.",
  ])("keeps the first word of a sentence when it is an ordinary one: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Mw. «Jansen» belt over de huur.",
    "mw «jansen» belt over de huur.",
    "mevrouw «van der linde» belt over de huur.",
    "mw «bakker» gebeld over de huur.",
    "dhr «schoenmakers» belt over de huur.",
    "dhr. «El Idrissi» belt over de huur.",
    "mevr «xaqzwolk» belt over de huur.",
    "de heer «VISSER» belt over de huur.",
    "familie «Bakker» belt over de huur.",
    "fam. «de Boer» belt over de huur.",
    "Dr. «Bakker» belt over de huur.",
    "Mw «Utrecht» belt over de huur.",
    "mw.\n«Jansen» belt.",
  ])("covers a name behind a title, in any case: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mw belt over de huur.",
    "Mw. belt over de huur.",
    "dhr is boos.",
    "mw van de gemeente belt.",
    "Mw. BSN onbekend.",
    "mevrouw wil graag hulp.",
    "de heer in het huis ernaast.",
    "mw. Gaat morgen weg.",
  ])("keeps what follows a title and is no name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Haar dochter «Lente» zit op school.",
    "Haar man, «Leen», ziet slecht.",
    "Zijn moeder «fatima» belt vaak.",
    "haar zoon «xaqzwolk» belt vaak.",
    "Haar zus «Joy» belt vaak.",
    "De huisarts «Bakker» belt vaak.",
    "Zij heet «Fatima» en belt.",
    "Hij heet «xaqzwolk» en belt.",
    "Hallo met «xaqzwolk» over de huur.",
    "De zoon genaamd «Storm» belt.",
    "Haar zoon: «Storm» belt.",
    "Haar zoon '«Storm»' belt.",
  ])('covers a name behind a relation, a role or "heet": %j', (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Haar dochter belt vaak.",
    "Haar dochter Utrecht in.",
    "De huisarts vraagt hulp.",
    "Haar zoon morgen bellen.",
    "Met vriendelijke groet",
    "Zij heet anders.",
  ])("keeps what follows a relation and is no name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "gisteren «fatima» gesproken",
    "«fatima» belt over de huur.",
    "met «akosua» gebeld over de huur.",
    "«akosua» heeft een brief gekregen.",
    "het huis van «fatima yilmaz» is koud.",
    "«fatima»'s huis is koud.",
    "gesproken met «szczepan» en «kwabena» daar.",
  ])("covers a name in lower case by the lists or the words around it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "heb huisbezk gedaan",
    "met deurwaardr gebeld",
    "de aanm is gedaan",
    "met zkt gebeld",
    "heb een crisisplek gevonden",
    "het is storm buiten",
    "met bakker gebeld",
    "een roos gekocht",
  ])("keeps lower-case words that are Dutch, slips or abbreviations: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij sprak met «J.W. de Boer» over de huur.",
    "Zij sprak met «J. de Boer» over de huur.",
    "Zij sprak met «J. Bakker» over de huur.",
    "Zij sprak met «Th. Bakker» over de huur.",
    "«Kuipers, J.W.» belt over de huur.",
    "«de Boer, J.» belt over de huur.",
    "«Kovalenko, Viktoria» belt.",
    "Naam: «Kovalenko, Viktoria»",
    "op naam van «Raaijmakers, Diana» staat het.",
    "Zij sprak met «J. Bakker Smit» over de huur.",
    "op naam van «a.b. kloosterman» staat het.",
    "aanvraag i.v.m. school en m.b.t. huurtoeslag.",
  ])("covers names with initials: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Cliënt B. Begeleider komt.",
    "kind A. Moeder belt.",
    "groep B. Morgen meer.",
    "vitamine B. Verder niets.",
    "Zij woont in gang C. Huis is koud.",
  ])("keeps an initial that is a group, a vitamin or a letter of a client: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij noemen hem '«Kale Rik»' daar.",
    'Bekend als "«Storm»" daar.',
    "Bijnaam ‘«Mooie Boy»’ daar.",
    'Zij roept "«Xaqz»" daar.',
    "Hij zegt 'Hallo' en \"Ja\" daar.",
    "Zij gaat naar 'Utrecht' daar.",
  ])("covers a nickname in quotes: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij sprak met «Jansen». De brief van «jansen» ligt er, en «Jansens» huis is koud.",
    "Zij sprak met «Lente de Graaf». «Lente» belt, maar lente is het niet.",
    "Zij sprak met «Fatima», «Jansen» en «Piet».",
  ])("covers a name that was named before, wherever it comes back: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij «Yous ef» is boos , en gaat naar huis . Dat is zo .",
    "Naam : «F a t i m a»\nAdres : onbekend",
    "Naam: «Fatima Yılmaz»\nAdres: onbekend",
    "| cliënt: «Xaq Zwolk» | onbekend |",
    "Naam: onbekend\nAdres: onbekend",
  ])("covers a name that a scanner broke up: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "MEVROUW «JANSEN» BELT OVER DE HUUR VAN HET HUIS.",
    "ZIJ SPRAK MET «FATIMA YILMAZ» OVER DE HUUR VAN HET HUIS.",
    "ZIJ SPRAK MET «J. BAKKER» OVER DE HUUR VAN HET HUIS.",
    "ZIJ WIL NAAR HET ZIEKENHUIS MAAR DAT KAN NIET.",
  ])("covers names in a note that is all capitals: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "gesprek «mees» en «lotte» over school",
    "klachten over «ilyas», «mees» en nog een jongen",
    "haar zoon «storm» zit weer thuis",
    "«roos» vraagt hulp. de huur is hoog. «roos» vraagt het weer",
    "de fiets van «wouters» zus is weg",
    "Zij belt «Sjoerds» moeder.",
    "dhr «bos» wordt opgenomen",
    "naam: «hoving», vraag: schulden",
    "Zij kent «Saba» en «Winta» goed.",
    "«Santiago» vraagt om hulp.",
  ])("covers a name that is a word or a place too beside a name, a relation or what only people do: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "brood en kaas, storm en regen",
    "haar zoon storm in het haar",
    "roos in de vaas. een roos vraagt water",
    "de wouters en de rest",
    "Zij was op Saba en Curaçao.",
    "Santiago is ver weg.",
  ])("keeps the same word without such company: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij sprak met «J. v.d. Berg» over de huur.",
    "Zij sprak met «A.B. vd Meulen» over de huur.",
    "Zij sprak met «K. v/d Velde» over de huur.",
    "mw «v d linden» belde",
    "dhr «vd broek» belde",
    "svp bellen «j.p. vd meer»",
    "brief van «b. jansen» gekregen",
    "brief van «m. van dalen» gekregen",
    "Zij sprak met «P. de V.» over de huur.",
    "Zij sprak met «Jolanda de W.» over de huur.",
    "Lijst: «Vries, de»: dossier overgedragen.",
    "Zij sprak met «Chr. de Jong» en «Th. Peters» over de huur.",
    "Dhr. «In 't Veld» is boos, mw. «'t Hart» ook.",
    "Zij sprak met «Van Es» en «Ter Horst» over de huur.",
    "«De Bruin» wil een traplift.",
    "«D'Angelo» is geschorst.",
    "Mw. «Brandsma - Dijkstra» belt.",
    "Bij de balie: «Mohcine\nTaouil» meldt zich.",
    "Zij sprak met «Mei Wang» over de huur.",
    "zij sprak met «umm khalil» over de huur",
  ])("covers a whole name with its particles, initials and halves: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mail vd buurman gelezen",
    "mail vd bewindvoerder gelezen",
    "mevrouw op de hoek belde, dhr te laat",
    "Onderdeel B. Overige lasten en I. Ongehuwd.",
    "Groot gezin. De tuin is klein.",
    "Zij noemt het 'De Grote Opruiming' thuis.",
    "partner NAH en echtgenote CVA",
    "Huisbez. ivm klacht afgesproken.",
    "Zij heeft Guillain-Barré gehad.",
    "Zij wil in Mei weer werken.",
  ])("keeps small words, headings and abbreviations that stand where a name could: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Collega «Van Xaqzwolk» neemt over, de hond van «Ten Brinke» blaft.",
    "Mevrouw«Terpstra»is gevallen, gebeldmet«Henk»over de huur.",
    "Contactpersoon «E. Licht» en «K. Blok» komen.",
    "Dhr «J Bakker» belt.",
    "«M-J. Hofstra» tekent.",
  ])("covers a name that is stuck to a word, to a particle or to a bare initial: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Zij was in Ter Apel en wil naar Ter Apel terug.", "Onderdeel E. Licht of warm."])(
    "keeps a town, a title or a list with the same looks: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it("keeps two names on lines of their own apart", () => {
    const names = find(normalise("Aanwezig:\nFatima\nJansen"));
    expect(names.map(({ start, end }) => [start, end])).toEqual([
      [10, 16],
      [17, 23],
    ]);
  });

  it.each(["Zij sprak met [NAAM] de «Vries» over de huur.", "mw [NAAM] belt over de huur."])(
    "leaves what was taken out before: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
