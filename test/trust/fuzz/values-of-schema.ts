import fc from "fast-check";
import type { Schema } from "../../api/check-described.js";

/** Longer texts and lists come from `hostile-values.ts`; here they would only cost time. */
const CHARACTERS_MAX = 60;
const ITEMS_MAX = 3;

export interface ValueMeans {
  /** Named schemas of the document. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Values that exist on the server, by the name of the field that takes them. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** Stands at the start of each text that nothing but its length binds, so that it is recognised where it should not be. */
  readonly mark: string;
}

/**
 * Values that a schema lets through. A schema says nothing of what exists, so three of four texts are known values where there
 * are any. Throws on a word that it cannot follow: what is not understood would not be tried.
 */
export function valuesOf(schema: Schema, means: ValueMeans, name = ""): fc.Arbitrary<unknown> {
  const { $ref, const: constant, enum: choices, anyOf, oneOf, type } = schema;
  if (typeof $ref === "string") return valuesOf(means.schemas[$ref.split("/").at(-1) ?? ""] ?? {}, means, name);
  if (constant !== undefined) return fc.constant(constant);
  if (Array.isArray(choices)) return fc.constantFrom(...choices);
  const branches = (anyOf ?? oneOf) as readonly Schema[] | undefined;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => valuesOf(branch, means, name)));
  switch (type) {
    case "object":
      return objects(schema, means);
    case "array": {
      const { items = {}, minItems = 0, maxItems = ITEMS_MAX } = schema as { items?: Schema } & Limits;
      return fc.array(valuesOf(items, means, name), { minLength: minItems, maxLength: Math.min(maxItems, ITEMS_MAX) });
    }
    case "string":
      return textsOf(schema, means, name);
    case "number":
      return fc
        .integer({ min: 0, max: Math.floor((highest(schema) - lowest(schema)) / (Number(schema.multipleOf) || 1)) })
        .map((steps) => lowest(schema) + steps * (Number(schema.multipleOf) || 1));
    case "integer":
      return fc.integer({ min: lowest(schema), max: highest(schema) });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case undefined:
      if (Object.keys(schema).length === 0) return fc.jsonValue();
  }
  throw new Error(`The fuzzer makes no values of ${JSON.stringify(schema)}`);
}

interface Limits {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

function objects(schema: Schema, means: ValueMeans): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const fields = Object.entries(properties).map(([name, inner]) => [name, valuesOf(inner, means, name)] as const);
  return fc.record<Record<string, unknown>>(Object.fromEntries(fields), {
    requiredKeys: (schema.required ?? []) as string[],
    noNullPrototype: true,
  });
}

const lowest = ({ minimum = -1_000 }: Limits): number => Math.max(minimum, -2_147_483_648);
const highest = ({ maximum = 1_000 }: Limits): number => Math.min(maximum, 2_147_483_647);

function textsOf(schema: Schema, means: ValueMeans, name: string): fc.Arbitrary<unknown> {
  const made = madeTexts(schema, means.mark);
  const known = means.known[name];
  if (known === undefined || known.length === 0) return made;
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made });
}

function madeTexts(schema: Schema, mark: string): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = CHARACTERS_MAX } = schema as Limits & Schema;
  if (format === "date") return moments.map((moment) => moment.slice(0, 10));
  if (format === "date-time") return moments;
  if (format === "email") return fc.emailAddress().filter((address) => new RegExp(String(pattern)).test(address));
  const free = fc
    .string({ unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom(..."é€ß😀ا中\u200b")) })
    .map((text) => (mark + text).slice(0, Math.min(maxLength, CHARACTERS_MAX)).padEnd(minLength, "x"));
  if (typeof pattern !== "string") return free;
  // The library makes no texts of the Unicode classes; those patterns let nearly everything through.
  const matches = new RegExp(pattern, "u");
  return pattern.includes("\\p{") ? free.filter((text) => matches.test(text)) : fc.stringMatching(matches);
}

const moments = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((moment) => moment.toISOString());
