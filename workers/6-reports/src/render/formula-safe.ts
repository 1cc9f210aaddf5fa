/** Signs with which a formula begins, with the forms of them that some spreadsheets fold to the plain ones. */
const FORMULA_SIGNS =
  "=+\\-@\\u2212\\u207A-\\u207C\\u208A-\\u208C\\u2A75\\u2A76\\uFB29\\uFE62\\uFE63\\uFE66\\uFE6B\\uFF0B\\uFF0D\\uFF1D\\uFF20";

/** Marks that stand by themselves, such as ‗: folded to the plain form (Unicode NFKC) they are a space with a mark. */
const LOOSE_MARKS =
  "\\u00A8\\u00AF\\u00B4\\u00B8\\u02D8-\\u02DD\\u037A\\u0384\\u0385\\u1FBD\\u1FBF-\\u1FC1\\u1FCD-\\u1FCF\\u1FDD-\\u1FDF\\u1FED\\u1FEE\\u1FFD\\u1FFE" +
  "\\u2017\\u203E\\u309B\\u309C\\uFC5E-\\uFC63\\uFE49-\\uFE4C\\uFE70\\uFE72\\uFE74\\uFE76\\uFE78\\uFE7A\\uFE7C\\uFE7E\\uFF9E\\uFF9F\\uFFE3";

/**
 * Where a spreadsheet can see a formula: at the start of the cell, and after a delimiter, a line end or a quote sign inside
 * it, since a file that is opened with another delimiter, or pasted, has cells that begin there. White space, marks and
 * quote signs before the sign are skipped, as some spreadsheets do.
 */
const MAY_BEGIN_FORMULA = new RegExp(
  `(^|[,;|\\t\\r\\n"])([\\s\\p{C}\\p{M}${LOOSE_MARKS}"']*)(?=[${FORMULA_SIGNS}])`,
  "gu",
);

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
