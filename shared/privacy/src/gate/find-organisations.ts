import type { Candidate } from "./candidate.js";
import { COMMON, KIN, type Lexicon, NEVER_NAME, ORGANISATION_HEAD, ORGANISATION_TAIL, ROLE } from "./lexicon.js";
import { isShouted, isTrustedSurname } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import type { Word } from "./words.js";

/**
 * Schools, employers, places of worship, clubs, practices and pharmacies that pin the client down: a word for the kind
 * with a proper name beside it, or a name with an article in the place where a school or club stands. Public bodies
 * and national organisations are no identifiers and stay. One look at each word and at most eight neighbours: O(words).
 */
const NAME_WORDS_MAX = 6;
const LINKS = new Set("van de der den het t en voor in op aan bij te ten ter by and of".split(" "));
/** Kinds written small in front of the name that belong to the name itself. */
const PART_OF_NAME = new Set(
  "csg rsg osg gsg obs cbs rkbs kbs pcbs bs sbo so vso mbo hbo roc isk ikc vmbo sv vv fc kv hc tc rksv vvv basisschool hogeschool".split(
    " ",
  ),
);
const AFTER_SCHOOL_PREPOSITION =
  /(?:^|[^\p{L}])(?:op|bij|van|naar|in|vanuit|aan|volgens|door|met|school,|werkgever,|club,|voor|klas|dat)\s$/iu;
const CORPORATE_AFTER = /^ (?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|& (?:[Zz]n|[Zz]oon|[Zz]onen|Co|[Zz]oons?)\b\.?)/u;

export function findOrganisations(note: ReadableNote, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const finder = new OrganisationFinder(note.text, words, lexicon);
  return finder.findAll();
}

class OrganisationFinder {
  constructor(
    private readonly text: string,
    private readonly words: readonly Word[],
    private readonly lexicon: Lexicon,
  ) {}

  findAll(): Candidate[] {
    const found: Candidate[] = [];
    if (isShouted(this.words)) return found;
    for (let index = 0; index < this.words.length; index++) {
      const range = this.around(index);
      if (!range) continue;
      const [first, last, extra] = range;
      const start = this.words[first]?.start ?? 0;
      const end = (this.words[last]?.end ?? start) + extra;
      if (this.isPublic(start, end)) continue;
      found.push({ start, end, type: "ORGANISATION" });
      index = Math.max(index, last);
    }
    return found;
  }

