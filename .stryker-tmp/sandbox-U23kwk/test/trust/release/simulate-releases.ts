import { addMonths, type Month, monthsBetween } from "@rode-draad/domain";
import {
  attackReleases,
  type CountCell,
  DEFAULT_RELEASE_PARAMETERS,
  guardRelease,
  type ReleaseContext,
  type ReleaseRecord,
  recordRelease,
} from "@rode-draad/privacy";
import { seededRandom } from "../../quality/seeded-random.js";
import { PUBLIC_RULES } from "./random-table.js";

export interface SequenceOutcome {
  readonly sequences: number;
  readonly releases: number;
  /** What the attacker works out from all releases of a sequence together. */
  readonly disclosures: number;
  /** The same when every month is released by itself, as if there were no other: shows that there is something to find. */
  readonly disclosuresByThemselves: number;
  readonly refused: number;
  readonly refusedWithoutReason: number;
  /** Releases that could not be made at all. */
  readonly stuck: number;
  /** Windows that changed after they were released. */
  readonly changedLater: number;
  /** Part of the cells that the guard took out. */
  readonly withheldShare: number;
}

const RELEASES = 8;
const FIRST_MONTH = "2025-01";
const THEMES = ["huurtoeslag", "schulden"];
const AREAS = ["WK012301", "WK012302", "WK012303"];
const TEAMS = ["noord", "zuid"];

/** One household with one theme: the months of its notes, and from which release on each is known or gone. */
interface Note {
  readonly household: number;
  readonly areaCode: string;
  readonly teamCode: string;
  readonly professional: number;
  readonly month: Month;
  themeId: string;
  readonly arrives: number;
  erasedFrom: number;
  /** From this release on it belongs to the other theme. */
  readonly correctedFrom: number;
}

/** P8: random histories, released month after month, with notes that come late, are corrected, or are erased. */
export async function simulateSequences(sequences: number): Promise<SequenceOutcome> {
  const random = seededRandom(8);
  const sum = {
    releases: 0,
    disclosures: 0,
    byThemselves: 0,
    refused: 0,
    silent: 0,
    stuck: 0,
    changed: 0,
    cells: 0,
    gone: 0,
  };
  for (let sequence = 0; sequence < sequences; sequence++) {
    const notes = randomNotes(random);
    const ledger: ReleaseRecord[] = [];
    const byThemselves: ReleaseRecord[] = [];
    for (let release = 0; release < RELEASES; release++) {
      const table = countNotes(notes, release);
      byThemselves.push(recordRelease(table, contextOf(release, [])));
      const { record, refusals } = await releaseGuarded(table, release, ledger);
      sum.refused += refusals.length;
      sum.silent += refusals.filter((sentence) => sentence.length === 0).length;
      if (record === undefined) sum.stuck++;
      else {
        ledger.push(record);
        sum.releases++;
        sum.cells += record.released.length;
        sum.gone += record.released.filter(
          (cell) => cell.status === "withheld" && cell.reason === "differencing",
        ).length;
      }
    }
    sum.disclosures += (await attackReleases(ledger.map(pageOf), PUBLIC_RULES)).length;
    sum.byThemselves += (await attackReleases(byThemselves.map(pageOf), PUBLIC_RULES)).length;
    for (const [at, record] of ledger.entries()) {
      const again = recordRelease(countNotes(notes, RELEASES), { ...contextOf(at, []), previous: record });
      if (JSON.stringify(again) !== JSON.stringify(record)) sum.changed++;
    }
  }
  return {
    sequences,
    releases: sum.releases,
    disclosures: sum.disclosures,
    disclosuresByThemselves: sum.byThemselves,
    refused: sum.refused,
    refusedWithoutReason: sum.silent,
    stuck: sum.stuck,
    changedLater: sum.changed,
    withheldShare: sum.gone / sum.cells,
  };
}

