/**
 * An address of ours to go on to after signing in. Rule: only a path on this very site. Rationale: a link that signs in here
 * and then leads elsewhere lends our name to somebody else's page (ASVS 5.0, 3.7.2).
 */
export function ownAddress(asked: unknown): string {
  if (typeof asked !== "string" || !asked.startsWith("/")) return "/";
  const base = "https://rode-draad.invalid";
  if (!URL.canParse(asked, base)) return "/";
  const { origin, pathname, search } = new URL(asked, base);
  return origin === base && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
