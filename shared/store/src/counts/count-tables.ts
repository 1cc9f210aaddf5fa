export interface MonthCountTable {
  municipality_id: string;
  theme_id: string;
  month: string;
  area_code: string;
  team_code: string;
  cases: number;
  professionals: number;
}

export interface MonthTotalTable {
  municipality_id: string;
  month: string;
  area_code: string;
  cases: number;
}

export interface WeekCountTable {
  municipality_id: string;
  theme_id: string;
  week: string;
  area_code: string;
  team_code: string;
  cases: number;
}

export interface SeriesAlarmTable {
  municipality_id: string;
  theme_id: string;
  week: string;
  area_code: string;
  team_code: string;
  kind: "rising" | "falling";
  weeks: number;
  probability: number;
  excess: number;
}
