import { readCorpus } from "@rode-draad/fixtures";
import { readInPlace } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import { loadRecogniser } from "@rode-draad/themes";

/** Measures loading the recogniser, and questions + known themes. Prints JSON: `{loadMs, notesPerSecond}`. */

const beforeLoad = performance.now();
const recogniser = loadRecogniser();
const loadMs = performance.now() - beforeLoad;

const texts = readCorpus().map((note) => readInPlace(note.segments.map((segment) => segment.text).join(" ")));
for (const text of texts.slice(0, 500)) recogniser.recognise(text, cutIntoSegments(text));
const beforeNotes = performance.now();
for (const text of texts) recogniser.recognise(text, cutIntoSegments(text));
const notesPerSecond = texts.length / ((performance.now() - beforeNotes) / 1000);

process.stdout.write(`${JSON.stringify({ loadMs, notesPerSecond })}\n`);
