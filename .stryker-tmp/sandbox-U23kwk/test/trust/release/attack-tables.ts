import { attackReleases, type PublishedCell, type RecordedCell, recordRelease } from "@rode-draad/privacy";
import { seededRandom } from "../../quality/seeded-random.js";
import { ANY_TABLE, PUBLIC_RULES, RANDOM_TABLE_CONTEXT, randomTable, SMALL_TABLE } from "./random-table.js";

export interface TableAttack {
  readonly tables: number;
  /** Hidden counts that the attacker got to know exactly, and those with fewer than k possible values. */
  readonly exact: number;
  readonly narrow: number;
}

/** P7: the attacker on the pages of random tables. */
export async function attackTables(tables: number): Promise<TableAttack> {
  const random = seededRandom(7);
  let [exact, narrow] = [0, 0];
  for (let table = 0; table < tables; table++) {
    const { window, released } = recordRelease(randomTable(random, ANY_TABLE), RANDOM_TABLE_CONTEXT);
    const disclosures = await attackReleases([{ window, released }], PUBLIC_RULES);
    exact += disclosures.filter(({ min, max }) => min === max).length;
    narrow += disclosures.length;
  }
  return { tables, exact, narrow };
}

export interface SuppressionCost {
  readonly suppressed: number;
  readonly optimal: number;
}

/**
 * P7: how many cells of small tables show nothing, beside the fewest that keep the attacker in the dark, found by trying
 * every set of cells. A small count counts as suppressed however it is called; what is compared is what goes besides.
 */
export async function compareWithOptimum(tables: number): Promise<SuppressionCost> {
  const random = seededRandom(13);
  let [suppressed, optimal] = [0, 0];
  for (let number = 0; number < tables; number++) {
    const table = randomTable(random, SMALL_TABLE);
    const { released } = recordRelease(table, RANDOM_TABLE_CONTEXT);
    // The same cells each with the most that they may show: a table of one cell has no neighbour that could betray it.
    const alone = table.flatMap((cell) => recordRelease([cell], RANDOM_TABLE_CONTEXT).released);
    for (const themeId of new Set(released.map((cell) => cell.themeId))) {
      const ofTheme = released.filter((cell) => cell.themeId === themeId);
      const most = ofTheme.map((cell) => alone.find((one) => isSamePlace(one, cell)) ?? SMALLEST(cell));
      const shown = most.filter(isShown);
      suppressed += ofTheme.filter((cell) => !isShown(cell)).length;
      optimal += most.length - shown.length + (await fewestToWithhold(most, shown));
    }
  }
  return { suppressed, optimal };
}

/** A cell that is not named by itself, or of a place without the theme, is small. */
const SMALLEST = ({ themeId, areaCode, teamCode }: RecordedCell): PublishedCell => ({
  themeId,
  ...(areaCode !== undefined && { areaCode }),
  ...(teamCode !== undefined && { teamCode }),
  status: "band",
  band: { label: "minder dan 10" },
});

async function fewestToWithhold(cells: readonly PublishedCell[], shown: readonly PublishedCell[]): Promise<number> {
  const choices = Array.from({ length: 2 ** shown.length }, (_, choice) => choice);
  const sizeOf = (choice: number) => choice.toString(2).replaceAll("0", "").length;
  for (const choice of choices.sort((a, b) => sizeOf(a) - sizeOf(b))) {
    const gone = new Set(shown.filter((_, at) => (choice & (1 << at)) !== 0));
    const released = cells.map(
      (cell): PublishedCell => (gone.has(cell) ? { ...cell, status: "withheld", reason: "complementary" } : cell),
    );
    const page = { window: RANDOM_TABLE_CONTEXT.window, released };
    if ((await attackReleases([page], PUBLIC_RULES)).length === 0) return gone.size;
  }
  return shown.length;
}

function isShown(cell: PublishedCell): boolean {
  return cell.status === "band" && !cell.band?.label.startsWith("minder dan");
}

function isSamePlace(one: PublishedCell, other: PublishedCell): boolean {
  return one.themeId === other.themeId && one.areaCode === other.areaCode && one.teamCode === other.teamCode;
}
