import type { PartnerChannel, PartnerOrganisation } from "@rode-draad/domain";

/** The municipality's list of partners. */
export interface DirectoryTools {
  listPartners(): Promise<readonly PartnerRowView[]>;
  /** Undefined when there is no such partner. */
  readPartner(organisationId: string): Promise<PartnerFormView | undefined>;
  /** What can be chosen for a new partner. */
  readPartnerChoices(): Promise<PartnerChoices>;
  /** Adds a partner, or changes the one with this id. Throws `partner-unknown` or `webhook-address-refused`. */
  savePartner(draft: PartnerDraft): Promise<SavedPartner>;
}

export interface PartnerRowView extends Pick<PartnerOrganisation, "id" | "name" | "channel" | "isActive"> {
  /** The kind, as the catalogue names it. */
  readonly kind: string;
  readonly email?: string;
  /** Empty: the whole municipality. */
  readonly areas: readonly string[];
}

export interface PartnerChoices {
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}

export interface PartnerFormView extends PartnerChoices {
  readonly partner: PartnerOrganisation;
  /** Where its program takes messages. */
  readonly webhookUrl?: string;
}

export interface PartnerDraft {
  /** Absent: a new one. */
  readonly id?: string;
  readonly partnerId: string;
  readonly name: string;
  readonly email?: string;
  readonly channel: PartnerChannel;
  readonly webhookUrl?: string;
  readonly areaCodes: readonly string[];
  readonly isActive: boolean;
}

export type SavedPartner =
  | {
      readonly id: string;
      /** With which the partner checks our messages; shown once. Absent when the address stayed the same. */
      readonly secret?: string;
    }
  | { readonly heldBack: "name"; readonly sentence: string };
