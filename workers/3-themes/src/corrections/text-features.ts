import { loadCatalogue } from "@rode-draad/catalogue";
import type { TextFeature, ThemeId } from "@rode-draad/domain";
import { domainVocabulary, PhraseNet, splitCompound, stem } from "@rode-draad/language";
import { loadBackgroundTerms } from "../emergent/background-terms.js";
import { hashKey } from "../emergent/hash-key.js";
import { readTerms } from "../emergent/read-terms.js";

/** A word of more than one in fifty questions (vraagt, brief, samen) says nothing about the subject. */
const SHARE_MAX = 0.02;

/** A term of a catalogue theme in the text weighs as much as a rare word. Measured with the pull's own bounds. */
const CONCEPT_WEIGHT = 8;

/** The catalogue's terms: its words, into which compounds split, and its phrases by theme. */
interface CatalogueTerms {
  readonly themeIds: readonly ThemeId[];
  readonly vocabulary: ReadonlySet<string>;
  readonly net: PhraseNet;
}

let loaded: CatalogueTerms | undefined;

/** Read once; the catalogue never changes while the program runs. */
function catalogueTerms(): CatalogueTerms {
  loaded ??= readCatalogueTerms();
  return loaded;
}

function readCatalogueTerms(): CatalogueTerms {
  const { themes } = loadCatalogue();
  const entries = themes.map(({ terms }) => ({ phrases: terms.map(({ text }) => text) }));
  return {
    themeIds: themes.map(({ id }) => id),
    vocabulary: new Set(domainVocabulary(entries)),
    net: new PhraseNet(entries),
  };
}

/** The stems of a text in order, and the stems of the parts of its compounds. */
export function readStems(text: string): { readonly stems: readonly string[]; readonly all: ReadonlySet<string> } {
  const { vocabulary } = catalogueTerms();
  const stems: string[] = [];
  const all = new Set<string>();
  readTerms(text, "nl", (term, surface) => {
    stems.push(term);
    all.add(term);
    for (const part of splitCompound(surface, vocabulary)) all.add(stem(part));
  });
  return { stems, all };
}

/**
 * What is remembered of a question: hashes of its telling stems with their weight, in nats of information (Spärck Jones
 * 1972), and of the catalogue themes whose terms it uses. Sorted by hash, so that the order of the words cannot be read back.
 * O(length of the text).
 */
export function readFeatures(text: string): TextFeature[] {
  const background = loadBackgroundTerms();
  const { themeIds, net } = catalogueTerms();
  const { stems, all } = readStems(text);
  const features = new Map<number, number>();
  for (const term of all) {
    const share = background.shareOf(term);
    if (share <= SHARE_MAX) features.set(hashKey(term), Math.round(-Math.log(share) * 1000) / 1000);
  }
  for (const { entry } of net.match(stems.map((stem) => net.wordOf(stem))))
    features.set(hashKey(`# ${themeIds[entry]}`), CONCEPT_WEIGHT);
  return [...features].sort(([a], [b]) => a - b);
}

/** The weight of what two sets share, as a part of the lighter one. */
export function containmentOf(one: readonly TextFeature[], other: readonly TextFeature[]): number {
  const weights = new Map(one);
  const shared = other.reduce((sum, [hash, weight]) => sum + (weights.has(hash) ? weight : 0), 0);
  return shared === 0 ? 0 : shared / Math.min(weightOf(one), weightOf(other));
}

const weightOf = (features: readonly TextFeature[]): number => features.reduce((sum, [, weight]) => sum + weight, 0);
