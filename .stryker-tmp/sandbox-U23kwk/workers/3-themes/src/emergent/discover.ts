import type { ThemeId, Week } from "@rode-draad/domain";
import { QuestionDiscoverer } from "./discover-questions.js";
import { StreamDiscoverer } from "./discover-stream.js";
import type { TermLanguage } from "./read-terms.js";

/** A theme that discovery found. */
export interface DiscoveredTheme {
  readonly id: ThemeId;
  readonly size: number;
  /** Most telling first; three at most. */
  readonly terms: readonly string[];
  readonly label: string;
}

/** The outcome: one theme a text. Ids are numbered by the first text of each theme. */
export interface Discovery {
  /** The theme of a text, by its place in order of arrival from 0. */
  themeOf(text: number): ThemeId;
  /** Largest first. Texts that are like no other share one theme without terms. */
  readonly themes: readonly DiscoveredTheme[];
}

/**
 * Groups texts without a catalogue and without being told how many themes there are. Every text is taken in once; the
 * answer comes when all are in. The same texts in the same order give the same answer, to the byte.
 */
export interface Discoverer {
  /** A week is optional; without one only the order tells what is recent. */
  add(text: string, week?: Week): void;
  /** Groups what was taken in so far. */
  finish(): Discovery;
}

export interface DiscovererOptions {
  /**
   * `nl`: help questions, grouped by the word knowledge that ships, in whatever order they come. `none`: any texts, grouped by
   * their words alone as a stream in which topics come and go.
   */
  readonly language: TermLanguage;
}

export function createDiscoverer({ language }: DiscovererOptions): Discoverer {
  return language === "nl" ? new QuestionDiscoverer() : new StreamDiscoverer();
}
