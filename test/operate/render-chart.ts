import { stringify } from "yaml";

/**
 * Renders the templates of our chart without helm: the small part of Go's templates that they use, and nothing more. What it does not
 * know it refuses, so that a template cannot pass here and fail there.
 *
 *   {{ .Values.a.b }}  {{ … | quote }}  {{ … | indent N }}  {{ printf "…%s" .Values.a }}  {{ toYaml .Values.a }}
 *   {{- if .Values.a }} … {{- end }}  {{- range $name, $value := .Values.a }} … {{- end }}
 */
export function renderTemplate(template: string, context: Readonly<Record<string, unknown>>): string {
  const tokens = template.split(/(\{\{-?\s*.*?\s*-?\}\})/s);
  const [text, rest] = renderBlock(tokens, 0, context);
  if (rest < tokens.length) throw new Error("An end stands without a beginning.");
  return text;
}

function renderBlock(
  tokens: readonly string[],
  from: number,
  context: Readonly<Record<string, unknown>>,
): [string, number] {
  let out = "";
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    const action = /^\{\{(-?)\s*(.*?)\s*(-?)\}\}$/s.exec(token);
    if (action === null) {
      out += trimAfter(tokens[at - 1]) ? token.trimStart() : token;
      continue;
    }
    const [, trims, code = ""] = action;
    if (trims === "-") out = out.trimEnd();
    if (code === "end") return [out, at + 1];
    const isIf = /^if (\S+)$/.exec(code);
    const range = /^range (\$\w+), (\$\w+) := (\S+)$/.exec(code);
    if (isIf === null && range === null) {
      out += String(evaluate(code, context));
      continue;
    }
    if (isIf !== null) {
      const [body, next] = renderBlock(tokens, at + 1, context);
      if (isTrue(evaluate(isIf[1] ?? "", context))) out += body;
      at = next - 1;
      continue;
    }
    const [, key = "", value = "", list = ""] = range ?? [];
    const entries = Object.entries(evaluate(list, context) as Record<string, unknown>);
    // Read once even when there is nothing, to find its end.
    let [, next] = renderBlock(tokens, at + 1, { ...context, [key]: "", [value]: "" });
    for (const [name, entry] of entries) {
      const [body, after] = renderBlock(tokens, at + 1, { ...context, [key]: name, [value]: entry });
      out += body;
      next = after;
    }
    at = next - 1;
  }
  return [out, tokens.length];
}

function trimAfter(token: string | undefined): boolean {
  return token !== undefined && /-\}\}$/.test(token);
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false && value !== 0;
}

function evaluate(code: string, context: Readonly<Record<string, unknown>>): unknown {
  const [first = "", ...filters] = code.split("|").map((part) => part.trim());
  return filters.reduce<unknown>(
    (value, filter) => {
      if (filter === "quote") return JSON.stringify(String(value));
      const indent = /^indent (\d+)$/.exec(filter);
      if (indent === null) throw new Error(`The filter ${filter} is not known here.`);
      return String(value).replace(/^(?=.)/gm, " ".repeat(Number(indent[1])));
    },
    term(first, context),
  );
}

function term(code: string, context: Readonly<Record<string, unknown>>): unknown {
  const printed = /^printf "([^"%]*)%s" (\S+)$/.exec(code);
  if (printed !== null) return `${printed[1]}${String(term(printed[2] ?? "", context))}`;
  const yaml = /^toYaml (\S+)$/.exec(code);
  if (yaml !== null) return stringify(term(yaml[1] ?? "", context)).trimEnd();
  if (/^\$\w+$/.test(code)) return context[code];
  if (!/^(\.\w+)+$/.test(code)) throw new Error(`The action ${code} is not known here.`);
  return code
    .slice(1)
    .split(".")
    .reduce<unknown>((value, key) => {
      const found = (value as Record<string, unknown>)[key];
      if (found === undefined) throw new Error(`${code} is nowhere in the values.`);
      return found;
    }, context);
}
