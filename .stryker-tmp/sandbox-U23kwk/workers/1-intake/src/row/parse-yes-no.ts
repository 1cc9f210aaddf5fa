const YES = new Set(["ja", "j", "yes", "y", "true", "waar", "1", "x"]);
const NO = new Set(["", "nee", "n", "no", "false", "onwaar", "0", "-"]);

/** Reads a yes or no as people type it in a sheet. An empty cell is no; any other word is undefined. */
export function parseYesNo(value: string): boolean | undefined {
  const word = value.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
