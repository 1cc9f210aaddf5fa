import { z } from "zod";
import type { Answer } from "./open-api.js";

type Json = Record<string, unknown>;
export interface OpenapiDocument {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content: Record<string, { schema: Json }> }> }>
  >;
  readonly components: { readonly schemas: Json };
}

/** Says what is wrong with an answer according to the interface's own description; undefined when nothing is. */
export type AnswerCheck = (method: string, path: string, answer: Answer) => string | undefined;

/** Makes a check out of an OpenAPI document. A path or method outside it is not judged. */
export function checkAgainst(document: OpenapiDocument): AnswerCheck {
  const $defs = toDefs(document.components.schemas) as Record<string, z.core.JSONSchema.JSONSchema>;
  const schemas = new Map<string, z.ZodType>();
  const templates = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  }));
  return (method, path, answer) => {
    const template = templates.find(({ pattern }) => pattern.test(path.split("?")[0] ?? ""));
    const operation = template && document.paths[template.path]?.[method.toLowerCase()];
    if (template === undefined || operation === undefined) return undefined;
    const described = operation.responses[answer.status];
    if (described === undefined) return `status ${answer.status} is not described`;
    const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
    const content = described.content[type];
    if (content === undefined) return `${type} is not described for status ${answer.status}`;
    const key = `${method} ${template.path} ${answer.status}`;
    const schema =
      schemas.get(key) ?? z.fromJSONSchema({ ...(toDefs(content.schema) as z.core.JSONSchema.JSONSchema), $defs });
    schemas.set(key, schema);
    const result = schema.safeParse(answer.body);
    return result.success ? undefined : z.prettifyError(result.error);
  };
}

/** JSON Schema keeps its named schemas under another key than OpenAPI. */
function toDefs(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "#/$defs/"));
}
