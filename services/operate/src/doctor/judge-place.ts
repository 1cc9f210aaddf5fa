import { access, constants, stat, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { act, type Check, good, warn } from "./check.js";

const FOLDER = "folder";
const MIB = 1024 ** 2;
/** Under this a month of a large municipality does not fit any more. */
const FREE_MIN_BYTES = 512 * MIB;
/** Time enough to order a larger disk. */
const FREE_ROOMY_BYTES = 2_048 * MIB;

export function judgeFreeSpace(freeBytes: number, place: string): Check {
  const found = `Op de schijf van ${place} is ${Math.floor(freeBytes / MIB)} MB vrij.`;
  if (freeBytes < FREE_MIN_BYTES)
    return act("disk", found, "Maak ruimte vrij. Een volle schijf stopt het inlezen; wat bewaard is, blijft bewaard.");
  if (freeBytes < FREE_ROOMY_BYTES) return warn("disk", found, "Maak binnenkort ruimte vrij.");
  return good("disk", found);
}

/** Looks at the product's folder without making it. */
export async function checkFolder(directory: string): Promise<Check[]> {
  const { place, isFolder } = await nearestPlace(resolve(directory));
  if (!isFolder) return [act(FOLDER, `${place} is een bestand en geen map.`, "Kies met RODEDRAAD_DIR een map.")];
  const { bavail, bsize } = await statfs(place);
  return [judgeFreeSpace(bavail * bsize, directory), await checkRights(directory, place)];
}

/** Whether files can be read and written there. A disk that is full says nothing about what stands on it: that is still looked at. */
export function isUsable(folder: readonly Check[]): boolean {
  return folder.every(({ id, state }) => id !== FOLDER || state !== "act");
}

async function checkRights(directory: string, place: string): Promise<Check> {
  try {
    await access(place, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return act(
      FOLDER,
      `In ${directory} mag niet worden geschreven.`,
      "Geef schrijfrecht, of kies met RODEDRAAD_DIR een andere map.",
    );
  }
  const mode = place === resolve(directory) ? (await stat(place)).mode & 0o077 : 0;
  return mode === 0
    ? good(FOLDER, `De map ${directory} is van de gebruiker die dit start.`)
    : warn(FOLDER, `Andere gebruikers kunnen in de map ${directory} kijken.`, `Geef chmod 700 ${directory}.`);
}

/** The path itself, or what is there of the way to it. */
async function nearestPlace(path: string): Promise<{ readonly place: string; readonly isFolder: boolean }> {
  for (let at = path; ; at = dirname(at)) {
    const entry = await stat(at).catch(() => undefined);
    if (entry !== undefined || at === dirname(at)) return { place: at, isFolder: entry?.isDirectory() === true };
  }
}
