import { literalPieces, type ParsedFile, type SyntaxNode, walk } from "./syntax-tree.js";

/** Attributes and properties that people read or hear: no word of them stands in the code. */
const READ_ALOUD = new Set(
  [
    "title",
    "label",
    "hint",
    "lead",
    "text",
    "term",
    "caption",
    "legend",
    "alt",
    "placeholder",
    "message",
    "explanation",
  ].concat(["button", "effect", "short", "problem", "refused", "sentence", "reason", "aria-label", "aria-description"]),
);

/** Attributes whose words are for a browser. */
const FOR_BROWSERS = new Set(["className", "d", "viewBox", "accept", "autoComplete", "content"]);

/** What only developers and operators read. */
const FOR_OPERATORS = new Set(["Error", "URL", "RegExp"]);

/**
 * The words that a file holds for people to read, each with its line. Text between tags and in what is read aloud counts down to a
 * single letter; any other literal counts when it is more than one word, or one word with a capital as a sentence or heading has it.
 */
export function inlineWords(file: ParsedFile): string[] {
  const found: string[] = [];
  walk(file.program, (node, ancestors) => {
    const [parent] = ancestors;
    if (isTechnical(node)) return false;
    if (node.type === "JSXText") report(node, [String(node.value)], hasLetter);
    const pieces = literalPieces(node);
    if (pieces === undefined || parent === undefined) return undefined;
    if (isKeyOrPath(node, parent)) return undefined;
    report(node, pieces, isShown(node, ancestors) ? hasLetter : isProse);
    return undefined;
  });
  return found;

  function report(node: SyntaxNode, pieces: readonly string[], isWords: (text: string) => boolean): void {
    const words = pieces.join("…").replace(/\s+/g, " ").replaceAll(PRODUCT, "").trim();
    if (isWords(words) && !IS_CODE.test(words)) found.push(`${file.path}:${file.lineOf(node)} ${words}`);
  }
}

/** The product is called the same in every language. */
const PRODUCT = "Rode Draad";

/** A drawing, a content policy, the first line of a page, a media type, a server-sent event. */
const IS_CODE = /^(?:[Mm][\d…][a-z\d\s.,…-]*$|default-src |<!DOCTYPE |[a-z]+\/[a-z.+-]+; charset=|event: )/i;

const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

function isProse(text: string): boolean {
  return /\p{L}[^\s/]*[\s…]+[^\s/=]*\p{L}/u.test(text.replaceAll("…", "")) || /^\p{Lu}\p{Ll}+[.!?]?$/u.test(text);
}

/** Whole branches that hold nothing to read. */
function isTechnical(node: SyntaxNode): boolean {
  if (node.type === "ImportDeclaration" || node.type.startsWith("TS"))
    return (
      node.type !== "TSAsExpression" && node.type !== "TSSatisfiesExpression" && node.type !== "TSNonNullExpression"
    );
  if (node.type === "JSXAttribute") return FOR_BROWSERS.has(nameOf(node.name));
  if (node.type === "NewExpression") return FOR_OPERATORS.has(nameOf(node.callee));
  if (node.type === "VariableDeclarator") return nameOf(node.id) === "detail";
  // A detail is for the log; a header has a hyphen in its name.
  return node.type === "Property" && /^(?:detail|[A-Z]\w*-[\w-]+)$/.test(nameOf(node.key));
}

/** The name of a property or the module of an export: it is never shown. */
function isKeyOrPath(node: SyntaxNode, parent: SyntaxNode): boolean {
  return (parent.type === "Property" && parent.key === node) || parent.type.startsWith("Export");
}

/** Whether a literal is shown as it stands: as a child of an element, or in something that is read aloud; through any choice or sum. */
function isShown(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  let inner = node;
  for (const [index, outer] of ancestors.entries()) {
    if (outer.type === "JSXAttribute") return READ_ALOUD.has(nameOf(outer.name));
    if (outer.type === "Property") return READ_ALOUD.has(nameOf(outer.key));
    if (outer.type === "JSXExpressionContainer") {
      const around = ancestors[index + 1]?.type;
      if (around === "JSXElement" || around === "JSXFragment") return true;
    } else if (!PASSES_ON.has(outer.type) || outer.test === inner) return false;
    inner = outer;
  }
  return false;
}

/** What gives a literal on as it is. */
const PASSES_ON = new Set([
  "ConditionalExpression",
  "LogicalExpression",
  "BinaryExpression",
  "TemplateLiteral",
  "ParenthesizedExpression",
]);

function nameOf(node: unknown): string {
  const { name, value, namespace } = node as { name?: unknown; value?: unknown; namespace?: unknown };
  if (namespace !== undefined) return `${nameOf(namespace)}:${nameOf(name)}`;
  return String(name ?? value ?? "");
}