  private around(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || word.opaque) return undefined;
    return this.byHead(index) ?? this.byTail(index) ?? this.byArticle(index) ?? this.byCompany(index);
  }

  /** "Basisschool De Wilgenhoek", "obs De Skeakel", "Slagerij Van Putten", "hogeschool zuidrand". */
  private byHead(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || (this.lexicon.flags(word.folded) & ORGANISATION_HEAD) === 0) return undefined;
    const last = this.nameEnd(index);
    if (last === index) return this.lowerName(index);
    const own = word.shape !== "lower" || PART_OF_NAME.has(word.folded);
    let first = own ? index : index + 1;
    if (own) while (this.isCapitalName(first - 1) && this.adjacent(first) && !this.words[first - 1]?.opens) first--;
    if (
      own &&
      this.words[first - 1]?.folded === "v" &&
      /v\. ?v\.? ?$|v\.v\. $/i.test(this.text.slice(0, this.words[first]?.start ?? 0).slice(-6))
    )
      first--;
    return [first, last, this.corporate(last)];
  }

  /** In lower case only a school's own kind word and an unknown or rare word right behind it. */
  private lowerName(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    const next = this.words[index + 1];
    if (!word || !next || !this.adjacent(index + 1) || next.opaque) return undefined;
    const particles =
      /^ (?:van de[rn] |vd )/
        .exec(this.text.slice(word.end, word.end + 9))?.[0]
        .trim()
        .split(" ").length ?? 0;
    const owner = this.words[index + 1 + particles];
    // "garage vd heuvel", "bakker van der meer".
    if (particles > 0 && owner && this.isOwner(owner)) return [index + 1, index + 1 + particles, 0];
    if (!PART_OF_NAME.has(word.folded) && !/school|college|lyceum|moskee|apotheek/.test(word.folded)) return undefined;
    if (next.shape !== "lower" || (this.lexicon.flags(next.folded) & (COMMON | NEVER_NAME)) !== 0) return undefined;
    if (/^(?:van|de|het|der|voor|in|op|en|die|dat)$/.test(next.folded) || next.folded.length < 5) return undefined;
    const unknown = !this.lexicon.isDutch(next.folded) || PART_OF_NAME.has(word.folded);
    return unknown ? [index, index + 1, 0] : undefined;
  }

  private isOwner(word: Word): boolean {
    const flags = this.lexicon.flags(word.folded);
    return isTrustedSurname(flags) && (flags & (KIN | ROLE)) === 0;
  }

  /** "Achterdijk Lyceum", "Yeni Bahar Moskee", "Aksu Groothandel", "Bethelkapel Zuid", "v.v. Laakse Boys". */
  private byTail(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || word.shape === "letter" || !this.isTail(word.folded)) return undefined;
    if (word.shape === "lower") return this.byLowerTail(index);
    let first = index;
    while (index - first < NAME_WORDS_MAX && this.isNameWord(first - 1) && this.adjacent(first)) first--;
    while (first < index && LINKS.has(this.words[first]?.folded ?? "") && this.words[first]?.shape === "lower") first++;
    const compound =
      word.folded.length > 8 &&
      (this.lexicon.flags(word.folded) & ORGANISATION_TAIL) === 0 &&
      (this.lexicon.flags(word.folded) & COMMON) === 0;
    const last = this.nameEnd(index);
    if (first === index && last === index && !(compound && !word.opens)) return undefined;
    if (
      first < index &&
      this.words[first]?.opens &&
      first + 1 === index &&
      (this.lexicon.flags(this.words[first]?.folded ?? "") & COMMON) !== 0
    )
      return undefined;
    // "v.v. Laakse Boys": the abbreviation is two words with stops.
    const before = this.text.slice(Math.max(0, (this.words[first]?.start ?? 0) - 5), this.words[first]?.start ?? 0);
    if (/^v\. ?v\. $/i.test(before.trimStart())) first -= 2;
    return [first, last, this.corporate(last)];
  }

  /** "Medhane Alem gemeente", "haagland college": a kind in lower case behind two or more capitalised words, or one no list knows. */
  private byLowerTail(index: number): [number, number, number] | undefined {
    const previous = this.words[index - 1];
    if (
      previous?.shape === "lower" &&
      !previous.opaque &&
      this.adjacent(index) &&
      /^(?:lyceum|college|moskee|mandir|tempel)$/.test(this.words[index]?.folded ?? "") &&
      this.lexicon.flags(previous.folded) === 0 &&
      !this.lexicon.isDutch(previous.folded)
    )
      return [index - 1, index, 0];
    let first = index;
    while (
      index - first < NAME_WORDS_MAX &&
      this.isCapitalName(first - 1) &&
      this.adjacent(first) &&
      !this.words[first - 1]?.opens
    )
      first--;
    if (
      index - first < 2 &&
      !(index - first === 1 && /kerk|moskee|tempel|school|lyceum|college/.test(this.words[index]?.folded ?? ""))
    )
      return undefined;
    const known = this.words.slice(first, index).every((word) => (this.lexicon.flags(word.folded) & NEVER_NAME) !== 0);
    return known ? undefined : [first, index, 0];
  }

  private isTail(folded: string): boolean {
    if ((this.lexicon.flags(folded) & ORGANISATION_TAIL) !== 0) return true;
    return (
      /(?:kapel|kerk|moskee|tempel|lyceum|college|school|slagerij|bakkerij|apotheek|praktijk)$/.test(folded) &&
      folded.length > 8
    );
  }

  /** "zit op De Tandem", "bij De Waterratten", "School, Het Waterland College": an article with a capital inside a sentence. */
  private byArticle(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (word?.shape !== "capital" || !/^(?:de|het|t)$/.test(word.folded)) return undefined;
    if (word.opens || !AFTER_SCHOOL_PREPOSITION.test(this.text.slice(Math.max(0, word.start - 14), word.start)))
      return undefined;
    const last = this.nameEnd(index);
    if (last === index) return undefined;
    return [index, last, 0];
  }

  /** "Snelpost Oost BV", "Koppers & Zn". */
  private byCompany(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || word.opens) return undefined;
    const last = word.shape === "capital" ? this.nameEnd(index) : index;
    const extra = this.corporate(last);
    return extra > 0 ? [index, last, extra] : undefined;
  }

  private corporate(last: number): number {
    const end = this.words[last]?.end ?? 0;
    return CORPORATE_AFTER.exec(this.text.slice(end, end + 12))?.[0].length ?? 0;
  }

  /** The last word of the capitalised name that goes on behind a word; linking words inside it are taken along, "B.V." is not. */
  private nameEnd(index: number): number {
    let last = index;
    for (let at = index + 1; at - index <= NAME_WORDS_MAX && this.adjacent(at); at++) {
      if (this.corporate(at - 1) > 0) break;
      const word = this.words[at];
      if (!word || word.opaque) break;
      if (word.shape === "lower") {
        if (
          LINKS.has(word.folded) &&
          this.isCapitalName(at + 1) &&
          this.adjacent(at + 1) &&
          !/^(?:en|op|aan|bij|in|voor)$/.test(word.folded)
        )
          continue;
        break;
      }
      last = at;
    }
    return last;
  }

  private adjacent(index: number): boolean {
    const word = this.words[index];
    const previous = this.words[index - 1];
    if (!word || !previous) return false;
    const gap = this.text.slice(previous.end, Math.min(word.start, previous.end + 4));
    // "obs 't Startblok", "Schildersbedrijf J. de Rooij".
    return (
      /^ $|^-$|^ & $|^['’]$/.test(gap) ||
      (word.folded === "t" && /^ ['’]$/.test(gap)) ||
      (previous.shape === "letter" && gap === ". ")
    );
  }

  private isCapitalName(index: number): boolean {
    const word = this.words[index];
    return word !== undefined && !word.opaque && (word.shape === "capital" || word.shape === "upper");
  }

  private isNameWord(index: number): boolean {
    const word = this.words[index];
    if (!word || word.opaque) return false;
    if (this.isCapitalName(index)) return !word.opens || (this.lexicon.flags(word.folded) & COMMON) === 0;
    return (
      LINKS.has(word.folded) &&
      this.isCapitalName(index - 1) &&
      this.adjacent(index) &&
      !/^(?:en|op|aan|bij|in|voor)$/.test(word.folded)
    );
  }

  private isPublic(start: number, end: number): boolean {
    const name = this.text.slice(start, end).toLowerCase();
    const bodies = this.lexicon.list("publicBodies");
    if (bodies.has(name) || bodies.has(name.replace(/^(?:de|het) /, ""))) return true;
    for (const body of bodies) if (body.length > 6 && name.includes(body)) return true;
    return false;
  }
}
