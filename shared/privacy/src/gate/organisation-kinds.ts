import { type Lexicon, ORGANISATION_HEAD, ORGANISATION_TAIL } from "./lexicon.js";

/** Which words tell the kind of an organisation, and which organisations are everybody's. */

/** Compounds of a kind are kinds too (bridgeclub, zwemschool), but not those of landlords, tenants and suppliers. */
const KIND_COMPOUND =
  /(?:.(?:(?<!fan|kook|eet|buurt|wandel|lees|naai|brei|koffie|huiswerk)club|(?<!bouw|woning|bewoners|huurders|patienten|belangen|ouderen|consumenten|vak)vereniging|(?<!hoge)school|praktijk|(?<!energie|water|waterleiding|woon|vervoer|vervoers|incasso|netwerk|nuts|stads|overheids)bedrijf|salon|studio|atelier|koor|orkest|kerk|moskee)|(?:bakk|slag|kwek|drogist|bloemist|brouw|drukk|schilder|stoffeer)erij)$/;
/** A compound with one of these behind is the name itself: Wilgenschool, Bethelkapel. */
const NAME_COMPOUND = /(?:kapel|kerk|moskee|tempel|lyceum|college|school|slagerij|bakkerij|apotheek|praktijk)$/;
const NAME_COMPOUND_MIN = 9;

/** Kinds written small in front of the name that belong to the name itself. */
const PART_OF_NAME = new Set(
  "csg rsg osg gsg obs cbs rkbs kbs pcbs bs sbo so vso mbo hbo roc isk ikc vmbo sv vv fc kv hc tc rksv vvv basisschool hogeschool".split(
    " ",
  ),
);

/** A word in front of the name: "basisschool De Ark", "bridgeclub Troef". */
export function isKindBefore(lexicon: Lexicon, folded: string): boolean {
  return (lexicon.flags(folded) & ORGANISATION_HEAD) !== 0 || KIND_COMPOUND.test(folded);
}

/** A word behind the name, or the name with its kind in one word. */
export function isKindBehind(lexicon: Lexicon, folded: string): boolean {
  return (
    (lexicon.flags(folded) & ORGANISATION_TAIL) !== 0 ||
    (folded.length >= NAME_COMPOUND_MIN && NAME_COMPOUND.test(folded))
  );
}

export function isPartOfName(folded: string): boolean {
  return PART_OF_NAME.has(folded);
}

/** Bodies with a shorter name are looked for as the whole name only. */
const INSIDE_LENGTH_MIN = 7;

/** Whether a name is that of a public or national body, or holds one as words of its own. O(bodies). */
export function isPublicBody(lexicon: Lexicon, name: string): boolean {
  const lower = name.toLowerCase();
  const bodies = lexicon.list("publicBodies");
  if (bodies.has(lower) || bodies.has(lower.replace(/^(?:de|het) /, ""))) return true;
  for (const body of bodies) if (body.length >= INSIDE_LENGTH_MIN && ` ${lower} `.includes(` ${body} `)) return true;
  return false;
}
