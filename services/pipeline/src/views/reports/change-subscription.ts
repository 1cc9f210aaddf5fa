import { AUDIENCE, changed } from "@rode-draad/api";
import { endReportSubscription, readLastReleasedMonth, setReportSubscription } from "@rode-draad/store";
import type { ReportTools } from "@rode-draad/web";
import type { WebMeans } from "../web-means.js";

const CHANGE = { action: "change-account", subject: "account" } as const;

/** Turns the monthly mail on, at this address, or off. Months that were released before are told of no more. */
export async function changeSubscription(
  { product, actor }: Pick<WebMeans, "product" | "actor">,
  email: string | undefined,
): ReturnType<ReportTools["changeSubscription"]> {
  const { store, municipalityId, clock, audit } = product;
  const told = await readLastReleasedMonth(store.db, municipalityId, AUDIENCE);
  const isDone = await changed(
    { db: store.db, audit },
    CHANGE,
    async (db) => {
      if (email !== undefined) {
        return await setReportSubscription(db, municipalityId, { accountId: actor.id, email, told }, clock());
      }
      await endReportSubscription(db, municipalityId, actor.id);
      return true;
    },
    (done) => (done ? { id: actor.id } : { outcome: "refused" }),
  );
  return isDone ? {} : { refused: "no-account" };
}
