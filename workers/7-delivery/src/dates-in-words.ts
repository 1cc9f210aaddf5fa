import type { Day, ProposedDate } from "@rode-draad/domain";

/** "dinsdag 12 januari 2027, 19.00 tot 21.00 uur" */
export function dateInWords({ day, from, until }: ProposedDate): string {
  return `${dayInWords(day)}, ${clock(from)} tot ${clock(until)} uur`;
}

const DAY_FORMAT = new Intl.DateTimeFormat("nl-NL", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

export function dayInWords(day: Day): string {
  return DAY_FORMAT.format(new Date(`${day}T00:00:00Z`));
}

export function clock(time: string): string {
  return time.replace(":", ".");
}
