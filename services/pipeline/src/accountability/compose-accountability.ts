import type { AccessPolicy, PartnerMessage, PartnerRequest } from "@rode-draad/domain";
import { PRODUCT_VERSION } from "../product-version.js";
import { type Accountability, type Fact, fact, toFill } from "./accountability.js";
import { composeRegister } from "./compose-register.js";
import type { RunningFacts } from "./running-facts.js";

/** The facts in words that an officer can take over. Pure: the same settings give the same page. */
export function composeAccountability(running: RunningFacts): Accountability {
  return {
    municipality: running.municipality,
    productVersion: PRODUCT_VERSION,
    register: composeRegister(running),
    assessment: [
      { title: "Doel en grondslag", facts: PURPOSE },
      { title: "Grenzen bij het tonen van aantallen", facts: releaseFacts(running) },
      { title: "Model en gemeten fouten", facts: modelFacts(running) },
      { title: "Bewaren", facts: retentionFacts(running) },
      { title: "Ontvangers", facts: recipientFacts(running) },
      { title: "Toegang", facts: accessFacts(running) },
      { title: "Techniek en beveiliging", facts: technicalFacts(running) },
    ],
  };
}

const PURPOSE: readonly Fact[] = [
  fact(
    "Doel",
    "Zien welke hulpvragen terugkomen, en daar aanbod voor veel mensen tegelijk bij voorstellen. Niet voor handhaving, fraudeonderzoek of risicoscores.",
  ),
  toFill("Grondslag (AVG artikel 6)", "Noem de taak van algemeen belang en de wet waarin die staat."),
  toFill("Uitzondering voor bijzondere gegevens (AVG artikel 9)", "Noem de uitzondering en de wet waarin die staat."),
  toFill(
    "Verenigbaar met het eerste doel (AVG artikel 6 lid 4)",
    "Leg uit waarom dit past bij waarvoor de notitie is gemaakt.",
  ),
  toFill("Verwerkingsverantwoordelijke", "Noem het college en de contactpersoon."),
  toFill("Advies van de functionaris gegevensbescherming", "Noem de datum en de kern van het advies."),
];

function releaseFacts({ catalogue: { privacyParameters: limits, neverThemeIds, careThemeIds } }: RunningFacts): Fact[] {
  const bands = limits.displayBands.map(({ min, max }) => (max === null ? `${min} of meer` : `${min} tot ${max}`));
  return [
    fact("Huishoudens achter een getal, minstens", String(limits.caseMinShared)),
    fact("Huishoudens om een thema in het team te noemen, minstens", String(limits.caseMinTeamInternal)),
    fact("Huishoudens bij een gevoelig thema, minstens", String(limits.caseMinTeamSensitive)),
    fact("Huishoudens bij een gebied kleiner dan een wijk, minstens", String(limits.caseMinBelowWijk)),
    fact("Huishoudens in het team of de wijk, minstens", String(limits.openCasesMin)),
    fact("Collega's achter een getal, minstens", String(limits.professionalsMin)),
    fact("Grootste deel dat één groep mag zijn", percent(limits.dominanceShareMax)),
    fact("Afronden op", String(limits.roundTo)),
    fact("Maanden per venster", String(limits.rollingWindowMonths)),
    fact("Groepen die wij tonen", bands.join(", ")),
    fact("Thema's die nooit samen worden opgepakt of gedeeld", String(neverThemeIds.size)),
    fact("Thema's die alleen met zorg mogen", String(careThemeIds.size)),
  ];
}

function modelFacts({ catalogue, modelVersion, measured }: RunningFacts): Fact[] {
  return [
    fact("Versie van het model", modelVersion),
    fact("Thema's in de catalogus", String(catalogue.themes.length)),
    fact("Hoe gemeten", "Op verzonnen notities van schrijvers die het model niet eerder zag."),
    ...(measured.modelVersion === modelVersion
      ? measured.figures.map(({ meaning, measured: share }) => fact(meaning, percent(share)))
      : [toFill("Gemeten fouten", `De cijfers horen bij model ${measured.modelVersion}. Meet dit model opnieuw.`)]),
    toFill("Gemeten op eigen notities", "Noem de datum, het aantal notities en de uitkomst van uw steekproef."),
  ];
}

function retentionFacts({ retention }: RunningFacts): Fact[] {
  return [
    fact("Tekst vóór de privacypoort", "Bewaren wij niet, ook niet tijdelijk."),
    fact("Weggelakte tekst van een notitie", `${retention.textDays} dagen na het toekennen van thema's`),
    fact("Koppeling van huishouden en thema", `${retention.caseThemeMonths} maanden`),
    fact("Rapporten met vrijgegeven groepen", "Blijven bewaard. Er staat geen huishouden in."),
    fact("Auditlog", "Groeit alleen. Er staat geen tekst van een notitie en geen naam in."),
  ];
}

