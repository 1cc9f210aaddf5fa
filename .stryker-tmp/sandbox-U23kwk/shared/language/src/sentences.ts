/**
 * Cuts a note into sentences the way case workers write them: telegram style, bullets, semicolons, lines without a full
 * stop, abbreviations with one. Rules of thumb after Kiss & Strunk, "Unsupervised Multilingual Sentence Boundary
 * Detection" (2006): what stands before the stop (abbreviation, initial, number) decides more than what follows it.
 * One pass, cost linear in the length of the text.
 */

/** A stretch of the text: UTF-16 offsets, half-open, trimmed of white space. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that carry a full stop without ending a sentence. Kept beside the rule: they are the rule's exceptions. */
const ABBREVIATIONS = new Set(
  (
    "dhr mw mevr mej mr dr drs ir ing prof ds bijv bv vb evt ivm mbt tav tbv thv ipv dwz nl nr tel afd ca incl excl excl max min" +
    " gem pers resp zgn zsm zg a.d.h.v i.v.m m.b.t t.a.v t.b.v i.p.v d.w.z n.a.v b.v o.a m.n z.s.m a.u.b e.d t/m i.o.m" +
    " o.b.v m.i.v e.v p.m p.w p.j p.d wo ma di do vr za zo jan febr feb mrt apr jun jul aug sept sep okt nov dec" +
    " st ong vlgs wrs mog ind aanvr verw cl clt mnd wk jr u hr gesp gespr bel ondst woonk soc ver gez ged"
  ).split(" "),
);

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The sentences of a text, in order, without overlap; only white space lies between them. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) close(at);
    else if (code === 0x2022 || code === 0xb7) close(at);
    else if (code === 59) close(at + 1);
    else if (code === 33 || code === 63 || code === 0x2026) at = closeAfter(text, at, close);
    else if (code === 46 && endsSentence(text, at, start)) at = closeAfter(text, at, close);
    else if ((code === 45 || code === 0x2013) && isBullet(text, at, start)) close(at);
  }
  close(text.length);
  return spans;
}

/** Takes repeated marks, closing quotes and brackets along with the sentence they end. Returns the last index taken. */
function closeAfter(text: string, at: number, close: (end: number) => void): number {
  let end = at + 1;
  while (end < text.length && ".!?…\"'”’)»".includes(text.charAt(end))) end++;
  if (end < text.length && !isSpace(text.charCodeAt(end)) && !startsWord(text, end)) return end - 1;
  close(end);
  return end - 1;
}

function startsWord(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== char.toLowerCase() || char === "[" || char === '"' || char === "“";
}

function endsSentence(text: string, at: number, start: number): boolean {
  const next = text.charCodeAt(at + 1);
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) && isDigit(next)) return false;
  const wordStart = lastWordStart(text, at, start);
  const word = text.slice(wordStart, at).toLowerCase();
  const followedBySpace = Number.isNaN(next) || isSpace(next) || ".!?…\"'”’)".includes(text.charAt(at + 1));
  if (!followedBySpace) {
    // No space: `i.v.m`, `www.site.nl`, `9.30`; a new sentence only when a capital follows a word of three letters or more.
    return word.length > 2 && !word.includes(".") && startsWord(text, at + 1) && text.charAt(at + 1) !== '"';
  }
  if (ABBREVIATIONS.has(word)) return false;
  // A single letter is an initial or the tail of an abbreviation; a short number opens a list item (`2. Energie`).
  if (word.length === 1 && !isDigit(before)) return false;
  if (word.length <= 2 && isDigit(before) && /^\d+$/.test(word) && wordStart <= firstInk(text, start)) return false;
  return true;
}

function firstInk(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The start of the run of non-space characters that ends at `at`, without opening quotes and brackets. */
function lastWordStart(text: string, at: number, start: number): number {
  let from = at;
  while (from > start && at - from < 20 && !isSpace(text.charCodeAt(from - 1))) from--;
  while (from < at && "(\"'“‘".includes(text.charAt(from))) from++;
  return from;
}

/** A dash between spaces at the start of a stretch, or after a full stop, opens a list item. */
function isBullet(text: string, at: number, start: number): boolean {
  if (!isSpace(text.charCodeAt(at + 1))) return false;
  return (
    firstInk(text, start) < at &&
    (text.charCodeAt(at - 1) === 10 || /[.:;]\s$/.test(text.slice(Math.max(start, at - 2), at)))
  );
}
