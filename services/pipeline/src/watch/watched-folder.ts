import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { extname, join } from "node:path";

/**
 * A folder into which another program drops files, as over SFTP:
 *
 *   NAME.csv                    waits until it is whole
 *   kolommen.json               optional: {"heading": "field"} for headings that are not known by themselves
 *   bezig/HOST.PID.NAME.csv     is being read in by one process
 *   archief/DAY-NAME.csv.json   what came of it; the file itself stands beside it for as many days as the settings say, or not at all
 *   geweigerd/DAY-NAME.csv      could not be read, with NAME.csv.txt beside it that says why
 */
const BUSY = "bezig";
const ARCHIVE = "archief";
const REFUSED = "geweigerd";
const MAPPING = "kolommen.json";

/** What programs call a file that they are still writing. */
const PARTIAL = /\.(part|partial|filepart|tmp|temp|crdownload|deel|writing)$/i;
/** Beside a file: its writer has it, or says that it is whole. */
const LOCK = ".lock";
const DONE = ".klaar";

const READABLE = new Set([".csv", ".xlsx", ".jsonl"]);
const DAY_MS = 86_400_000;
/** A refused file holds notes as they came: somebody mends and sends it anew within a month, or never. */
const REFUSED_KEPT_DAYS = 30;
/** A claim of another machine that is this old belongs to a process that is gone. */
const CLAIM_MAX_MS = 6 * 3_600_000;
/** Notes may be read by the user of the product only. */
const MODE = { file: 0o600, folder: 0o700 } as const;

/** A file that this process has claimed: nobody else reads it. */
export interface ClaimedFile {
  readonly name: string;
  readonly path: string;
}

/** How large each waiting file was at the look before. A file that grows is not whole. */
export type Looks = Map<string, string>;

export async function prepareFolder(folder: string): Promise<void> {
  for (const name of ["", BUSY, ARCHIVE, REFUSED])
    await mkdir(join(folder, name), { recursive: true, mode: MODE.folder });
}

/**
 * Claims the files that are whole, oldest first. Whole: the same at two looks and left alone since `settleMs`, or its writer says so
 * with NAME.klaar. Never one with a name of a file in the making, and never one that its writer has locked.
 */
export async function claimWholeFiles(
  folder: string,
  looks: Looks,
  settleMs: number,
  now: number,
): Promise<ClaimedFile[]> {
  const names = new Set(await readdir(folder));
  const waiting: { name: string; mtimeMs: number }[] = [];
  for (const name of names) {
    if (name.startsWith(".") || name === MAPPING || PARTIAL.test(name) || name.endsWith(LOCK) || name.endsWith(DONE))
      continue;
    const entry = await stat(join(folder, name)).catch(() => undefined);
    if (entry === undefined || !entry.isFile()) continue;
    const look = `${entry.size} ${entry.mtimeMs}`;
    const isSame = looks.get(name) === look;
    looks.set(name, look);
    if (names.has(`${name}${LOCK}`)) continue;
    const isWhole = names.has(`${name}${DONE}`) || (isSame && entry.size > 0 && now - entry.mtimeMs >= settleMs);
    if (isWhole) waiting.push({ name, mtimeMs: entry.mtimeMs });
  }
  for (const name of looks.keys()) if (!names.has(name)) looks.delete(name);
  const claimed: ClaimedFile[] = [];
  for (const { name } of waiting.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.name < b.name ? -1 : 1))) {
    const path = join(folder, BUSY, `${hostname()}.${process.pid}.${name}`);
    // Of two processes one succeeds; the other finds nothing any more.
    if (!(await moved(join(folder, name), path))) continue;
    looks.delete(name);
    await rm(join(folder, `${name}${DONE}`), { force: true });
    claimed.push({ name, path });
  }
  return claimed;
}

