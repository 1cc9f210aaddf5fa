import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export type Schema = Readonly<Record<string, unknown>>;
type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface Operation {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "path" | "query";
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

export interface OpenapiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What of an answer is held against the description. */
interface DescribedAnswer {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly body: unknown;
}

/** Says what is wrong with an answer according to the interface's own description; undefined when nothing is. */
export type AnswerCheck = (method: string, path: string, answer: DescribedAnswer) => string | undefined;

/** Makes a check out of an OpenAPI document, with another library than the one that wrote it. A path or method outside it is not judged. */
export function checkAgainst(document: OpenapiDocument): AnswerCheck {
  const validate = openSchemas(document);
  const templates = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  }));
  return (method, path, { status, headers, body }) => {
    const template = templates.find(({ pattern }) => pattern.test(path.split("?")[0] ?? ""));
    const operation = template && document.paths[template.path]?.[method.toLowerCase()];
    if (operation === undefined) return undefined;
    const described = operation.responses[status];
    if (described === undefined) return `status ${status} is not described`;
    const type = headers.get("content-type")?.split(";")[0] ?? "";
    const content = described.content[type];
    if (content === undefined) return `${type} is not described for status ${status}`;
    if (headers.get("api-version") === null) return "the header API-Version is missing";
    return validate(content.schema, body);
  };
}

/** Holds values against the schemas of a document: what is wrong, by its place and rule and never by its value. */
export function openSchemas(document: OpenapiDocument): (schema: Schema, value: unknown) => string | undefined {
  // Strict: a schema with a word that means nothing fails here, instead of letting everything through.
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(["example"]);
  const $defs = toDefs(document.components.schemas);
  const compiled = new Map<Schema, ValidateFunction>();
  return (schema, value) => {
    const check = compiled.get(schema) ?? ajv.compile({ ...(toDefs(schema) as Schema), $defs });
    compiled.set(schema, check);
    if (check(value)) return undefined;
    return check.errors?.map(({ instancePath, message = "" }) => `${instancePath} ${message}`).join("; ");
  };
}

/** JSON Schema keeps its named schemas under another key than OpenAPI. */
function toDefs(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "#/$defs/"));
}
