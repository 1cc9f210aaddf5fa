/** Lines of text for a terminal: wrapping, columns and a few styles. Colour supports the words and is never needed to read them. */

export interface TerminalLook {
  /** Columns to write in. */
  readonly columns: number;
  readonly colour: boolean;
}

/** Narrower breaks the columns of the chart; wider makes lines that are hard to read. */
const COLUMNS_MIN = 64;
const COLUMNS_MAX = 100;

/** How to write to a stream: its width when it is a terminal, else 80 columns; colour only on a terminal that allows it (NO_COLOR). */
export function lookOf(
  stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined },
  environment: Readonly<Record<string, string | undefined>> = {},
): TerminalLook {
  const isTerminal = stream.isTTY === true;
  const columns = isTerminal ? (stream.columns ?? 80) : 80;
  return {
    columns: Math.min(COLUMNS_MAX, Math.max(COLUMNS_MIN, columns)),
    colour: isTerminal && !environment.NO_COLOR && environment.TERM !== "dumb",
  };
}

export interface Pen {
  thread(text: string): string;
  strong(text: string): string;
  soft(text: string): string;
  data(text: string): string;
}

/** Red is the thread and nothing else; blue is data, as on the pages. */
export function penFor(look: TerminalLook): Pen {
  const paint = (open: number, close: number) => (text: string) =>
    look.colour && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { thread: paint(31, 39), strong: paint(1, 22), soft: paint(2, 22), data: paint(36, 39) };
}

/** Breaks a text into lines of at most `width` characters; a longer word stands on its own line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Wraps a text behind a first-line lead; the other lines are indented as far as the lead is wide. */
export function hang(lead: string, leadWidth: number, text: string, width: number): string[] {
  return wrap(text, width - leadWidth).map((line, index) => (index === 0 ? lead : " ".repeat(leadWidth)) + line);
}

/** Cuts a text to a width at a word, with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const cut = text.slice(0, width - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > width / 2 ? cut.slice(0, space) : cut).replace(/[\s,:(]+$/, "")}…`;
}
