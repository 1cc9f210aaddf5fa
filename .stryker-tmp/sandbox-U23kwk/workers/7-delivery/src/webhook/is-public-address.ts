import ipaddr from "ipaddr.js";

/** The part of IPv6 that is given out for use on the internet (RFC 4291, IANA). */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR("2000::/3");
/** Special ranges of the IANA registries that the library takes for ordinary: protocols, benchmarks, documentation. */
const SPECIAL_IPV4 = ["192.0.0.0/24", "198.18.0.0/15"].map((range) => ipaddr.IPv4.parseCIDR(range));
const SPECIAL_IPV6 = ["2001::/23", "3fff::/20"].map((range) => ipaddr.IPv6.parseCIDR(range));

/**
 * Rule: a message leaves for addresses on the public internet only. Rationale: whoever may fill in an address could else
 * make this server knock on doors inside (loopback, the own network, the metadata service of a cloud), which trust it
 * (OWASP, server-side request forgery). Said the other way round, by what is allowed, so that a range that is unknown
 * today is refused: "unicast" excludes the special ranges, among them those that carry an IPv4 address inside an IPv6 one.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed instanceof ipaddr.IPv4) return !SPECIAL_IPV4.some((range) => parsed.match(range));
  return parsed.match(GIVEN_OUT) && !SPECIAL_IPV6.some((range) => parsed.match(range));
}
