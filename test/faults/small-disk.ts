import { execFileSync } from "node:child_process";
import { statfsSync, writeSync } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of the suite's own that it can fill up. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  fill(): Promise<void>;
  /** Gives back what was filled up. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

const MIB = 1024 * 1024;

/** A file system in memory. Undefined where this process may not mount one. */
export async function mountSmallDisk(mebibytes: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-faults-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m,mode=755`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const unmount = (): void => void execFileSync("umount", ["-l", folder], { stdio: "ignore" });
  process.once("exit", unmount);
  const filler = join(folder, "filler");
  return {
    folder,
    async fill() {
      const file = await open(filler, "a");
      try {
        for (let size = MIB; size > 0; ) {
          const { bavail, bsize } = statfsSync(folder);
          size = Math.min(size, bavail * bsize);
          if (size > 0) writeSync(file.fd, Buffer.alloc(size));
        }
      } finally {
        await file.close();
      }
    },
    clear: () => rm(filler, { force: true }),
    async remove() {
      process.off("exit", unmount);
      unmount();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
