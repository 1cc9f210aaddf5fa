import type { AgendaAnswer, PartnerAnswer } from "@rode-draad/domain";
import type { ColumnType, Generated } from "kysely";

export interface PartnerLinkTable {
  municipality_id: string;
  purpose: string;
  request_id: string;
  token_hash: string;
  issued_at: Date;
  expires_at: Date;
  used_at: Date | null;
  answer: ColumnType<PartnerAnswer | null, string | null, string | null>;
}

export interface PartnerPageLinkTable {
  municipality_id: string;
  message_id: string;
  token_hash: string;
  issued_at: Date;
  expires_at: Date;
  answered_at: Date | null;
  answer: ColumnType<AgendaAnswer | null, string | null, string | null>;
}

export interface WebhookEndpointTable {
  municipality_id: string;
  partner_id: string;
  url: string;
  secret_version: Generated<number>;
  set_at: Date;
}
