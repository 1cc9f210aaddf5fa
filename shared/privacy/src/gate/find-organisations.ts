import type { Candidate } from "./candidate.js";
import {
  COMMON,
  FUNCTION_WORD,
  KIN,
  type Lexicon,
  NEVER_NAME,
  ORGANISATION_TAIL,
  PERSON_VERB,
  ROLE,
  WORD,
} from "./lexicon.js";
import { isNameish, isShouted, isTrustedSurname } from "./name-context.js";
import { isKindBefore, isKindBehind, isPartOfName, isPublicBody } from "./organisation-kinds.js";
import type { ReadableNote } from "./readable-note.js";
import type { Word } from "./words.js";

/**
 * Schools, employers, places of worship, clubs, practices and pharmacies that pin the client down: a word for the kind
 * with a proper name beside it, or a name with an article in the place where a school or club stands. Public bodies
 * and national organisations are no identifiers and stay. One look at each word and at most eight neighbours: O(words).
 */
const NAME_WORDS_MAX = 6;
const LINKS = new Set("van de der den het t en voor in op aan bij te ten ter by and of".split(" "));
const AFTER_SCHOOL_PREPOSITION =
  /(?:^|[^\p{L}])(?:op|bij|van|naar|in|vanuit|aan|volgens|door|met|school,|werkgever,|club,|voor|klas|dat)\s$/iu;
const CORPORATE_AFTER =
  /^ (?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|& (?:[Zz]n|[Zz]oon|[Zz]onen|Co|[Zz]oons?|[Pp]artners)\b\.?|en (?:Zn|Zoon|Zonen|Partners)\b)/u;
/** A field of a form that holds an organisation, besides the kinds of organisation themselves. */
const FIELD =
  /^(?:school|werkgever|werk|stage(?:plek|adres|bedrijf)?|opvang|sport|huisartsenpraktijk|geloofsgemeenschap)$/;
/** "werkt sinds mei bij", "baan gevonden bij", "ontslagen bij": what comes next employs somebody. */
const WORK_BEFORE =
  /(?<!\p{L})(?:werk(?:t|te|en|zaam)?|(?:bij)?baan(?:tje)?|stage|ontslag(?:en)?|schoonma\p{L}+|poetst|bezorg\p{L}*|vrijwilliger\p{L}*|solliciteert|aangenomen|chauffeur|kok|medewerk\p{L}+)(?: [\p{Ll}\d]+){0,5} (?:bij|voor) $/u;
/** "groep 8 van de", "leerling van het", "de mentor op het": what comes next is a school. */
const SCHOOL_BEFORE =
  /(?<!\p{L})(?:leerling|scholier|klas|klas \d|groep \d|havo|vwo|vmbo|mavo|brugklas\p{L}*|mentor|mentrix|juf|meester|leerkracht|docent|begeleider|conciërge|directeur|rector|spijbelt|geschorst)(?: \p{Ll}+)? (?:van|op|aan|bij|naar) (?:het|de) $/iu;
