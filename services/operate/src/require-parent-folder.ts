import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { ProductError } from "@rode-draad/domain";

/**
 * Rule: what is copied out goes into a folder that is there. Rationale: a name mistyped, or a disk that is not mounted, would otherwise put
 * notes where nobody looks for them or guards them.
 * @throws ProductError `folder-unknown`
 */
export async function requireParentFolder(path: string): Promise<void> {
  const folder = dirname(path);
  if ((await stat(folder).catch(() => undefined))?.isDirectory() === true) return;
  throw new ProductError("folder-unknown", `De map ${folder} bestaat niet. Maak die map, of kies een andere.`);
}
