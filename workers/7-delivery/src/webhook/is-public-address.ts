import ipaddr from "ipaddr.js";

/** The part of IPv6 that is given out for use on the internet (RFC 4291, IANA). */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Rule: a message leaves for addresses on the public internet only. Rationale: whoever may fill in an address could else
 * make this server knock on doors inside (loopback, the own network, the metadata service of a cloud), which trust it
 * (OWASP, server-side request forgery). Said the other way round, by what is allowed, so that a range that is unknown
 * today is refused: "unicast" excludes all special ranges, among them those that carry an IPv4 address inside an IPv6 one.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GIVEN_OUT);
}
