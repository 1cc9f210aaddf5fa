import { AUDIENCE, type Audited, changed } from "@rode-draad/api";
import { stricterWay, TIGHTENABLE, type Tightened, tightenParameters, withTightened } from "@rode-draad/privacy";
import { listMonthReleases, markReportsOutdated, readOwnSettings, saveLimits } from "@rode-draad/store";
import type { SettingsTools } from "@rode-draad/web";
import { refusable } from "../refusable.js";
import type { WebMeans } from "../web-means.js";

const CHANGE_SETTING: Audited = { action: "change-setting", subject: "setting" };

/** The limits of the release gate, which a municipality may set stricter and never looser than they ship. */
export function limitTools({ product }: WebMeans): Pick<SettingsTools, "readLimits" | "tightenLimits"> {
  const { store, municipalityId, audit, queue, catalogue } = product;
  const shipped = catalogue.privacyParameters;
  return {
    async readLimits() {
      const { limits } = await readOwnSettings(store.db, municipalityId);
      const now = withTightened(shipped, limits);
      return TIGHTENABLE.map((name) => ({
        name,
        shipped: shipped[name],
        value: now[name],
        stricter: stricterWay(name),
        ...(name === "roundTo" && { step: shipped[name] }),
      }));
    },

    tightenLimits: (values) =>
      refusable(async () => {
        const wanted: Tightened = Object.fromEntries(
          TIGHTENABLE.flatMap((name) => {
            const value = values[name];
            return value === undefined || value === shipped[name] ? [] : [[name, value]];
          }),
        );
        tightenParameters(shipped, wanted);
        const work = async (db: typeof store.db): Promise<void> => {
          await saveLimits(db, municipalityId, wanted);
          // Months that a person released stay as they were; the stage leaves those out.
          const drafts = await listMonthReleases(db, municipalityId, AUDIENCE, { from: "0000-00", to: "9999-99" });
          await markReportsOutdated(
            db,
            municipalityId,
            drafts.map(({ month }) => month),
          );
        };
        await changed({ db: store.db, audit }, CHANGE_SETTING, work, () => ({ id: "limits" }));
        await queue.hints.enqueue("proposals", { municipalityId });
        return {};
      }),
  };
}
