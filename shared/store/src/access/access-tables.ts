import type { Role, TokenScope } from "@rode-draad/domain";
import type { Generated } from "kysely";

/** Who may enter, and who is told of reports; see migrations 0008, 0014 and 0020. */

export interface AccountTable {
  municipality_id: string;
  id: string;
  login: string;
  name: string;
  roles: Role[];
  team_codes: Generated<string[]>;
  professional_id: string | null;
  password_hash: string | null;
  invite_hash: string | null;
  invite_from: Date | null;
  invite_until: Date | null;
  issuer: string | null;
  subject: string | null;
  created_at: Date;
  disabled_at: Date | null;
}

export interface SessionTable {
  municipality_id: string;
  id_hash: string;
  account_id: string;
  started_at: Date;
  seen_at: Date;
  ends_at: Date;
  awaits: "code" | "set-up" | null;
  new_secret: string | null;
  new_secret_key: string | null;
}

export interface SecondFactorTable {
  municipality_id: string;
  account_id: string;
  secret: string;
  text_key: string | null;
  last_step: number;
  since: Date;
}

export interface RecoveryCodeTable {
  municipality_id: string;
  account_id: string;
  code_hash: string;
}

export interface ApiTokenTable {
  municipality_id: string;
  id: string;
  name: string;
  scopes: TokenScope[];
  secret_hash: string;
  created_at: Date;
  revoked_at: Date | null;
}

export interface ReportSubscriptionTable {
  municipality_id: string;
  account_id: string;
  email: string;
  since: Date;
  sent_month: string | null;
  failed_at: Date | null;
}
