import { agendaAnswerInWords, clockInWords, dayInWords, isFreeDay, rhythmInWords } from "@rode-draad/delivery";
import {
  addMonths,
  eveningIn,
  type Month,
  monthOf,
  nextEvening,
  type PartnerOrganisation,
  type StandingEvening,
} from "@rode-draad/domain";
import { monthName } from "@rode-draad/reports";
import {
  listAgendaAnswers,
  listAgendas,
  listPartnerMessages,
  type StoredAgenda,
  type StoredAgendaAnswer,
  type StoredPartnerMessage,
} from "@rode-draad/store";
import type { AgendaState, EveningRowView, EveningView } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import { reportMonthFor } from "../../partners/fill-agendas.js";
import { findPartnerEndpoint } from "../../partners/find-endpoint.js";
import { failedMessages, stateOf } from "../partners/describe-request.js";
import { subjectsFor } from "../partners/request-tools.js";
import type { WebMeans } from "../web-means.js";

/** The months that can be skipped are those people plan for. */
const MONTHS_AHEAD = 6;

interface History {
  readonly agendas: readonly StoredAgenda[];
  readonly messages: readonly StoredPartnerMessage[];
  readonly answers: ReadonlyMap<string, StoredAgendaAnswer>;
}

async function readHistory(
  { product: { store, municipalityId } }: WebMeans,
  { id }: StandingEvening,
): Promise<History> {
  const [agendas, messages] = await Promise.all([
    listAgendas(store.db, municipalityId, id),
    listPartnerMessages(store.db, municipalityId, [id]),
  ]);
  const sent = agendas.flatMap(({ messageId }) => messageId ?? []);
  return { agendas, messages, answers: await listAgendaAnswers(store.db, municipalityId, sent) };
}

export async function describeEveningRow(
  means: WebMeans,
  evening: StandingEvening,
  partnerName: string,
): Promise<EveningRowView> {
  return await rowOf(means, evening, partnerName, await readHistory(means, evening));
}

async function rowOf(
  means: WebMeans,
  evening: StandingEvening,
  partnerName: string,
  history: History,
): Promise<EveningRowView> {
  const next = nextEvening(evening, dutchDay(means.product.clock()));
  const sentId = history.agendas.find(({ month }) => month === next?.month)?.messageId;
  const answer = sentId === undefined ? undefined : history.answers.get(sentId);
  return {
    id: evening.id,
    partnerName,
    rhythm: rhythmInWords(evening.rhythm),
    time: `${clockInWords(evening.from)} tot ${clockInWords(evening.until)} uur`,
    location: evening.location,
    isRunning: evening.isRunning,
    ...(next !== undefined && {
      next: {
        month: next.month,
        day: dayInWords(next.day),
        isFreeDay: isFreeDay(next.day),
        agenda: await agendaState(means, evening, next.month, history),
        ...(answer !== undefined && { answer: agendaAnswerInWords(answer.answer) }),
      },
    }),
  };
}

async function agendaState(
  { product }: WebMeans,
  { organisationId }: StandingEvening,
  month: Month,
  { agendas, messages }: History,
): Promise<AgendaState> {
  const agenda = agendas.find((one) => one.month === month);
  if (agenda === undefined) return "none";
  const sent = messages.find(({ message }) => message.id === agenda.messageId);
  if (sent !== undefined) {
    const { message } = sent;
    const asked = { organisationId, partnerId: message.partnerId };
    const endpoint = await findPartnerEndpoint(product, asked).catch(() => undefined);
    return stateOf(product, { ...sent, address: message.partnerEmail }, endpoint !== undefined);
  }
  const isUndecided = agenda.points.some(({ choice, careNeeded }) => choice === "proposed" && !careNeeded);
  return isUndecided || agenda.points.every(({ choice }) => choice !== "on") ? "undecided" : "ready";
}

export async function describeEvening(
  means: WebMeans,
  evening: StandingEvening,
  organisation: PartnerOrganisation,
): Promise<EveningView> {
  const { product, whyNot } = means;
  const whyNotAsk = whyNot("partners:ask");
  const history = await readHistory(means, evening);
  const row = await rowOf(means, evening, organisation.name, history);
  const agenda = history.agendas.find(({ month }) => month === row.next?.month);
  const fillable = row.next && (await reportMonthFor(product, row.next.month));
  const isDraft = agenda !== undefined && agenda.messageId === undefined;
  return {
    ...row,
    contact: evening.contact,
    points: agenda?.points ?? [],
    ...(agenda !== undefined && { reportMonth: monthName(agenda.reportMonth) }),
    ...(isDraft && fillable !== undefined && fillable > agenda.reportMonth && { newerMonth: monthName(fillable) }),
    canFill: fillable !== undefined,
    skipped: plannedMonths(means, evening)
      .filter((month) => evening.skippedMonths.includes(month))
      .map((month) => ({ month, day: dayInWords(eveningIn(evening.rhythm, month)) })),
    failedMessages: failedMessages(history.messages),
    ...toTell(means, evening, organisation, history),
    told: history.messages.flatMap(({ message }) =>
      message.kind === "result" ? [{ day: dayInWords(message.day), attendance: message.attendance }] : [],
    ),
    ...(whyNotAsk !== undefined && { whyNotAsk }),
  };
}

function plannedMonths({ product }: WebMeans, { firstMonth }: StandingEvening): readonly Month[] {
  const [, start = firstMonth] = [monthOf(dutchDay(product.clock())), firstMonth].sort();
  return Array.from({ length: MONTHS_AHEAD }, (_, index) => addMonths(start, index));
}

/** The last evening that was held and of which the partner was not told; older ones are let go. */
function toTell(
  means: WebMeans,
  evening: StandingEvening,
  { partnerId }: PartnerOrganisation,
  { agendas, messages }: History,
): Pick<EveningView, "toTell"> {
  const today = dutchDay(means.product.clock());
  const held = [monthOf(today), addMonths(monthOf(today), -1)].find(
    (month) =>
      month >= evening.firstMonth && !evening.skippedMonths.includes(month) && eveningIn(evening.rhythm, month) < today,
  );
  if (held === undefined) return {};
  const day = eveningIn(evening.rhythm, held);
  if (messages.some(({ message }) => message.kind === "result" && message.day === day)) return {};
  const points = agendas.find(({ month }) => month === held)?.points.filter(({ choice }) => choice === "on") ?? [];
  const themeIds = points.map(({ themeId }) => themeId);
  return { toTell: { month: held, day: dayInWords(day), subjects: subjectsFor(means, partnerId, themeIds) } };
}
