import { ProductError } from "./errors.js";
import type { ThemeId } from "./ids.js";

/** A theme that a municipality adds to the catalogue. Its words stand among the terms. */
export interface OwnTheme {
  readonly id: ThemeId;
  readonly name: string;
  /** What it is about, in one sentence. */
  readonly definition: string;
  readonly domainId: string;
  /** An offer needs a person's explicit yes. */
  readonly careNeeded: boolean;
  readonly formatId: string;
  readonly partnerId?: string;
  /** A title nobody has to be ashamed of. */
  readonly invitationTitle: string;
  /** It gets no new questions and is listed nowhere, and stays known by its id. */
  readonly isRetired: boolean;
}

/** A word of the municipality's own that points at a theme. */
export interface OwnTerm {
  readonly themeId: ThemeId;
  readonly text: string;
}

/** What a municipality adds to the shipped catalogue. */
export interface OwnCatalogue {
  readonly terms: readonly OwnTerm[];
  readonly themes: readonly OwnTheme[];
}

export const NO_OWN_CATALOGUE: OwnCatalogue = { terms: [], themes: [] };

export type OwnCatalogueChange =
  | { readonly kind: "add-term"; readonly themeId: ThemeId; readonly text: string }
  | { readonly kind: "remove-term"; readonly themeId: ThemeId; readonly text: string }
  | {
      readonly kind: "add-theme";
      readonly theme: Omit<OwnTheme, "id" | "isRetired">;
      readonly words: readonly string[];
    }
  | { readonly kind: "retire-theme"; readonly themeId: ThemeId }
  | { readonly kind: "go-back"; readonly to: number };

export const OWN_TERM_CHARACTERS_MIN = 3;
export const OWN_TERM_CHARACTERS_MAX = 60;
/** Each note is held against all of them. */
const OWN_TERMS_MAX = 500;
/** More themes than the catalogue has of its own is another catalogue. */
const OWN_THEMES_MAX = 50;

/** What has to be known to judge a change. */
export interface OwnCatalogueFacts {
  /** The version that the change makes. Versions only count up, so a theme's id is never given twice. */
  readonly number: number;
  isTheme(id: ThemeId): boolean;
  /** The name of the theme of the shipped catalogue that has this word; undefined when none has. */
  shippedThemeWith(text: string): string | undefined;
  /** What an earlier version held. */
  readonly earlier?: OwnCatalogue | undefined;
}

/**
 * What a municipality's own catalogue becomes by a change.
 *
 * Rule: a theme never goes, it is retired. Rationale: reports and decisions speak of it by its id; so going back to a version from before
 * a theme retires that theme.
 *
 * @throws ProductError `own-catalogue-refused` with the sentence that says why not.
 */
export function changeOwnCatalogue(
  now: OwnCatalogue,
  change: OwnCatalogueChange,
  facts: OwnCatalogueFacts,
): OwnCatalogue {
  switch (change.kind) {
    case "add-term":
      if (!facts.isTheme(change.themeId)) throw refused("Dit thema kennen wij niet.");
      return { ...now, terms: withTerms(now, change.themeId, [change.text], facts) };
    case "remove-term": {
      const terms = now.terms.filter(({ themeId, text }) => !(themeId === change.themeId && isSame(text, change.text)));
      if (terms.length === now.terms.length) throw refused("Dit woord staat er niet bij, of hoort bij de vaste lijst.");
      return { ...now, terms };
    }
    case "add-theme": {
      if (now.themes.filter(({ isRetired }) => !isRetired).length >= OWN_THEMES_MAX) {
        throw refused(`Je hebt al ${OWN_THEMES_MAX} eigen thema’s. Laat er eerst een vervallen.`);
      }
      if (now.themes.some(({ name, isRetired }) => !isRetired && isSame(name, change.theme.name))) {
        throw refused("Er is al een eigen thema met deze naam. Kies een andere naam.");
      }
      if (change.words.length === 0)
        throw refused("Geef het thema minstens één woord. Daaraan herkennen wij een vraag.");
      const id = `g-${String(facts.number).padStart(4, "0")}`;
      return {
        terms: withTerms(now, id, change.words, facts),
        themes: [...now.themes, { ...change.theme, id, isRetired: false }],
      };
    }
    case "retire-theme":
      if (!now.themes.some(({ id, isRetired }) => id === change.themeId && !isRetired)) {
        throw refused("Dit is geen eigen thema, of het is al vervallen.");
      }
      return {
        terms: now.terms.filter(({ themeId }) => themeId !== change.themeId),
        themes: now.themes.map((theme) => (theme.id === change.themeId ? retired(theme) : theme)),
      };
    case "go-back": {
      const { earlier } = facts;
      if (earlier === undefined) throw refused("Deze versie kennen wij niet.");
      const known = new Set(earlier.themes.map(({ id }) => id));
      return {
        terms: earlier.terms,
        themes: [...earlier.themes, ...now.themes.filter(({ id }) => !known.has(id)).map(retired)],
      };
    }
  }
}

function retired(theme: OwnTheme): OwnTheme {
  return { ...theme, isRetired: true };
}

/** Rule: a word points at one theme. Rationale: of two nobody could say why a question went to the one. */
function withTerms(now: OwnCatalogue, themeId: ThemeId, words: readonly string[], facts: OwnCatalogueFacts): OwnTerm[] {
  const terms = [...now.terms];
  for (const word of words) {
    const text = word.trim().replace(/\s+/g, " ");
    if (text.length < OWN_TERM_CHARACTERS_MIN || text.length > OWN_TERM_CHARACTERS_MAX || !/\p{L}{2}/u.test(text)) {
      throw refused(
        `Schrijf een woord van ${OWN_TERM_CHARACTERS_MIN} tot ${OWN_TERM_CHARACTERS_MAX} tekens, met letters erin.`,
      );
    }
    const shipped = facts.shippedThemeWith(text);
    if (shipped !== undefined) throw refused(`‘${text}’ hoort al bij het thema ‘${shipped}’.`);
    if (terms.some((term) => isSame(term.text, text))) throw refused(`‘${text}’ staat al in je eigen lijst.`);
    if (terms.length >= OWN_TERMS_MAX)
      throw refused(`Je hebt al ${OWN_TERMS_MAX} eigen woorden. Haal er eerst een weg.`);
    terms.push({ themeId, text });
  }
  return terms;
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function refused(sentence: string): ProductError {
  return new ProductError("own-catalogue-refused", sentence);
}
