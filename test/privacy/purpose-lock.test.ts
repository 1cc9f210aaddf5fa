import { composeReport } from "@rode-draad/reports";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ALL_ROUTES } from "../../services/api/src/routes/all-routes.js";
import { sampleInput } from "../../workers/6-reports/test/sample-input.js";
import { readSourceFiles } from "../architecture/source-files.js";

/**
 * The purpose lock: nobody gets an answer to "which cases, addresses or persons" for a theme. Only the worker who wrote a
 * note can ask what was read in it, by the id that their own system gave it.
 */

/** Words in a field name that would say which case, note, address or person; a name of whoever decides is none of these. */
const WHO =
  /casus|case|notit|note|bron|medewerker|professional|adres|address|huishoud|household|client|bewoner|persoon|person|vraagId/i;

/** Answers that name a note or question, each to whoever brought that note. */
const OWN_NOTE: Readonly<Record<string, readonly string[]>> = {
  /** The rows of the worker's own delivery come back with what became of each. */
  "POST /v1/casusnotities": ["bronId"],
  /** The questions of one note, asked for by the id that its source knows it by. */
  "GET /v1/casusnotities/{bronId}/vragen": ["vraagId"],
};

/** Whole numbers are left out: they say how many, and not who. */
function fieldNames(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldNames);
  if (typeof schema !== "object" || schema === null) return [];
  const properties =
    "properties" in schema && typeof schema.properties === "object" ? Object.entries(schema.properties ?? {}) : [];
  const own = properties.filter(([, { type }]) => type !== "integer").map(([name]) => name);
  return [...own, ...Object.values(schema).flatMap(fieldNames)];
}

function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(keysOf)];
}

describe.each(ALL_ROUTES.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  "%s",
  (name, route) => {
    it("tells no case, note, address or person", () => {
      const names = Object.values(route.responses).flatMap(({ schema }) =>
        fieldNames(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" })),
      );
      expect(names.length).toBeGreaterThan(0);
      const telling = names.filter((field) => WHO.test(field) && !(OWN_NOTE[name] ?? []).includes(field));
      expect(telling).toEqual([]);
    });

    it("cannot be asked by theme for what it tells of a note", () => {
      if (OWN_NOTE[name] === undefined) return expect(OWN_NOTE).not.toHaveProperty([name]);
      expect(
        [...Object.keys(route.params.shape), ...Object.keys(route.query.shape)].filter((one) => one !== "bronId"),
      ).toEqual([]);
    });
  },
);

describe("a report and its exports", () => {
  it("hold no field that tells a case, note, address or person", () => {
    // A change in a theme has a remark, which the report calls a note as well.
    const telling = keysOf(composeReport(sampleInput())).filter((key) => WHO.test(key) && key !== "note");
    expect(telling).toEqual([]);
  });
});

describe("the store's queries for questions and notes", () => {
  const ASKS_FOR_NOTES =
    /\b(?:readThemeQuestions|readQuestionsOfTheme|readPointedQuestions|readQuestionsOfNotes|readQuestionsInNote|readUnassignedQuestions|readNotes\w*)\b/;

  it("are used by the stages, by a correction, for a worker's own note and for one question that the own team checks, and by no other page, report or export", () => {
    const users = readSourceFiles()
      .filter(({ isProduct, packageName, text }) => isProduct && packageName !== "store" && ASKS_FOR_NOTES.test(text))
      .map(({ path }) => path)
      .filter((path) => !/^services\/pipeline\/src\/stages\/|^workers\/[2-4]-/.test(path));
    expect(users.sort()).toEqual([
      "services/api/src/routes/post-casusnotities/handler.ts",
      "services/api/src/routes/post-casusnotities/read-notes-body.ts",
      "services/api/src/tools/correction-tools.ts",
      "services/api/src/tools/question-tools.ts",
      "services/pipeline/src/views/review/read-review.ts",
    ]);
  });
});
