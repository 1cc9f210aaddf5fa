import type { ThemeId, Week } from "@rode-draad/domain";
import { isCatalogueWord } from "./catalogue-words.js";
import type { Elsewhere, EmergentProfile } from "./emergent-profile.js";
import type { SurfaceForms } from "./surface-forms.js";
import type { ThemeChange } from "./theme-change.js";
import { themeIdOf } from "./theme-id.js";
import { weekFromNumber } from "./week-number.js";

/** A theme that nobody asked about for half a year is over. Seasons bring some back after longer. */
const RETIRED_AFTER_WEEKS = 26;
/** A theme is shown under three words … */
const NAME_WORDS = 3;
/** … and keeps them while they are among its six most telling. */
const TELLING_WORDS = 6;

/**
 * Gives themes their names, sees when they are over, and writes down what happens to them. Names and endings are looked at when a
 * week begins, so they do not depend on how questions are handed in.
 */
export class ThemeHistory {
  readonly #elsewhere: Elsewhere;
  readonly #surfaces: SurfaceForms;
  readonly #changes: ThemeChange[] = [];

  constructor(elsewhere: Elsewhere, surfaces: SurfaceForms) {
    this.#elsewhere = elsewhere;
    this.#surfaces = surfaces;
  }

  get changes(): readonly ThemeChange[] {
    return this.#changes;
  }

  /** Names a new theme; false when nothing names it, so that it is none. */
  founded(theme: EmergentProfile, week: number): boolean {
    this.#name(theme, theme.labelTerms(this.#elsewhere));
    if (theme.name.length === 0) return false;
    this.#changes.push({ kind: "new", ...at(theme, week), terms: theme.words });
    return true;
  }

  merged(theme: EmergentProfile, week: number): void {
    this.#changes.push({ kind: "merged", ...at(theme, week), into: themeIdOf(theme.mergedInto) });
  }

  asked(theme: EmergentProfile, week: number): void {
    if (!theme.isRetired) return;
    theme.isRetired = false;
    this.#changes.push({ kind: "back", ...at(theme, week) });
  }

  /** At the beginning of a week: is the theme over, and do its words still say what it is about? */
  review(theme: EmergentProfile, week: number): void {
    // A theme that is over keeps the words that people know it by.
    if (theme.mergedInto !== 0 || theme.isRetired) return;
    if (theme.lastWeek < week - RETIRED_AFTER_WEEKS) {
      theme.isRetired = true;
      this.#changes.push({ kind: "retired", ...at(theme, week) });
    } else this.#rename(theme, week);
  }

  /**
   * After an erasure: a theme that nobody asked about but who was erased is over for good, and no theme is shown under a word that
   * none of its cases uses any more.
   */
  reviewErasure(theme: EmergentProfile, week: number): void {
    if (theme.cases === 0) {
      if (theme.words.length === 0) return;
      theme.isRetired = true;
      this.#name(theme, []);
      if (theme.mergedInto === 0) this.#changes.push({ kind: "erased", ...at(theme, week) });
      return;
    }
    if (theme.name.every((term) => theme.casesWith(term) > 0)) return;
    const from = theme.words;
    const best = theme.labelTerms(this.#elsewhere);
    this.#name(theme, best.length > 0 ? best : theme.name.filter((term) => theme.casesWith(term) > 0));
    this.#changes.push({ kind: "renamed", ...at(theme, week), from, to: theme.words });
  }

  /** Words that still tell much are kept, so that a name does not change under people's hands. */
  #rename(theme: EmergentProfile, week: number): void {
    const best = theme.labelTerms(this.#elsewhere);
    const telling = best.slice(0, TELLING_WORDS);
    const isComplete = theme.name.length === Math.min(NAME_WORDS, best.length);
    const isTelling = isComplete && theme.name.every((term) => telling.includes(term));
    if (best.length === 0 || (isTelling && this.#beginsWell(theme, best))) return;
    const from = theme.words;
    this.#name(theme, best);
    if (from.join(" ") !== theme.words.join(" ")) {
      this.#changes.push({ kind: "renamed", ...at(theme, week), from, to: theme.words });
    }
  }

  #name(theme: EmergentProfile, terms: readonly number[]): void {
    theme.name = this.#inOrder(terms);
    theme.words = theme.name.map((term) => this.#surfaces.formOf(term));
  }

  /**
   * Rule: a name begins with a word that is no catalogue theme's own, as long as it has one. The others stand last: read first,
   * they would make something new look like what is known.
   */
  #inOrder(terms: readonly number[]): number[] {
    const best = terms.slice(0, NAME_WORDS);
    const first = terms.find((term) => !this.#isKnown(term));
    const own = best.filter((term) => term !== first && !this.#isKnown(term));
    const known = best.filter((term) => this.#isKnown(term));
    return [...(first === undefined ? [] : [first]), ...own, ...known].slice(0, NAME_WORDS);
  }

  #beginsWell({ name }: EmergentProfile, terms: readonly number[]): boolean {
    return !this.#isKnown(name[0] as number) || terms.every((term) => this.#isKnown(term));
  }

  #isKnown(term: number): boolean {
    return isCatalogueWord(this.#surfaces.formOf(term));
  }
}

function at(theme: EmergentProfile, week: number): { readonly week: Week; readonly themeId: ThemeId } {
  return { week: weekFromNumber(week), themeId: themeIdOf(theme.number) };
}
