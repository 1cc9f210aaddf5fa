import { isNode, literalPieces, type ParsedFile, type SyntaxNode, walk } from "./syntax-tree.js";

/** A place in the code that asks for messages: a pattern of keys, and the names of what it fills in. */
export interface MessageUse {
  readonly place: string;
  /** Undefined: no reader can say which key it is. */
  readonly keys: RegExp | undefined;
  /** Undefined when a spread hides what is filled in. */
  readonly given: readonly string[] | undefined;
}

/** Functions that give words: those of the file or part that is their argument, or all. */
const GIVERS = { part: ["useTranslations"], all: ["wordsOf", "wordsIn"] };

/** `wordedError(t, "theme-unknown")` asks for the message of that code. */
const REFUSAL = { giver: "wordedError", prefix: "errors.refused.", file: "services/web/src/messages/worded-error.ts" };

/** Every call of a translator in a file. A translator is a variable made by one of the givers, or a parameter typed `Words`. */
export function messageUses(file: ParsedFile): MessageUse[] {
  const uses: MessageUse[] = [];
  if (file.path === REFUSAL.file) return uses;
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
      if (node.type === "Identifier" && isTypedWords(node)) remember(known, node, "");
      if (node.type === "CallExpression") noteCall(node, known);
      return undefined;
    });
  }

  function noteCall(call: SyntaxNode, known: ReadonlyMap<string, string>): void {
    const callee = call.callee as SyntaxNode;
    const isRefusal = callee.name === REFUSAL.giver;
    const prefix = isRefusal ? REFUSAL.prefix : prefixOf(callee, known);
    if (prefix === undefined) return;
    const [key, values] = isRefusal ? (call.arguments as SyntaxNode[]).slice(1, 2) : (call.arguments as SyntaxNode[]);
    const place = `${file.path}:${file.lineOf(call)}`;
    for (const pattern of key === undefined ? [undefined] : patternsOf(key, prefix)) {
      uses.push({
        place,
        keys: pattern === undefined ? undefined : new RegExp(`^${escaped(prefix)}${pattern}$`),
        given: namesIn(values),
      });
    }
  }
}

function isFunction(node: SyntaxNode): boolean {
  return /^(?:Function|ArrowFunction)/.test(node.type);
}

/** `useTranslations("account.signOut")`: "account.signOut."; `wordsOf(response)`: "". */
function givenBy(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== "CallExpression" || !isNode(node.callee)) return undefined;
  const giver = String(node.callee.name);
  if (GIVERS.all.includes(giver)) return "";
  const [part] = GIVERS.part.includes(giver) ? (node.arguments as SyntaxNode[]) : [];
  return part && `${literalPieces(part)?.join("")}.`;
}

function remember(known: Map<string, string>, id: unknown, prefix: string | undefined): void {
  if (!isNode(id) || typeof id.name !== "string") return;
  if (prefix === undefined) return;
  known.set(id.name, prefix);
}

/** A parameter `t: Words`. */
function isTypedWords({ typeAnnotation }: SyntaxNode): boolean {
  const type = isNode(typeAnnotation) ? typeAnnotation.typeAnnotation : undefined;
  return isNode(type) && type.type === "TSTypeReference" && isNode(type.typeName) && type.typeName.name === "Words";
}

/** What stands before the key that is asked for, when a callee is a translator: `t`, `t.rich`, `wordsOf(response)`. */
function prefixOf(callee: SyntaxNode, known: ReadonlyMap<string, string>): string | undefined {
  if (callee.type === "CallExpression") return givenBy(callee);
  if (callee.type === "MemberExpression" && isNode(callee.object) && isNode(callee.property)) {
    return ["rich", "markup", "has"].includes(String(callee.property.name))
      ? prefixOf(callee.object, known)
      : undefined;
  }
  return callee.type === "Identifier" ? known.get(String(callee.name)) : undefined;
}

/**
 * What a key can be: each branch of a choice, with one part of a key for each thing that is filled in. A bare name stands for every
 * message of a part (`note.kind`), but not of a whole file: then nobody could say any more which of its messages are used.
 */
function patternsOf(node: SyntaxNode, prefix: string): (string | undefined)[] {
  if (node.type === "ConditionalExpression") {
    return [node.consequent, node.alternate].flatMap((branch) => patternsOf(branch as SyntaxNode, prefix));
  }
  const pieces = literalPieces(node);
  if (pieces !== undefined) return [pieces.map(escaped).join(ONE_PART)];
  const isName = node.type === "Identifier" || node.type === "MemberExpression";
  return [isName && prefix.split(".").length > 2 ? ONE_PART : undefined];
}

const ONE_PART = "[^.]+";

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
