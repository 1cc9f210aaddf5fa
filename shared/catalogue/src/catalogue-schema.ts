import { type PartnerTerms, RUN_SHEET_LIMITS, RUN_SHEET_ROLES } from "@rode-draad/domain";
import { z } from "zod";
import type {
  CatalogueData,
  EvaluationProbes,
  FormatRunSheet,
  IdentifierKind,
  MatchingRules,
  QuestionSheet,
  SafetyLexicon,
} from "./catalogue-types.js";

/**
 * The shapes of the data files, strict: an unknown property is a typing error in a reviewed file. Only the tests use
 * it; parsing 250 KB with it at every start would cost more than reading the files does.
 */

/** Lower case, digits and hyphens: ids appear in addresses and file names. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().trim().min(1);
const month = z.number().int().min(1).max(12);
const count = z.number().int().min(1);

const range = z
  .strictObject({ min: z.number().int().min(0), max: z.number().int().min(0) })
  .refine(({ min, max }) => min <= max, "min is above max");

const named = { id, label: text, labelEn: text };

const theme = z.strictObject({
  ...named,
  domainId: id,
  definition: text,
  terms: z
    .array(
      z.strictObject({
        text,
        type: z.enum(["term", "old-name", "abbreviation", "colloquial", "variant", "phrase"]),
        strength: z.enum(["strong", "weak"]),
      }),
    )
    .min(1),
  lifeEventIds: z.array(id),
  season: z
    .strictObject({
      months: z.array(month),
      note: z.string(),
      moments: z.array(z.strictObject({ months: z.array(month).min(1), text })).optional(),
    })
    .refine(
      ({ months, moments }) =>
        moments?.every((moment) => moment.months.every((number) => months.includes(number))) ?? true,
      "a moment lies outside the season",
    )
    .refine(({ months }) => new Set(months).size === months.length, "a month stands twice"),
  complexity: z.enum(["enkelvoudig", "gemengd", "meervoudig"]),
  individualMinutes: range,
  collective: z.enum(["suitable", "only-with-care", "never"]),
  collectiveReason: text,
  formatIds: z.array(id),
  invitationTitle: text.nullable(),
  partnerIds: z.array(id).min(1),
  otherPartners: z.array(text),
  legalBasis: z.array(text),
  ruleNote: text.nullable(),
  uplNameHints: z.array(text),
  sensitivity: z.enum(["laag", "midden", "hoog"]),
  minCellSize: z.strictObject({ teamInternal: count, sharedWithPartner: count }).nullable(),
  exampleSnippet: text,
});

const format = z.strictObject({
  ...named,
  kind: z.enum(["informeren", "ontmoeten", "doen", "leren", "een-op-een", "samenleven"]),
  description: text,
  duration: text,
  frequency: text,
  organisers: z.array(text).min(1),
  preparationHours: range,
  capacity: range,
  followUpFormatIds: z.array(id),
  followUpIdeas: z.array(text),
  notWhen: text,
  minSignalsHint: count,
});

const ruleChange = z.strictObject({
  themeId: id,
  starts: z.strictObject({ year: z.number().int().min(2015).max(2100).optional(), month }),
  noticedMonths: z.strictObject({ before: z.number().int().min(0).max(5), after: z.number().int().min(0).max(5) }),
  note: text,
  source: text,
  status: z.enum(["in-force", "announced"]),
});

const privacyParameters = z.strictObject({
  caseMinTeamInternal: count,
  caseMinTeamSensitive: count,
  caseMinShared: count,
  caseMinBelowWijk: count,
  openCasesMin: count,
  dominanceShareMax: z.number().gt(0.5).lt(1),
  roundTo: count,
  rollingWindowMonths: count,
  releaseIntervalDaysMin: count,
  tableDimensionsMax: count,
  releasesPerThemePerWindowMax: count,
  professionalsMin: count,
  displayBands: z
    .array(z.strictObject({ min: z.number().int().min(0), max: z.number().int().min(0).nullable(), label: text }))
    .min(2),
  note: text,
});

const days = z.number().int().min(0).max(60);
const partnerTerms: z.ZodType<PartnerTerms> = z.strictObject({
  reminders: z
    .array(z.strictObject({ daysAheadMin: days, remindAfterDays: days.min(1), tellSenderAfterDays: days.min(1) }))
    .min(1)
    .refine(
      (terms) =>
        terms.at(-1)?.daysAheadMin === 0 &&
        terms.every(
          ({ daysAheadMin }, index) => daysAheadMin < (terms[index - 1]?.daysAheadMin ?? Number.POSITIVE_INFINITY),
        ),
      "moet aflopen tot 0 dagen",
    ),
  reminderDaysLeftMin: days.min(1),
  seriesWindowDays: days,
  // What leaves for a partner holds twelve at most.
  seriesPartsMax: z.number().int().min(2).max(12),
  agendaDaysAhead: days.min(1),
  agendaPointsMax: z.number().int().min(1).max(12),
  agendaMonthsBackMax: z.number().int().min(1).max(3),
  note: text,
});

export const catalogueDataSchema: z.ZodType<CatalogueData> = z.strictObject({
  meta: z.strictObject({
    title: text,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    status: text,
    date: z.iso.date(),
    ruleReferencePeriod: text,
    provenance: text,
    uplNote: text,
    domainNamesNote: text,
    termTypes: z.record(z.enum(["term", "old-name", "abbreviation", "colloquial", "variant", "phrase"]), text),
    collectiveValues: z.record(z.enum(["suitable", "only-with-care", "never"]), text),
  }),
  lifeDomains: z.array(z.strictObject(named)),
  lifeEvents: z.array(z.strictObject(named)),
  themes: z.array(theme),
  formats: z.array(format),
  partners: z.array(
    z.strictObject({ ...named, canTakeOn: text, mayReceive: text, neverReceive: text, note: z.string() }),
  ),
  bundles: z.array(z.strictObject({ lifeEventId: id, themeIds: z.array(id).min(2) })),
  ruleChanges: z.array(ruleChange),
  privacyParameters,
  partnerTerms,
  sources: z.record(z.string(), text),
});

export const questionSheetSchema: z.ZodType<QuestionSheet> = z
  .strictObject({
    themeId: id,
    checkedOn: z.iso.date(),
    validUntil: z.iso.date(),
    sources: z.array(z.strictObject({ name: text, site: z.string().regex(/^[a-z0-9.-]+\.nl$/) })).min(1),
    questions: z
      .array(z.strictObject({ question: text, answer: text }))
      .min(5)
      .max(8),
  })
  .refine(({ checkedOn, validUntil }) => checkedOn < validUntil, "it holds no day");

export const runSheetsSchema: z.ZodType<readonly FormatRunSheet[]> = z.array(
  z.strictObject({
    formatId: id,
    steps: z
      .array(
        z.strictObject({
          offsetMinutes: z.number().int().min(RUN_SHEET_LIMITS.offsetMinutesMin).max(RUN_SHEET_LIMITS.offsetMinutesMax),
          role: z.enum(RUN_SHEET_ROLES),
          what: text.max(RUN_SHEET_LIMITS.whatCharactersMax),
        }),
      )
      .min(5)
      .max(RUN_SHEET_LIMITS.stepsMax),
  }),
);

export const matchingRulesSchema: z.ZodType<MatchingRules> = z.strictObject({
  ambiguousAbbreviations: z.array(z.strictObject({ text, meanings: z.array(text).min(1), rule: text })),
  noteAbbreviations: z.array(z.strictObject({ text, meaning: text })),
  sharedTerms: z.array(z.strictObject({ text, themeIds: z.array(id).min(2) })),
  rules: z.array(text),
});

export const safetyLexiconSchema: z.ZodType<SafetyLexicon> = z.strictObject({
  terms: z.array(text).min(1),
  patterns: z.array(z.strictObject({ id, themeId: id, regex: text })).min(1),
  rules: z.array(text),
});

export const identifierKindsSchema: z.ZodType<readonly IdentifierKind[]> = z.array(
  z.strictObject({
    id,
    label: text,
    regex: text.nullable(),
    checksum: text.nullable(),
    validExamples: z.array(text),
    falsePositive: z.string(),
    action: text,
    confirmed: text,
  }),
);

export const evaluationProbesSchema: z.ZodType<EvaluationProbes> = z.strictObject({
  note: text,
  indirectSafety: z.array(text).min(1),
  harmless: z.array(text).min(1),
});