const SCHOOL_PREPOSITION = / (?:op|van|naar|aan) (?:het|de) $/u;
const SCHOOL_AFTER = /^ in (?:de )?(?:groep|klas|havo|vwo|vmbo|mavo|brugklas|\d ?(?:havo|vwo|vmbo|mavo))(?!\p{L})/u;
/** What stands in front of a kind when a name follows; an article there makes it an ordinary word. */
const KIND_PREPOSITION = /(?:^|[.,:;(\n]|(?<!\p{L})(?:op|bij|van|naar|in|vanuit|aan|met|via|voor|werkgever))\s*$/iu;
/** Nouns that follow an article behind a school without being its name: "naar bso de kinderen gebracht". */
const NO_NAME = /^(?:kinderen|ouders|hele|laatste|eerste|tweede|les|lessen|juf|meester|leerkracht|deur|tijd|week|dag)$/;
/** Kinds that are never followed by an article unless it begins the name. */
const TAKES_ARTICLE =
  /^(?:kinderdagverblijf|kdv|bso|kinderopvang|peuterspeelzaal|voorschool|speelgroep|creche)$|.(?:club|vereniging|school|praktijk)$/;
/** Clubs by their letters: "vv oranje zwart". */
const CLUB_LETTERS = /^(?:vv|sv|fc|kv|hc|tc|rksv|vvv)$/;

export function findOrganisations(note: ReadableNote, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const finder = new OrganisationFinder(note.text, words, lexicon);
  return finder.findAll();
}

class OrganisationFinder {
  /** In a note of capitals only the rules for small letters tell a name from a word. */
  private readonly shouted: boolean;

  constructor(
    private readonly text: string,
    private readonly words: readonly Word[],
    private readonly lexicon: Lexicon,
  ) {
    this.shouted = isShouted(words);
  }

  findAll(): Candidate[] {
    const found: Candidate[] = [];
    for (let index = 0; index < this.words.length; index++) {
      const range = this.around(index);
      if (!range) continue;
      const [first, last, extra] = range;
      const start = this.words[first]?.start ?? 0;
      const end = (this.words[last]?.end ?? start) + extra;
      if (isPublicBody(this.lexicon, this.text.slice(start, end))) continue;
      found.push({ start, end, type: "ORGANISATION" });
      index = Math.max(index, last);
    }
    return found;
  }

  private around(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || word.opaque) return undefined;
    if (this.shouted) return this.isHead(index) ? this.lowerName(index) : undefined;
    return (
      this.byHead(index) ??
      this.byTail(index) ??
      this.byArticle(index) ??
      this.byCompany(index) ??
      this.byField(index) ??
      this.byPlace(index)
    );
  }

  /** "Basisschool De Wilgenhoek", "obs De Skeakel", "Slagerij Van Putten", "hogeschool zuidrand". */
  private byHead(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || !this.isHead(index)) return undefined;
    const last = this.nameEnd(index);
    // "gemeente X": a letter names nothing.
    if (last === index + 1 && this.words[last]?.shape === "letter") return undefined;
    if (last === index) return this.lowerName(index);
    const own = word.shape !== "lower" || isPartOfName(word.folded);
    let first = own ? index : index + 1;
    if (own) while (this.isCapitalName(first - 1) && this.adjacent(first) && !this.words[first - 1]?.opens) first--;
    if (
      own &&
      this.words[first - 1]?.folded === "v" &&
      /v\. ?v\. ?$|v\.v\. $/i.test(this.text.slice(0, this.words[first]?.start ?? 0).slice(-6))
    )
      first--;
    return [first, last, this.corporate(last)];
  }

  private isHead(index: number): boolean {
    return isKindBefore(this.lexicon, this.words[index]?.folded ?? "");
  }

  /** In small letters: "garage vd heuvel", "garage verkerk", "obs de bolster", and what no list knows right behind a kind. */
  private lowerName(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    const next = this.words[index + 1];
    if (!word || !next || !this.adjacent(index + 1) || !this.isSmall(next)) return undefined;
    const particles =
      /^ (?:van de[rn] |vd )/
        .exec(this.text.slice(word.end, word.end + 9))?.[0]
        .trim()
        .split(" ").length ?? 0;
    const owner = this.words[index + 1 + particles];
    if (particles > 0 && owner && this.isOwner(owner)) return [index + 1, index + 1 + particles, 0];
    const isIntroduced = KIND_PREPOSITION.test(this.text.slice(Math.max(0, word.start - 12), word.start));
    if (/^(?:de|het|t)$/.test(next.folded))
      return isIntroduced && (isPartOfName(word.folded) || TAKES_ARTICLE.test(word.folded))
        ? this.smallNoun(index)
        : undefined;
    const flags = this.lexicon.flags(next.folded);
    if (isIntroduced && this.isOwner(next) && (flags & WORD) === 0)
      return [index + 1, index + 1, this.corporate(index + 1)];
    if (isIntroduced && CLUB_LETTERS.test(word.folded) && this.isNoun(index + 1))
      return [index, this.isNoun(index + 2) ? index + 2 : index + 1, 0];
    if ((flags & (COMMON | NEVER_NAME | FUNCTION_WORD)) !== 0 || next.folded.length < 5) return undefined;
    const isSchool = isPartOfName(word.folded) || /school|college|lyceum|moskee|apotheek/.test(word.folded);
    if (isPartOfName(word.folded)) return [index, index + 1, 0];
    const isUnknown = !this.lexicon.isDutch(next.folded) && (isSchool || !this.lexicon.isTypo(next.folded));
    return isUnknown && (isSchool || isIntroduced) ? [index, index + 1, 0] : undefined;
  }

  /** "de bolster", "de kleine prins": an article with a noun, and an adjective between them. */
  private smallNoun(index: number): [number, number, number] | undefined {
    if (!this.isNoun(index + 2)) return undefined;
    const isAdjective = /e$/.test(this.words[index + 2]?.folded ?? "") && this.isNoun(index + 3);
    return [index, index + (isAdjective ? 3 : 2), 0];
  }

  /** A word right behind the one before that can name something, by what it is not. */
  private isNoun(index: number): boolean {
    const word = this.words[index];
    if (!word || !this.adjacent(index) || !this.isSmall(word) || NO_NAME.test(word.folded)) return false;
    return (
      word.folded.length > 2 && (this.lexicon.flags(word.folded) & (FUNCTION_WORD | PERSON_VERB | KIN | ROLE)) === 0
    );
  }

  private isSmall(word: Word): boolean {
    return !word.opaque && (word.shape === "lower" || this.shouted);
  }

  private isOwner(word: Word): boolean {
    const flags = this.lexicon.flags(word.folded);
    return isTrustedSurname(flags) && (flags & (KIN | ROLE)) === 0;
  }

  /** "Achterdijk Lyceum", "Yeni Bahar Moskee", "Aksu Groothandel", "Bethelkapel Zuid", "v.v. Laakse Boys". */
  private byTail(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || word.shape === "letter" || !isKindBehind(this.lexicon, word.folded)) return undefined;
    if (word.shape === "lower") return this.isLetters(index - 1) ? undefined : this.byLowerTail(index);
    let first = index;
    while (index - first < NAME_WORDS_MAX && this.isNameWord(first - 1) && this.adjacent(first)) first--;
    while (first < index && LINKS.has(this.words[first]?.folded ?? "") && this.words[first]?.shape === "lower") first++;
    const compound =
      word.folded.length > 8 &&
      (this.lexicon.flags(word.folded) & ORGANISATION_TAIL) === 0 &&
      (this.lexicon.flags(word.folded) & COMMON) === 0;
    const last = this.nameEnd(index);
    if (first + 1 === index && last === index && this.isLetters(first)) return undefined;
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

  /** "Medhane Alem gemeente", "haagland college": a kind in lower case behind two or more capitalised words, or ones no list knows. */
  private byLowerTail(index: number): [number, number, number] | undefined {
    if (/^(?:lyceum|college|moskee|mandir|tempel|gemeente|kerk|parochie)$/.test(this.words[index]?.folded ?? "")) {
      let start = index;
      while (index - start < NAME_WORDS_MAX && this.adjacent(start) && this.isForeign(this.words[start - 1])) start--;
      if (start < index) return [start, index, 0];
    }
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

  /** "VO school", "PO-school": letters say what kind of school it is. */
  private isLetters(index: number): boolean {
    const word = this.words[index];
    return word?.shape === "upper" && word.text.length < 4;
  }

  private isForeign(word: Word | undefined): boolean {
    const flags = this.lexicon.flags(word?.folded ?? "");
    if (word?.shape !== "lower" || word.opaque || (flags & (WORD | NEVER_NAME | FUNCTION_WORD)) !== 0) return false;
    return !this.lexicon.isDutch(word.folded) && !this.lexicon.isTypo(word.folded) && word.folded.length > 3;
  }

  /** "zit op De Tandem", "bij De Waterratten", "School, Het Waterland College": an article with a capital inside a sentence. */
  private byArticle(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (word?.shape !== "capital" || !/^(?:de|het|t)$/.test(word.folded)) return undefined;
    const isNamed = this.isHead(index - 1) && /^, $|^: ?$/.test(this.gapBefore(index));
    if (
      !isNamed &&
      (word.opens || !AFTER_SCHOOL_PREPOSITION.test(this.text.slice(Math.max(0, word.start - 14), word.start)))
    )
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

  /** "School: Het Kompas", "Werkgever: Van Vliet Techniek": all that the field holds, when it is a name. */
  private byField(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (!word || !(this.isHead(index) || FIELD.test(word.folded))) return undefined;
    const first = index + 1;
    if (!/^ ?: ?$/.test(this.gapBefore(first)) || !this.isCapitalName(first)) return undefined;
    const last = this.nameEnd(first);
    const rest = (this.words[last]?.end ?? 0) + this.corporate(last);
    if (!/^\s*(?:[.,;|(\n]|$)/.test(this.text.slice(rest))) return undefined;
    return this.isOrdinary(first, last) ? undefined : [first, last, this.corporate(last)];
  }

  /** "werkt bij Broodhuis Zonneveld", "klas 2 van het Dalton", "op het Segbroek in havo 3": a name in the place of one. */
  private byPlace(index: number): [number, number, number] | undefined {
    const word = this.words[index];
    if (word?.shape !== "capital" || word.opens) return undefined;
    const before = this.text.slice(Math.max(0, word.start - 80), word.start);
    const last = this.nameEnd(index);
    const end = this.words[last]?.end ?? 0;
    const isSchool =
      SCHOOL_BEFORE.test(before) || (SCHOOL_PREPOSITION.test(before) && SCHOOL_AFTER.test(this.text.slice(end)));
    if (!isSchool && (!WORK_BEFORE.test(before) || this.isPerson(index, last))) return undefined;
    return this.isOrdinary(index, last) ? undefined : [index, last, this.corporate(last)];
  }

  /** Words that all are frequent, or one that is a word, a place or an abbreviation: no name of its own. */
  private isOrdinary(first: number, last: number): boolean {
    const words = this.words.slice(first, last + 1);
    const isArticle = /^(?:de|het|t)$/.test(words[0]?.folded ?? "") && words.length > 1;
    if (words.every(({ shape, folded }) => shape === "upper" || (this.lexicon.flags(folded) & NEVER_NAME) !== 0))
      return true;
    return !isArticle && words.every(({ folded }) => (this.lexicon.flags(folded) & COMMON) !== 0 || LINKS.has(folded));
  }

  private isPerson(first: number, last: number): boolean {
    return this.words
      .slice(first, last + 1)
      .every(({ folded }) => isNameish(this.lexicon.flags(folded)) || LINKS.has(folded));
  }

  private gapBefore(index: number): string {
    const [previous, word] = [this.words[index - 1], this.words[index]];
    return previous && word ? this.text.slice(previous.end, word.start) : "\n";
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
}
