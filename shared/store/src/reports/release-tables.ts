import type { Json } from "../database.js";

export interface MonthReleaseTable {
  municipality_id: string;
  audience: string;
  month: string;
  record: Json<unknown>;
}

export interface ThemeReleaseTable {
  municipality_id: string;
  audience: string;
  theme_id: string;
  month: string;
  span: Json<unknown>;
  released: Json<unknown>;
}
