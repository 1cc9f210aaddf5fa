import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { ProductError } from "@rode-draad/domain";

/** One line of input: either its object, or what is wrong with it (never its content). */
type JsonLine =
  | { readonly line: number; readonly value: Record<string, unknown> }
  | { readonly line: number; readonly problem: string };

/**
 * Reads JSON lines from a file, or from standard input for `-`. Empty lines are skipped; a line that is not a JSON object
 * comes back as a problem, so that the rest is still handled.
 *
 * @throws {ProductError} `file-unreadable` when the file cannot be opened.
 */
async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
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

/** A text with its id, the input of scrub, classify and discover. The id goes back as it came. */
export interface TextLine {
  readonly id: string | number;
  readonly text: string;
  readonly fields: Record<string, unknown>;
}

/**
 * The lines that hold `id` and `text`, and in which `findMore` finds nothing wrong. The others are named on standard error and
 * set exit code 1; the rest is still read.
 */
export async function* readTextLines(file: string, findMore: FindProblem = () => undefined): AsyncGenerator<TextLine> {
  for await (const entry of readJsonLines(file)) {
    const problem = "problem" in entry ? entry.problem : (findProblem(entry.value) ?? findMore(entry.value));
    if (problem !== undefined) {
      process.stderr.write(`Regel ${entry.line}: ${problem}.\n`);
      process.exitCode = 1;
      continue;
    }
    const { id, text, ...fields } = (entry as { value: Record<string, unknown> }).value;
    yield { id: id as string | number, text: text as string, fields };
  }
}

/** Writes one answer per text, in order. */
export async function mapTextLines(file: string, handle: (line: TextLine) => unknown): Promise<void> {
  for await (const line of readTextLines(file)) await writeJsonLine(handle(line));
  await writeJsonLine.flush();
}

/** What is wrong with the object of a line, in words that repeat nothing of it. */
type FindProblem = (value: Readonly<Record<string, unknown>>) => string | undefined;

function findProblem(value: Record<string, unknown>): string | undefined {
  if (typeof value.id !== "string" && typeof value.id !== "number") return 'het veld "id" ontbreekt of is geen tekst';
  if (typeof value.text !== "string") return 'het veld "text" ontbreekt of is geen tekst';
  return undefined;
}

/** Characters gathered before they are written: one write a line would cost more than the answer itself. */
const BUFFER_CHARACTERS = 65_536;

/** Writes a value as one JSON line on standard output; waits when its reader is slower. Call `flush` at the end. */
export const writeJsonLine = createLineWriter();

function createLineWriter(): ((value: unknown) => Promise<void>) & { flush(): Promise<void> } {
  let buffer = "";
  const flush = async (): Promise<void> => {
    if (buffer === "") return;
    const chunk = buffer;
    buffer = "";
    if (!process.stdout.write(chunk)) await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
  };
  const write = async (value: unknown): Promise<void> => {
    buffer += `${JSON.stringify(value)}\n`;
    if (buffer.length > BUFFER_CHARACTERS) await flush();
  };
  return Object.assign(write, { flush });
}
