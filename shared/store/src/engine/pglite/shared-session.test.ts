import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DatabaseThread, openDatabaseThread } from "./database-thread.js";
import { openSharedSession, type SharedSession } from "./shared-session.js";

let database: DatabaseThread;
let session: SharedSession;
let pool: pg.Pool;

beforeAll(async () => {
  database = await openDatabaseThread(undefined);
  session = openSharedSession(database);
  pool = new pg.Pool({ user: "postgres", database: "postgres", max: 10, stream: () => session.connect() });
  pool.on("error", () => undefined);
  await pool.query("create table tally (number integer)");
  await pool.query("insert into tally values (0)");
}, 60_000);
afterAll(async () => {
  await pool.end();
  await session.close();
  await database.close();
});

describe("connections that share one session", { timeout: 60_000 }, () => {
  it("never get each other's answers or parameters", async () => {
    const questions = Array.from({ length: 600 }, (_, number) =>
      number % 3 === 0
        ? pool.query("select $1::int as answer", [number])
        : number % 3 === 1
          ? pool.query("select $1::int as answer, $2::text as other", [number, "x"])
          : pool.query(`select ${number} as answer`),
    );
    const answers = (await Promise.all(questions)).map((result) => result.rows[0].answer);
    expect(answers).toEqual(Array.from({ length: 600 }, (_, number) => number));
  });

  it("wait for a transaction of another one", async () => {
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const client = await pool.connect();
        await client.query("begin");
        const { rows } = await client.query("select number from tally");
        await new Promise((resolve) => setTimeout(resolve, 1));
        await client.query("update tally set number = $1", [rows[0].number + 1]);
        await client.query("commit");
        client.release();
      }),
    );
    expect((await pool.query("select number from tally")).rows).toEqual([{ number: 20 }]);
  });

  it("go on after one failed, also inside a transaction", async () => {
    await expect(pool.query("select nothing from nowhere")).rejects.toMatchObject({ code: "42P01" });
    const client = await pool.connect();
    await client.query("begin");
    await expect(client.query("select 1 / $1::int", [0])).rejects.toMatchObject({ code: "22012" });
    await expect(client.query("select 1")).rejects.toMatchObject({ code: "25P02" });
    await client.query("rollback");
    client.release();
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  it("are rolled back when they go away inside a transaction", async () => {
    const client = new pg.Client({ user: "postgres", database: "postgres", stream: () => session.connect() });
    await client.connect();
    await client.query("begin");
    await client.query("update tally set number = -1");
    const waiting = pool.query("select number from tally");
    await client.end();
    expect((await waiting).rows).toEqual([{ number: 20 }]);
  });

  it("break when the engine has ended, and leave no query without an answer", async () => {
    const ending = await openDatabaseThread(undefined);
    const shared = openSharedSession(ending);
    const client = new pg.Client({ user: "postgres", database: "postgres", stream: () => shared.connect() });
    client.on("error", () => undefined);
    await client.connect();
    await ending.close();
    const asked = [client.query("select 1"), client.query("select 2")];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await shared.close();
  });

  it("all hear a NOTIFY, whoever sent it", async () => {
    const heard: string[] = [];
    const listeners = await Promise.all(
      ["a", "b"].map(async (name) => {
        const client = new pg.Client({ user: "postgres", database: "postgres", stream: () => session.connect() });
        await client.connect();
        client.on("notification", (message) => void heard.push(`${name} ${message.channel} ${message.payload}`));
        await client.query("listen bell");
        return client;
      }),
    );
    await pool.query("select pg_notify('bell', $1)", ["now"]);
    await pool.query("select 1");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard.sort()).toEqual(["a bell now", "b bell now"]);
    await Promise.all(listeners.map((client) => client.end()));
  });

  it("carry answers and parameters of many megabytes whole", async () => {
    const long = "é".repeat(3_000_000);
    const { rows } = await pool.query("select $1::text as back, length($1::text) as length", [long]);
    expect(rows[0].length).toBe(long.length);
    expect(rows[0].back === long).toBe(true);
  });

  it("leave time for the rest of the process while much is asked", async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    const start = process.cpuUsage();
    await Promise.all(Array.from({ length: 2_000 }, () => pool.query("select count(*) from generate_series(1, 2000)")));
    const spent = process.cpuUsage(start);
    clearInterval(timer);
    // One tick in each fifty milliseconds of work is far from smooth, but a session that never yields gives none.
    expect(ticks).toBeGreaterThan((spent.user + spent.system) / 50_000);
  });
});
