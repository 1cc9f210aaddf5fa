import {
  type AskedRequest,
  askedKeyOf,
  type Day,
  type MunicipalityId,
  type PartnerRequest,
  type PartnerTerms,
  ProductError,
  seriesToJoin,
  type TeamCode,
  type ThemeId,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { type StoredPartnerRequest, selectRequests, toRequest } from "./partner-requests.js";

/** To whom and about what a request goes: by this it joins the series that is open. Without it, it stands alone. */
export interface AskedAbout {
  readonly organisationId?: string;
  /** The theme that the evening is about first. */
  readonly themeId?: ThemeId;
  readonly teamCode?: TeamCode;
  readonly today: Day;
  readonly terms: PartnerTerms;
}

/**
 * Puts a request in the outbox, lets it join a series where the rule of domain says so, and moves its proposal to
 * 'requested'. Only the fields of the type are kept, whatever else the object holds. The same id twice counts once. Throws
 * `initiative-unknown` when there is no such initiative, or it was stopped.
 */
export async function createPartnerRequest(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
  request: PartnerRequest,
  now: Date,
  about?: AskedAbout,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const moved = await sql`
      update proposal set state = 'requested', state_since = ${now}::timestamptz from initiative
      where initiative.municipality_id = ${municipalityId} and initiative.id = ${initiativeId}
        and initiative.state in ('idea', 'planned') and proposal.municipality_id = initiative.municipality_id and proposal.id = initiative.proposal_id
      returning proposal.id
    `.execute(transaction);
    if (moved.rows.length === 0) {
      throw new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer). Ga terug naar het overzicht.", {
        detail: initiativeId,
      });
    }
    if (about?.organisationId !== undefined) await holdPartner(transaction, municipalityId, about.organisationId);
    const seriesId = about && (await findOpenSeries(transaction, municipalityId, request, about));
    await transaction
      .insertInto("partner_request")
      .values({
        municipality_id: municipalityId,
        id: request.id,
        initiative_id: initiativeId,
        content: JSON.stringify(allowedFields(request)),
        created_at: now,
        organisation_id: about?.organisationId ?? null,
        theme_id: about?.themeId ?? null,
        team_code: about?.teamCode ?? null,
        series_id: seriesId ?? null,
      })
      .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
      .execute();
    if (seriesId === undefined) return;
    await transaction
      .updateTable("partner_request")
      .set({ series_id: seriesId })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", seriesId)
      .where("series_id", "is", null)
      .execute();
  });
}

/** Of two teams that ask the same partner at the same moment the second sees the first, since it waits here. */
async function holdPartner(db: StoreDatabase, municipalityId: MunicipalityId, organisationId: string): Promise<void> {
  await db
    .selectFrom("partner_organisation")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", organisationId)
    .forUpdate()
    .execute();
}

/** The series that this request would join now; undefined when it would stand alone. Changes nothing. */
export async function findOpenSeries(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  request: PartnerRequest,
  about: AskedAbout,
): Promise<string | undefined> {
  const { organisationId, themeId, today, terms } = about;
  if (themeId === undefined) return undefined;
  const rows = await selectRequests(db, municipalityId)
    .where("request.theme_id", "=", themeId)
    .where("request.id", "<>", request.id)
    .where("request.withdrawn_at", "is", null)
    .execute();
  const asked = { ...askedKey({ organisationId, request }), themeId };
  return seriesToJoin(asked, rows.map(toRequest).map(asAsked), today, terms);
}

function asAsked(stored: StoredPartnerRequest): AskedRequest {
  const { request, themeId, seriesId } = stored;
  return {
    id: request.id,
    ...askedKey(stored),
    ...(themeId !== undefined && { themeId }),
    ...(seriesId !== undefined && { seriesId }),
    askedOn: stored.createdAt.toISOString().slice(0, 10),
    state: stored.state,
    isAnswered: stored.answer !== undefined,
    lastDay:
      request.dates
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? "",
  };
}

function askedKey(asked: { readonly organisationId?: string | undefined; readonly request: PartnerRequest }) {
  const { organisationId, request } = asked;
  const { partnerId, partnerEmail } = request;
  const key = askedKeyOf({
    partnerId,
    ...(organisationId !== undefined && { organisationId }),
    ...(partnerEmail !== undefined && { partnerEmail }),
  });
  return key === undefined ? {} : { askedKey: key };
}

/** Written out field by field: the type is the allow-list, and an object can hold more than its type says. */
function allowedFields(request: PartnerRequest): PartnerRequest {
  return {
    id: request.id,
    partnerId: request.partnerId,
    partnerName: request.partnerName,
    ...(request.partnerEmail !== undefined && { partnerEmail: request.partnerEmail }),
    subject: request.subject,
    topic: request.topic,
    areaName: request.areaName,
    formatId: request.formatId,
    dates: request.dates.map(({ day, from, until }) => ({ day, from, until })),
    location: request.location,
    turnout: { min: request.turnout.min, max: request.turnout.max },
    contact: {
      name: request.contact.name,
      role: request.contact.role,
      team: request.contact.team,
      phone: request.contact.phone,
      email: request.contact.email,
    },
    asks: [...request.asks],
    offers: [...request.offers],
  };
}
