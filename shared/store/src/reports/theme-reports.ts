import type { AreaCode, Month, MunicipalityId, TeamCode } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** A report is about one team, one area, or the whole municipality when both are absent. */
export interface ReportKey {
  readonly month: Month;
  readonly teamCode?: TeamCode;
  readonly areaCode?: AreaCode;
}

export interface StoredReport extends ReportKey {
  readonly content: unknown;
  readonly madeAt: Date;
}

/** Stores reports, each in place of the earlier one of its month and audience. An equal report keeps its moment. One statement. */
export async function saveReports(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  ...reports: readonly StoredReport[]
): Promise<void> {
  if (reports.length === 0) return;
  const rows = reports.map(({ month, teamCode = "", areaCode = "", content, madeAt }) => ({
    municipality_id: municipalityId,
    month,
    team_code: teamCode,
    area_code: areaCode,
    content: JSON.stringify(content),
    made_at: madeAt,
  }));
  await db
    .insertInto("theme_report")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "month", "team_code", "area_code"])
        .doUpdateSet(({ ref }) => ({ content: ref("excluded.content"), made_at: ref("excluded.made_at") }))
        .whereRef("theme_report.content", "<>", "excluded.content"),
    )
    .execute();
}

/** Undefined when no report has been made of that month for that audience. */
export async function readReport(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  key: ReportKey,
): Promise<StoredReport | undefined> {
  const row = await db
    .selectFrom("theme_report")
    .select(["month", "team_code", "area_code", "content", "made_at"])
    .where("municipality_id", "=", municipalityId)
    .where("month", "=", key.month)
    .where("team_code", "=", key.teamCode ?? "")
    .where("area_code", "=", key.areaCode ?? "")
    .executeTakeFirst();
  return row === undefined ? undefined : { ...keyOf(row), content: row.content, madeAt: row.made_at };
}

/** The latest report of the whole municipality; undefined before the first one. One row, however many there are. */
export async function readLatestReport(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<StoredReport | undefined> {
  const row = await db
    .selectFrom("theme_report")
    .select(["month", "team_code", "area_code", "content", "made_at"])
    .where("municipality_id", "=", municipalityId)
    .where("team_code", "=", "")
    .where("area_code", "=", "")
    .orderBy("month", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...keyOf(row), content: row.content, madeAt: row.made_at };
}

/** The months that have a report, latest first. */
export async function listReportMonths(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Month[]> {
  const rows = await db
    .selectFrom("theme_report")
    .select("month")
    .distinct()
    .where("municipality_id", "=", municipalityId)
    .orderBy("month", "desc")
    .execute();
  return rows.map(({ month }) => month);
}

/** Which reports there are, of one month if asked: latest month first, the whole municipality before its areas and teams. */
export async function listReports(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { month }: { readonly month?: Month } = {},
): Promise<(ReportKey & { readonly madeAt: Date })[]> {
  let query = db
    .selectFrom("theme_report")
    .select(["month", "team_code", "area_code", "made_at"])
    .where("municipality_id", "=", municipalityId);
  if (month !== undefined) query = query.where("month", "=", month);
  const rows = await query.orderBy("month", "desc").orderBy("team_code").orderBy("area_code").execute();
  return rows.map((row) => ({ ...keyOf(row), madeAt: row.made_at }));
}

function keyOf(row: { month: string; team_code: string; area_code: string }): ReportKey {
  return {
    month: row.month,
    ...(row.team_code !== "" && { teamCode: row.team_code }),
    ...(row.area_code !== "" && { areaCode: row.area_code }),
  };
}
