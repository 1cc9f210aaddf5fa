import { RawText } from "@rode-draad/domain";
import { createGate } from "@rode-draad/privacy";
import { mapTextLines } from "../json-lines.js";

/** Shows what the privacy gate finds: decision and spans per text. Prints no text, stores nothing. */
export async function scrub(file: string): Promise<void> {
  const gate = createGate();
  await mapTextLines(file, ({ id, text }) => {
    const { decision, spans } = gate.inspect(new RawText(text));
    return { id, decision, spans };
  });
}
