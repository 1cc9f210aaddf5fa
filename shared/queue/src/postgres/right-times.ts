import type pg from "pg";

/**
 * BullMQ writes and compares the times of its Postgres backend by the clock of the worker at hand. One that is an hour ahead, and dies, would
 * keep its jobs locked for an hour and nobody would look for stalled ones as long; one that is behind sets locks that are over already,
 * and one that is ahead takes every job from whoever works on it. Rule: what is locked, and until when, goes by the clock of the database.
 */

/** How far a time may be beyond what it can be; answers take a moment. */
const SLACK_MS = 1_000;

/** Any number will do as long as no other program on the database uses it; this one spells "lock". */
const LOCK_KEY = 0x6c6f636b;

const NOW_MS = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

/** Has the database set the end of each lock itself, and let nobody call a job stalled whose lock holds. Done once for a database. */
export async function holdLocks(pool: Pick<pg.Pool, "query">, lockMs: number): Promise<void> {
  await pool.query(
    `select pg_advisory_xact_lock(${LOCK_KEY});
     do $do$ begin
       if exists (select from pg_trigger where tgname = 'rode_draad_hold_lock' and tgrelid = 'job'::regclass) then return; end if;
       create function rode_draad_hold_lock() returns trigger language plpgsql as $$
       begin
         if new.stalled_count > old.stalled_count and old.locked_until_ms > ${NOW_MS} then return null; end if;
         if new.state = 'active' and new.locked_until_ms is distinct from old.locked_until_ms then
           new.locked_until_ms := ${NOW_MS} + ${lockMs};
         end if;
         return new;
       end $$;
       create trigger rode_draad_hold_lock before update on job for each row
         when (old.state = 'active' or new.state = 'active') execute function rode_draad_hold_lock();
     end $do$`,
  );
}

/**
 * Rights what waits: no try waits longer than its delay, and the last look for stalled jobs was not in the future. Recurring tasks are left
 * alone: they are due at a moment.
 */
export async function rightTimes(pool: Pick<pg.Pool, "query">): Promise<void> {
  await pool.query(
    `update job set process_at_ms = ${NOW_MS} + delay_ms
     where state = 'delayed' and scheduler_id is null and process_at_ms > ${NOW_MS} + delay_ms + $1`,
    [SLACK_MS],
  );
  await pool.query(
    `update meta set value = ${NOW_MS}::text where field = 'stalled-check' and value::bigint > ${NOW_MS} + $1`,
    [SLACK_MS],
  );
}
