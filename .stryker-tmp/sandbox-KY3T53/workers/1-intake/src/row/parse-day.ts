import { type Day, dayFromNumber, isDay } from "@rode-draad/domain";

/** How a workbook counts days: from 1900 (Windows) or from 1904 (old Macs). */
export type DateSystem = 1900 | 1904;

export type ParsedDay = { readonly day: Day } | { readonly problem: string };

/** The first day that a case note can have; older is a default date of the source system. */
const FIRST_DAY = "2000-01-01";

/** Day number (since 1970) of serial 0. In the 1900 system Excel counts a 29 February 1900 that never was. */
const SERIAL_ZERO: Readonly<Record<DateSystem, number>> = { 1900: -25_569, 1904: -24_107 };

const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MONTH_VARIANTS: Readonly<Record<string, string>> = { maa: "mrt", mar: "mrt", may: "mei", oct: "okt" };

const NOT_A_DATE = "Dit is geen datum die wij kennen. Schrijf de datum als 2026-10-05 of 5-10-2026.";

/**
 * Reads a day as Dutch source systems write it: ISO (with or without time), day-month-year with `-`, `/`, `.` or a
 * month name, eight digits, or Excel's serial number. Always day first. Refuses days before 2000 and after `today`.
 */
export function parseDay(value: string, today: Day, dateSystem: DateSystem = 1900): ParsedDay {
  const text = value
    .trim()
    .toLowerCase()
    .replace(/^(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)[.,]?\s+/, "");
  if (text === "") return { problem: "De datum ontbreekt. Vul de dag van het contact in." };
  const day = readIso(text) ?? readDayFirst(text) ?? readSerial(text, dateSystem);
  if (day === undefined) return { problem: NOT_A_DATE };
  if (day === "impossible") {
    return { problem: "Deze dag bestaat niet. Wij lezen dag, maand, jaar. Schrijf de datum als 2026-10-05." };
  }
  if (day < FIRST_DAY) {
    return {
      problem: "De datum ligt voor 2000. Vaak is dat een lege datum uit Excel. Vul de echte dag van het contact in.",
    };
  }
  if (day > today) return { problem: "De datum ligt in de toekomst. Vul de dag van het contact in." };
  return { day };
}

function readIso(text: string): Day | "impossible" | undefined {
  const match =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    );
  if (match === null) {
    const digits = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
    return digits === null ? undefined : build(digits[1], digits[2], digits[3]);
  }
  const [, year, month, date, time, zone] = match;
  const day = build(year, month, date);
  if (zone === undefined || day === "impossible") return day;
  // A moment with a zone belongs to the day that it was in the Netherlands.
  const moment = new Date(`${day}T${time?.padStart(5, "0")}${zone.toUpperCase()}`);
  if (Number.isNaN(moment.getTime())) return "impossible";
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(moment);
}

function readDayFirst(text: string): Day | "impossible" | undefined {
  const match =
    /^(\d{1,2})[-/. ]+(\d{1,2}|[a-z]{3,9}\.?)[-/. ]+(\d{4}|\d{2})(?:,?[t ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, date, month = "", year = ""] = match;
  const number = /^\d/.test(month) ? month : monthNumber(month);
  if (number === undefined) return undefined;
  return build(year.length === 2 ? `20${year}` : year, number, date);
}

function monthNumber(name: string): string | undefined {
  const short = name.slice(0, 3);
  const index = MONTHS.indexOf(MONTH_VARIANTS[short] ?? short);
  return index < 0 ? undefined : String(index + 1);
}

function readSerial(text: string, dateSystem: DateSystem): Day | undefined {
  if (!/^\d{1,5}(\.\d+)?$/.test(text)) return undefined;
  return dayFromNumber(Math.floor(Number(text)) + SERIAL_ZERO[dateSystem]);
}

function build(year = "", month = "", date = ""): Day | "impossible" {
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : "impossible";
}
