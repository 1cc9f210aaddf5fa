import { loadLexicon } from "../src/gate/lexicon.js";

/** The word lists, read once for all tests that share a process. */
export const lexicon = loadLexicon();