/** As a person does it: a draft, the guard, and when that refuses a new draft without what it names. */
async function releaseGuarded(table: readonly CountCell[], release: number, ledger: readonly ReleaseRecord[]) {
  const context = contextOf(release, ledger);
  const withhold = new Set<string>();
  const refusals: string[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    const record = recordRelease(table, { ...context, withhold });
    const verdict = await guardRelease([record], ledger, DEFAULT_RELEASE_PARAMETERS);
    if (verdict.allowed) return { record, refusals };
    refusals.push(verdict.sentence);
    for (const key of verdict.withhold.get(record.window.last) ?? []) withhold.add(key);
  }
  return { record: undefined, refusals };
}

function contextOf(release: number, ledger: readonly ReleaseRecord[]): ReleaseContext {
  const last = addMonths(FIRST_MONTH, release + 2);
  const previous = ledger.at(-1);
  return {
    audience: "team",
    window: { first: addMonths(last, -2), last },
    parameters: DEFAULT_RELEASE_PARAMETERS,
    themeFacts: () => ({ collective: "suitable", sensitivity: "midden" }),
    ...(previous !== undefined && { previous }),
  };
}

function pageOf({ window, released }: ReleaseRecord) {
  return { window, released };
}

function randomNotes(random: () => number): readonly Note[] {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const notes: Note[] = [];
  let household = 0;
  const months = monthsBetween(FIRST_MONTH, addMonths(FIRST_MONTH, RELEASES + 1));
  const weights = THEMES.map(() => AREAS.map(() => 0.3 + 6 * random() ** 2));
  for (const [at, month] of months.entries()) {
    for (const [theme, themeId] of THEMES.entries()) {
      for (const [area, areaCode] of AREAS.entries()) {
        // A wave now and then: a letter of the tax office, a housing block with damp.
        const wave = random() < 0.15 ? 2 + 8 * random() : 1;
        const comers = Math.floor((weights[theme]?.[area] ?? 1) * wave * 2 * random());
        for (let comer = 0; comer < comers; comer++) {
          household++;
          const teamCode = pick(TEAMS);
          const erasedFrom = random() < 0.05 ? Math.floor(random() * RELEASES) : RELEASES + 1;
          for (let visit = at; visit < months.length && (visit === at || random() < 0.4); visit++) {
            notes.push({
              household,
              areaCode,
              teamCode,
              professional: Math.floor(random() * 6),
              month: months[visit] ?? month,
              themeId,
              arrives: Math.max(0, visit - 2) + (random() < 0.1 ? 1 + Math.floor(random() * 3) : 0),
              erasedFrom,
              correctedFrom: random() < 0.05 ? Math.floor(random() * RELEASES) : RELEASES + 1,
            });
          }
        }
      }
    }
  }
  return notes;
}

/** Distinct households as they are known at a release, in its window. */
function countNotes(notes: readonly Note[], release: number): readonly CountCell[] {
  const last = addMonths(FIRST_MONTH, release + 2);
  const first = addMonths(last, -2);
  const known = notes
    .filter(
      ({ month, arrives, erasedFrom }) => month >= first && month <= last && arrives <= release && erasedFrom > release,
    )
    .map((note) => (note.correctedFrom <= release ? { ...note, themeId: otherTheme(note.themeId) } : note));
  const places = [{}, ...AREAS.map((areaCode) => ({ areaCode })), ...TEAMS.map((teamCode) => ({ teamCode }))];
  return places.flatMap((place: { areaCode?: string; teamCode?: string }) =>
    THEMES.flatMap((themeId): CountCell[] => {
      const of = known.filter(
        (note) =>
          note.themeId === themeId &&
          (place.areaCode ?? note.areaCode) === note.areaCode &&
          (place.teamCode ?? note.teamCode) === note.teamCode,
      );
      if (of.length === 0) return [];
      const cases = new Set(of.map(({ household }) => household)).size;
      const professionals = new Set(of.map(({ professional }) => professional)).size;
      return [{ themeId, ...place, cases, professionals, denominator: 300 }];
    }),
  );
}

function otherTheme(themeId: string): string {
  return THEMES.find((other) => other !== themeId) ?? themeId;
}
