import { findPostgres } from "@rode-draad/store/testing";
import { measureIsolation } from "../access/measure-isolation.js";
import { measureMatrix } from "../access/measure-matrix.js";
import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";

/** S1 asks for a thousand. */
const INTERLEAVINGS = 1_000;

/** S1: roles and municipalities are separate. */
export async function measureAccess(): Promise<FigureRow[]> {
  const matrix = await measureMatrix();
  const rows = [
    shown("S1 cells of route × who × municipality", matrix.cells),
    atMost("S1 routes without a row", 0, matrix.unmatched.length),
    atMost("S1 unexpected answers that let somebody in", 0, matrix.unexpected.length),
    atMost("S1 who may and was kept out", 0, matrix.refused.length),
  ];
  for (const engine of (await findPostgres()) === undefined
    ? (["pglite"] as const)
    : (["pglite", "postgres"] as const)) {
    const { queries, foreign, missing, written } = await measureIsolation(engine, INTERLEAVINGS);
    rows.push(
      atLeast(`S1 interleaved queries on ${engine}`, INTERLEAVINGS, queries),
      atMost(`S1 foreign rows on ${engine}`, 0, foreign + written),
      atMost(`S1 own rows that stayed away on ${engine}`, 0, missing),
    );
  }
  return rows;
}
