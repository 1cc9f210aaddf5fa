import type { Scope } from "@rode-draad/domain";
import type { Episode } from "./find-episodes.js";

/** An episode in one scope of a theme. */
export interface ScopedEpisode extends Episode {
  readonly scope: Scope;
}

/** Episodes whose alarms lie this far apart belong to one happening. */
const TOGETHER_WEEKS_MAX = 8;
/** The areas carry a rise when they hold this share of what the municipality counted too many. */
const CARRIED_SHARE_MIN = 0.5;

/**
 * One signal per happening, at the most specific scope that carries it: the areas when they explain it, else one team, else
 * the whole municipality. A rise in more than half of the areas is a rise of the municipality.
 */
export function chooseScopes(episodes: readonly ScopedEpisode[], areaCount: number): ScopedEpisode[] {
  const chosen: ScopedEpisode[] = [];
  for (const kind of ["rising", "falling"] as const) {
    const ofKind = episodes.filter((episode) => episode.kind === kind).sort((a, b) => a.alarmAt - b.alarmAt);
    for (const happening of happeningsOf(ofKind)) chosen.push(...carriersOf(happening, areaCount));
  }
  return chosen.sort((a, b) => a.alarmAt - b.alarmAt);
}

function happeningsOf(episodes: readonly ScopedEpisode[]): ScopedEpisode[][] {
  const happenings: ScopedEpisode[][] = [];
  for (const episode of episodes) {
    const current = happenings.at(-1);
    const isSame = current?.some(
      (other) => episode.alarmAt <= other.end || episode.alarmAt - other.alarmAt <= TOGETHER_WEEKS_MAX,
    );
    if (current !== undefined && isSame) current.push(episode);
    else happenings.push([episode]);
  }
  return happenings;
}

function carriersOf(happening: readonly ScopedEpisode[], areaCount: number): readonly ScopedEpisode[] {
  const everywhere = happening.filter(({ scope }) => scope.areaCode === undefined && scope.teamCode === undefined);
  const areas = happening.filter(({ scope }) => scope.areaCode !== undefined);
  const teams = happening.filter(({ scope }) => scope.teamCode !== undefined);
  const total = excessOf(everywhere);
  const carry = (parts: readonly ScopedEpisode[]): boolean => excessOf(parts) >= CARRIED_SHARE_MIN * total;
  const areaCodes = new Set(areas.map(({ scope }) => scope.areaCode));
  if (areas.length > 0 && areaCodes.size <= Math.max(1, areaCount / 2) && carry(areas)) return areas;
  const teamCodes = new Set(teams.map(({ scope }) => scope.teamCode));
  if (areas.length === 0 && teamCodes.size === 1 && carry(teams)) return teams;
  return everywhere.length > 0 ? everywhere : [...areas, ...teams];
}

function excessOf(episodes: readonly ScopedEpisode[]): number {
  return episodes.reduce((sum, episode) => sum + episode.excess, 0);
}
