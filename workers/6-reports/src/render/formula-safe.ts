/** Signs with which a formula begins, with the forms of them that some spreadsheets fold to the plain ones. */
const FORMULA_SIGNS =
  "=+\\-@\\u2212\\u207A-\\u207C\\u208A-\\u208C\\uFE62\\uFE63\\uFE66\\uFE6B\\uFF0B\\uFF0D\\uFF1D\\uFF20";

/**
 * Where a spreadsheet can see a formula: at the start of the cell, and after a delimiter, a line end or a quote sign inside
 * it, since a file that is opened with another delimiter, or pasted, has cells that begin there. White space, marks and
 * quote signs before the sign are skipped, as some spreadsheets do.
 */
const MAY_BEGIN_FORMULA = new RegExp(`(^|[,;|\\t\\r\\n"])([\\s\\p{C}\\p{M}"']*)(?=[${FORMULA_SIGNS}])`, "gu");

/** Signs that no cell needs and that some spreadsheets skip before they decide. */
const INVISIBLE = /[\p{Cc}\p{Cf}]+/gu;

/** A number as a spreadsheet reads it, in Dutch or English notation; its minus is a sign and starts no formula. */
const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,15})?$/;

/**
 * Rule: no cell of an export is a formula. Rationale: a theme may bear a name that a person typed, and a colleague who opens
 * the export would run it (OWASP, CSV injection). An apostrophe before the sign makes it text, and a reader still sees what
 * stood there. Numbers stay what they are. Every export of ours writes its cells through this function.
 */
export function formulaSafe(cell: string): string {
  if (NUMBER.test(cell)) return cell;
  return cell.replace(INVISIBLE, " ").replace(MAY_BEGIN_FORMULA, "$1$2'");
}
