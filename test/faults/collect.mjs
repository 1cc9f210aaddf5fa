// Loaded into a worker that runs with --expose-gc: at SIGUSR2 its main thread gives back all memory that nothing holds, and says so on
// standard error. What is resident then is what the process keeps, and not where the sawtooth of the collector happened to be.
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.on("SIGUSR2", () => {
    globalThis.gc();
    process.stderr.write("collected\n");
  });
}
