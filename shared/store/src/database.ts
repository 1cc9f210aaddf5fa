import type {
  CorrectionAction,
  CorrectionEvidence,
  ErasureFacts,
  IdentifierSpan,
  Proposal,
  ProposalState,
  SegmentKind,
  ThemeChange,
  ThemeReasons,
} from "@rode-draad/domain";
import type { ColumnType, Generated } from "kysely";
import type {
  AccountTable,
  ApiTokenTable,
  RecoveryCodeTable,
  ReportSubscriptionTable,
  SecondFactorTable,
  SessionTable,
} from "./access/access-tables.js";
import type { AuditEntryTable } from "./audit/audit-table.js";
import type { MonthCountTable, MonthTotalTable, SeriesAlarmTable, WeekCountTable } from "./counts/count-tables.js";
import type { ImportProfileTable, ImportRunTable } from "./imports/import-tables.js";
import type {
  InitiativeCarrierTable,
  InitiativeEffectTable,
  InitiativeTable,
  RunSheetTable,
} from "./initiatives/initiative-tables.js";
import type { KeyMarkTable } from "./keys/key-marks.js";
import type { PartnerLinkTable, PartnerPageLinkTable, WebhookEndpointTable } from "./partner-links/partner-tables.js";
import type {
  EveningAgendaTable,
  PartnerMessageTable,
  PartnerOrganisationTable,
  PartnerRequestTable,
  StandingEveningTable,
} from "./partner-requests/partner-tables.js";
import type { MonthReleaseTable, ThemeReleaseTable } from "./reports/release-tables.js";
import type { ScheduleRunTable } from "./schedule/schedule-runs.js";
import type { ActivityTable, CatalogueVersionTable } from "./settings/setting-tables.js";

/** The tables as the migrations make them. Rows stay inside the store; what leaves it are domain objects. */

/** Written as JSON text, read as a value. */
export type Json<Value> = ColumnType<Value, string, string>;
/** `YYYY-MM-DD` in both directions. */
export type DayColumn = string;

interface MunicipalityTable {
  id: string;
  name: string;
  correction_version: Generated<number>;
  text_days: Generated<number>;
  notes_read_until: Date | null;
  pairs_from: Generated<string>;
  watched_from: string | null;
  watched_until: string | null;
  limits: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  discovery_holder: string | null;
  discovery_until: Date | null;
  discovery_fence: Generated<number>;
}

interface AreaTable {
  municipality_id: string;
  code: string;
  name: string;
  aliases: Generated<string[]>;
}

interface TeamTable {
  municipality_id: string;
  code: string;
  name: string;
}

interface CaseNoteTable {
  municipality_id: string;
  id: string;
  import_id: string;
  case_id: string;
  professional_id: string | null;
  date: DayColumn;
  team_code: string;
  area_code: string;
  safety_flag: boolean;
  text: string | null;
  text_key: Generated<string | null>;
  content_hash: string;
  masked: Json<Readonly<Record<string, number>>>;
  spans: ColumnType<readonly IdentifierSpan[], string | undefined, string>;
  released_from: string | null;
  version: Generated<number>;
  state: Generated<"received" | "cut" | "themed" | "stuck">;
  state_since: Date;
  tries: Generated<number>;
  stuck_reason: string | null;
  queued_at: Date | null;
}

interface QuarantinedNoteTable {
  municipality_id: string;
  id: string;
  import_id: string;
  content_hash: string;
  reason: string;
  spans: Json<readonly IdentifierSpan[]>;
  quarantined_at: Date;
  case_id: string | null;
  professional_id: string | null;
  date: DayColumn | null;
  team_code: string | null;
  area_code: string | null;
  safety_flag: boolean | null;
  state: Generated<"waiting" | "withdrawn">;
}

interface ObjectionTable {
  municipality_id: string;
  id: string;
  since: DayColumn;
}

interface QuestionTable {
  municipality_id: string;
  note_id: string;
  ordinal: number;
  case_id: string;
  professional_id: string | null;
  date: DayColumn;
  month: string;
  week: string;
  team_code: string;
  area_code: string;
  start_offset: number;
  end_offset: number;
  kind: SegmentKind;
  set_aside: "negated" | "past" | "someone-else" | null;
  theme_id: string | null;
  confidence: Generated<number>;
  route: "known" | "emergent" | "unassigned" | "safety" | null;
  given_theme_id: string | null;
  given_confidence: Generated<number>;
  given_route: "known" | "emergent" | "unassigned" | "safety" | null;
  evidence: Json<readonly CorrectionEvidence[]> | null;
}

