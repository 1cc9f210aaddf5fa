import { parseSync } from "oxc-parser";
import { readSourceFiles } from "../architecture/source-files.js";

/** A node of a syntax tree in the ESTree form, as loosely as a reader of many kinds needs it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface ParsedFile {
  readonly path: string;
  readonly program: SyntaxNode;
  lineOf(node: SyntaxNode): number;
}

/** The code of the product under a path, tests left out. */
export function parseFiles(isWanted: (path: string) => boolean): ParsedFile[] {
  return readSourceFiles()
    .filter(({ path, isProduct }) => isProduct && isWanted(path))
    .map(({ path, text }) => {
      const { program, errors } = parseSync(path, text);
      if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
      return {
        path,
        program: program as unknown as SyntaxNode,
        lineOf: (node) => text.slice(0, node.start).split("\n").length,
      };
    });
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** Calls `visit` for each node with its ancestors, the nearest first. Nothing below a node for which `visit` gives false. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, ancestors: readonly SyntaxNode[]) => boolean | undefined,
  ancestors: readonly SyntaxNode[] = [],
): void {
  if (visit(node, ancestors) === false) return;
  for (const child of childrenOf(node)) walk(child, visit, [node, ...ancestors]);
}

/** The text of a literal, or the pieces of a template between what is filled in; undefined for anything else. */
export function literalPieces(node: SyntaxNode): string[] | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return [node.value];
  if (node.type !== "TemplateLiteral") return undefined;
  return (node.quasis as SyntaxNode[]).map((piece) => (piece.value as { readonly cooked: string }).cooked);
}
