import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { attackTables, compareWithOptimum } from "./release/attack-tables.js";
import { simulateSequences } from "./release/simulate-releases.js";

/** P7 and P8: what an attacker works out from one table, and from all releases together. A few minutes. */
export async function measureRelease(): Promise<FigureRow[]> {
  const tables = await attackTables(1000);
  const cost = await compareWithOptimum(300);
  const over = await simulateSequences(500);
  return [
    atLeast("P7 random tables attacked", 1000, tables.tables),
    atMost("P7 hidden counts known exactly", 0, tables.exact),
    atMost("P7 hidden counts with fewer than k values left", 0, tables.narrow),
    atMost("P7 suppressions on small tables, of the fewest possible", 1.3, cost.suppressed / cost.optimal),
    atLeast("P8 sequences of 8 releases", 500, over.sequences),
    atMost("P8 disclosures from all releases together", 0, over.disclosures),
    shown("P8 the same when each month is released by itself", over.disclosuresByThemselves),
    shown("P8 releases refused and made anew", over.refused),
    atMost("P8 refused releases without a reason", 0, over.refusedWithoutReason),
    atMost("P8 releases that could not be made", 0, over.stuck),
    atMost("P8 windows that changed after their release", 0, over.changedLater),
    shown("P8 part of the cells that the guard took out", over.withheldShare),
  ];
}
