import { AUDIENCE } from "@rode-draad/api";
import { addMonths } from "@rode-draad/domain";
import { compareReports, placeOf, type ThemeReport } from "@rode-draad/reports";
import { listRefusals, listReleases, readReport, readReportSubscription } from "@rode-draad/store";
import type { Choice, ReportTools } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { WebMeans } from "../web-means.js";
import { changeSubscription } from "./change-subscription.js";

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
      const { store, municipalityId } = means.product;
      if (report.isReleased) {
        const released = (await listReleases(store.db, municipalityId, AUDIENCE)).find((one) => one.month === month);
        // What lies before the first released month is frozen with it.
        return released && { kind: "released", by: released.releasedBy, day: dutchDay(released.releasedAt) };
      }
      const refused = await listRefusals(store.db, municipalityId, AUDIENCE);
      return {
        kind: "draft",
        madeAt: report.madeAt.toISOString(),
        refusals: refused
          .filter((one) => one.month === month)
          .map(({ reason, refusedAt }) => ({ day: dutchDay(refusedAt), sentence: reason }))
          .reverse(),
        ...(whyNotRelease !== undefined && { whyNotRelease }),
      };
    },
    async compareReport(choice) {
      const before = { ...choice, month: addMonths(choice.month, -1) };
      const [now, earlier] = await Promise.all([readChosenReport(means, choice), readChosenReport(means, before)]);
      return now && earlier && compareReports(now, earlier);
    },
    async readSubscription() {
      const { store, municipalityId } = means.product;
      return await readReportSubscription(store.db, municipalityId, means.actor.id);
    },
    changeSubscription: (email) => changeSubscription(means, email),
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
