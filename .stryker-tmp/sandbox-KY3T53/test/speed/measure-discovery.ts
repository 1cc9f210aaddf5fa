import { readCorpus } from "@rode-draad/fixtures";
import { createDiscoverer } from "@rode-draad/themes";

/**
 * Measures discovery among a stream of Dutch questions with its grouping at the end, in a process of its own:
 * `measure-discovery.ts COUNT`. Prints JSON: `{perSecond, growth, rssMiB}`; `growth` is the time a text of the whole stream takes
 * against that of its first 10,000, reading alone, since the grouping compares a sample of the same size in both.
 */

const count = Number(process.argv[2] ?? "1000000");
const FIRST = 10_000;

const words = readCorpus().flatMap((note) => note.segments.map(({ text }) => text.split(" ")));

/** As many different short texts as asked: the beginning of one text with the end of another. */
function recombined(index: number): string {
  const one = words[index % words.length] ?? [];
  const other = words[(index * 31 + Math.floor(index / words.length)) % words.length] ?? [];
  return [...one.slice(0, one.length / 2), ...other.slice(other.length / 2)].join(" ");
}

const discoverer = createDiscoverer({ language: "nl" });
let reading = 0;
let firstReading = 0;
for (let start = 0; start < count; start += FIRST) {
  const texts = Array.from({ length: FIRST }, (_, offset) => recombined(start + offset));
  const began = performance.now();
  for (const text of texts) discoverer.add(text);
  reading += performance.now() - began;
  if (start === 0) firstReading = reading;
}
const began = performance.now();
discoverer.finish();
const total = reading + performance.now() - began;
process.stdout.write(
  `${JSON.stringify({
    perSecond: (count / total) * 1000,
    growth: reading / count / (firstReading / FIRST),
    rssMiB: process.resourceUsage().maxRSS / 1024,
  })}\n`,
);
