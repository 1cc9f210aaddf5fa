import { randomBytes } from "node:crypto";
import type { StagePayload } from "@rode-draad/contracts";
import { ProductError } from "@rode-draad/domain";
import { openQueue, type Queue, type QueueOptions } from "@rode-draad/queue";
import { dropNamespace, type TestRedis } from "@rode-draad/queue/testing";
import { breakConnections, openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { rightTimes } from "../../shared/queue/src/postgres/right-times.js";
import { requirePostgres, requireRedis } from "./back-ends.js";

/** The longest a waiting worker may take to notice a job: less than the 5 s after which BullMQ looks by itself. */
const NOTICE_MS = 4_000;
const CITY = "voorbeeldstad";

const redis = await requireRedis();
const postgresAnswers = await requirePostgres();
const KINDS = ["Postgres on PGlite", "Postgres on a server", "Redis"] as const;
const RUNS = {
  "Postgres on PGlite": true,
  "Postgres on a server": postgresAnswers,
  Redis: redis !== undefined,
};

afterAll(async () => {
  await redis?.stop();
});

describe.each(KINDS)("the queue on %s", (kind) => {
  describe.skipIf(!RUNS[kind])("with a server", () => {
    let scratch: ScratchStore | undefined;
    let options: QueueOptions;
    let queue: Queue;
    const opened: Queue[] = [];

    async function open(): Promise<Queue> {
      const made = await openQueue(options);
      opened.push(made);
      return made;
    }
    beforeEach(async () => {
      if (kind === "Redis") options = redisOptions(redis);
      else {
        scratch = await openScratchStore(kind === "Postgres on PGlite" ? "pglite" : "postgres");
        options = { connection: scratch.store.connection };
      }
      queue = await open();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((made) => made.close()));
      await scratch?.drop();
      scratch = undefined;
      if (options.redisUrl !== undefined) await dropNamespace(options.redisUrl, options.namespace ?? "");
    });

    it("hands a job to the stage with the ids it was given, once", async () => {
      const seen: StagePayload<"questions">[] = [];
      await queue.startStage("questions", async (payload) => void seen.push(payload));
      const payload = { municipalityId: CITY, noteIds: ["a", "b"] };
      await queue.enqueue("questions", payload);
      await until(async () => await queue.idle());
      expect(seen).toEqual([payload]);
    });

    it("takes no payload that does not fit the stage, so that no text can travel with a job", async () => {
      const smuggled = { municipalityId: CITY, noteIds: ["a"], text: "canary" };
      await expect(queue.enqueue("questions", smuggled)).rejects.toMatchObject({ code: "payload-invalid" });
      await expect(queue.enqueueMany("questions", [smuggled])).rejects.toMatchObject({ code: "payload-invalid" });
      expect(await queue.idle()).toBe(true);
    });

    it("wakes a waiting stage at once, without waiting for its next look", async () => {
      let seen = 0;
      await queue.startStage("questions", async () => {
        seen += 1;
      });
      for (let round = 1; round <= 3; round += 1) {
        await pause(300);
        const start = performance.now();
        await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["a"] });
        await until(async () => seen === round);
        expect(performance.now() - start).toBeLessThan(NOTICE_MS);
      }
    });

    it("spreads many jobs over two processes, each job once", async () => {
      const other = await open();
      const seen: string[] = [];
      const handler = async (payload: StagePayload<"questions">): Promise<void> => {
        await pause(1);
        seen.push(...payload.noteIds);
      };
      await queue.startStage("questions", handler, { concurrency: 4 });
      await other.startStage("questions", handler, { concurrency: 4 });
      const ids = Array.from({ length: 400 }, (_, number) => `n${number}`);
      await queue.enqueueMany(
        "questions",
        ids.map((id) => ({ municipalityId: CITY, noteIds: [id] })),
      );
      await until(async () => await queue.idle());
      expect(seen.sort()).toEqual(ids.sort());
    });

    it("keeps one waiting job per municipality for a stage that reads everything from the store", async () => {
      const seen: string[] = [];
      for (let time = 0; time < 5; time += 1) await queue.enqueue("trends", { municipalityId: CITY });
      await queue.enqueue("trends", { municipalityId: "elders" });
      expect((await queue.health()).stages.trends?.waiting).toBe(2);
      await queue.startStage("trends", async ({ municipalityId }) => void seen.push(municipalityId));
      await until(async () => await queue.idle());
      expect(seen.sort()).toEqual(["elders", CITY]);
    });

    it("runs such a job again when one came while it ran, once, and never two at a time", async () => {
      let started = 0;
      let atOnce = 0;
      let most = 0;
      const gate = makeGate();
      await queue.startStage(
        "trends",
        async () => {
          started += 1;
          atOnce += 1;
          most = Math.max(most, atOnce);
          if (started === 1) await gate.opened;
          atOnce -= 1;
        },
        { concurrency: 4 },
      );
      await queue.enqueue("trends", { municipalityId: CITY });
      await until(async () => started === 1);
      for (let time = 0; time < 5; time += 1) await queue.enqueue("trends", { municipalityId: CITY });
      await pause(200);
      expect(started).toBe(1);
      expect(await queue.idle()).toBe(false);
      gate.open();
      await until(async () => await queue.idle());
      expect(started).toBe(2);
      expect(most).toBe(1);
    });

    it("tries a job three times, then gives it up once and says so", async () => {
      const tries: string[] = [];
      const given: unknown[] = [];
      await queue.startStage(
        "questions",
        async ({ noteIds }) => {
          const id = noteIds[0] ?? "";
          tries.push(id);
          if (id === "poison" || tries.filter((tried) => tried === id).length < 3) throw new Error("canary");
        },
        { concurrency: 2, onExhausted: async (payload) => void given.push(payload) },
      );
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["poison"] });
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["hiccup"] });
      await until(async () => tries.length > 0);
      expect(await queue.idle()).toBe(false);
      await until(async () => await queue.idle());
      expect(tries.filter((id) => id === "poison")).toHaveLength(3);
      expect(tries.filter((id) => id === "hiccup")).toHaveLength(3);
      expect(given).toEqual([{ municipalityId: CITY, noteIds: ["poison"] }]);
      expect((await queue.health()).stages.questions?.failed).toBe(1);
    });

    it("does not try again what retrying cannot help, and lets the work be split before the job is gone", async () => {
      const tried: string[][] = [];
      await queue.startStage(
        "questions",
        async ({ noteIds }) => {
          tried.push([...noteIds]);
          if (noteIds.includes("poison")) throw new ProductError("poison", "Onleesbaar.", { retryable: false });
        },
        {
          onExhausted: async ({ municipalityId, noteIds }) => {
            if (noteIds.length === 1) return;
            await queue.enqueueMany(
              "questions",
              noteIds.map((id) => ({ municipalityId, noteIds: [id] })),
            );
          },
        },
      );
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["a", "poison", "b"] });
      await until(async () => await queue.idle());
      expect(tried).toEqual([["a", "poison", "b"], ["a"], ["poison"], ["b"]]);
    });

    it("takes jobs by priority, those of equal priority in order, and counts them as waiting", async () => {
      const seen: string[] = [];
      const add = (id: string, priority: number): Promise<void> =>
        queue.enqueue("questions", { municipalityId: CITY, noteIds: [id] }, { priority });
      await add("late", 3);
      await add("first", 1);
      await add("second", 1);
      expect((await queue.health()).stages.questions?.waiting).toBe(3);
      expect(await queue.idle()).toBe(false);
      const priorities: unknown[] = [];
      await queue.startStage("questions", async ({ noteIds }, { priority }) => {
        seen.push(...noteIds);
        priorities.push(priority);
      });
      await until(async () => await queue.idle());
      expect(seen).toEqual(["first", "second", "late"]);
      expect(priorities).toEqual([1, 1, 3]);
    });

    it("leaves a delayed job until its time", async () => {
      const start = performance.now();
      let ran = 0;
      await queue.startStage("delivery", async () => {
        ran = performance.now();
      });
      await queue.enqueue("delivery", { municipalityId: CITY, requestId: "r" }, { delayMs: 700 });
      expect(await queue.idle()).toBe(false);
      await until(async () => await queue.idle());
      expect(ran - start).toBeGreaterThan(650);
    });

    it("hurries the notes of one municipality that wait for their time, in order of their priority, and no others", async () => {
      const seen: string[] = [];
      const add = (noteId: string, municipalityId: string, priority: number): Promise<void> => {
        const late = { delayMs: 3_600_000, priority };
        return queue.enqueue("questions", { municipalityId, noteIds: [noteId] }, late);
      };
      await add("last", CITY, 3);
      await add("first", CITY, 1);
      await add("elsewhere", "kleinstad", 1);
      await queue.hurryNotes(CITY);
      await Promise.all([queue.hurryNotes(CITY), queue.hurryNotes(CITY)]);
      await queue.startStage("questions", async ({ noteIds }) => void seen.push(...noteIds));
      await until(async () => seen.length === 2);
      expect(seen).toEqual(["first", "last"]);
      expect((await queue.health()).stages.questions?.delayed).toBe(1);
    });

    it("wakes a waiting stage for notes that are hurried", async () => {
      let seen = 0;
      await queue.startStage("questions", async () => {
        seen += 1;
      });
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["a"] }, { delayMs: 3_600_000, priority: 2 });
      await pause(300);
      const start = performance.now();
      await queue.hurryNotes(CITY);
      await until(async () => seen === 1);
      expect(performance.now() - start).toBeLessThan(NOTICE_MS);
    });

    it("lets a running job end before it closes", async () => {
      let ended = false;
      let started = false;
      const stage = await queue.startStage("questions", async () => {
        started = true;
        await pause(300);
        ended = true;
      });
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["a"] });
      await until(async () => started);
      await stage.stop();
      expect(ended).toBe(true);
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["b"] });
      expect((await queue.health()).stages.questions?.waiting).toBe(1);
      await queue.close();
      await queue.close();
    });

    it("runs recurring tasks without counting them as work, and drops those that are no longer named", async () => {
      const runs = { often: 0, dropped: 0 };
      const count = (name: keyof typeof runs) => async () => {
        runs[name] += 1;
      };
      const first = await queue.startSchedule([
        { name: "often", timing: { everyMs: 200 }, run: count("often") },
        { name: "dropped", timing: { everyMs: 200 }, run: count("dropped") },
        { name: "monthly", timing: { cron: "0 6 1 * *" }, run: async () => undefined },
      ]);
      await until(async () => runs.often >= 2 && runs.dropped >= 1);
      expect(await queue.idle()).toBe(true);
      await first.stop();
      const { dropped, often } = runs;
      await queue.startSchedule([{ name: "often", timing: { everyMs: 200 }, run: count("often") }]);
      await until(async () => runs.often >= often + 2);
      expect(runs.dropped).toBe(dropped);
    });

    it("runs the tasks of one municipality beside those of another, under the same name", async () => {
      const ran: string[] = [];
      for (const owner of ["eerstestad", "tweedestad"])
        await queue.startSchedule(
          [{ name: "own", timing: { everyMs: 200 }, run: async () => void ran.push(owner) }],
          owner,
        );
      await until(async () =>
        ["eerstestad", "tweedestad"].every((owner) => ran.filter((one) => one === owner).length > 1),
      );
    });

    it.skipIf(kind !== "Postgres on a server")("goes on after the server broke all connections", async () => {
      const seen: string[] = [];
      await queue.startStage("questions", async ({ noteIds }) => void seen.push(...noteIds));
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["before"] });
      await until(async () => seen.length === 1);
      await breakConnections(scratch?.options.databaseUrl ?? "");
      await pause(100);
      // The stage must listen again, not only look again: an idle look comes every five seconds.
      for (const id of ["after", "and again"]) {
        const start = performance.now();
        await queue.enqueue("questions", { municipalityId: CITY, noteIds: [id] });
        await until(async () => seen.includes(id));
        expect(performance.now() - start).toBeLessThan(NOTICE_MS);
        await pause(500);
      }
      expect((await queue.health()).reachable).toBe(true);
    });

    it.skipIf(kind === "Redis")("does not believe a worker whose clock is ahead or behind", async () => {
      let ran = 0;
      const gate = makeGate();
      await queue.startStage("questions", () => {
        ran += 1;
        return gate.opened;
      });
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["a"] });
      await queue.enqueue("delivery", { municipalityId: CITY, requestId: "r" }, { delayMs: 1_000 });
      await until(async () => ran === 1);
      const pool = new pg.Pool({ ...options.connection, max: 1, options: "-c search_path=bullmq" });
      try {
        for (const off of [3_600_000, -90_000]) {
          await pool.query("update job set locked_until_ms = locked_until_ms + $1 where state = 'active'", [off]);
          const { rows } = await pool.query<{ ms: number }>(
            `select (locked_until_ms - extract(epoch from clock_timestamp()) * 1000)::float8 as ms from job where state = 'active'`,
          );
          expect(rows).toEqual([{ ms: expect.closeTo(20_000, -3.5) }]);
        }
        // A worker that is ninety seconds ahead looks for stalled jobs: it marks them, and takes them the next time.
        for (let look = 0; look < 3; look += 1) {
          const ahead = Date.now() + 90_000 + look * 10_000;
          await pool.query("select move_stalled_jobs_to_wait('questions', 2, $1, 5000)", [ahead]);
        }
        expect((await queue.health()).stages.questions).toMatchObject({ active: 1, waiting: 0 });
        await pool.query("update job set process_at_ms = process_at_ms + 3600000 where state = 'delayed'");
        await rightTimes(pool);
        const { rows } = await pool.query<{ late: number }>(
          `select count(*)::int as late from (
             select process_at_ms as at from job union all select value::bigint from meta where field = 'stalled-check'
           ) as times where at > extract(epoch from clock_timestamp()) * 1000 + 2000`,
        );
        expect(rows[0]?.late).toBe(0);
        expect(ran).toBe(1);
      } finally {
        await pool.end();
        gate.open();
      }
    });

    it("tells how it is", async () => {
      await queue.enqueue("questions", { municipalityId: CITY, noteIds: ["a"] });
      const health = await queue.health();
      expect(health).toMatchObject({
        backEnd: kind === "Redis" ? "redis" : "postgres",
        reachable: true,
        stages: { questions: { waiting: 1, active: 0, delayed: 0, failed: 0 } },
      });
    });
  });
});

describe("a queue whose server is not there", () => {
  it("says so in one sentence", async () => {
    const nowhere = openQueue({ redisUrl: "redis://127.0.0.1:1", connection: {} });
    await expect(nowhere).rejects.toMatchObject({ code: "queue-unreachable", retryable: true });
    const alsoNowhere = openQueue({ connection: { connectionString: "postgres://nobody@127.0.0.1:1/x" } });
    await expect(alsoNowhere).rejects.toMatchObject({ code: "queue-unavailable" });
  });
});

function redisOptions(server: TestRedis | undefined): QueueOptions {
  if (server === undefined) throw new Error("No Redis server answers.");
  return { redisUrl: server.url, connection: {}, namespace: `rodedraad-test-${randomBytes(4).toString("hex")}` };
}

function makeGate(): { open: () => void; opened: Promise<void> } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

async function until(condition: () => Promise<boolean>, limitMs = 60_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error("It did not happen in time.");
    await pause(20);
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