interface EmergentThemeTable {
  municipality_id: string;
  id: string;
  label: string;
  terms: string[];
  first_week: string;
  cases: number;
  merged_into: string | null;
}

interface EmergentStateTable {
  municipality_id: string;
  version: number;
  state: Buffer;
}

interface CorrectionTable {
  municipality_id: string;
  number: number;
  action: Json<CorrectionAction> | null;
  undoes: number | null;
  who: string;
  why: string;
  made_at: Date;
}

interface ThemeChangeTable {
  municipality_id: string;
  number: Generated<number>;
  kind: ThemeChange["kind"];
  theme_id: string;
  other_id: string | null;
  name: string | null;
  made_by: ThemeChange["by"];
  who: string | null;
  why: string | null;
  made_at: Date;
  correction_number: number | null;
}

interface StaleMonthTable {
  municipality_id: string;
  month: string;
  since: Date;
  mark: Generated<number>;
}

interface SignalTable {
  municipality_id: string;
  id: string;
  theme_id: string;
  area_code: string;
  team_code: string;
  kind: "rising" | "new" | "falling" | "back";
  week: string;
  month: string;
  cases: number;
  expected: number;
  explanation: Json<unknown>;
}

interface ProposalTable {
  municipality_id: string;
  id: string;
  need_key: string;
  month: string;
  area_code: string;
  content: Json<Proposal>;
  state: Generated<ProposalState>;
  state_since: Date;
}

interface ProposalReviewTable {
  municipality_id: string;
  id: string;
  proposal_id: string;
  decision: string;
  reason: string | null;
  remark: string | null;
  reviewed_at: Date;
}

interface OutdatedReportTable {
  municipality_id: string;
  month: string;
  mark: Generated<number>;
}

interface ThemeReasonTable {
  municipality_id: string;
  theme_id: string;
  reasons: Json<ThemeReasons>;
}

interface ReleaseLedgerTable {
  municipality_id: string;
  number: Generated<number>;
  kind: "released" | "refused" | "erasure";
  audience: string | null;
  month: string | null;
  page: Json<unknown> | null;
  parameters: Json<unknown> | null;
  product_version: string | null;
  model_version: string | null;
  reason: string | null;
  withhold: Json<Readonly<Record<string, readonly string[]>>> | null;
  facts: Json<ErasureFacts> | null;
  made_by: string;
  made_at: Date;
}

interface ThemeReportTable {
  municipality_id: string;
  month: string;
  team_code: string;
  area_code: string;
  content: Json<unknown>;
  made_at: Date;
}

export interface Database {
  schedule_run: ScheduleRunTable;
  account: AccountTable;
  session: SessionTable;
  second_factor: SecondFactorTable;
  recovery_code: RecoveryCodeTable;
  api_token: ApiTokenTable;
  report_subscription: ReportSubscriptionTable;
  audit_entry: AuditEntryTable;
  key_mark: KeyMarkTable;
  municipality: MunicipalityTable;
  area: AreaTable;
  team: TeamTable;
  import_run: ImportRunTable;
  case_note: CaseNoteTable;
  quarantined_note: QuarantinedNoteTable;
  objection: ObjectionTable;
  question: QuestionTable;
  emergent_theme: EmergentThemeTable;
  emergent_state: EmergentStateTable;
  correction: CorrectionTable;
  theme_change: ThemeChangeTable;
  stale_month: StaleMonthTable;
  month_count: MonthCountTable;
  month_total: MonthTotalTable;
  week_count: WeekCountTable;
  series_alarm: SeriesAlarmTable;
  signal: SignalTable;
  proposal: ProposalTable;
  proposal_review: ProposalReviewTable;
  initiative: InitiativeTable;
  initiative_carrier: InitiativeCarrierTable;
  run_sheet: RunSheetTable;
  initiative_effect: InitiativeEffectTable;
  partner_request: PartnerRequestTable;
  partner_link: PartnerLinkTable;
  webhook_endpoint: WebhookEndpointTable;
  partner_organisation: PartnerOrganisationTable;
  partner_message: PartnerMessageTable;
  partner_page_link: PartnerPageLinkTable;
  standing_evening: StandingEveningTable;
  evening_agenda: EveningAgendaTable;
  month_release: MonthReleaseTable;
  theme_release: ThemeReleaseTable;
  release_ledger: ReleaseLedgerTable;
  outdated_report: OutdatedReportTable;
  theme_report: ThemeReportTable;
  theme_reason: ThemeReasonTable;
  catalogue_version: CatalogueVersionTable;
  import_profile: ImportProfileTable;
  activity: ActivityTable;
}
