import { makeLinkToken } from "@rode-draad/runtime";
import { openScratchStore } from "@rode-draad/store/testing";
import { requirePostgres } from "../conformance/back-ends.js";
import { atMost, type FigureRow } from "../quality/figure-row.js";
import { openPartnerTown, type PartnerTown } from "./open-partner-town.js";

/** S2: a one-time link works once. Over HTTP, on the embedded database and on a server. */

const LINKS = 100;
const PARALLEL = 50;
/** Longer than any link works. */
const TOO_LATE_MS = 61 * 86_400_000;

/** On a busy machine a connection that is kept may be closed by the one side while the other one uses it. */
const CLOSE = { Connection: "close" };

export interface LinkFigures {
  readonly notOnce: number;
  readonly usedByReading: number;
  readonly openedByWrong: number;
}

export async function measureLinks(): Promise<FigureRow[]> {
  const rows = rowsOf("embedded", await onTown({}, LINKS, PARALLEL));
  if (!(await requirePostgres())) return rows;
  const scratch = await openScratchStore("postgres");
  try {
    const { databaseUrl = "" } = scratch.options;
    return [...rows, ...rowsOf("server", await onTown({ DATABASE_URL: databaseUrl }, LINKS, PARALLEL))];
  } finally {
    await scratch.drop();
  }
}

function rowsOf(engine: string, figures: LinkFigures): FigureRow[] {
  return [
    atMost(
      `S2 ${engine}: links of ${LINKS} that ${PARALLEL} parallel answers did not use exactly once`,
      0,
      figures.notOnce,
    ),
    atMost(`S2 ${engine}: links of ${LINKS} used up by GET or HEAD`, 0, figures.usedByReading),
    atMost(`S2 ${engine}: expired, altered, foreign or other-purpose links that opened`, 0, figures.openedByWrong),
  ];
}

async function onTown(
  environment: Readonly<Record<string, string>>,
  links: number,
  parallel: number,
): Promise<LinkFigures> {
  // One more, that nobody answers: it stays open until it expires.
  const town = await openPartnerTown(links + 1, environment);
  try {
    return await measureTown(town, parallel);
  } finally {
    await town.close();
  }
}

/** Uses every link of a town but the last. */
export async function measureTown(town: PartnerTown, parallel: number): Promise<LinkFigures> {
  const { letters, serving } = town;
  const answer = async (path: string): Promise<number> => {
    const response = await fetch(serving.address + path, {
      method: "POST",
      body: new URLSearchParams({ antwoord: "bellen" }),
      redirect: "manual",
      headers: CLOSE,
    });
    await response.arrayBuffer();
    return response.status;
  };
  const read = async (path: string, method = "GET"): Promise<{ status: number; html: string }> => {
    const response = await fetch(serving.address + path, { method, headers: CLOSE });
    return { status: response.status, html: await response.text() };
  };
  const figures = { notOnce: 0, usedByReading: 0, openedByWrong: 0 };
  const last = letters.at(-1)?.path ?? "";
  for (const { path } of letters.slice(0, -1)) {
    for (const method of ["GET", "HEAD", "GET"]) {
      if ((await read(path, method)).status !== 200) figures.usedByReading += 1;
    }
    if (!(await read(path)).html.includes(` action="${path}" method="post">`)) figures.usedByReading += 1;
    const statuses = await Promise.all(Array.from({ length: parallel }, () => answer(path)));
    if (statuses.filter((status) => status === 303).length !== 1) figures.notOnce += 1;
  }
  const { municipalityId } = town.product;
  const tokenFor = (purpose: string, municipality: string): string =>
    `/aanvraag/${makeLinkToken(town.product.configuration.hashKey ?? "", { purpose, municipalityId: municipality, requestId: letters.at(-1)?.requestId ?? "" })}`;
  const wrong = [
    ...alteredPaths(last),
    tokenFor("read-report", municipalityId),
    tokenFor("answer-request", "buurstad"),
  ];
  const opened = async (path: string): Promise<boolean> =>
    (await read(path)).status !== 404 || (await answer(path)) !== 404;
  for (const path of wrong) if (await opened(path)) figures.openedByWrong += 1;
  if ((await read(last)).status !== 200) figures.usedByReading += 1;
  town.moveClock(TOO_LATE_MS);
  for (const { path } of letters) if (await opened(path)) figures.openedByWrong += 1;
  return figures;
}

/** Every character of the token replaced by another one, the token cut, lengthened, and in other capitals. */
function alteredPaths(path: string): string[] {
  const start = path.lastIndexOf("/") + 1;
  const token = path.slice(start);
  const altered = [...token].flatMap((sign, index) =>
    ["A", "B", "-", "9"]
      .filter((other) => other !== sign)
      .map((other) => token.slice(0, index) + other + token.slice(index + 1)),
  );
  const reshaped = [token.slice(0, -1), `${token}A`, `${token}%00`, token.toLowerCase(), token.toUpperCase()];
  return [...altered, ...reshaped.filter((other) => other !== token)].map((other) => path.slice(0, start) + other);
}