/** Gives back what a process that is gone had claimed. Reading a file twice stores nothing twice. */
export async function giveBackLostClaims(folder: string, now: number): Promise<void> {
  for (const claim of await readdir(join(folder, BUSY))) {
    const [, host = "", pid = "", name = ""] = /^(.+?)\.(\d+)\.(.+)$/s.exec(withoutHost(claim)) ?? [];
    const path = join(folder, BUSY, claim);
    if (name === "") continue;
    const age = now - ((await stat(path).catch(() => undefined))?.ctimeMs ?? now);
    const isLost = host === "own" ? !isAlive(Number(pid)) : age > CLAIM_MAX_MS;
    if (isLost) await moved(path, join(folder, name));
  }
}

/** The name of a machine may hold dots. */
function withoutHost(claim: string): string {
  const own = `${hostname()}.`;
  return claim.startsWith(own) ? `own.${claim.slice(own.length)}` : claim;
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Puts a file that cannot be read in now back where it was, for the next look. */
export async function giveBack(folder: string, { name, path }: ClaimedFile): Promise<void> {
  await moved(path, join(folder, name));
}

/** Writes down what came of a file, and keeps the file itself only when the settings say for how long. */
export async function archive(
  folder: string,
  { name, path }: ClaimedFile,
  outcome: Readonly<Record<string, unknown>>,
  { day, keepDays }: { readonly day: string; readonly keepDays: number },
): Promise<void> {
  const place = await freeName(join(folder, ARCHIVE), `${day}-${name}`);
  const receipt = { file: name, sha256: await hashOf(path), ...outcome };
  await writeFile(`${place}.json`, `${JSON.stringify(receipt, null, 2)}\n`, { mode: MODE.file });
  if (keepDays > 0) await rename(path, place);
  else await rm(path, { force: true });
}

/** Sets a file apart with the reason, in a sentence for who sent it. */
export async function refuse(folder: string, { name, path }: ClaimedFile, reason: string, day: string): Promise<void> {
  const place = await freeName(join(folder, REFUSED), `${day}-${name}`);
  await writeFile(`${place}.txt`, `${reason}\n`, { mode: MODE.file });
  await rename(path, place);
}

export function isReadable(name: string): boolean {
  return READABLE.has(extname(name).toLowerCase());
}

/** What the folder says about headings; undefined when it says nothing. */
export async function readMapping(folder: string): Promise<Readonly<Record<string, string>> | undefined> {
  const text = await readFile(join(folder, MAPPING), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const read: unknown = JSON.parse(text);
  if (typeof read !== "object" || read === null || !Object.values(read).every((field) => typeof field === "string"))
    throw new SyntaxError(`${MAPPING} is no object of texts.`);
  return read as Record<string, string>;
}

/** Rule: files that hold notes as they came are deleted after their term; what came of them is kept, it names nobody. */
export async function dropOldFiles(folder: string, keepDays: number, now: number): Promise<void> {
  for (const [place, days] of [
    [ARCHIVE, keepDays],
    [REFUSED, REFUSED_KEPT_DAYS],
  ] as const)
    for (const name of await readdir(join(folder, place))) {
      if (name.endsWith(".json") || name.endsWith(".txt")) continue;
      const path = join(folder, place, name);
      const entry = await stat(path).catch(() => undefined);
      if (entry !== undefined && now - entry.ctimeMs > days * DAY_MS) await rm(path, { force: true });
    }
}

/** How many files wait and how many were refused, for the page of the operator. */
export async function countFiles(folder: string): Promise<{ readonly waiting: number; readonly refused: number }> {
  const [waiting, refused] = await Promise.all([readdir(folder), readdir(join(folder, REFUSED))]);
  return {
    waiting: waiting.filter((name) => isReadable(name)).length,
    refused: refused.filter((name) => !name.endsWith(".txt")).length,
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** The same name may come every month, and twice on a day. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${number}-${name}`;
    if (![free, `${free}.json`, `${free}.txt`].some((one) => taken.has(one))) return join(folder, free);
  }
}

/** False when it is not there any more. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
