import type { Format } from "@rode-draad/catalogue";

/** What we ask of a partner and what we do ourselves, per kind of form (domain report 6.3: one page, concrete). */

const LANDLORD = "woningcorporatie";

type AsksByKind = Readonly<Record<Format["kind"], (topic: string) => readonly string[]>>;

const ASKS: AsksByKind = {
  informeren: (topic) => [
    `één medewerker die in gewone taal uitleg geeft over ${topic};`,
    "een tafel waar mensen na afloop kort een vraag kunnen stellen;",
  ],
  "een-op-een": (topic) => [
    `één medewerker die mensen apart helpt met vragen over ${topic};`,
    "iemand die wij kunnen bellen als een vraag te moeilijk is;",
  ],
  leren: (topic) => [
    `één medewerker die een deel verzorgt over ${topic};`,
    "oefenmateriaal in gewone taal, als u dat heeft;",
  ],
  ontmoeten: (topic) => [
    `één medewerker die een half uur aanschuift en vragen beantwoordt over ${topic};`,
    "een naam en nummer waar mensen later terechtkunnen;",
  ],
  doen: (topic) => [
    `één medewerker die meedoet en iets vertelt over ${topic};`,
    "materiaal of een kleine bijdrage, als dat kan;",
  ],
  samenleven: (topic) => [
    `één medewerker die antwoord mag geven op vragen over ${topic};`,
    "een afspraak over wat u na afloop laat weten aan de bewoners;",
  ],
};

const OFFERS: Readonly<Record<Format["kind"], readonly string[]>> = {
  informeren: ["hulp bij het invullen op een andere dag;"],
  "een-op-een": ["vrijwilligers en een eigen tafel voor iedereen;"],
  leren: ["inschrijving zonder gegevens over de reden;"],
  ontmoeten: ["een vaste begeleider en koffie;"],
  doen: ["spullen, vrijwilligers en iemand die begeleidt;"],
  samenleven: ["iemand die het gesprek leidt en een verslag zonder namen;"],
};

const ALWAYS_OFFERED = ["de zaal, koffie en thee;", "de uitnodiging aan alle bewoners;", "ontvangst en opruimen."];

export function asksFor(format: Format, topic: string, partnerId: string): readonly string[] {
  const news = partnerId === LANDLORD ? "een regel in uw bewonersnieuws." : "een regel in uw eigen nieuwsbrief.";
  return [...ASKS[format.kind](topic), news];
}

export function offersFor(format: Format): readonly string[] {
  return [...OFFERS[format.kind], ...ALWAYS_OFFERED];
}

/** Rule: a landlord is a creditor too, so it is asked in words not to look for arrears (domain report 6.3). */
export function pleaseDoNotAsk(partnerId: string): string {
  return partnerId === LANDLORD
    ? "Wilt u bewoners die komen niet vragen naar huurachterstand? Wilt u ook hun adres niet noteren?"
    : "Wilt u niet noteren wie er komt of waarom?";
}
