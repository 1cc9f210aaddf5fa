import { loadCatalogue } from "@rode-draad/catalogue";
import { readMeasuredFigures } from "@rode-draad/themes";
import { expect, test } from "vitest";
import type { Accountability, Fact } from "./accountability.js";
import { composeAccountability } from "./compose-accountability.js";
import { renderAccountabilityJson, renderAccountabilityMarkdown, TO_FILL } from "./render-accountability.js";
import type { RunningFacts } from "./running-facts.js";

const catalogue = loadCatalogue();
const measured = readMeasuredFigures();
const running: RunningFacts = {
  municipality: "Voorbeeldstad",
  catalogue,
  modelVersion: measured.modelVersion,
  measured,
  storedOn: "pglite",
  queuedOn: "postgres",
  isMailed: false,
  isTextEncrypted: false,
  isHashKeyChanging: false,
  isSignInOutside: false,
  isTokenInSettings: false,
  accessPolicy: "own-cases",
  retention: { textDays: 14, caseThemeMonths: 4 },
  host: "127.0.0.1",
  auditEntries: 3,
  auditAnchor: ".rodedraad/audit-anchor.jsonl",
};

const factsOf = ({ register, assessment }: Accountability): Fact[] =>
  [...register, ...assessment].flatMap(({ facts }) => facts);

/** The names of the facts that are another value, or that only one of the two pages has. */
function changedBy(change: Partial<RunningFacts>): string[] {
  const before = new Map(factsOf(composeAccountability(running)).map((one) => [one.name, JSON.stringify(one)]));
  const after = new Map(
    factsOf(composeAccountability({ ...running, ...change })).map((one) => [one.name, JSON.stringify(one)]),
  );
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

const withLimits = (limits: Partial<typeof catalogue.privacyParameters>) => ({
  catalogue: { ...catalogue, privacyParameters: { ...catalogue.privacyParameters, ...limits } },
});
const [first = measured.figures[0]] = measured.figures;

test.each<[Partial<RunningFacts>, string[]]>([
  [{ municipality: "Elders" }, ["Organisatie"]],
  [withLimits({ caseMinShared: 15 }), ["Huishoudens achter een getal, minstens", "Afwegingen"]],
  [withLimits({ caseMinTeamInternal: 6 }), ["Huishoudens om een thema in het team te noemen, minstens"]],
  [withLimits({ caseMinTeamSensitive: 11 }), ["Huishoudens bij een gevoelig thema, minstens"]],
  [withLimits({ caseMinBelowWijk: 21 }), ["Huishoudens bij een gebied kleiner dan een wijk, minstens"]],
  [withLimits({ openCasesMin: 40 }), ["Huishoudens in het team of de wijk, minstens"]],
  [withLimits({ professionalsMin: 4 }), ["Collega's achter een getal, minstens", "Afwegingen"]],
  [withLimits({ dominanceShareMax: 0.8 }), ["Grootste deel dat één groep mag zijn"]],
  [withLimits({ roundTo: 10 }), ["Afronden op"]],
  [withLimits({ rollingWindowMonths: 6 }), ["Maanden per venster"]],
  [withLimits({ displayBands: catalogue.privacyParameters.displayBands.slice(0, 4) }), ["Groepen die wij tonen"]],
  [
    { catalogue: { ...catalogue, themes: catalogue.themes.slice(1) } },
    ["Thema's in de catalogus", "Technische werking"],
  ],
  [
    { catalogue: { ...catalogue, neverThemeIds: new Set<string>() } },
    ["Afwegingen", "Thema's die nooit samen worden opgepakt of gedeeld"],
  ],
  [{ catalogue: { ...catalogue, careThemeIds: new Set<string>() } }, ["Thema's die alleen met zorg mogen"]],
  [
    { catalogue: { ...catalogue, partners: catalogue.partners.slice(1) } },
    ["Partners die een aanvraag kunnen krijgen"],
  ],
  [{ isMailed: true }, ["Hoe een aanvraag weggaat"]],
  [{ storedOn: "postgres" }, ["Opslag"]],
  [{ queuedOn: "redis" }, ["Wachtrij"]],
  [{ isTextEncrypted: true }, ["Versleuteling van weggelakte tekst", "Gegevens"]],
  [{ isHashKeyChanging: true }, ["Sleutel van de hashes"]],
  [{ isSignInOutside: true }, ["Hoe medewerkers zich aanmelden"]],
  [{ isTokenInSettings: true }, ["Toegang voor programma's"]],
  [{ host: "0.0.0.0" }, ["Adres waarop het programma luistert"]],
  [{ auditEntries: 4 }, ["Regels in het auditlog"]],
  [{ auditAnchor: "/worm/anker" }, ["Waar het auditlog buiten de database is vastgelegd"]],
  [{ accessPolicy: "own-team" }, ["Wie wat mag zien"]],
  [{ retention: { textDays: 30, caseThemeMonths: 4 } }, ["Weggelakte tekst van een notitie"]],
  [{ retention: { textDays: 14, caseThemeMonths: 7 } }, ["Koppeling van huishouden en thema"]],
  [
    { measured: { ...measured, figures: [{ ...first, measured: 0.1 } as never, ...measured.figures.slice(1)] } },
    [String(first?.meaning)],
  ],
])("a setting changes its own facts and no other: case %#", (change, names) => {
  expect(changedBy(change).sort()).toEqual([...names].sort());
});

test("figures of another model are never given for the one that runs", () => {
  const page = composeAccountability({ ...running, modelVersion: "9.99" });
  expect(factsOf(page).some(({ name }) => name === first?.meaning)).toBe(false);
  expect(factsOf(page).find(({ name }) => name === "Gemeten fouten")?.toFill).toBe(true);
});

test("both forms give every fact, and mark what the municipality must say itself", () => {
  const page = composeAccountability(running);
  const markdown = renderAccountabilityMarkdown(page);
  const json = renderAccountabilityJson(page);
  const blanks = factsOf(page).filter(({ toFill }) => toFill);
  expect(blanks.map(({ name }) => name)).toContain("Grondslag (AVG artikel 6)");
  expect(markdown.split(`| ${TO_FILL}`)).toHaveLength(blanks.length + 1);
  expect(json.match(/"invullen"/g)).toHaveLength(blanks.length);
  for (const { name, value } of factsOf(page)) {
    expect(markdown).toContain(`| ${name} |`);
    expect(markdown).toContain(value);
    expect(json).toContain(JSON.stringify(value));
  }
});

test("the register has every field of its publication standard, within the lengths that it takes", () => {
  const { register } = composeAccountability(running);
  expect(register.flatMap(({ facts }) => facts).map(({ name }) => name)).toEqual([
    ...["Naam", "Korte omschrijving", "Organisatie", "Thema", "Status", "Begindatum", "Contactgegevens"],
    ...["Link naar publiekspagina", "Publicatiecategorie", "Link naar bronregistratie"],
    ...["Doel en impact", "Afwegingen", "Menselijke tussenkomst", "Risicobeheer", "Wettelijke basis"],
    ...["Links naar wettelijke basis", "Impacttoetsen", "Toelichting op impacttoetsen"],
    ...["Gegevens", "Links naar gegevensbronnen", "Technische werking", "Leverancier", "Link naar broncode"],
  ]);
  const [name, summary] = register[0]?.facts ?? [];
  expect(name?.value.length).toBeLessThan(100);
  expect(summary?.value.length).toBeLessThan(350);
});

test("names do not stand there twice, so that none hides another", () => {
  const names = factsOf(composeAccountability(running)).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
