import type { Direction, Month } from "@rode-draad/domain";

/** The Dutch words that every page, report and letter shares, so that one thing has one name. */

const MONTHS = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;
const SHORT_MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"] as const;
const WEEKDAYS = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"] as const;

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  rising: "stijgt",
  steady: "gelijk",
  falling: "daalt",
  new: "nieuw",
  back: "komt terug",
  unclear: "nog niet te zeggen",
};

const monthNumber = (month: Month): number => Number(month.slice(5, 7));

/** "oktober" */
export function monthWord(month: Month): string {
  return MONTHS[monthNumber(month) - 1] ?? month;
}

/** "okt" */
export function shortMonthWord(month: Month): string {
  return SHORT_MONTHS[monthNumber(month) - 1] ?? month;
}

/** "oktober 2026" */
export function monthName(month: Month): string {
  return `${monthWord(month)} ${month.slice(0, 4)}`;
}

/** "3 november 2026" */
export function dayName(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthName(day.slice(0, 7))}`;
}

/** "dinsdag 12 januari 2027" */
export function weekdayName(day: string): string {
  return `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ""} ${dayName(day)}`;
}

/** "collega's" as it is printed: with the apostrophe that all our own texts have. */
export function printed(text: string): string {
  // Most texts have none, and the pattern looks around every letter.
  return !text.includes("'") ? text : text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
}

/** "a, b en c" */
export function enumerate(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
}

const NUMBERS = ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"] as const;

/** Numbers up to ten as a word, as running Dutch text has them. */
export function numberWord(number: number): string {
  return NUMBERS[number] ?? String(number);
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** "20 tot 40", or "20" when both ends are equal. */
export function rangeWords(range: { readonly min: number; readonly max: number }): string {
  return range.min === range.max ? String(range.min) : `${range.min} tot ${range.max}`;
}

/** Names that keep their capital inside a sentence; every other catalogue name is a common noun. */
const KEEPS_CAPITAL = /^(?:[A-Z]{2}|Nederlands|Wmo|Wlz|Wajong|DigiD|Veilig Thuis|Repair|Dienst Toeslagen|Sociale Verz)/;

/** A name from the catalogue as it stands inside a sentence or an enumeration: "huurtoeslag", "AOW, AIO en klein pensioen". */
export function midSentence(name: string): string {
  return KEEPS_CAPITAL.test(name) ? name : name.charAt(0).toLocaleLowerCase("nl") + name.slice(1);
}
