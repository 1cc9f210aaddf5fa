import { Presets, SingleBar } from "cli-progress";

/** A bar on standard error, so that results on standard output stay clean. Silent when nobody watches. */
export interface ProgressBar {
  update(done: number, total: number): void;
  stop(): void;
}

export function startProgressBar(task: string): ProgressBar {
  const bar = new SingleBar(
    {
      format: `${task} [{bar}] {percentage}% {value} van {total}`,
      stream: process.stderr,
      hideCursor: true,
      // Without a terminal a bar would fill a log file with control signs.
      noTTYOutput: false,
      clearOnComplete: false,
      barsize: 30,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total) {
      if (!process.stderr.isTTY) return;
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(Math.min(done, total));
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
