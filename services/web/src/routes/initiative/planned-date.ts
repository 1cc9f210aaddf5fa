import type { ProposedDate } from "@rode-draad/domain";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";

/** "dinsdag 12 januari 2027, 19.00 tot 21.00 uur" */
export function usePlannedDate(): (date: ProposedDate) => string {
  const t = useTranslations("initiative");
  const format = useFormatter();
  return ({ day, from, until }) => {
    const at = new Date(`${day}T12:00:00Z`);
    const words = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
    const [start, end] = [from, until].map((time) => time.replace(":", "."));
    return t("date", { day: format.dateTime(at, words), from: start ?? "", until: end ?? "" });
  };
}
