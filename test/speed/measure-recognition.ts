import { readCorpus } from "@rode-draad/fixtures";
import { readInPlace } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import { createDiscoverer, loadRecogniser } from "@rode-draad/themes";

/** Measures loading the recogniser, questions + known themes, and discovery among many questions with its grouping. Prints JSON. */

const beforeLoad = performance.now();
const recogniser = loadRecogniser();
const loadMs = performance.now() - beforeLoad;

const texts = readCorpus().map((note) => readInPlace(note.segments.map((segment) => segment.text).join(" ")));
for (const text of texts.slice(0, 500)) recogniser.recognise(text, cutIntoSegments(text));
const beforeNotes = performance.now();
for (const text of texts) recogniser.recognise(text, cutIntoSegments(text));
const notesPerSecond = texts.length / ((performance.now() - beforeNotes) / 1000);

const questions = recombine(
  readCorpus().flatMap((note) => note.segments.map(({ text }) => text)),
  100_000,
);
const discoverer = createDiscoverer({ language: "nl" });
const beforeDiscovery = performance.now();
for (const question of questions) discoverer.add(question);
discoverer.finish();
const discoveredPerSecond = questions.length / ((performance.now() - beforeDiscovery) / 1000);

process.stdout.write(`${JSON.stringify({ loadMs, notesPerSecond, discoveredPerSecond })}\n`);

/** As many different short texts as asked: the beginning of one text with the end of another. */
function recombine(sources: readonly string[], count: number): string[] {
  const words = sources.map((source) => source.split(" "));
  return Array.from({ length: count }, (_, index) => {
    const one = words[index % words.length] ?? [];
    const other = words[(index * 31 + Math.floor(index / words.length)) % words.length] ?? [];
    return [...one.slice(0, one.length / 2), ...other.slice(other.length / 2)].join(" ");
  });
}
