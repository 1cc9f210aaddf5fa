import { countNotesUnderWay } from "@rode-draad/store";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import {
  closeLongImport,
  deliver,
  isWorkedOut,
  makeNotes,
  openInstallation,
  openLongImport,
  type Servers,
  secondsUntil,
} from "./installation.js";
import { query } from "./servers.js";
import { startWorker } from "./worker-process.js";

const READY_SECONDS_MAX = 60;
const SECONDS_MAX = 400;
/** Each note is cut once and themed once. */
const STEPS_PER_NOTE = 2;

/** R6: the only worker is killed half-way through a month. Counts how often a note was written a step further than needed. */
export async function measureResume(
  servers: Servers,
  { notes: size }: { readonly notes: number },
): Promise<FigureRow[]> {
  const notes = makeNotes(size);
  const installation = await openInstallation(servers);
  const { store, municipalityId } = installation.product;
  const left = (): Promise<number> => countNotesUnderWay(store.db, municipalityId);
  await countSteps(servers.DATABASE_URL ?? "");
  const first = startWorker(installation.environment, installation.logFile);
  let second = first;
  try {
    await secondsUntil(async () => first.isWorking(), READY_SECONDS_MAX);
    await openLongImport(installation);
    await deliver(installation, notes);
    const stored = await total(servers);
    await secondsUntil(async () => (await left()) <= stored / 2, SECONDS_MAX);
    await first.kill();
    const atKill = await left();
    second = startWorker(installation.environment, installation.logFile);
    await secondsUntil(async () => (await left()) === 0, SECONDS_MAX);
    await closeLongImport(installation);
    await secondsUntil(() => isWorkedOut(installation), SECONDS_MAX);
    const [row] = await query<{ steps: number }>(servers.DATABASE_URL ?? "", "select steps::int from fault_steps");
    const needed = STEPS_PER_NOTE * stored;
    return [
      shown("R6 notes of the month", stored),
      shown("R6 of them not worked out when the worker was killed", atKill),
      atMost("R6 work repeated, in percent", 5, (100 * ((row?.steps ?? 0) - needed)) / needed),
    ];
  } finally {
    await first.kill();
    await second.kill();
    await installation.close();
  }
}

async function total({ DATABASE_URL = "" }: Servers): Promise<number> {
  const [row] = await query<{ notes: number }>(DATABASE_URL, "select count(*)::int as notes from rodedraad.case_note");
  return row?.notes ?? 0;
}

/** Makes the database count every note that is written a step further, also one that was there already. */
async function countSteps(url: string): Promise<void> {
  await query(url, "create table fault_steps (steps bigint not null)");
  await query(url, "insert into fault_steps values (0)");
  await query(url, "grant all on fault_steps to rodedraad_app");
  await query(
    url,
    `create function fault_count() returns trigger language plpgsql as $$ begin
       update public.fault_steps set steps = steps + (select count(*) from written where state in ('cut', 'themed'));
       return null; end $$`,
  );
  await query(
    url,
    `create trigger fault_count after update on rodedraad.case_note referencing new table as written
       for each statement execute function fault_count()`,
  );
}
