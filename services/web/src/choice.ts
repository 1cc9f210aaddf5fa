import { isMonth } from "@rode-draad/domain";
import type { Choice, ChoicePart, ChoicesView } from "./web-tools.js";

/** The choice as it stands in an address: `?maand=2026-10&deel=wijk-WK012301`. */
export const WHOLE_MUNICIPALITY = "gemeente";

/** Reads the choice; what is absent, unknown or damaged falls back to the latest month and the whole municipality. */
export function readChoice(query: Readonly<Record<string, unknown>>, choices: ChoicesView): Choice | undefined {
  const [latest] = choices.months;
  if (latest === undefined) return undefined;
  const asked = query.maand;
  const month = typeof asked === "string" && isMonth(asked) && choices.months.includes(asked) ? asked : latest;
  return { month, part: readPart(query.deel, choices) };
}

function readPart(asked: unknown, choices: ChoicesView): ChoicePart {
  if (typeof asked !== "string") return { kind: "municipality" };
  const code = asked.slice(asked.indexOf("-") + 1);
  if (asked.startsWith("wijk-") && choices.areas.some((area) => area.code === code)) return { kind: "area", code };
  if (asked.startsWith("team-") && choices.teams.some((team) => team.code === code)) return { kind: "team", code };
  return { kind: "municipality" };
}

export function partKey(part: ChoicePart): string {
  if (part.kind === "municipality") return WHOLE_MUNICIPALITY;
  return `${part.kind === "area" ? "wijk" : "team"}-${part.code}`;
}

/** The same choice on another page. */
export function withChoice(path: string, choice: Choice): string {
  const query = new URLSearchParams({ maand: choice.month, deel: partKey(choice.part) });
  return `${path}?${query}`;
}

/** "Sterrenwijk", "Wijkteam Oost" or the name of the municipality. */
export function partName(part: ChoicePart, choices: ChoicesView, municipality: string): string {
  if (part.kind === "municipality") return municipality;
  const list = part.kind === "area" ? choices.areas : choices.teams;
  return list.find((item) => item.code === part.code)?.name ?? part.code;
}
