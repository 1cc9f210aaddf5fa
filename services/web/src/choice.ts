import { wordedError } from "./messages/worded-error.js";
import type { Words } from "./messages/words-of.js";
import type { Choice, ChoicePart, ChoicesView } from "./web-tools.js";

/** The choice as it stands in an address: `?maand=2026-10&deel=wijk-WK012301`. */
export const WHOLE_MUNICIPALITY = "gemeente";

/**
 * Reads the choice; what is absent or empty is the latest month and the whole municipality. Throws `month-unknown` or
 * `part-unknown` for what is not there: another month than the address says would be read as that one.
 */
export function readChoice(
  query: Readonly<Record<string, unknown>>,
  choices: ChoicesView,
  t: Words,
): Choice | undefined {
  const [latest] = choices.months;
  if (latest === undefined) return undefined;
  const asked = query.maand ?? "";
  const month = asked === "" ? latest : choices.months.find((known) => known === asked);
  if (month === undefined) throw wordedError(t, "month-unknown");
  return { month, part: readPart(query.deel ?? "", choices, t) };
}

function readPart(asked: unknown, choices: ChoicesView, t: Words): ChoicePart {
  if (asked === "" || asked === WHOLE_MUNICIPALITY) return { kind: "municipality" };
  if (typeof asked !== "string") throw wordedError(t, "part-unknown");
  const code = asked.slice(asked.indexOf("-") + 1);
  if (asked.startsWith("wijk-") && choices.areas.some((area) => area.code === code)) return { kind: "area", code };
  if (asked.startsWith("team-") && choices.teams.some((team) => team.code === code)) return { kind: "team", code };
  throw wordedError(t, "part-unknown");
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
