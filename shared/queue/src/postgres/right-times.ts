import type pg from "pg";

/** How far a time may be beyond what it can be; answers take a moment. */
const SLACK_MS = 1_000;

/**
 * BullMQ writes the times of its Postgres backend by the clock of the worker at hand. One whose clock is an hour ahead, and that dies,
 * would keep its jobs locked for an hour, and have tries that failed wait as long. Rule: by the clock of the database no lock lasts
 * longer than a lock does, and no job waits longer than its delay. Recurring tasks are left alone: they are due at a moment.
 */
export async function rightTimes(pool: Pick<pg.Pool, "query">, lockMs: number): Promise<void> {
  await pool.query(
    `with right_now as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms)
     update job set
       locked_until_ms = case when state = 'active' then least(locked_until_ms, ms + $1) else locked_until_ms end,
       process_at_ms = case when state = 'delayed' then least(process_at_ms, ms + delay_ms) else process_at_ms end
     from right_now
     where (state = 'active' and locked_until_ms > ms + $1 + $2)
        or (state = 'delayed' and scheduler_id is null and process_at_ms > ms + delay_ms + $2)`,
    [lockMs, SLACK_MS],
  );
}
