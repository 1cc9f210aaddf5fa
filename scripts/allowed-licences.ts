/**
 * Licences of what an installation runs that go together with EUPL-1.2: permissive ones, whose terms the EUPL leaves standing, and those
 * of its own appendix of compatible licences that ask nothing of a program that only calls the library. What is not here is refused, so
 * that a person looks before it comes in.
 */
export const ALLOWED_LICENCES: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Whether an SPDX expression can be met with what is allowed: one of an OR, all of an AND. Something that is no expression cannot. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, " ").trim();
  if (plain === "" || /\bWITH\b/.test(plain)) return false;
  return plain
    .split(/\sOR\s/)
    .some((choice) => choice.split(/\sAND\s/).every((licence) => ALLOWED_LICENCES.has(licence.trim())));
}
