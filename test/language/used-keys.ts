import { isNode, literalPieces, type ParsedFile, type SyntaxNode, walk } from "./syntax-tree.js";

/** A place in the code that asks for messages: a pattern of keys, and the names of what it fills in. */
export interface MessageUse {
  readonly place: string;
  /** Undefined: no reader can say which key it is. */
  readonly keys: RegExp | undefined;
  /** Undefined when a spread hides what is filled in. */
  readonly given: readonly string[] | undefined;
}

/** Functions that give the words of a file of messages, with the place of its name among their arguments. */
const GIVERS: ReadonlyMap<string, number> = new Map([
  ["useTranslations", 0],
  ["wordsOf", 1],
  ["wordsIn", 1],
]);

/** Every call of a translator in a file. A translator is a variable made by one of the givers, or a parameter typed `Words<"file">`. */
export function messageUses(file: ParsedFile): MessageUse[] {
  const uses: MessageUse[] = [];
  visitScope(file.program, new Map());
  return uses;

  function visitScope(scope: SyntaxNode, outer: ReadonlyMap<string, string>): void {
    const known = new Map(outer);
    walk(scope, (node) => {
      if (node !== scope && isFunction(node)) {
        visitScope(node, known);
        return false;
      }
      if (node.type === "VariableDeclarator") remember(known, node.id, givenBy(node.init));
      if (node.type === "Identifier" || node.type === "ObjectPattern") rememberTyped(known, node);
      if (node.type === "CallExpression") noteCall(node, known);
      return undefined;
    });
  }

  function noteCall(call: SyntaxNode, known: ReadonlyMap<string, string>): void {
    const prefix = prefixOf(call.callee as SyntaxNode, known);
    if (prefix === undefined) return;
    const [key, values] = call.arguments as SyntaxNode[];
    const place = `${file.path}:${file.lineOf(call)}`;
    for (const pattern of key === undefined ? [undefined] : patternsOf(key)) {
      uses.push({
        place,
        keys: pattern === undefined ? undefined : new RegExp(`^${escaped(prefix)}\\.${pattern}$`),
        given: namesIn(values),
      });
    }
  }
}

function isFunction(node: SyntaxNode): boolean {
  return /^(?:Function|ArrowFunction)/.test(node.type);
}

/** `useTranslations("account")`, `wordsOf(response, "account")`: "account". */
function givenBy(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== "CallExpression" || !isNode(node.callee)) return undefined;
  const position = GIVERS.get(String(node.callee.name));
  if (position === undefined) return undefined;
  const argument = (node.arguments as SyntaxNode[])[position];
  return argument && literalPieces(argument)?.join("");
}

function remember(known: Map<string, string>, id: unknown, prefix: string | undefined): void {
  if (!isNode(id) || typeof id.name !== "string") return;
  if (prefix === undefined) return;
  known.set(id.name, prefix);
}

/** A parameter `t: Words<"account">`, or `{ t }: { t: Words<"account"> }`. */
function rememberTyped(known: Map<string, string>, node: SyntaxNode): void {
  if (!isNode(node.typeAnnotation)) return;
  const ofWhole = wordsType(node.typeAnnotation);
  if (node.type === "Identifier") remember(known, node, ofWhole);
  walk(node.typeAnnotation, (inner) => {
    if (inner.type === "TSPropertySignature" && isNode(inner.typeAnnotation)) {
      remember(known, inner.key, wordsType(inner.typeAnnotation));
    }
  });
}

function wordsType(annotation: SyntaxNode): string | undefined {
  const type = annotation.typeAnnotation;
  if (!isNode(type) || type.type !== "TSTypeReference" || !isNode(type.typeName) || type.typeName.name !== "Words")
    return undefined;
  const [first] = (isNode(type.typeArguments) ? (type.typeArguments.params as SyntaxNode[]) : []).flatMap((param) =>
    isNode(param.literal) ? [param.literal] : [],
  );
  return first && literalPieces(first)?.join("");
}

/** The file and key before the last part, when a callee is a translator: `t`, `t.rich`, `wordsOf(response, "about")`. */
function prefixOf(callee: SyntaxNode, known: ReadonlyMap<string, string>): string | undefined {
  if (callee.type === "CallExpression") return givenBy(callee);
  if (callee.type === "MemberExpression" && isNode(callee.object) && isNode(callee.property)) {
    return ["rich", "markup", "has"].includes(String(callee.property.name))
      ? prefixOf(callee.object, known)
      : undefined;
  }
  return callee.type === "Identifier" ? known.get(String(callee.name)) : undefined;
}

/** What a key can be: each branch of a choice, with one part of a key for each thing that is filled in. */
function patternsOf(node: SyntaxNode): (string | undefined)[] {
  if (node.type === "ConditionalExpression") {
    return [...patternsOf(node.consequent as SyntaxNode), ...patternsOf(node.alternate as SyntaxNode)];
  }
  const pieces = literalPieces(node);
  return [pieces?.map(escaped).join("[^.]+")];
}

function namesIn(values: SyntaxNode | undefined): string[] | undefined {
  if (values === undefined) return [];
  if (values.type !== "ObjectExpression") return undefined;
  const properties = values.properties as SyntaxNode[];
  if (properties.some(({ type }) => type === "SpreadElement")) return undefined;
  return properties.map(({ key }) => String((key as { readonly name?: string }).name)).sort();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
