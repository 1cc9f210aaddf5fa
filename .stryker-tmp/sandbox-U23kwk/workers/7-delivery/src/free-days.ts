import { readFileSync } from "node:fs";
import { addDays, type Day, dayFromNumber, dayNumber } from "@rode-draad/domain";

/** Days on which an evening finds nobody at home: public holidays, the evenings around them, and school holidays. */

/** One side of the country is on holiday while the other works; the union is right everywhere and costs a week at most. */
interface HolidayFile {
  readonly holidays: readonly { readonly first: Day; readonly last: Day }[];
}
const schoolHolidays = readHolidays();

/** Day and month of holidays that do not move, with Remembrance Day, Sinterklaas and the evenings before feasts. */
const FIXED = ["01-01", "04-27", "05-04", "05-05", "12-05", "12-24", "12-25", "12-26", "12-31"];
/** Days after Easter Sunday: Good Friday, Easter, Ascension Day, Whitsun. */
const AROUND_EASTER = [-2, 0, 1, 39, 49, 50];

export function isFreeDay(day: Day): boolean {
  return isPublicHoliday(day) || schoolHolidays.some(({ first, last }) => day >= first && day <= last);
}

function isPublicHoliday(day: Day): boolean {
  if (FIXED.includes(day.slice(5))) return true;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return AROUND_EASTER.some((offset) => addDays(easter, offset) === day);
}

/**
 * Easter Sunday in the Gregorian calendar. Source: the anonymous algorithm in Meeus, Astronomical Algorithms (1991),
 * chapter 8. Its constants are those of the lunar calendar and have no names. Cost: constant.
 */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  const march1 = dayNumber(`${String(year).padStart(4, "0")}-03-01`);
  const monthOffset = Math.floor(days / 31) === 4 ? 31 : 0;
  return dayFromNumber(march1 + monthOffset + (days % 31));
}

function readHolidays(): HolidayFile["holidays"] {
  const file = new URL("../data/school-holidays.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as HolidayFile).holidays;
}
