import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { HOSTILE_FILES } from "../../workers/1-intake/test/hostile-files.js";
import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";

/** S3: hostile files, read by a process of their own that is watched. */

const FILES_MIN = 30;
const REFUSED_WITHIN_MS = 2_000;
const RSS_RISE_MAX_MIB = 64;

/** What the reading process says of one file. */
export interface ReadingReport {
  readonly name: string;
  readonly refused: boolean;
  readonly ms: number;
  /** Of all threads; what the time would be on a machine that does nothing else. */
  readonly cpuMs: number;
  readonly rssRiseMib: number;
}

export async function measureUploads(): Promise<FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-hostile-"));
  try {
    for (const [index, { name, content }] of HOSTILE_FILES.entries()) {
      const path = join(folder, `${String(index).padStart(2, "0")}-${name}`);
      await pipeline(Readable.from(content()), createWriteStream(path));
    }
    const { reports, exitCode } = await readAll(folder);
    for (const { name, ms, rssRiseMib } of reports) {
      const tries = HOSTILE_FILES[Number(name.slice(0, 2))]?.tries;
      process.stderr.write(`  ${Math.round(ms)} ms, ${Math.round(rssRiseMib)} MiB: ${tries}\n`);
    }
    return [
      atLeast("S3: hostile files tried", FILES_MIN, reports.length),
      atMost(
        "S3: hostile files that were not refused",
        0,
        HOSTILE_FILES.length - reports.filter((one) => one.refused).length,
      ),
      atMost("S3: slowest refusal in ms", REFUSED_WITHIN_MS, Math.max(...reports.map(({ ms }) => ms))),
      shown("S3: most processor time of one file in ms", Math.max(...reports.map(({ cpuMs }) => cpuMs))),
      atMost("S3: largest rise of RSS in MiB", RSS_RISE_MAX_MIB, Math.max(...reports.map((one) => one.rssRiseMib))),
      atMost("S3: exit code of the process that read them and then a good file", 0, exitCode),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAll(folder: string): Promise<{ readonly reports: ReadingReport[]; readonly exitCode: number }> {
  const script = fileURLToPath(new URL("./read-hostile-files.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  const reports = output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ReadingReport);
  return { reports, exitCode: exitCode ?? 1 };
}
