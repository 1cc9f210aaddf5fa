import type { AgendaPoint, PartnerChannel, PartnerMessage, PartnerRequest, StandingEvening } from "@rode-draad/domain";
import type { Generated } from "kysely";
import type { Json } from "../database.js";

/** The tables about partners: who they are, what was asked and sent, and the evenings that are agreed on. */

export interface PartnerOrganisationTable {
  municipality_id: string;
  id: string;
  partner_id: string;
  name: string;
  email: string | null;
  channel: PartnerChannel;
  area_codes: string[];
  is_active: Generated<boolean>;
  changed_at: Date;
}

export interface PartnerRequestTable {
  municipality_id: string;
  id: string;
  initiative_id: string;
  content: Json<PartnerRequest>;
  state: Generated<"waiting" | "sent" | "failed">;
  attempts: Generated<number>;
  sent_at: Date | null;
  created_at: Date;
  organisation_id: string | null;
  theme_id: string | null;
  team_code: string | null;
  series_id: string | null;
  waiting_since: Date | null;
  next_try_at: Date | null;
  failure: string | null;
  reminded_at: Date | null;
  told_at: Date | null;
  withdrawn_at: Date | null;
}

export interface PartnerMessageTable {
  municipality_id: string;
  id: string;
  about_id: string;
  content: Json<PartnerMessage>;
  state: Generated<"waiting" | "sent" | "failed">;
  attempts: Generated<number>;
  waiting_since: Date;
  next_try_at: Date | null;
  failure: string | null;
  sent_at: Date | null;
  created_at: Date;
}

export interface StandingEveningTable {
  municipality_id: string;
  id: string;
  organisation_id: string;
  week: StandingEvening["rhythm"]["week"];
  weekday: StandingEvening["rhythm"]["weekday"];
  starts_at: string;
  ends_at: string;
  location: string;
  contact: Json<StandingEvening["contact"]>;
  first_month: string;
  skipped_months: Generated<string[]>;
  is_running: Generated<boolean>;
  revision: Generated<number>;
  created_at: Date;
}

export interface EveningAgendaTable {
  municipality_id: string;
  evening_id: string;
  month: string;
  report_month: string;
  points: Json<readonly AgendaPoint[]>;
  message_id: string | null;
  made_at: Date;
}
