import type { Candidate } from "./candidate.js";
import type { ReadableNote } from "./readable-note.js";

/** Mail addresses, pages about a person, internet addresses and account names. Every pattern is bounded: O(n). */
export interface PublicSites {
  isPublicMail(address: string): boolean;
  isPublicSite(host: string): boolean;
}

const LABEL = "[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?";
/** Common ends of a host name. Whole ones first; then those that a word may be glued to ("example.orghij"). */
const TLD =
  "(?:(?:nl|com|org|net|eu|be|de|info|edu|gov|io|me|tv|app|dev|amsterdam|frl|site|online|shop|network|email|cloud|uk|fr|pl|tr|ua|se|ch|biz|nu|live|blog|sr|cw|aw)(?!\\p{L})|nl|com|org|net|eu|info|[a-z]{2,12})";
const MAIL = new RegExp(
  `[\\p{L}\\d._%+'-]{1,64}(?:@|\\s?\\n\\s?@|@\\s?\\n\\s?)(?:${LABEL}(?:\\.|\\.\\n|\\n\\.)){1,4}${TLD}`,
  "giu",
);
/** With spaces around the sign only the commonest endings count, or every handle would be an address. */
const SPACED_MAIL = new RegExp(
  `[\\p{L}\\d._%+'-]{1,64}(?: @ ?|@ )(?:${LABEL}(?:\\.| \\. )){1,4}(?:nl|com|org|net|eu|be|de)(?!\\p{L})`,
  "giu",
);
const SPELLED_MAIL = new RegExp(
  `[\\p{L}\\d._-]{2,64}\\s?[([]?\\s?(?:apenstaartje|\\(at\\)|\\[at\\]|\\sat\\s)\\s?[)\\]]?\\s?${LABEL}\\s?(?:\\.|punt|\\(dot\\)|\\[dot\\])\\s?(?:nl|com|org|net|eu|be)`,
  "giu",
);
const URL_PATTERN = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"'’”)\\]|]{3,300}|(?<![@\\p{L}\\d.-])(?:${LABEL}\\.){1,3}(?:nl|com|org|net|eu|be|info|app|site|online|shop|me|tv|live|nu|de|io)(?:\\/[^\\s<>"'’”)\\]|,]{1,300})`,
  "giu",
);
const IPV4 = /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]\d|\d)/g;
const IPV6 =
  /(?<![\p{L}\d:.])(?=[0-9a-f:]*:[0-9a-f:]*:)(?:[0-9a-f]{1,4}:){1,7}(?::?[0-9a-f]{1,4}){0,7}(?::)?(?![\p{L}\d])|(?<![\p{L}\d:])::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4}(?![\p{L}\d])/giu;
const VERSION_BEFORE =
  /(?:versie|software|firmware|release|update|build|windows|android|ios|v|artikel|art|paragraaf|par|§|lid)\.?\s*(?:naar |met |is )?$/iu;
const HANDLE = /(?<![\p{L}\d._%+@/-])@[\p{L}\d_](?:[\p{L}\d_.-]{1,48}[\p{L}\d_])/gu;
const LOGIN_WORD =
  /(?:gebruikers\s?naam|inlog(?:naam|code)?|login(?:naam)?|user(?:name|id)?|accountnaam|account|ingelogd als|aangemeld als|profiel(?:naam)?|nickname|gamertag|gamernaam|snap(?:chat)?|insta(?:gram)?|tiktok|skype|discord|telegram|app,? naam|digid|schermnaam|alias|bijnaam online|heet online|met de naam|onder de naam|met de gebruikersnaam)/giu;
