import { eveningIn, type PartnerAgenda, type PartnerRequest, type ProposedDate } from "@rode-draad/domain";
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { recurrenceOf } from "./rhythm-in-words.js";

/** The zone in which Dutch evenings are held. */
const ZONE = "Europe/Amsterdam";

/**
 * Summer time in the Netherlands as RFC 5545 chapter 3.6.5 writes it: last Sunday of March and of October, since 1996.
 * Every request lies after that, so one rule for each is enough.
 */
const VTIMEZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

/**
 * The proposed evenings as tentative events. They keep their uid, so that a second mail moves them and does not double
 * them. Nobody is invited in the file: who comes is nobody's business.
 */
export function writeCalendar(
  requests: readonly PartnerRequest[],
  formatLabelOf: (formatId: string) => string,
  madeAt: Date,
): string {
  return writeProposedDates(requests, formatLabelOf, madeAt, {
    sequence: 0,
    status: ICalEventStatus.TENTATIVE,
    before: "Onder voorbehoud",
    after: "Deze datum staat nog niet vast.",
  });
}

/** The same evenings once they were called off: the next version of each event takes it out of the calendar that has it. */
export function writeCancelledCalendar(
  request: PartnerRequest,
  formatLabelOf: (formatId: string) => string,
  madeAt: Date,
): string {
  return writeProposedDates([request], formatLabelOf, madeAt, {
    sequence: 1,
    status: ICalEventStatus.CANCELLED,
    before: "Gaat niet door",
    after: "Dit gaat niet door.",
  });
}

interface Standing {
  readonly sequence: number;
  readonly status: ICalEventStatus;
  readonly before: string;
  readonly after: string;
}

function writeProposedDates(
  requests: readonly PartnerRequest[],
  formatLabelOf: (formatId: string) => string,
  madeAt: Date,
  { sequence, status, before, after }: Standing,
): string {
  const calendar = openCalendar("Partneraanvraag");
  for (const request of requests) {
    for (const [index, { day, from, until }] of request.dates.entries()) {
      calendar.createEvent({
        id: `${request.id}-${index + 1}@rodedraad.invalid`,
        sequence,
        stamp: madeAt,
        // Without an offset these are clock times on the wall, which is what the zone is for.
        start: `${day}T${from}:00`,
        end: `${day}T${until}:00`,
        timezone: ZONE,
        summary: `${before}: ${request.subject}`,
        description: `${formatLabelOf(request.formatId)} in ${request.areaName}. ${after}`,
        location: request.location,
        status,
        transparency: ICalEventTransparency.TRANSPARENT,
      });
    }
  }
  return withZone(calendar);
}

/** An evening whose date stands, for the colleague's own calendar. */
export interface PlannedEvening {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly areaName: string;
  readonly date: ProposedDate;
  readonly place?: string;
}

/** The planned evening as one event. It keeps its uid, so that a second file moves it. Nobody is invited in the file. */
export function writeEveningCalendar(evening: PlannedEvening, madeAt: Date): string {
  const { id, title, form, areaName, date, place } = evening;
  const calendar = openCalendar("Initiatief");
  calendar.createEvent({
    id: `${id}@rodedraad.invalid`,
    stamp: madeAt,
    start: `${date.day}T${date.from}:00`,
    end: `${date.day}T${date.until}:00`,
    timezone: ZONE,
    summary: title,
    description: `${form} in ${areaName}.`,
    ...(place !== undefined && { location: place }),
    status: ICalEventStatus.CONFIRMED,
  });
  return withZone(calendar);
}

/** What a calendar needs to know of a standing evening. */
export type EveningInCalendar = Pick<
  PartnerAgenda,
  "eveningId" | "revision" | "rhythm" | "firstMonth" | "skippedMonths" | "from" | "until" | "location"
>;

/**
 * A standing evening as one event that comes back each month. Uid and start stay the same for life; a month that is skipped
 * is an exception, and the sequence number tells a calendar that this file is newer.
 */
export function writeStandingCalendar(evening: EveningInCalendar, madeAt: Date): string {
  const { rhythm, firstMonth, from, until } = evening;
  const startOn = (day: string): string => `${day}T${from}:00`;
  const calendar = openCalendar("Vaste avond");
  const first = eveningIn(rhythm, firstMonth);
  calendar.createEvent({
    id: `${evening.eveningId}@rodedraad.invalid`,
    sequence: evening.revision,
    stamp: madeAt,
    start: startOn(first),
    end: `${first}T${until}:00`,
    timezone: ZONE,
    summary: "Vaste avond met het wijkteam",
    description: "De onderwerpen krijgt u elke maand met een link.",
    location: evening.location,
    status: ICalEventStatus.CONFIRMED,
    repeating: exceptionsAndRule(
      recurrenceOf(rhythm),
      evening.skippedMonths.map((month) => startOn(eveningIn(rhythm, month))),
    ),
  });
  return withZone(calendar);
}

/** The rule as a text, since the library would count a last weekday from the wrong end; the exceptions in the same zone. */
function exceptionsAndRule(rule: string, exceptions: readonly string[]): string {
  const asLocal = (time: string): string => time.replace(/[-:]/g, "");
  return [
    `RRULE:${rule}`,
    ...(exceptions.length === 0 ? [] : [`EXDATE;TZID=${ZONE}:${exceptions.map(asLocal).join(",")}`]),
  ].join("\r\n");
}

function openCalendar(product: string): ICalCalendar {
  return ical({ prodId: { company: "Rode Draad", product, language: "NL" }, method: ICalCalendarMethod.PUBLISH });
}

/** A zone on the calendar as a whole would write DTSTAMP in local time, where RFC 5545 wants UTC; so it is put in here. */
function withZone(calendar: ICalCalendar): string {
  return `${calendar.toString().replace("BEGIN:VEVENT", `${VTIMEZONE}\r\nBEGIN:VEVENT`)}\r\n`;
}
