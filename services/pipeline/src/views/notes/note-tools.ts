import type { NoteTools } from "@rode-draad/web";
import type { WebMeans } from "../web-means.js";
import { describeNote } from "./describe-note.js";
import { releaseNote, withdrawNote } from "./release-note.js";

export function noteTools({ actions }: WebMeans): NoteTools {
  return {
    readNote: async (sourceId) => describeNote(await actions.readNote(sourceId)),
    hashText: (text) => actions.hashText(text),
    releaseNote: (draft) => releaseNote(actions, draft),
    withdrawNote: (sourceId) => withdrawNote(actions, sourceId),
  };
}
