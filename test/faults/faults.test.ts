import { expect, test } from "vitest";
import { PARTS } from "./parts.js";
import { hasServers } from "./servers.js";
import { SMALL } from "./sizes.js";
import { withServers } from "./with-servers.js";

/** In CI (`REQUIRE_BACKENDS=1`) a machine without the servers is a failure; elsewhere the suite is skipped. */
const { REQUIRE_BACKENDS } = process.env;
const runs = hasServers() || REQUIRE_BACKENDS === "1";

/** Small enough for every change; `npm run test:faults` runs them all, at the size of the promises. */
const QUICK = ["r1-redis", "r2-listeners", "r6"];

test.skipIf(!runs)(
  "work survives killed workers, cut listeners and a month that is broken off, at a small size",
  async () => {
    const rows = await withServers(async (servers) => {
      const measured = [];
      for (const part of QUICK) measured.push(...((await PARTS[part]?.(servers, SMALL)) ?? []));
      return measured;
    });
    expect(rows.length).toBeGreaterThan(QUICK.length);
    // A small month is repeated for a larger part: its jobs are as large as those of a large one. Times depend on the machine.
    const held = rows.filter(({ name }) => /lost|unlike/.test(name));
    expect(held.length).toBeGreaterThan(2);
    expect(held.filter(({ ok }) => !ok)).toEqual([]);
  },
);
