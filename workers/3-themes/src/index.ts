export { loadRecogniser, type Recogniser, type ThemedSegment } from "./known/recogniser.js";
export { type KnownThemeTools, type NoteToTheme, runKnownThemes, type ThemedNote } from "./known/run-known-themes.js";
