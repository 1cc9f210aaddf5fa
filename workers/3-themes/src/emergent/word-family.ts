/**
 * Words of one subject often begin alike and share no stem: zwembad, zwemles, zwemmen; parkeren, parkeervergunning. A family is all
 * stems with the same first letters, and stands among the terms as a term of its own. Measured on themes of six weeks that were
 * written for it: with three letters everything is kin, with five the short words that compounds begin with are not. What words end
 * in (afvalpas, buspas) ties too much together.
 */
const LETTERS = 4;
/** No stem begins with it. */
const MARK = "~";

/** The family of a stem; undefined for a stem too short to have one, and for a family. */
export function familyOf(term: string): string | undefined {
  if (term.length < LETTERS || !/^\p{L}/u.test(term)) return undefined;
  return `${MARK}${term.slice(0, LETTERS)}`;
}

export function isFamily(term: string): boolean {
  return term.startsWith(MARK);
}
