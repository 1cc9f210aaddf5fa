import type { ThemeId } from "./ids.js";
import type { PartnerTerms } from "./partner-terms.js";
import { addDays, type Day } from "./period.js";

/** A request as the rule of series sees it. */
export interface AskedRequest {
  readonly id: string;
  /** Who is asked; absent: nobody can tell whether two requests go to one and the same partner. */
  readonly askedKey?: string;
  readonly themeId?: ThemeId;
  readonly askedOn: Day;
  readonly state: "waiting" | "sent" | "failed";
  readonly isAnswered: boolean;
  /** The last evening that it proposes. */
  readonly lastDay: Day;
  /** The id of the request that opened the series; absent: it stands alone. */
  readonly seriesId?: string;
}

/**
 * Who is asked. A partner in our list is known by its id. Others are known by kind and mail address; without an address two
 * requests to "a school" may go to two schools.
 */
export function askedKeyOf(asked: {
  readonly organisationId?: string;
  readonly partnerId: string;
  readonly partnerEmail?: string;
}): string | undefined {
  const { organisationId, partnerId, partnerEmail } = asked;
  if (organisationId !== undefined) return `organisation ${organisationId}`;
  return partnerEmail === undefined ? undefined : `${partnerId} ${partnerEmail.toLowerCase()}`;
}

/**
 * Rule: a request joins an earlier one to the same partner about the same theme, before its letter went out or while the
 * partner still has something to answer, within three weeks of the first. Rationale: a corporation that gets four letters
 * about one subject answers none of them. Later than that it reads as a new question, and more than six parts fit on no page.
 *
 * Gives the id of the series, which is the id of the request that opened it; of several the one that opened first.
 */
export function seriesToJoin(
  asked: Pick<AskedRequest, "askedKey" | "themeId">,
  earlier: readonly AskedRequest[],
  today: Day,
  terms: Pick<PartnerTerms, "seriesWindowDays" | "seriesPartsMax">,
): string | undefined {
  if (asked.askedKey === undefined || asked.themeId === undefined) return undefined;
  const alike = earlier.filter(
    ({ askedKey, themeId, state }) => askedKey === asked.askedKey && themeId === asked.themeId && state !== "failed",
  );
  const groups = new Map<string, AskedRequest[]>();
  for (const request of alike) {
    const id = request.seriesId ?? request.id;
    groups.set(id, [...(groups.get(id) ?? []), request]);
  }
  const open = [...groups].filter(
    ([, parts]) =>
      parts.length < terms.seriesPartsMax &&
      openedOn(parts) >= addDays(today, -terms.seriesWindowDays) &&
      parts.some(({ isAnswered, lastDay }) => !isAnswered && lastDay > today),
  );
  const [first] = open.sort(([oneId, one], [otherId, other]) =>
    openedOn(one) === openedOn(other) ? (oneId < otherId ? -1 : 1) : openedOn(one) < openedOn(other) ? -1 : 1,
  );
  return first?.[0];
}

function openedOn(parts: readonly AskedRequest[]): Day {
  return parts.map(({ askedOn }) => askedOn).sort()[0] ?? "";
}
