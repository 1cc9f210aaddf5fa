import { AUDIENCE } from "@rode-draad/api";
import { fillAgenda, refillAgenda } from "@rode-draad/delivery";
import {
  type AgendaPoint,
  addDays,
  addMonths,
  type Month,
  nextEvening,
  type PartnerOrganisation,
  type StandingEvening,
} from "@rode-draad/domain";
import type { ThemeReport } from "@rode-draad/reports";
import {
  addAgenda,
  decideOnPoints,
  listAgendas,
  listStandingEvenings,
  readLastReleasedMonth,
  readPartnerOrganisation,
  readReport,
  type StoreDatabase,
} from "@rode-draad/store";
import { changedAs } from "../audit/recorded-as.js";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";

type Means = Pick<Product, "store" | "municipalityId" | "catalogue" | "clock">;

const FILL = { action: "fill-agenda", subject: "standing-evening" } as const;

/** Fills the agenda of every standing evening that comes near, once. Gives how many were filled. */
export async function fillAgendas(product: Product): Promise<number> {
  const { store, municipalityId, catalogue, clock } = product;
  const today = dutchDay(clock());
  let filled = 0;
  for (const evening of await listStandingEvenings(store.db, municipalityId)) {
    const next = nextEvening(evening, today);
    if (next === undefined || next.day > addDays(today, catalogue.partnerTerms.agendaDaysAhead)) continue;
    const organisation = await readPartnerOrganisation(store.db, municipalityId, evening.organisationId);
    if (organisation === undefined) continue;
    if (await fillOnce(product, evening, organisation, next.month)) filled += 1;
  }
  return filled;
}

/** Makes the draft of one agenda from the latest month before it that a person released. False when it is there or none is released. */
async function fillOnce(
  product: Product,
  evening: StandingEvening,
  organisation: PartnerOrganisation,
  month: Month,
): Promise<boolean> {
  const { store, municipalityId, clock } = product;
  const agendas = await listAgendas(store.db, municipalityId, evening.id);
  if (agendas.some((agenda) => agenda.month === month)) return false;
  const source = await readSource(product, organisation, month);
  if (source === undefined) return false;
  const agenda = { eveningId: evening.id, month, ...source };
  return await changedAs(
    "schedule",
    product,
    FILL,
    (db) => addAgenda(db, municipalityId, agenda, clock()),
    (isAdded) => ({ id: evening.id, details: { month }, ...(!isAdded && { outcome: "refused" }) }),
  );
}

/**
 * How the agenda of this month is filled by hand: made, or completed from a month that was released since, in which what a person
 * decided stays. Undefined when no month is released that is still news. What it gives is false for an agenda that left.
 */
export async function findFilling(
  product: Means,
  evening: StandingEvening,
  organisation: PartnerOrganisation,
  month: Month,
): Promise<((db: StoreDatabase) => Promise<boolean>) | undefined> {
  const { municipalityId, clock } = product;
  const source = await readSource(product, organisation, month);
  if (source === undefined) return undefined;
  return async (db) => {
    const agendas = await listAgendas(db, municipalityId, evening.id);
    const agenda = agendas.find((one) => one.month === month);
    if (agenda === undefined)
      return addAgenda(db, municipalityId, { eveningId: evening.id, month, ...source }, clock());
    const points = refillAgenda(agenda.points, source.points);
    return decideOnPoints(db, municipalityId, { ...agenda, ...source, points });
  };
}

/** The month from which an agenda would be filled now; undefined when none is released that is still news. */
export async function reportMonthFor(
  { store, municipalityId, catalogue }: Means,
  month: Month,
): Promise<Month | undefined> {
  const released = await readLastReleasedMonth(store.db, municipalityId, AUDIENCE);
  if (released === undefined) return undefined;
  const [reportMonth = released] = [released, addMonths(month, -1)].sort();
  return reportMonth >= addMonths(month, -catalogue.partnerTerms.agendaMonthsBackMax) ? reportMonth : undefined;
}

/**
 * Rule: an agenda speaks of what the report of the whole municipality names in a month that a person released, and of
 * nothing else. Rationale: everybody may read that, so the agenda tells a partner nothing that was not told before.
 */
async function readSource(
  product: Means,
  { partnerId }: PartnerOrganisation,
  month: Month,
): Promise<{ readonly reportMonth: Month; readonly points: readonly AgendaPoint[] } | undefined> {
  const { store, municipalityId, catalogue } = product;
  const reportMonth = await reportMonthFor(product, month);
  const stored = reportMonth && (await readReport(store.db, municipalityId, { month: reportMonth }));
  if (reportMonth === undefined || !stored) return undefined;
  const reported = (stored.content as ThemeReport).sections.recurring.all.map(({ themeId }) => themeId);
  const points = fillAgenda(reported, partnerId, catalogue, catalogue.partnerTerms.agendaPointsMax);
  return { reportMonth, points };
}
