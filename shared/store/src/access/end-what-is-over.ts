import { LINK_DAYS_MAX, type MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { latestNow } from "./clocks.js";

const DAY_MS = 86_400_000;

/**
 * Ends for good what the clock says is over: sessions, links to choose a password, links of partners. Done all the time, so that a clock
 * that is set back brings nothing to life again. What bears a moment that is still to come was made under a clock that ran ahead: a
 * session or a link for a password is ended, since it would last too long, and a partner's link, which is in somebody's mail, is cut to
 * what it may last from now.
 */
export async function endWhatIsOver(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
): Promise<void> {
  const latest = latestNow(now);
  const longest = new Date(now.getTime() + LINK_DAYS_MAX * DAY_MS);
  await db
    .deleteFrom("session")
    .where("municipality_id", "=", municipalityId)
    .where((is) =>
      is.or([
        is("ends_at", "<=", now),
        is("seen_at", "<=", idleSince),
        is("seen_at", ">", latest),
        is("started_at", ">", latest),
      ]),
    )
    .execute();
  await db
    .updateTable("account")
    .set({ invite_hash: null, invite_from: null, invite_until: null })
    .where("municipality_id", "=", municipalityId)
    .where((is) => is.or([is("invite_until", "<=", now), is("invite_from", ">", latest)]))
    .execute();
  await db
    .updateTable("partner_link")
    // No token has such a hash, and no two links have the same one.
    .set({ token_hash: sql<string>`${OVER}::text || purpose || ' ' || request_id` })
    .where("municipality_id", "=", municipalityId)
    .where("expires_at", "<=", now)
    .where("token_hash", "not like", `${OVER}%`)
    .execute();
  await db
    .updateTable("partner_link")
    .set({ issued_at: now, expires_at: sql<Date>`least(expires_at, ${longest}::timestamptz)` })
    .where("municipality_id", "=", municipalityId)
    .where("issued_at", ">", latest)
    .execute();
}

const OVER = "over:";
