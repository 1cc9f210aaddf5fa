import type { Month } from "@rode-draad/domain";
import { buildVoorbeeldstad, writeNotes } from "@rode-draad/fixtures";

/** Invents a municipality and writes its notes: `write-notes-file.ts COUNT LAST_MONTH FILE`. */

const [count = "5000", lastMonth = "", file = ""] = process.argv.slice(2);
const { notes } = buildVoorbeeldstad({ notes: Number(count), lastMonth: lastMonth as Month });
await writeNotes(notes, file, "csv");
