import { availableParallelism } from "node:os";
import type { SafeText, Segment, ThemeId } from "@rode-draad/domain";
import { threadStart } from "@rode-draad/runtime";
import type { QuestionReason, ThemedSegment } from "@rode-draad/themes";
import { Piscina } from "piscina";
import type { TextToCut } from "./cut-task.js";
import type { EachTask, Outcome } from "./outcome.js";
import { runEach } from "./run-each.js";
import type { TextToExplain, TextToPlace, TextToRecognise } from "./text-tasks.js";

/** The threads that do the heavy reading. Whoever opened it closes it. */
export interface TextPool {
  /** `cutIntoSegments` for each text in turn; one that cannot be cut does not keep the others from it. */
  cut(texts: readonly SafeText[]): Promise<readonly Outcome<readonly Segment[]>[]>;
  /** `Recogniser.recognise` for each note in turn; one that cannot be read does not keep the others from it. */
  recognise(notes: readonly TextToRecognise[]): Promise<readonly Outcome<readonly ThemedSegment[]>[]>;
  /** `Recogniser.tellReason` for each question in turn. */
  tellReasons(questions: readonly TextToExplain[]): Promise<readonly QuestionReason[]>;
  /** `Recogniser.nearest` for one question. */
  nearest(question: TextToPlace): Promise<readonly ThemeId[]>;
  /** The version of the model that recognises. */
  modelVersion(): Promise<string>;
  /** Gets the threads ready before there is a text. What goes wrong shows at the first one. */
  prepare(): void;
  close(): Promise<void>;
}

/** One core stays free for the event loop, the database and the gate; four threads keep the fastest store busy. */
const THREADS_MAX = Math.max(1, Math.min(4, availableParallelism() - 1));
/** Longer than any pause within one import, so that the model is not loaded twice. */
const IDLE_MS = 60_000;

/** The model and a batch fit in a fraction of this; without a limit garbage is let pile up to gigabytes. */
const HEAP = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 16 };

/** One thread cuts as fast as four recognise, and in little memory; the other goes on when a text has taken it down. */
const CUTTING_THREADS_MAX = 2;
const CUTTING_HEAP = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

function openPool(tasks: string, maxThreads: number, resourceLimits: typeof HEAP): Piscina {
  const pool = new Piscina({
    ...threadStart(import.meta.url, tasks),
    minThreads: 0,
    maxThreads,
    idleTimeout: IDLE_MS,
    resourceLimits,
  });
  // A thread can also run out of memory between two tasks; without a listener that would end the process.
  pool.on("error", () => undefined);
  return pool;
}

export function openTextPool(): TextPool {
  const pool = openPool("text-tasks", THREADS_MAX, HEAP);
  const cutting = openPool("cut-task", CUTTING_THREADS_MAX, CUTTING_HEAP);
  let version: Promise<string> | undefined;
  return {
    cut: (texts) =>
      runEach<TextToCut, Segment[]>(
        cutting,
        "cutTexts",
        texts.map((text) => ({ text })),
      ),
    recognise: (notes) => runEach<TextToRecognise, ThemedSegment[]>(pool, "recogniseTexts", notes),
    tellReasons: (questions) => pool.run(questions, { name: "tellReasons" }) as Promise<QuestionReason[]>,
    nearest: (question) => pool.run(question, { name: "placeText" }) as Promise<ThemeId[]>,
    modelVersion() {
      version ??= pool.run(undefined, { name: "modelVersion" }) as Promise<string>;
      return version;
    },
    prepare() {
      const nothing: EachTask<TextToCut> = { items: [], progress: new Int32Array(1) };
      const ready = [pool.run(undefined, { name: "modelVersion" }), cutting.run(nothing, { name: "cutTexts" })];
      Promise.all(ready).catch(() => undefined);
    },
    async close() {
      await Promise.all([pool, cutting].map((one) => one.close({ force: true })));
    },
  };
}
