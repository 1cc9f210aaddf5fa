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
} from "@rode-draad/store";
import { recordedAs } from "../audit/recorded-as.js";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";

type Means = Pick<Product, "store" | "municipalityId" | "catalogue" | "clock">;

/** "filled": there is a draft now. "there-already": nothing was changed. "no-report": no month is released from which it could be. */
export type Filling = "filled" | "there-already" | "no-report";

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
    if ((await fillAgendaOf(product, evening, organisation, next.month)) !== "filled") continue;
    await recordedAs(
      "schedule",
      product,
      FILL,
      async () => {},
      () => ({ id: evening.id }),
    );
    filled += 1;
  }
  return filled;
}

/** Makes the draft of one agenda from the latest month before it that a person released. */
export async function fillAgendaOf(
  product: Means,
  evening: StandingEvening,
  organisation: PartnerOrganisation,
  month: Month,
): Promise<Filling> {
  const { store, municipalityId, clock } = product;
  const source = await readSource(product, organisation, month);
  if (source === undefined) return "no-report";
  const added = await addAgenda(store.db, municipalityId, { eveningId: evening.id, month, ...source }, clock());
  return added ? "filled" : "there-already";
}

/** Takes a month that was released since along in a draft; what a person decided stays. */
export async function refillAgendaOf(
  product: Means,
  evening: StandingEvening,
  organisation: PartnerOrganisation,
  month: Month,
): Promise<Filling> {
  const { store, municipalityId } = product;
  const [source, agendas] = await Promise.all([
    readSource(product, organisation, month),
    listAgendas(store.db, municipalityId, evening.id),
  ]);
  if (source === undefined) return "no-report";
  const agenda = agendas.find((one) => one.month === month);
  if (agenda === undefined) return fillAgendaOf(product, evening, organisation, month);
  const points = refillAgenda(agenda.points, source.points);
  const changed = await decideOnPoints(store.db, municipalityId, { ...agenda, ...source, points });
  return changed ? "filled" : "there-already";
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
