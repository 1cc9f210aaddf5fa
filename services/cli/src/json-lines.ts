import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { ProductError } from "@rode-draad/domain";

/** One line of input: either its object, or what is wrong with it (never its content). */
export type JsonLine =
  | { readonly line: number; readonly value: Record<string, unknown> }
  | { readonly line: number; readonly problem: string };

/**
 * Reads JSON lines from a file, or from standard input for `-`. Empty lines are skipped; a line that is not a JSON object
 * comes back as a problem, so that the rest is still handled.
 *
 * @throws {ProductError} `file-unreadable` when the file cannot be opened.
 */
export async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
  if (file !== "-") await requireReadableFile(file);
  const input = file === "-" ? process.stdin : createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const trimmed = line === 1 ? text.replace(/^\uFEFF/, "").trim() : text.trim();
    if (trimmed === "") continue;
    yield parseLine(line, trimmed);
  }
}

function parseLine(line: number, text: string): JsonLine {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return { line, value: value as Record<string, unknown> };
    return { line, problem: 'dit is geen JSON-object; schrijf elke regel als {"id":…,"text":…}' };
  } catch {
    return { line, problem: "dit is geen JSON; zet elk object op één regel" };
  }
}

async function requireReadableFile(file: string): Promise<void> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new ProductError("file-unreadable", `${file} is een map, geen bestand.`);
  } catch (error) {
    if (error instanceof ProductError) throw error;
    throw new ProductError("file-unreadable", `Het bestand ${file} is niet te openen. Controleer naam en rechten.`, {
      cause: error,
    });
  }
}

/** A text with its id, the input of scrub, classify and discover. */
export interface TextLine {
  readonly id: string;
  readonly text: string;
  readonly fields: Record<string, unknown>;
}

/**
 * Runs `handle` over every line that holds `id` and `text`; names the others on standard error and sets exit code 1 for
 * them after the rest is done. Writes one JSON line per result, in order.
 */
export async function mapTextLines(file: string, handle: (line: TextLine) => unknown): Promise<void> {
  const write = bufferedWriter();
  for await (const entry of readJsonLines(file)) {
    const problem = "problem" in entry ? entry.problem : findProblem(entry.value);
    if (problem !== undefined) {
      process.stderr.write(`Regel ${entry.line}: ${problem}.\n`);
      process.exitCode = 1;
      continue;
    }
    const { id, text, ...fields } = (entry as { value: Record<string, unknown> }).value;
    await write(`${JSON.stringify(handle({ id: String(id), text: text as string, fields }))}\n`);
  }
  await write.flush();
}

function findProblem(value: Record<string, unknown>): string | undefined {
  if (typeof value.id !== "string" && typeof value.id !== "number") return 'het veld "id" ontbreekt of is geen tekst';
  if (typeof value.text !== "string") return 'het veld "text" ontbreekt of is geen tekst';
  return undefined;
}

/** Joins small writes and waits when the reader of standard output is slower than we are. */
function bufferedWriter(): ((text: string) => Promise<void>) & { flush(): Promise<void> } {
  let buffer = "";
  const flush = async (): Promise<void> => {
    if (buffer === "") return;
    const chunk = buffer;
    buffer = "";
    if (!process.stdout.write(chunk)) await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
  };
  const write = async (text: string): Promise<void> => {
    buffer += text;
    if (buffer.length > 65_536) await flush();
  };
  return Object.assign(write, { flush });
}
