import { readInPlace } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import { loadRecogniser } from "@rode-draad/themes";
import { mapTextLines } from "../json-lines.js";

/** The confidence that is printed; more digits would suggest more than the calibration carries. */
const CONFIDENCE_DIGITS = 4;

/** Gives the help questions of each text a catalogue theme, or none. Offsets are in the text as given. Stores nothing. */
export async function classify(file: string): Promise<void> {
  const recogniser = loadRecogniser();
  await mapTextLines(file, ({ id, text }) => {
    const safe = readInPlace(text);
    const questions = recogniser.recognise(safe, cutIntoSegments(safe)).flatMap(({ start, end, assignment }) =>
      assignment === undefined
        ? []
        : [
            {
              start,
              end,
              theme: assignment.themeId,
              confidence: Number(assignment.confidence.toFixed(CONFIDENCE_DIGITS)),
              ...(assignment.route === "safety" && { safety: true }),
            },
          ],
    );
    return { id, questions };
  });
}
