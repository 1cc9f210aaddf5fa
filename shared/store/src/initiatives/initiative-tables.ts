import type {
  AttendanceBand,
  Evaluation,
  HoursSpent,
  InitiativeOffer,
  InitiativeState,
  RunSheetStep,
  ThemeEffect,
} from "@rode-draad/domain";
import type { ColumnType, Generated } from "kysely";
import type { DayColumn, Json } from "../database.js";

export interface InitiativeTable {
  municipality_id: string;
  id: string;
  proposal_id: string;
  state: Generated<InitiativeState>;
  state_since: Date;
  created_at: Date;
  offer: Json<InitiativeOffer>;
  planned_day: DayColumn | null;
  planned_from: string | null;
  planned_until: string | null;
  date_request_id: string | null;
  place: string | null;
  capacity: number | null;
  held_on: DayColumn | null;
  attendance: AttendanceBand | null;
  evaluation: ColumnType<Evaluation | null, string | null, string | null>;
  hours: ColumnType<HoursSpent | null, string | null, string | null>;
  follow_up_of: string | null;
}

export interface InitiativeCarrierTable {
  municipality_id: string;
  initiative_id: string;
  account_id: string;
  since: Date;
}

export interface RunSheetTable {
  municipality_id: string;
  initiative_id: string;
  steps: Json<readonly RunSheetStep[]>;
  copied_from: string | null;
  saved_at: Date;
}

export interface InitiativeEffectTable {
  municipality_id: string;
  initiative_id: string;
  theme_id: string;
  content: Json<ThemeEffect>;
}
