import pg from "pg";
import { secondsUntil } from "./installation.js";
import { query } from "./servers.js";

/** Steps of the work in the order of the flow, each by what it writes last before it tells the queue. */
export const STEPS = [
  { name: "notes cut", table: "case_note", when: "new.state = 'cut'" },
  { name: "notes themed", table: "case_note", when: "new.state = 'themed'" },
  { name: "new themes", table: "emergent_state" },
  { name: "why together", table: "theme_reason" },
  { name: "counts", table: "month_count" },
  { name: "reports", table: "theme_report" },
  { name: "proposals", table: "proposal" },
] as const;

/** Any number that nobody else uses for a lock; this one spells "hold". */
const LOCK_CLASS = 0x686f6c64;

const GONE_SECONDS_MAX = 30;

/** Who stands before the commit of a step. */
export interface Held {
  /** The name that the worker gave its connection. */
  readonly worker: string;
  /** Lets everybody who waits at this step go on; resolves when this one has committed. */
  letCommit(): Promise<void>;
}

/** Has the database itself stop whoever writes a step, just before the commit. */
export class StepHolds {
  readonly #client: pg.Client;
  readonly #url: string;

  private constructor(client: pg.Client, url: string) {
    this.#client = client;
    this.#url = url;
  }

  static async place(url: string, steps: number): Promise<StepHolds> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `create function rodedraad.fault_hold() returns trigger language plpgsql as
         $$ begin perform pg_advisory_xact_lock_shared(${LOCK_CLASS}, tg_argv[0]::int); return null; end $$`,
    );
    for (const [number, step] of STEPS.slice(0, steps).entries()) {
      await client.query("select pg_advisory_lock($1, $2)", [LOCK_CLASS, number]);
      // Deferred to the commit, so that all of the step is written by then.
      const when = "when" in step ? `when (${step.when})` : "";
      await client.query(
        `create constraint trigger fault_hold_${number} after insert or update on rodedraad.${step.table}
           deferrable initially deferred for each row ${when} execute function rodedraad.fault_hold('${number}')`,
      );
    }
    return new StepHolds(client, url);
  }

  /** Waits until somebody stands before the commit of a step; undefined when nobody came. */
  async catchAt(number: number, secondsMax: number): Promise<Held | undefined> {
    let found: { worker: string; pid: number; began: string } | undefined;
    await secondsUntil(async () => {
      [found] = await query(
        this.#url,
        `select application_name as worker, pid, xact_start::text as began
         from pg_locks join pg_stat_activity using (pid)
         where locktype = 'advisory' and classid = $1 and objid = $2 and not granted and application_name like 'worker-%'
         order by xact_start limit 1`,
        [LOCK_CLASS, number],
      );
      return found !== undefined;
    }, secondsMax);
    if (found === undefined) return undefined;
    const { worker, pid, began } = found;
    return {
      worker,
      letCommit: async () => {
        await this.#client.query("select pg_advisory_unlock($1, $2)", [LOCK_CLASS, number]);
        const isOver = async () =>
          (
            await query(this.#url, "select 1 from pg_stat_activity where pid = $1 and xact_start::text = $2", [
              pid,
              began,
            ])
          ).length === 0;
        await secondsUntil(isOver, secondsMax);
      },
    };
  }

  async remove(): Promise<void> {
    await this.#client.end();
  }
}

/** Ends what a process that was killed has left standing in the database, which would be carried out after all. */
export async function endConnectionsOf(url: string, worker: string): Promise<void> {
  const areGone = async () => {
    const asked = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1";
    return (await query(url, asked, [worker])).length === 0;
  };
  await secondsUntil(areGone, GONE_SECONDS_MAX);
}
