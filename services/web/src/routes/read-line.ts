/** One line from a form, as typed: on one line, since a line break has no place in a name or the header of a mail. */
export function readLine(value: unknown, charactersMax: number): string {
  const text = typeof value === "string" ? value.replace(/[\r\n]+/g, " ").trim() : "";
  return text.slice(0, charactersMax);
}
