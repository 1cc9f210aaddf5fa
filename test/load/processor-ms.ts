import { readFile } from "node:fs/promises";

/** The kernel counts in hundredths of a second, whatever its own clock. */
const TICK_MS = 10;

/** Processor time of a process so far, of all its threads; NaN where the system does not tell. */
export async function processorMs({ pid }: { readonly pid?: number | undefined }): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // After the name, which may hold spaces, the twelfth and thirteenth field are the time in the program and in the system.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
