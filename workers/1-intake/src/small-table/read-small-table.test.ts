import { expect, test } from "vitest";
import { readSmallTable } from "./read-small-table.js";

test.each([";", ",", "\t", "|"])("reads rows that are divided by %j, with the lines that an editor shows", (sign) => {
  const text = `\uFEFFcode${sign}naam\r\n\r\nWK1${sign}"Oud${sign}zuid"\nWK2${sign}Noord`;
  expect(readSmallTable(Buffer.from(text))).toEqual({
    headings: ["code", "naam"],
    rows: [
      { line: 3, cells: ["WK1", `Oud${sign}zuid`] },
      { line: 4, cells: ["WK2", "Noord"] },
    ],
  });
});

test("reads what Excel writes in Windows-1252", () => {
  expect(readSmallTable(Buffer.from("code;naam\nWK1;Caf\xe9plein", "latin1")).rows[0]?.cells[1]).toBe("Caféplein");
});

test.each([
  ["een werkmap", Buffer.from([0x50, 0x4b, 0x03, 0x00])],
  ["alleen koppen", Buffer.from("code;naam\n")],
  ["niets", Buffer.from("")],
])("refuses %s with what to do", (_name, bytes) => {
  expect(() => readSmallTable(bytes)).toThrow(/(?:Sla het op|horen de namen)/);
});