/** The Dutch name of every field that may leave for a partner. A field that is added to the request must be named here. */
const PARTNER_FIELDS: Readonly<Record<keyof PartnerRequest, string>> = {
  id: "nummer van de aanvraag",
  partnerId: "soort partner",
  partnerName: "naam van de partner",
  partnerEmail: "e-mailadres van de partner",
  subject: "onderwerp",
  topic: "thema",
  areaName: "wijk",
  formatId: "vorm",
  dates: "data",
  location: "plaats",
  turnout: "verwachte opkomst als groep",
  contact: "contactpersoon van het team",
  asks: "wat wij vragen",
  offers: "wat wij bieden",
};

/** The same for what leaves besides requests, by message: what it says beyond a request. */
const MESSAGE_WORDS: Readonly<Record<Exclude<PartnerMessage["kind"], "silence">, string>> = {
  reminder: "één herinnering aan een aanvraag zonder antwoord",
  agenda: "de agenda van een vaste avond, met titels uit de catalogus",
  withdrawal: "een bericht dat de avond niet doorgaat",
  result: "een bedankje met de opkomst als groep en hoogstens drie onderwerpen uit de catalogus",
};

function recipientFacts({ catalogue, isMailed }: RunningFacts): Fact[] {
  return [
    fact(
      "Binnen de gemeente",
      "Teamleider, wijkteam en opbouwwerker zien groepen en voorstellen, geen aantallen per medewerker.",
    ),
    fact("Partners die een aanvraag kunnen krijgen", catalogue.partners.map(({ label }) => label).join(", ")),
    fact("Wat een partner krijgt", Object.values(PARTNER_FIELDS).join(", ")),
    fact("Wat een partner daarna kan krijgen", Object.values(MESSAGE_WORDS).join(", ")),
    fact(
      "Hoe een aanvraag weggaat",
      isMailed ? "Per e-mail, via de mailserver van de gemeente." : "Als bestand, dat een collega zelf verstuurt.",
    ),
    fact("Doorgifte buiten de Europese Unie", "Het programma stuurt niets naar een andere dienst."),
    toFill("Verwerkers", "Noem wie de servers beheert en de verwerkersovereenkomst."),
  ];
}

const POLICIES: Readonly<Record<AccessPolicy, string>> = {
  "own-cases": "Een medewerker ziet alleen de eigen casussen.",
  "own-team": "Een medewerker ziet de casussen van het eigen team.",
  "team-figures": "Een medewerker ziet alleen wat teams gemeen hebben, geen casussen.",
};

function accessFacts(running: RunningFacts): Fact[] {
  const { accessPolicy, isSignInOutside, isTokenInSettings, host, auditEntries, auditAnchor } = running;
  return [
    fact("Wie wat mag zien", POLICIES[accessPolicy]),
    toFill("Wie toegang heeft", "Noem wie de accounts en de rollen geeft, en hoe vaak dat wordt nagekeken."),
    fact(
      "Hoe medewerkers zich aanmelden",
      isSignInOutside ? "Met het account van de gemeente." : "Met een eigen account en wachtwoord.",
    ),
    fact(
      "Toegang voor programma's",
      isTokenInSettings
        ? "Met een toegangssleutel per programma. Op deze computer ook met de sleutel uit de instellingen."
        : "Alleen met een toegangssleutel per programma.",
    ),
    fact("Adres waarop het programma luistert", host),
    fact("Regels in het auditlog", String(auditEntries)),
    fact("Waar het auditlog buiten de database is vastgelegd", auditAnchor),
  ];
}

function technicalFacts(running: RunningFacts): Fact[] {
  const { storedOn, queuedOn, isTextEncrypted, isHashKeyChanging } = running;
  return [
    fact("Opslag", storedOn === "pglite" ? "Eigen database in de map van het programma." : "PostgreSQL-server."),
    fact(
      "Wachtrij",
      queuedOn === "redis"
        ? "Redis-server. Er staan alleen nummers in."
        : "In de database. Er staan alleen nummers in.",
    ),
    fact(
      "Versleuteling van weggelakte tekst",
      isTextEncrypted
        ? "AES-256-GCM, met een sleutel buiten de database."
        : "Niet door het programma. Zet TEXT_KEY, of versleutel de schijf.",
    ),
    fact("Nummers uit het bronsysteem", "Alleen als hash met een geheime sleutel (HMAC-SHA-256)."),
    fact(
      "Sleutel van de hashes",
      isHashKeyChanging ? "Wordt vervangen. De vorige sleutel is nog in gebruik." : "Eén sleutel in gebruik.",
    ),
  ];
}

/** A share as people read it: 0.036 is "3,6 %". */
function percent(share: number): string {
  return `${(share * 100).toLocaleString("nl-NL", { maximumFractionDigits: 1 })} %`;
}
