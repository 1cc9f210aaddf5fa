import { type Actor, actorName, isReleased, type Month, ProductError } from "@rode-draad/domain";
import { guardRelease, type PublicRelease, type ReleaseRecord } from "@rode-draad/privacy";
import {
  holdReleases,
  type LedgerRelease,
  listMonthReleases,
  listReleases,
  type MonthRelease,
  markReportsOutdated,
  readLastReleasedMonth,
  readReport,
  recordRefusal,
  recordReleases,
  type StoreDatabase,
} from "@rode-draad/store";
import { changed } from "../audit/changed.js";
import type { Audited } from "../audit/recorded.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { readMunicipalCatalogue } from "./read-themes.js";

/** Pages and reports are for the team itself; partners get no numbers at all. */
export const AUDIENCE = "team";

/** What a person releases: the report of a month as they saw it. */
export interface ReleaseOrder {
  readonly month: Month;
  /** When the report that they saw was made. */
  readonly madeAt: Date;
}

/** Released, with all months up to it that were drafts; or refused, with the sentence that says why. */
export type ReleaseOutcome =
  | { readonly released: readonly Month[]; readonly releasedAt: Date }
  | { readonly refused: string };

type Means = Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue" | "clock" | "enqueueProposals" | "audit">;

const RELEASE_MONTH: Audited = { action: "release-month", subject: "report" };

/** `actor` is who signs it off. */
type ReleaseMeans = Means & { readonly actor: Actor };

/**
 * A person signs a month off: from then on it never changes. The drafts of earlier months go with it, because the report and
 * its charts show them too. The attacker runs first, over everything this audience has; when that tells too much, the
 * refusal is kept with its reason and the drafts are made anew without the cells that it names.
 *
 * @throws ProductError `report-unknown`, `month-released`, or `draft-changed` when the draft is not the one they saw.
 */
export async function releaseMonth(means: ReleaseMeans, order: ReleaseOrder): Promise<ReleaseOutcome> {
  const { db, municipalityId, catalogue, clock } = means;
  const who = actorName(means.actor);
  const drafts = await readDrafts(means, order);
  const before = await listReleases(db, municipalityId, AUDIENCE);
  const verdict = await guardRelease(
    drafts.map(({ record }) => record as ReleaseRecord),
    before.map(({ page }) => page as PublicRelease),
    (await readMunicipalCatalogue(db, municipalityId, catalogue)).privacyParameters,
  );
  const now = clock();
  if (!verdict.allowed) {
    const withhold = Object.fromEntries([...verdict.withhold].map(([month, keys]) => [month, [...keys].sort()]));
    const refuse = async (transaction: StoreDatabase): Promise<void> => {
      const refusal = { month: order.month, reason: verdict.sentence, withhold };
      await recordRefusal(transaction, municipalityId, AUDIENCE, { ...refusal, refusedFor: who, refusedAt: now });
      await markReportsOutdated(
        transaction,
        municipalityId,
        drafts.map(({ month }) => month),
      );
    };
    await changed(means, RELEASE_MONTH, refuse, () => ({
      outcome: "refused",
      details: { month: order.month, error: "release-refused" },
    }));
    await means.enqueueProposals({ municipalityId });
    return { refused: verdict.sentence };
  }
  const release = async (transaction: StoreDatabase): Promise<void> => {
    await holdReleases(transaction, municipalityId);
    // The attacker took a while; what it looked at must still be what leaves.
    const again = await readDrafts({ ...means, db: transaction }, order);
    if (JSON.stringify(again) !== JSON.stringify(drafts)) throw draftChanged();
    await recordReleases(
      transaction,
      municipalityId,
      AUDIENCE,
      drafts.map((draft) => ledgerRelease(draft, who, now)),
    );
  };
  await changed(means, RELEASE_MONTH, release, () => ({ details: { month: order.month } }));
  return { released: drafts.map(({ month }) => month), releasedAt: now };
}

/** Every month up to this one that nobody released yet. */
async function readDrafts({ db, municipalityId }: Means, { month, madeAt }: ReleaseOrder): Promise<MonthRelease[]> {
  const frozen = await readLastReleasedMonth(db, municipalityId, AUDIENCE);
  if (isReleased(month, frozen)) {
    throw new ProductError("month-released", "Deze maand is al vrijgegeven. Het rapport verandert niet meer.");
  }
  const all = await listMonthReleases(db, municipalityId, AUDIENCE, { from: "0000-00", to: month });
  const report = await readReport(db, municipalityId, { month });
  if (report === undefined || all.at(-1)?.month !== month) {
    throw new ProductError("report-unknown", "Van deze maand is er nog geen rapport. Er is dus niets vrij te geven.");
  }
  if (report.madeAt.getTime() !== madeAt.getTime()) throw draftChanged();
  return all.filter((draft) => frozen === undefined || draft.month > frozen);
}

function draftChanged(): ProductError {
  return new ProductError(
    "draft-changed",
    "Het rapport is veranderd sinds je het bekeek. Lees het opnieuw en geef het daarna vrij.",
  );
}

function ledgerRelease({ month, record }: MonthRelease, releasedBy: string, releasedAt: Date): LedgerRelease {
  const { cells: _exact, madeWith, ...page } = record as ReleaseRecord;
  return {
    month,
    page: page satisfies PublicRelease,
    parameters: madeWith?.parameters ?? {},
    productVersion: madeWith?.productVersion ?? "",
    modelVersion: madeWith?.modelVersion ?? "",
    releasedBy,
    releasedAt,
  };
}
