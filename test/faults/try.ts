import { printFigures } from "../quality/figure-row.js";
import { measureKills } from "./measure-kills.js";
import { makeDatabase, startPostgresServer, startRedisServer } from "./servers.js";

const pgs = await startPostgresServer();
const rd = await startRedisServer({ persistent: true });
if (!pgs || !rd) throw new Error("none");
console.error(pgs.url, rd.url);
const quiet = { DATABASE_URL: await makeDatabase(pgs.url, "quiet") };
const faults = {
  DATABASE_URL: await makeDatabase(pgs.url, "faults"),
  ...(process.argv[2] === "redis" && { REDIS_URL: rd.url }),
};
try {
  printFigures(
    await measureKills(
      process.argv[2]!,
      { faults, quiet },
      { kills: Number(process.argv[3]), notes: Number(process.argv[4]) },
    ),
  );
} finally {
  await pgs.remove();
  await rd.remove();
}
process.exit();
