import type { RequestHandler } from "express";
import type { HealthTools } from "../tools/api-tools.js";

/** A part that does not answer in this time counts as down; a health check that waits longer helps nobody. */
const ANSWER_MS = 2_000;

/** Says that the process lives. It asks nothing of anybody, so a restart follows only when this process hangs. */
export const checkLive: RequestHandler = (_request, response) => {
  response.status(200).json({ status: "goed" });
};

/** Says whether the process can do its work, and whether work that waits moves: 503 with the part that is down. */
export function checkReady(tools: HealthTools): RequestHandler {
  return async (_request, response) => {
    const [opslag, wachtrij, voortgang] = await Promise.all(
      [tools.checkStore, tools.checkQueue, tools.checkProgress].map(probe),
    );
    const ready = [opslag, wachtrij, voortgang].every((part) => part === "goed");
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? "goed" : "storing", onderdelen: { opslag, wachtrij, voortgang } });
  };
}

async function probe(check: () => Promise<unknown>): Promise<"goed" | "storing"> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<"storing">((resolve) => {
    timer = setTimeout(() => resolve("storing"), ANSWER_MS);
  });
  try {
    return await Promise.race([check().then(() => "goed" as const), tooLate]);
  } catch {
    return "storing";
  } finally {
    clearTimeout(timer);
  }
}
