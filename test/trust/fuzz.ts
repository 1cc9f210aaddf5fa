import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { measureFuzz } from "./fuzz/measure-fuzz.js";

/** S6: the interface holds whatever is sent. S6 asks for five hundred requests to each operation as each of four roles; a source system's key comes on top. */

const REQUESTS = 500;
const SEED = 20_261_122;

export async function fuzz(): Promise<FigureRow[]> {
  const found = await measureFuzz({ requests: REQUESTS, seed: SEED });
  for (const line of [...found.failures, ...found.breaks, ...found.echoes]) process.stderr.write(`${line}\n`);
  process.stderr.write(`slowest: ${found.slowest.request}\n`);
  return [
    atLeast(
      "S6 requests to each operation as each of 4 roles and a key",
      REQUESTS,
      found.requests / found.operations / 5,
    ),
    shown("S6 requests in all", found.requests),
    shown("S6 requests that break HTTP itself", found.rawRequests),
    atMost("S6 operations that let nobody through", 0, found.unreached.length),
    shown("S6 slowest answer, ms", Math.round(found.slowest.ms)),
    atMost("S6 failures of ours (5xx) or no answer", 0, found.failures.length),
    atMost("S6 answers that the OpenAPI document does not describe", 0, found.breaks.length),
    atMost("S6 answers that repeat what stood in a note", 0, found.echoes.length),
  ];
}
