import { ProductError, type TeamCode } from "@rode-draad/domain";
import { columnKey } from "../columns/field-names.js";
import { NEW_TEAMS_MAX } from "../limits.js";

export interface KnownTeam {
  readonly code: TeamCode;
  readonly name: string;
}

/**
 * Letters, digits and the signs that team names have; no room for a sentence or an e-mail address, nor for the digits of a phone
 * or citizen service number, with or without spaces between them.
 */
const TEAM = /^(?!.*\d{5})(?!(?:\D*\d){7})[\p{L}\p{N}][\p{L}\p{N} .,'’()&/-]{0,39}$/u;

export interface TeamFinder {
  /** The code of a team given as code or name; a new team is taken over as written; undefined when it is no team name. */
  find(value: string): TeamCode | undefined;
  /** Teams that the municipality did not know before. */
  readonly added: readonly TeamCode[];
}

/**
 * The team stands in the store as it came in, so free text must not slip through this column: a team name is short,
 * and one import brings no more than a hundred new ones.
 */
export function createTeamFinder(known: readonly KnownTeam[]): TeamFinder {
  const codes = new Map<string, TeamCode>();
  for (const team of known) for (const name of [team.code, team.name]) codes.set(columnKey(name), team.code);
  const added: TeamCode[] = [];
  return {
    added,
    find(value) {
      const key = columnKey(value);
      const code = codes.get(key);
      if (code !== undefined) return code;
      const name = value.replace(/\s+/g, " ").trim();
      if (key === "" || !TEAM.test(name)) return undefined;
      if (added.length >= NEW_TEAMS_MAX) {
        throw new ProductError(
          "intake.too-many-teams",
          `De kolom "team" heeft meer dan ${NEW_TEAMS_MAX} verschillende namen. Waarschijnlijk staat er vrije tekst in. ` +
            `Kies de juiste kolom met --map "kolomnaam=team".`,
        );
      }
      codes.set(key, name);
      added.push(name);
      return name;
    },
  };
}
