import type { AgendaPoint, Month, MunicipalityId, PartnerMessage } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { addPartnerMessage } from "../partner-messages/partner-messages.js";
import { inTransaction } from "../transaction.js";

/** What may be talked about on one standing evening. */
export interface StoredAgenda {
  readonly eveningId: string;
  readonly month: Month;
  /** The released month that it was filled from. */
  readonly reportMonth: Month;
  readonly points: readonly AgendaPoint[];
  /** The message with which it left; absent: it is still a draft. */
  readonly messageId?: string;
}

/** Makes the draft of an agenda, once: false, and nothing changes, when the evening has one. */
export async function addAgenda(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  agenda: Omit<StoredAgenda, "messageId">,
  now: Date,
): Promise<boolean> {
  const added = await db
    .insertInto("evening_agenda")
    .values({
      municipality_id: municipalityId,
      evening_id: agenda.eveningId,
      month: agenda.month,
      report_month: agenda.reportMonth,
      points: JSON.stringify(agenda.points),
      made_at: now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "evening_id", "month"]).doNothing())
    .returning("month")
    .execute();
  return added.length === 1;
}

/** The agendas of an evening, the latest first. */
export async function listAgendas(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  eveningId: string,
): Promise<StoredAgenda[]> {
  const rows = await db
    .selectFrom("evening_agenda")
    .select(["evening_id", "month", "report_month", "points", "message_id"])
    .where("municipality_id", "=", municipalityId)
    .where("evening_id", "=", eveningId)
    .orderBy("month", "desc")
    .execute();
  return rows.map((row) => ({
    eveningId: row.evening_id,
    month: row.month,
    reportMonth: row.report_month,
    points: row.points,
    ...(row.message_id !== null && { messageId: row.message_id }),
  }));
}

/** Keeps what a colleague decided. False when the agenda left in the meantime, or is not there. */
export async function decideOnPoints(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  agenda: Pick<StoredAgenda, "eveningId" | "month" | "reportMonth" | "points">,
): Promise<boolean> {
  const decided = await db
    .updateTable("evening_agenda")
    .set({ points: JSON.stringify(agenda.points), report_month: agenda.reportMonth })
    .where("municipality_id", "=", municipalityId)
    .where("evening_id", "=", agenda.eveningId)
    .where("month", "=", agenda.month)
    .where("message_id", "is", null)
    .returning("month")
    .execute();
  return decided.length === 1;
}

/** Puts the agenda in the outbox, once. False when it left before. */
export async function sendAgendaOnce(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { eveningId, month }: Pick<StoredAgenda, "eveningId" | "month">,
  message: PartnerMessage,
  now: Date,
): Promise<boolean> {
  return await inTransaction(db, async (transaction) => {
    const draft = await transaction
      .selectFrom("evening_agenda")
      .select("month")
      .where("municipality_id", "=", municipalityId)
      .where("evening_id", "=", eveningId)
      .where("month", "=", month)
      .where("message_id", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (draft === undefined) return false;
    await addPartnerMessage(transaction, municipalityId, eveningId, message, now);
    await transaction
      .updateTable("evening_agenda")
      .set({ message_id: message.id })
      .where("municipality_id", "=", municipalityId)
      .where("evening_id", "=", eveningId)
      .where("month", "=", month)
      .execute();
    return true;
  });
}
