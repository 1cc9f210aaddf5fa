import { RawText } from "@rode-draad/domain";
import { readCorpus } from "@rode-draad/fixtures";
import { createGate } from "@rode-draad/privacy";

/** Measures the privacy gate on the corpus notes. Prints JSON: `{loadMs, medianMs, p95Ms}`, times per note. */

const beforeLoad = performance.now();
const gate = createGate();
gate.inspect(new RawText("Mevrouw vraagt om hulp."));
const loadMs = performance.now() - beforeLoad;

const texts = readCorpus().map((note) => new RawText(note.segments.map((segment) => segment.text).join(" ")));
for (const text of texts.slice(0, 500)) gate.inspect(text);
const times = texts.map((text) => {
  const started = performance.now();
  gate.inspect(text);
  return performance.now() - started;
});
times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
process.stdout.write(`${JSON.stringify({ loadMs, medianMs: at(0.5), p95Ms: at(0.95) })}\n`);
