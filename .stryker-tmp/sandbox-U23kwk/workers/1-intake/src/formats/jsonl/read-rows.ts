import type { TableRow } from "../../row/table-row.js";
import { checkTextFile } from "../../source/check-text-file.js";
import { decodeText } from "../../source/decode-text.js";
import type { OpenSource } from "../../source/note-source.js";
import { peek } from "../../source/peek.js";
import type { ReadContext } from "../read-context.js";
import { readLines } from "./read-lines.js";
import { createObjectReader } from "./read-object.js";
import { whyNotParse } from "./why-not-parse.js";

const HEAD_BYTES = 4 * 1024;

/** Reads a file with one JSON object a line. A line that is no JSON is one broken row; the rest goes on. */
export async function* readRows(source: OpenSource, context: ReadContext): AsyncGenerator<TableRow> {
  const { head, chunks } = await peek(source.stream(), HEAD_BYTES);
  checkTextFile(head);
  const readObject = createObjectReader(context);
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      context.onBytes(bytes);
      yield chunk;
    }
  };
  for await (const line of readLines(decodeText(counted()))) {
    if ("tooLong" in line) {
      yield { row: line.number, broken: "Deze regel is veel te groot. Een notitie mag 200.000 tekens hebben." };
      continue;
    }
    if (line.text.trim() === "") continue;
    const hostile = whyNotParse(line.text);
    if (hostile !== undefined) {
      yield { row: line.number, broken: hostile };
      continue;
    }
    const value = parseJson(line.text);
    const read: TableRow | undefined =
      value === undefined
        ? { row: line.number, broken: "Deze regel is geen JSON. Zet op elke regel één JSON-object." }
        : readObject(line.number, value);
    if (read !== undefined) yield read;
  }
}

/** Undefined for what is no JSON; the parser's own message is dropped because it quotes the text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
