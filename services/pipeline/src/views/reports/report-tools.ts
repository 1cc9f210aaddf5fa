import { placeOf, type ThemeReport } from "@rode-draad/reports";
import { readReport } from "@rode-draad/store";
import type { Choice, ReportTools } from "@rode-draad/web";
import type { WebMeans } from "../web-means.js";

export function reportTools(means: WebMeans): ReportTools {
  const { actions, whyNot } = means;
  const whyNotRelease = whyNot("reports:release");
  return {
    readReport: (choice) => readChosenReport(means, choice),
    async readReportState(month) {
      const report = (await actions.listReports({ month })).find(
        ({ areaCode, teamCode }) => areaCode === undefined && teamCode === undefined,
      );
      if (report === undefined) return undefined;
      if (report.isReleased) return { kind: "released" };
      return {
        kind: "draft",
        madeAt: report.madeAt.toISOString(),
        ...(whyNotRelease !== undefined && { whyNotRelease }),
      };
    },
    async releaseMonth({ month, madeAt }) {
      const outcome = await actions.releaseMonth({ month, madeAt: new Date(madeAt) });
      return "refused" in outcome ? { refused: outcome.refused } : {};
    },
  };
}

/** The report of a month and part; undefined when there is none, or when it is of a team that this person may not see. */
export async function readChosenReport(
  { product: { store, municipalityId }, seesTeam }: WebMeans,
  choice: Choice,
): Promise<ThemeReport | undefined> {
  if (choice.part.kind === "team" && !seesTeam(choice.part)) return undefined;
  const stored = await readReport(store.db, municipalityId, { month: choice.month, ...placeOf(choice.part) });
  return stored?.content as ThemeReport | undefined;
}
