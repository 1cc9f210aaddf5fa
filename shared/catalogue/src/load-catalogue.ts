import { ProductError, type ThemeId } from "@rode-draad/domain";
import { type Catalogue, createCatalogue } from "./catalogue.js";
import type {
  CatalogueData,
  EvaluationProbes,
  FormatRunSheet,
  IdentifierKind,
  LifeDomain,
  MatchingRules,
  QuestionSheet,
  SafetyLexicon,
  Theme,
} from "./catalogue-types.js";
import { findBrokenReferences } from "./find-broken-references.js";
import { listDataFiles, readDataFile } from "./read-data-file.js";

/**
 * Reads the catalogue and checks every reference in it. The full check of shapes (zod) runs in the tests of this
 * package, because the files are part of the product and cannot change between test and start; checking references
 * costs under a millisecond, so that a hand-edited file in an installation still fails at the start, by name.
 */
export function loadCatalogue(): Catalogue {
  const data = readCatalogueData();
  const problems = findBrokenReferences(data);
  if (problems.length > 0) {
    throw new ProductError(
      "catalogue-broken",
      "De themacatalogus klopt niet. Zet de bestanden van de catalogus terug naar de uitgeleverde versie.",
      { detail: problems.join("; ") },
    );
  }
  return createCatalogue(data);
}

/** The files as they stand on disk, unchecked. Themes stand in one file per life domain, in the order of the domains. */
export function readCatalogueData(): CatalogueData {
  const lifeDomains = readDataFile<LifeDomain[]>("life-domains.json");
  return {
    lifeDomains,
    meta: readDataFile("meta.json"),
    lifeEvents: readDataFile("life-events.json"),
    themes: lifeDomains.flatMap((domain) => readDataFile<Theme[]>(`themes/${domain.id}.json`)),
    formats: readDataFile("formats.json"),
    partners: readDataFile("partners.json"),
    bundles: readDataFile("bundles.json"),
    ruleChanges: readDataFile("rule-changes.json"),
    privacyParameters: readDataFile("privacy-parameters.json"),
    partnerTerms: readDataFile("partner-terms.json"),
    sources: readDataFile("sources.json"),
  };
}

/** The forms' own run sheets. */
export function loadRunSheets(): readonly FormatRunSheet[] {
  return readDataFile("run-sheets.json");
}

/** The themes that have a question sheet. */
export function listQuestionSheets(): readonly ThemeId[] {
  return listDataFiles("question-sheets").map((name) => name.replace(/\.json$/, ""));
}

/** The question sheet of a theme; undefined when nobody wrote one. */
export function loadQuestionSheet(themeId: ThemeId): QuestionSheet | undefined {
  return listQuestionSheets().includes(themeId) ? readDataFile(`question-sheets/${themeId}.json`) : undefined;
}

/** Aids for matching words, for the programme that trains the recogniser. */
export function loadMatchingRules(): MatchingRules {
  return readDataFile("matching.json");
}

/** Words and patterns of the safety route. */
export function loadSafetyLexicon(): SafetyLexicon {
  return readDataFile("safety.json");
}

/** The kinds of identifiers that occur in Dutch notes, with check rules and valid test numbers. */
export function loadIdentifierKinds(): readonly IdentifierKind[] {
  return readDataFile("identifiers.json");
}

/** Invented sentences for measuring; never for training. */
export function loadEvaluationProbes(): EvaluationProbes {
  return readDataFile("evaluation-probes.json");
}
