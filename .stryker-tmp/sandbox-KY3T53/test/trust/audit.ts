import { openScratchStore } from "@rode-draad/store/testing";
import { atLeast, atMost, type FigureRow } from "../quality/figure-row.js";
import { ATTACKS, tamper } from "./tamper-with-audit-log.js";

const SEEDS = 100;

/** S5: seven ways to tamper with the audit log, a hundred times each, on the embedded store. */
export async function measureAudit(): Promise<FigureRow[]> {
  const scratch = await openScratchStore();
  try {
    const { tried, seen, placed, placeable, falseAlarms } = await tamper(scratch.store.asOwner, "voorbeeldstad", SEEDS);
    return [
      atLeast("S5 tampering with the audit log seen", ATTACKS.length * SEEDS, seen),
      atMost("S5 attacks not tried", 0, ATTACKS.length * SEEDS - tried),
      atLeast("S5 attacks without the key whose first entry was named, share", 1, placed / placeable),
      atMost("S5 alarms about an untouched log", 0, falseAlarms),
    ];
  } finally {
    await scratch.drop();
  }
}
