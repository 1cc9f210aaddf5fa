import type { AreaCode } from "./ids.js";

/** How a partner receives what we send. By hand: a colleague downloads the letter and sends it. */
export const PARTNER_CHANNELS = ["mail", "webhook", "by-hand"] as const;
export type PartnerChannel = (typeof PARTNER_CHANNELS)[number];

/** A partner that this municipality works with: one housing corporation, one library. */
export interface PartnerOrganisation {
  readonly id: string;
  /** Its kind: one of the catalogue's partner types. */
  readonly partnerId: string;
  readonly name: string;
  readonly email?: string;
  readonly channel: PartnerChannel;
  /** The wijken in which it works; none named: the whole municipality. */
  readonly areaCodes: readonly AreaCode[];
  /** No longer asked when false; what was asked before stays readable. */
  readonly isActive: boolean;
}

/** Rule: a partner can be asked for a wijk in which it works, as long as it is in use. */
export function canBeAsked(organisation: PartnerOrganisation, areaCode: AreaCode): boolean {
  const { areaCodes, isActive } = organisation;
  return isActive && (areaCodes.length === 0 || areaCodes.includes(areaCode));
}
