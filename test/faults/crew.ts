import { randomInt } from "node:crypto";
import pg from "pg";
import { type Installation, secondsUntil } from "./installation.js";
import { pause, query } from "./servers.js";
import { type CommandProcess, startWorker } from "./worker-process.js";

/** Two work while a third starts, so that there is always somebody to kill. */
const WORKERS = 3;
/** A worker that is killed while it still loads is no test of anything. */
const READY_SECONDS_MAX = 30;
/** How long a kill waits for somebody to finish a step; when nobody does, it falls at random. */
const STEP_MS_MAX = 1_500;
const RANDOM_MS_MAX = 250;

/** Each step of the work writes one of these, in the transaction that it ends with. */
const STEP_TABLES = ["question", "emergent_state", "month_count", "proposal", "theme_report"];

/** Workers that are killed and replaced, half of them at the very moment that they committed a step and have not told the queue. */
export class Crew {
  readonly #installation: Installation;
  readonly #steps: pg.Client;
  readonly #workers = new Map<string, CommandProcess>();
  #named = 0;
  killed = 0;
  killedAtStep = 0;

  private constructor(installation: Installation, steps: pg.Client) {
    this.#installation = installation;
    this.#steps = steps;
  }

  static async hire(installation: Installation, databaseUrl = ""): Promise<Crew> {
    await tellSteps(databaseUrl);
    const steps = new pg.Client({ connectionString: databaseUrl });
    steps.on("error", () => undefined);
    await steps.connect();
    await steps.query("listen fault_step");
    const crew = new Crew(installation, steps);
    crew.#fill();
    await crew.#ready(WORKERS);
    return crew;
  }

  /** Has work handed in, kills one worker, and starts another in its place. */
  async killOne(handIn: () => Promise<void> = async () => undefined): Promise<void> {
    await this.#ready(1);
    const step = this.killed % 2 === 0 ? this.#nextStep() : undefined;
    await handIn();
    const atStep = await step;
    if (atStep === undefined) await pause(randomInt(0, RANDOM_MS_MAX));
    const working = [...this.#workers].filter(([, worker]) => worker.isWorking()).map(([name]) => name);
    const victim = atStep ?? working[randomInt(0, Math.max(1, working.length))];
    if (victim === undefined) return;
    await this.kill(victim);
    if (atStep !== undefined) this.killedAtStep += 1;
  }

  /** Kills this one and starts another in its place. */
  async kill(name: string): Promise<void> {
    await this.#workers.get(name)?.kill();
    this.#workers.delete(name);
    this.killed += 1;
    this.#fill();
  }

  async dismiss(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.kill()));
    await this.#steps.end().catch(() => undefined);
  }

  #fill(): void {
    while (this.#workers.size < WORKERS) {
      this.#named += 1;
      const name = `worker-${this.#named}`;
      const { environment, logFile } = this.#installation;
      const address = new URL(environment.DATABASE_URL ?? "");
      address.searchParams.set("application_name", name);
      this.#workers.set(name, startWorker({ ...environment, DATABASE_URL: address.href }, logFile));
    }
  }

  async #ready(count: number): Promise<void> {
    const working = (): number => [...this.#workers.values()].filter((worker) => worker.isWorking()).length;
    await secondsUntil(async () => working() >= count, READY_SECONDS_MAX);
  }

  /** The name of the worker that commits the next step; undefined when nobody does in time. */
  async #nextStep(): Promise<string | undefined> {
    return await new Promise((resolve) => {
      const heard = ({ payload = "" }: pg.Notification): void => {
        if (this.#workers.has(payload)) end(payload);
      };
      const timer = setTimeout(() => end(undefined), STEP_MS_MAX);
      const end = (name: string | undefined): void => {
        clearTimeout(timer);
        this.#steps.off("notification", heard);
        resolve(name);
      };
      this.#steps.on("notification", heard);
    });
  }
}

/** Makes the database of the suite tell who committed a step. */
async function tellSteps(databaseUrl: string): Promise<void> {
  await query(
    databaseUrl,
    `create or replace function rodedraad.fault_step() returns trigger language plpgsql as
       $$ begin perform pg_notify('fault_step', current_setting('application_name')); return null; end $$`,
  );
  for (const table of STEP_TABLES) {
    await query(
      databaseUrl,
      `create or replace trigger fault_step after insert or update or delete on rodedraad.${table}
         for each statement execute function rodedraad.fault_step()`,
    );
  }
}
