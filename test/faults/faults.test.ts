import { expect, test } from "vitest";
import { PARTS } from "./parts.js";
import { hasServers } from "./servers.js";
import { SMALL } from "./sizes.js";
import { withServers } from "./with-servers.js";

/** In CI (`REQUIRE_BACKENDS=1`) a machine without the servers is a failure; elsewhere the suite is skipped. */
const { REQUIRE_BACKENDS } = process.env;
const runs = hasServers() || REQUIRE_BACKENDS === "1";

/** Small enough for every change; `npm run test:faults` runs them all, at the size of the promises. */
const QUICK = ["r1-redis", "r2-listeners", "r4", "r6", "steps-redis", "imports-embedded", "refusals"];

/**
 * What must hold on any machine, however busy: no speed. A small month is repeated for a larger part: its jobs are as large as those
 * of a large one.
 */
const HELD = /(?<!throughput )lost|unlike|twice|set aside|not worked out|not refused|killed (before|between)/;

test.skipIf(!runs).each(QUICK)("nothing is lost, double or blamed on a note at a small size: %s", async (part) => {
  const rows = await withServers(async (servers) => (await PARTS[part]?.(servers, SMALL)) ?? []);
  const held = rows.filter(({ name, goal }) => goal !== "" && HELD.test(name));
  expect(rows.length).toBeGreaterThan(1);
  expect(held.length > 0 || part === "r6").toBe(true);
  expect(held.filter(({ ok }) => !ok)).toEqual([]);
});
