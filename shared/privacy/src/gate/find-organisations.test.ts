import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findOrganisations } from "./find-organisations.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const find = (note: ReadableNote) => findOrganisations(note, findWords(note), lexicon);

describe("organisations of the client", () => {
  it.each([
    "Hij zit op «College de Brink» nu.",
    "Hij zit op «College van Oost» en Jan.",
    "Zij leert op «obs zonneweg» nu.",
    "Zij bidt in «moskee elhijra» daar.",
    "Zij haalt het bij «apotheek kralzbrok».",
    "Zij haalt het bij «bakkerij kralzbrok».",
    "Zij zit op «Basisschool De Wilgenhoek» in groep 3.",
    "Zij zit op «basisschool De Wilgenhoek» nu.",
    "Hij gaat naar «obs De Skeakel» elke dag.",
    "Hij gaat naar «CBS De Ark» elke dag.",
    "Hij werkt bij «Slagerij Van Putten» nu.",
    "Hij werkt bij slagerij «Van Putten» nu.",
    "Hij voetbalt bij «v.v. Laakse Boys» graag.",
    "Hij voetbalt bij «VV Laakse Boys» graag.",
    "Zij haalt het bij «Apotheek Zuidrand» daar.",
    "Zij leert op «hogeschool zuidrand» nu.",
    "Zij leert op de «obs zonnewijzer» nu.",
    "Zij bidt in «Moskee El Hijra» daar.",
    "Hij werkt bij «Bakkerij Van der Meer B.V.» nu.",
    "Hij werkt bij «Bakkerij Jansen & Zonen» nu.",
  ])("covers a school, a club or an employer with its kind in front: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij zit op «Sint-Jan Lyceum» nu.",
    "Mevrouw kent «Achterdijk Lyceum» van vroeger.",
    "Hij zit op «Van Maerlant Lyceum» nu.",
    "Hij zit op het van «Maerlant Lyceum» nu.",
    "Hij werkt bij «Jansen van Oost Transport» nu.",
    "Hij werkt bij «Jansen en Zonen Transport» nu.",
    "Hij zit op de «Vlindervlucht-school» nu.",
    "Hij zit bij «Jong & Fris Catering» nu.",
    "Zij zit bij de «Oase Licht gemeente» nu.",
    "Zij zit op het «Achterdijk Lyceum» nu.",
    "Zij bidt in de «Yeni Bahar Moskee» daar.",
    "Hij werkt bij «Aksu Groothandel» nu.",
    "Zij komt in de «Bethelkapel Zuid» vaak.",
    "Zij komt in de «Bethelkapel» vaak.",
    "Hij zit op de «Wilgenschool» nu.",
    "Hij zit bij de «Medhane Alem gemeente» nu.",
    "Zij is van de «Oase kerk» daar.",
  ])("covers one with its kind behind: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij zit op «Het Kompas»!",
    "Hij zit op «De Tandem» nu.",
    "Hij zit bij «Het Waterland College» nu.",
    "Zij zwemt bij «De Waterratten» graag.",
    "School, «De Kleine Beer» in Oost.",
  ])("covers a name with an article where a school or a club stands: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij werkt voor «Snelpost Oost BV» nu.",
    "Hij werkt voor «Snelpost B.V.» nu.",
    "Hij werkt voor «Koppers & Zn.» nu.",
    "Hij werkt voor «Koppers V.O.F.» nu.",
  ])("covers a firm by what stands behind its name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij zit op College en dan nu.",
    "Hij zit op College en Jan nu.",
    "Oude School is leuk.",
    "Nieuwe School is leuk.",
    "Hij werkt bij Bouw nu.",
    "Hij zit op Sportschool nu.",
    "Zij zit bij de Oase gemeente nu.",
    "Zij zit bij de Utrecht Oost gemeente nu.",
    "Oase Licht gemeente belt.",
    "Zij is van de oase kerk nu.",
    "Wilgenschool belt.",
    "Hij leest De Kleine Beer graag.",
    "Hij zit op de Kleine Beer nu.",
    "Hij zit op De nu.",
    "Zij leert op lyceum zuid nu.",
    "Zij bidt in moskee waar zij woont.",
    "Zij zit op de basisschool in groep 3.",
    "Zij wil naar een hogeschool in de buurt.",
    "Zij haalt het bij de apotheek om de hoek.",
    "De school belt morgen.",
    "Zij zit op school en leert.",
    "Zij zit op een basisschool waar het goed gaat.",
    "Zij gaat naar de kerk op zondag.",
    "Hij vond De Waterratten leuk.",
    "De Waterratten zijn leuk.",
  ])("leaves kinds without a name, and ordinary words behind them: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij werkt bij bouwbedrijf «jansen & zn» sinds mei.",
    "Hij leert op het «xaqzwolk college» nu.",
    "Hij loopt stage bij garage «vd heuvel» en bakker «van der meer» nu.",
    "Zij zit op «obs 't Startblok» in groep 4.",
    "Hij is in dienst van «Schildersbedrijf J. de Rooij» nu.",
    "Zij werkt bij kapsalon «Hair by Xaqzwolk» nu.",
  ])("covers a firm or a school in small letters, with initials or a foreign link: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "ZIJ KOMT ZONDER ONTBIJT OP SCHOOL EN IN DE KERK.",
    "Hij werkt bij de garage vd buurman nu.",
    "Hij leert op het regionaal college nu.",
    "Aangemeld bij Stichting Leergeld nu.",
  ])("leaves shouting, owners without a name and foundations: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij belt met het UWV en de Belastingdienst.",
    "Zij gaat naar Stichting MEE voor hulp.",
    "Zij gaat naar het Leger des Heils vandaag.",
  ])("leaves public bodies and national organisations: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Hij zit op [SCHOOL] De Tandem nu.", "Hij zit op basisschool [NAAM] nu."])(
    "leaves what was taken out before: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij speelt bij bridgeclub «Troef» elke week.",
    "Zij zingt bij zangvereniging «Excelsior» nu.",
    "Hij is weg bij «Klusbedrijf Xaqzwolk» nu.",
    "Hij werkt bij bloemisterij «sahetapy», een oom.",
    "Zij kerkt bij de «Hervormde Gemeente Xaqdorp» nu.",
    "Hij werkt bij «Slagerij Van Dam en Zonen» nu.",
    "De bso, «De Speelmakkers», belt.",
    "De bso: «De Speelmakkers» belt.",
  ])("knows a compound of a kind as a kind, and a name that a comma or a colon ties to it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij huurt bij woningbouwvereniging Xaqzwolk nu.",
    "Hij is lid van kookclub Smaakmakers en van fanclub Xaqzwolk.",
    "Zij belt energiebedrijf Xaqzwolk en waterbedrijf Xaqzwolk.",
    "De Vereniging van Eigenaren belt.",
    "De bso; De Speelmakkers zijn leuk.",
    "Hij gaat met dochter en zoon mee.",
  ])("leaves landlords, suppliers, circles of neighbours and what is only near a kind: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij gaat naar «obs de bolster» en daarna naar huis.",
    "Zij gaat naar «obs de kleine prins» en daarna naar huis.",
    "Zij gaat naar «kinderdagverblijf de rups», elke dag.",
    "Zij gaat naar «zwemschool de zeehond» op woensdag.",
    "Zij staat bij «huisartsenpraktijk de kroon», daar belt ze.",
    "Hij loopt stage bij garage «verkerk» en leert.",
    "Hij speelt bij «vv oranje zwart» en traint.",
    "Hij speelt bij «vv oranje» en traint.",
    "Zij eet in restaurant «xaqzwolk» met haar zus.".replace("restaurant «", "«restaurant "),
    "Zij kerkt bij de «debre xaqzwolk gemeente» nu.",
    "ZIJ GAAT NAAR «OBS DE BOLSTER» EN DAARNA NAAR HUIS.",
  ])("covers names in small letters behind a kind that has no article: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij gaat naar bso de kinderen halen.",
    "Zij gaat naar obs de hele week.",
    "Zij wil naar de basisschool de klimop snoeien.",
    "Zij gaat naar koor de laatste tijd.",
    "Hij staat bij de garage verkerk te kijken.",
    "De vv oranje zwart is mooi.",
    "Hij gaat naar vv met moeder.",
    "Zij gaat naar restaurant huisarst met haar zus.",
    "Zij ging naar een utrecht gemeente nu.",
    "ZIJ GAAT NAAR SCHOOL DE KINDEREN HALEN EN DAARNA NAAR HUIS.",
  ])("leaves small words behind a kind: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "School: «Het Kompas».",
    "Werkgever: «Van Vliet Techniek», sinds mei",
    "Werkgever: «Xaqzwolk BV»",
    "Apotheek: «Xaqzwolk»; huisarts onbekend",
    "Hij werkt sinds mei bij «Broodhuis Zonneveld» nu.",
    "Zij heeft een baan bij «Xaqhuis Zon» nu.",
    "Zij zit in klas 2 van het «Dalton Den Haag».",
    "Hij is leerling van de «Xaqzwolk» nu.",
    "Dochter zit op het «Xaqzwolk» in havo 3.",
  ])("covers what stands in the place of an organisation: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "School: Zorgen over verzuim.",
    "School: Rust.",
    "School: VMBO.",
    "Werkgever: Gemeente Rotterdam.",
    "Werkgever: geen.",
    "Hobby: Het Kompas lezen.",
    "Hij werkt bij Beschermd Wonen nu.",
    "Hij werkt bij Fatima Jansen thuis.",
    "Hij werkt graag. Voor Broodhuis Zonneveld is het laat.",
    "Hij werkt bij NAH nu.",
    "Dochter zit op het Xaqzwolk nu.",
    "De VO school en de PO-school bellen.",
    "Zij belt gemeente X nu.",
  ])("leaves words, abbreviations, public bodies and people in that place: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij voetbalt bij «DSO» nu.",
    "Hij traint graag bij «Xaqzwolk» nu.",
    "Hij werkt bij snackbar «verkerk» nu.",
    "Hij werkt bij «snackbar de hoek» van vijf tot zes.",
  ])("covers a club of letters, and a kind that takes an article: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Hij zit bij NAH nu.", "Hij staat bij garage de hele dag."])("leaves letters elsewhere: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
