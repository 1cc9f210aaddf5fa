import { type Audited, changed, readThemes } from "@rode-draad/api";
import { type Activity, existsAlready, ProductError, type Proposal } from "@rode-draad/domain";
import { listActivities, listAreas, removeActivity, replaceActivities } from "@rode-draad/store";
import type { ActivityTools, ActivityView } from "@rode-draad/web";
import { readActivities } from "../../activities/read-activities.js";
import { refusable } from "../refusable.js";
import { collect } from "../settings/collect.js";
import type { WebMeans } from "../web-means.js";

const CHANGE: Audited = { action: "change-activities", subject: "activity" };

/** The sociale kaart: what exists already in the municipality. */
export function activityTools({ product }: WebMeans): ActivityTools {
  const { store, municipalityId, clock, audit } = product;
  const { db } = store;
  return {
    async listActivities() {
      const [activities, areas, { catalogue }] = await Promise.all([
        listActivities(db, municipalityId),
        listAreas(db, municipalityId),
        readThemes(db, municipalityId, product.catalogue),
      ]);
      const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
      return activities.map(
        (activity): ActivityView => ({
          ...shown(activity),
          areas: activity.areaCodes.map((code) => nameOf.get(code) ?? code),
          themes: activity.themeIds.map((id) => catalogue.theme(id)?.label ?? id),
        }),
      );
    },

    importActivities: ({ fileName, content }) =>
      refusable(async () => {
        const bytes = await collect(content);
        const [areas, { catalogue }] = await Promise.all([
          listAreas(db, municipalityId),
          readThemes(db, municipalityId, product.catalogue),
        ]);
        const { activities, problems } = readActivities(fileName, bytes, { catalogue, areas });
        if (activities.length === 0) {
          const [first] = problems;
          throw new ProductError("activities-unreadable", `Regel ${first?.line ?? 1}: ${first?.reason ?? ""}`);
        }
        // Two lists beside each other are two sources, so that renewing one leaves the other.
        const source = fileName.toLowerCase().endsWith(".json") ? "open-referral" : "csv";
        const gone = await changed(
          { db, audit },
          CHANGE,
          (within) => replaceActivities(within, municipalityId, source, activities, clock()),
          () => ({ details: { rows: activities.length } }),
        );
        const withoutTheme = activities.filter(({ themeIds }) => themeIds.length === 0).length;
        return { taken: activities.length, gone, withoutTheme, problems };
      }),

    removeActivity: (id) =>
      refusable(async () => {
        await changed({ db, audit }, CHANGE, async (within) => {
          if (await removeActivity(within, municipalityId, id)) return;
          throw new ProductError("activity-gone", "Deze activiteit staat niet meer op de kaart.");
        });
        return {};
      }),
  };
}

/** What exists already where a proposal is about, by name. */
export function existingFor(
  activities: readonly Activity[],
  { areaCode, themeIds }: Pick<Proposal, "areaCode" | "themeIds">,
) {
  return activities.filter((activity) => existsAlready(activity, { areaCode, themeIds })).map(shown);
}

function shown({ id, name, organisation, meets, url }: Activity) {
  return { id, name, organisation, ...(meets !== undefined && { meets }), ...(url !== undefined && { url }) };
}