const LOGIN_FILLER =
  /^(?:[\s:=("'‘“,]|(?:is|was|van|de|het|als|met|naam|heet|luidt|onder|nu|haar|zijn|hem|reisapp|app|op|account|bij|in|die|dat|en)(?![\p{L}\d_.]))*/iu;
const LOGIN_TOKEN = /^@?[\p{L}\d](?:[\p{L}\d_.-]{1,48}[\p{L}\d_])/u;
const UNDERSCORED = /(?<![\p{L}\d._@/\\:[-])[\p{L}\d]{2,30}(?:_[\p{L}\d]{1,30}){1,4}(?![\p{L}\d@/:\].])/gu;

export function findWeb(note: ReadableNote, sites: PublicSites): Candidate[] {
  const { text } = note;
  const found: Candidate[] = [];
  if (text.includes("@") || /apenstaart|\bat\b|\(at\)/i.test(text)) {
    for (const pattern of [MAIL, SPACED_MAIL, SPELLED_MAIL]) {
      if (pattern !== SPELLED_MAIL && !text.includes("@")) continue;
      for (const match of text.matchAll(pattern)) {
        const start = match.index + leadingWords(match[0]);
        const end = match.index + match[0].length;
        if (!sites.isPublicMail(text.slice(start, end))) found.push({ start, end, type: "EMAIL" });
      }
    }
    for (const match of text.matchAll(HANDLE))
      found.push({ start: match.index, end: match.index + match[0].length, type: "USERNAME" });
  }
  if (text.includes(".")) {
    for (const match of text.matchAll(URL_PATTERN)) {
      const url = match[0].replace(/[.,;:!?]+$/, "");
      if (!isAboutSomebody(url, sites)) continue;
      found.push({ start: match.index, end: match.index + url.length, type: "URL" });
    }
    for (const match of note.digits.matchAll(IPV4)) {
      if (isAddress(text, match.index, match[0]))
        found.push({ start: match.index, end: match.index + match[0].length, type: "IP" });
    }
  }
  if (text.includes(":")) {
    for (const match of text.matchAll(IPV6)) {
      const parts = match[0].split(":").filter((part) => part !== "").length;
      if (match[0].includes("::") ? parts >= 2 : parts === 8)
        found.push({ start: match.index, end: match.index + match[0].length, type: "IP" });
    }
  }
  found.push(...findUsernames(text));
  return found;
}

const LOCAL_PART_USUAL_MAX = 30;

/** How much in front of a mail address is glued to it: "mail", and all before it when that is too long for a name. */
function leadingWords(mail: string): number {
  const local = mail.slice(0, mail.search(/@|apenstaartje|\(at\)|\[at\]|\sat\s/i));
  const whole = /^(?:e-?)?mail(?:adres|to)?:?(?=[\p{L}\d])/iu.exec(local)?.[0].length ?? 0;
  const far =
    local.length > LOCAL_PART_USUAL_MAX ? (/^.*?(?:e-?)?mail(?=[\p{L}\d])/iu.exec(local)?.[0].length ?? 0) : 0;
  const glued = Math.max(whole, far);
  return glued + (/^[._%+'-]*/.exec(mail.slice(glued))?.[0].length ?? 0);
}

/** A page says something about somebody when it goes beyond a site's front door; public sites never do. */
function isAboutSomebody(url: string, sites: PublicSites): boolean {
  const [door = "", host = ""] = /^(?:https?:\/\/)?(?:www\.)?([^/?#:]*)/i.exec(url) ?? [];
  return !sites.isPublicSite(host.toLowerCase()) && /[/?#]./.test(url.slice(door.length));
}

/** Four numbers with dots are also a version; an address has large parts or a word that says so. */
function isAddress(text: string, start: number, address: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (/(?:(?<!\p{L})ip(?:-?adres)?|vanaf|ingelogd|login|inlog|verzonden|server|netwerk)[^.\n]{0,25}$/iu.test(before))
    return true;
  if (VERSION_BEFORE.test(before)) return false;
  const parts = address.split(".").map(Number);
  return parts.filter((part) => part >= 32).length >= 2 || parts.some((part) => part >= 100);
}

function findUsernames(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(LOGIN_WORD)) {
    const wordEnd = match.index + match[0].length;
    const rest = text.slice(wordEnd, wordEnd + 80);
    const filler = LOGIN_FILLER.exec(rest)?.[0].length ?? 0;
    if (filler === 0) continue;
    const token = LOGIN_TOKEN.exec(rest.slice(filler))?.[0];
    // A word is a login only if it looks like one: digits, dots, underscores or capitals inside, but no number alone.
    if (!token || !/[\p{L}]/u.test(token) || !/\d|_|\.\p{L}|^@/u.test(token)) continue;
    if (
      /^(?:\p{L}\.)+\p{L}?$/u.test(token) ||
      /\.(?:nl|com|org|net|eu|be)$/i.test(token) ||
      /^\d+(?:e|jarige?|uur|x|u)$/i.test(token)
    )
      continue;
    if (text.charAt(wordEnd + filler + token.length) === "@" || /^\p{Lu}{1,6}\d{0,3}$/u.test(token)) continue;
    found.push({ start: wordEnd + filler, end: wordEnd + filler + token.length, type: "USERNAME" });
  }
  if (text.includes("_")) {
    for (const match of text.matchAll(UNDERSCORED)) {
      if (/\p{L}/u.test(match[0]) && !/^\p{Lu}+(?:_\p{Lu}*\d*)+$/u.test(match[0]))
        found.push({ start: match.index, end: match.index + match[0].length, type: "USERNAME" });
    }
  }
  return found;
}
