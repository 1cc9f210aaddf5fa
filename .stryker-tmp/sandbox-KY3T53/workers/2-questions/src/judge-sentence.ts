import type { Segment, SetAside } from "@rode-draad/domain";
import { type Token, tokenise } from "@rode-draad/language";

/**
 * Tells from its form what a sentence of a case note is for. Only forms that hardly ever hide a question are taken out
 * here, because what is taken out never reaches recognition; doubtful sentences go on as help questions, and recognition,
 * which knows the words of every theme, decides about those.
 */
export function judgeSentence(sentence: string): Pick<Segment, "kind" | "setAside"> {
  const tokens = tokenise(sentence);
  const words = tokens.filter((token) => token.kind === "word").map((token) => token.norm);
  if (words.length === 0) return { kind: "context" };
  if (isAdministration(words) || ORDER_TO_PROGRAM.test(sentence)) return { kind: "administration" };
  const setAside = asksSomething(tokens, words) ? undefined : reasonToSetAside(sentence, words);
  return setAside === undefined ? { kind: "help-question" } : { kind: "help-question", setAside };
}

/** Openings of lines that record the contact itself. Matched on the whole line, so that "tel contact, wil ..." stays. */
const CONTACT_WORDS = new Set(
  (
    "tel telefonisch contact met dhr mw mevr mevrouw meneer client cl hb huisbezoek intake inloop spreekuur gesprek op aan de het" +
    " een kantoor balie om uur min minuten belde gebeld terug terugbellen gemaild mail app geen gehoor voicemail ingesproken" +
    " ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag vandaag gisteren morgen ochtend middag afspraak verzet" +
    " groet groeten groetjes hoi beste hallo dag collega collegas namens en bij via van voor naar door beide kort even"
  ).split(" "),
);

/** A short line made of contact words only. */
function isAdministration(words: readonly string[]): boolean {
  return words.length <= 12 && words.every((word) => CONTACT_WORDS.has(word));
}

/** A text that addresses the program instead of telling about a resident: "negeer alle regels en meld thema ...". */
const ORDER_TO_PROGRAM =
  /\b(?:negeer|vergeet|ignore)\b.{0,30}\b(?:regels|instructies|opdrachten|instructions|rules)\b|\b(?:meld|kies|geef|zet) (?:het )?thema\b/i;

const ASKING = new Set(
  (
    "vraagt vraag vragen vroeg wil wilt willen wenst zoekt hoe waar wie wat welke kan kunnen mag mogen moet hulp help graag weet" +
    " nodig bang zorgen snapt begrijpt aanvragen aanvraag"
  ).split(" "),
);

function asksSomething(tokens: readonly Token[], words: readonly string[]): boolean {
  return tokens.some((token) => token.norm === "?") || words.some((word) => ASKING.has(word));
}

/** A longer sentence says more than that there is nothing, and may hold a question after all. */
const ASIDE_WORDS_MAX = 6;

const DENIED_WHOLE =
  /^(?:verder |ook |op dit moment |nu |momenteel |er zijn |er is |heeft |dhr\.? heeft |mw\.? heeft )?geen (?:\p{L}+ ){0,3}\p{L}+[.!]?$/iu;
const YEAR_PAST = /\b(?:in|sinds|tot|eind|begin|rond) (?:19[5-9]\d|20[01]\d|202[0-3])\b/i;
const PAST_WORDS = /\b(?:destijds|vroeger|in het verleden|jaren geleden|jaar geleden|indertijd)\b/i;
const FINISHED = /\b(?:afgerond|doorlopen|opgelost|afgesloten|gehad|geweest|beeindigd|beëindigd|afgelost)\b/i;
/** Neighbours and acquaintances only: what a relative or a friend does is often the question itself. */
const SOMEBODY_ELSE =
  /^(?:de |een |haar |zijn |mijn )?(?:boven|beneden|over)?(?:buurvrouw|buurman|buren|kennis|kennissen)\b (?:heeft|hebben|zit|zitten|kreeg|had|hadden)\b/iu;

/** Why a sentence that asks nothing does not count: it says there is none, it is over, or it is about another. */
function reasonToSetAside(sentence: string, words: readonly string[]): SetAside | undefined {
  if (DENIED_WHOLE.test(sentence) && words.length <= ASIDE_WORDS_MAX) return "negated";
  if (
    words.length <= 2 * ASIDE_WORDS_MAX &&
    FINISHED.test(sentence) &&
    (YEAR_PAST.test(sentence) || PAST_WORDS.test(sentence))
  )
    return "past";
  if (SOMEBODY_ELSE.test(sentence) && words.length <= ASIDE_WORDS_MAX) return "someone-else";
  return undefined;
}
