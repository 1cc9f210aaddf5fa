export { cutIntoSegments } from "./cut-into-segments.js";
export { type CutNote, type NoteToCut, type QuestionTools, runQuestions } from "./run-questions.js";
