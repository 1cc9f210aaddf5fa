import type { Generated } from "kysely";
import type { Json } from "../database.js";

export interface ImportRunTable {
  municipality_id: string;
  id: string;
  origin: string;
  started_at: Date;
  finished_at: Date | null;
  summary: Json<unknown> | null;
  rows_read: Generated<number>;
  share_read: Generated<number>;
  seen_at: Date | null;
}

export interface ImportProfileTable {
  municipality_id: string;
  profile: string;
  fields: Json<readonly (string | null)[]>;
  used_at: Date;
}
