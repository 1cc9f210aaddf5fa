import { couldNotBeRead } from "@rode-draad/domain";
import { readInPlace } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import { loadRecogniser, type StretchExplanation } from "@rode-draad/themes";
import { mapTextLines } from "../json-lines.js";

/** The confidence that is printed; more digits would suggest more than the calibration carries. */
const CONFIDENCE_DIGITS = 4;

/**
 * Gives the help questions of each text a catalogue theme, or none; with `explain` also why. Offsets are in the text as given. A
 * text in another language or without words says so.
 * Stores nothing.
 */
export async function classify(file: string, options: { readonly explain?: boolean }): Promise<void> {
  const recogniser = loadRecogniser();
  await mapTextLines(file, ({ id, text }) => {
    const safe = readInPlace(text);
    const segments = recogniser.recognise(safe, cutIntoSegments(safe));
    const questions = segments.flatMap(({ start, end, assignment }, at) =>
      assignment === undefined
        ? []
        : [
            {
              start,
              end,
              theme: assignment.themeId,
              confidence: Number(assignment.confidence.toFixed(CONFIDENCE_DIGITS)),
              ...(assignment.route === "safety" && { safety: true }),
              ...(options.explain === true && {
                why: reasonOf(recogniser.explain(safe, segments, at, assignment.themeId ?? undefined)),
              }),
            },
          ],
    );
    return { id, questions, ...(couldNotBeRead(segments) && { unreadable: true }) };
  });
}

/** The places of the words that decided, most telling first: like every answer here it repeats nothing of the text. */
function reasonOf({ theme, runnerUp, wordsFor, wordsAgainst }: StretchExplanation) {
  const placeOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });
  return { theme, next: runnerUp, for: wordsFor.map(placeOf), against: wordsAgainst.map(placeOf) };
}
