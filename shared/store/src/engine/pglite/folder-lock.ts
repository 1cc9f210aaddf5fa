import { randomBytes } from "node:crypto";
import { link, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { ProductError } from "@rode-draad/domain";

/**
 * Keeps a second process out of a database folder: two of them would destroy each other's pages. The lock file beside the
 * folder names the process and when it started, so that the lock of a process that died is recognised, also after a
 * restart of the machine or container in which numbers are handed out anew.
 */
export interface FolderLock {
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  /** Boot and start moment of the process; empty where the system does not tell. */
  readonly started: string;
}

/** Folders that this process has open: for them the own process number in a lock file is no sign of a dead process. */
const held = new Set<string>();

/** Two takeovers of a dead lock can collide; after a few rounds one of them sees a living owner. */
const ROUNDS_MAX = 5;

export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = `${await realpath(folder)}.lock`;
  if (held.has(file)) throw folderInUse(folder, process.pid);
  held.add(file);
  try {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const owner = await claim(file);
      if (owner === undefined) return { release: () => release(file) };
      if (await isAlive(owner)) throw folderInUse(folder, owner.pid);
      await takeAway(file, owner);
    }
    throw folderInUse(folder, 0);
  } catch (error) {
    held.delete(file);
    throw error;
  }
}

async function release(file: string): Promise<void> {
  held.delete(file);
  await rm(file, { force: true });
}

/** Writes the lock whole or not at all: a half-written lock would look like a dead one. Gives back who was there first. */
async function claim(file: string): Promise<Owner | undefined> {
  const draft = uniqueBeside(file);
  const me: Owner = { pid: process.pid, started: await startOf(process.pid) };
  await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    await link(draft, file);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return await readOwner(file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readOwner(file: string): Promise<Owner> {
  try {
    const read: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof read === "object" && read !== null && "pid" in read && "started" in read) {
      return { pid: Number(read.pid), started: String(read.started) };
    }
  } catch {
    // Released meanwhile, or not a lock of ours: nobody who is alive.
  }
  return { pid: 0, started: "" };
}

async function isAlive(owner: Owner): Promise<boolean> {
  // `held` keeps this process from coming here for its own lock, so its number was used by one that died.
  if (owner.pid === 0 || owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const started = await startOf(owner.pid);
  return started === "" || owner.started === "" || started === owner.started;
}

/** Removes the lock of a dead process, unless somebody renewed it since it was read. */
async function takeAway(file: string, dead: Owner): Promise<void> {
  const aside = uniqueBeside(file);
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const taken = await readOwner(aside);
  if (taken.pid !== dead.pid || taken.started !== dead.started) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** When a process started, from Linux' /proc: boot id and clock ticks since boot (field 22 of stat). */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    // The name in field 2 may hold spaces and brackets, so fields are counted after its last bracket.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? "" : `${boot}:${ticks}`;
  } catch {
    return "";
  }
}

function uniqueBeside(file: string): string {
  return `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
}

function folderInUse(folder: string, pid: number): ProductError {
  const who = pid === 0 ? "een ander programma" : `een ander programma (proces ${pid})`;
  return new ProductError(
    "database-folder-in-use",
    `De database in ${folder} is al open in ${who}. Stop dat programma eerst, of lees je notities in op zijn pagina Notities inlezen.`,
  );
}
