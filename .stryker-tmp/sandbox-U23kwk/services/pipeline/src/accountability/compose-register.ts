import { type Accountability, fact, toFill } from "./accountability.js";
import type { RunningFacts } from "./running-facts.js";

/**
 * The fields of the Algoritmeregister, by its publication standard (Ministry of the Interior, "Algoritmeregister
 * Publicatiestandaard" 1.0: general information, responsible use, working), with what the product knows of them.
 */
export function composeRegister(running: RunningFacts): Accountability["register"] {
  const { municipality, catalogue, modelVersion, measured, isTextEncrypted } = running;
  const { caseMinShared, professionalsMin } = catalogue.privacyParameters;
  const safetyRecall = measured.figures.filter(({ key }) => key.endsWith("safety recall")).map((one) => one.measured);
  const missed = Math.round((1 - Math.min(...safetyRecall)) * 100);
  return [
    {
      title: "Algemene informatie",
      facts: [
        fact("Naam", "Rode Draad: terugkerende hulpvragen vinden"),
        fact(
          "Korte omschrijving",
          "Leest weggelakte notities van wijkteams en herkent welke hulpvragen vaak terugkomen. Stelt daar aanbod voor veel mensen tegelijk bij voor. Een mens beslist altijd.",
        ),
        fact("Organisatie", `Gemeente ${municipality}`),
        fact("Thema", "Zorg en gezondheid; Sociale zekerheid"),
        toFill("Status", "In gebruik, In ontwikkeling of Buiten gebruik"),
        toFill("Begindatum", "JJJJ-MM"),
        toFill("Contactgegevens", "E-mailadres of website waar inwoners terechtkunnen"),
        toFill("Link naar publiekspagina", "Adres van de pagina van de gemeente"),
        toFill("Publicatiecategorie", "Bepaal dit met de handreiking. Te verwachten: Impactvolle algoritmes."),
        toFill("Link naar bronregistratie", "Adres van uw eigen register, als dat er is"),
      ],
    },
    {
      title: "Verantwoord gebruik",
      facts: [
        fact(
          "Doel en impact",
          "Helpt teams om vragen die veel inwoners hebben samen op te pakken. Neemt geen besluit over een inwoner, en nodigt niemand uit.",
        ),
        fact(
          "Afwegingen",
          `Getallen zijn groepen van minstens ${caseMinShared} huishoudens en ${professionalsMin} collega's. Over ${catalogue.neverThemeIds.size} thema's, zoals geweld, gaat niets naar buiten.`,
        ),
        fact(
          "Menselijke tussenkomst",
          "Een mens leest het rapport, verbetert thema's, en beslist over elk voorstel. Elke verbetering is terug te draaien en staat in een lijst.",
        ),
        fact(
          "Risicobeheer",
          `De privacypoort lakt persoonsgegevens weg vóór het opslaan, en houdt een notitie tegen bij twijfel. Het model mist tot ${missed} van de 100 vragen over veiligheid; het vervangt de meldcode dus niet.`,
        ),
        toFill("Wettelijke basis", "Bijvoorbeeld de Wmo 2015, de Jeugdwet of de Wet gemeentelijke schuldhulpverlening"),
        toFill("Links naar wettelijke basis", "Adressen op wetten.overheid.nl"),
        toFill("Impacttoetsen", "DPIA, IAMA of andere toets, met datum"),
        toFill("Toelichting op impacttoetsen", "Kern van de uitkomst"),
      ],
    },
    {
      title: "Werking",
      facts: [
        fact(
          "Gegevens",
          `Weggelakte notities van wijkteams (${isTextEncrypted ? "versleuteld bewaard" : "leesbaar bewaard"}), datum, team, wijk, en hashes van de nummers van notitie, huishouden en medewerker.`,
        ),
        toFill("Links naar gegevensbronnen", "Noem het registratiesysteem van het wijkteam"),
        fact(
          "Technische werking",
          `Model ${modelVersion} verdeelt een notitie in vragen en kiest uit ${catalogue.themes.length} thema's. Het leert niet van uw notities. Wat op geen thema lijkt, wordt gegroepeerd op gedeelde woorden.`,
        ),
        fact("Leverancier", "Rode Draad, open source (EUPL-1.2)"),
        toFill("Link naar broncode", "Adres van de versie die u gebruikt"),
      ],
    },
  ];
}
