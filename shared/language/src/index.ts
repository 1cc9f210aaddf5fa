export { AbbreviationReader, type AbbreviationRule } from "./abbreviations.js";
export { splitCompound } from "./compounds.js";
export { domainVocabulary } from "./domain-vocabulary.js";
export { normaliseWord } from "./normalise.js";
export { type LexiconEntry, type PhraseMatch, PhraseNet } from "./phrases.js";
export { type Span, splitSentences } from "./sentences.js";
export { SpellingIndex } from "./spelling.js";
export { stem } from "./stem.js";
export { type Token, type TokenKind, tokenise } from "./tokenise.js";
