import type { Format, Theme } from "@rode-draad/catalogue";
import { sayOver } from "@rode-draad/domain";
import { releaseText } from "@rode-draad/privacy";
import type { Need, NeedSize, RisingIn } from "./need.js";

/** The Dutch sentences on a card (B1). They are made from catalogue texts and released bands, never from a note. */

/** Shown in the place of a band that is withheld or too small. */
const NO_BAND = "het aantal tonen wij niet";

/** Rule: these three lines go with every meeting, whatever the theme (domain report 6.2). */
const ALWAYS_AVOID =
  "Noem geen namen. Vraag niemand om zijn situatie in de groep. Wie hulp wil, kan na afloop apart terecht.";

export function bandLabel(size: NeedSize): string {
  return size.band?.label ?? NO_BAND;
}

export function whyNow(needs: readonly Need[], size: NeedSize, windowMonths: number): string {
  const sentences = risesIn(needs);
  const timings = needs.map(({ timing }) => timing);
  // One reason of each kind is enough on a card; the first theme is the one it is about.
  const ruleChange = timings.find((timing) => timing.ruleChange !== undefined)?.ruleChange;
  if (ruleChange !== undefined) sentences.push(endSentence(ruleChange));
  const season = timings.find((timing) => timing.season !== undefined)?.season;
  if (season !== undefined) sentences.push(endSentence(season));
  sentences.push(
    size.band === undefined
      ? "Dit komt hier vaker terug."
      : releaseText`Dit komt hier vaker terug: ${size.band} huishoudens in ${String(windowMonths)} maanden.`,
  );
  return sentences.join(" ");
}

const RISING_PLACES = ["area", "team", "municipality"] as const;

/** One sentence for each place, with only the themes that rise there. */
function risesIn(needs: readonly Need[]): string[] {
  return RISING_PLACES.flatMap((place) => {
    const rising = needs.filter(({ timing }) => timing.risingIn === place);
    const areaName = rising[0]?.areaName;
    if (areaName === undefined) return [];
    return [sayOver(`${placeInWords(place, areaName)} kwamen er meer vragen`, topicsOf(rising))];
  });
}

function placeInWords(place: RisingIn, areaName: string): string {
  if (place === "area") return `In ${areaName}`;
  return place === "team" ? `Bij het team van ${areaName}` : "In de hele gemeente";
}

/** Whom an invitation greets, by the theme's life domain: words that fit everybody in the area. */
const AUDIENCE_BY_DOMAIN: Readonly<Record<string, string>> = {
  ouderschap: "alle ouders",
  huisvesting: "alle huurders en andere bewoners",
};
const LANDLORD = "woningcorporatie";

export function forWhom(themes: readonly Theme[], areaName: string, lifeEvent: string | undefined): string {
  const first = themes[0];
  const audience =
    first?.partnerIds[0] === LANDLORD
      ? "alle huurders"
      : (AUDIENCE_BY_DOMAIN[first?.domainId ?? ""] ?? "alle bewoners");
  const moment = lifeEvent === undefined ? "" : ` Vooral rond dit moment: ${lowerFirst(lifeEvent)}.`;
  return `Voor ${audience} in ${areaName}. Ook als u niet zeker weet of dit over u gaat.${moment}`;
}

/** Some rule notes in the catalogue help to read case notes, not to hold an evening. */
const READING_AID = /notities|afkorting|meldingen/i;

/** What the form forbids, what the first theme and every theme that asks for care need, and the lines for every meeting. */
export function whatToAvoid(format: Format, themes: readonly Theme[]): string {
  const careful = themes.filter(({ collective }, index) => index === 0 || collective === "only-with-care");
  const rule = themes[0]?.ruleNote;
  const ruleLine = rule && !READING_AID.test(rule) ? [rule] : [];
  const lines = [format.notWhen, ...careful.map(({ collectiveReason }) => collectiveReason), ...ruleLine];
  return [...lines, ALWAYS_AVOID].map(endSentence).join(" ");
}

export function growsInto(format: Format, formatLabel: (id: string) => string): readonly string[] {
  return [...format.followUpFormatIds.map(formatLabel), ...format.followUpIdeas];
}

/** "huurtoeslag": plain names. The words of an unnamed theme stay out. */
function topicsOf(needs: readonly Need[]): string[] {
  return needs.map(({ theme }) => (theme === undefined ? "dit onderwerp" : shortName(theme)));
}

/** The label without what explains it: "verse ouders" for "Verse ouders: ontmoeten, slaapgebrek, nieuw leven". */
export function shortName({ label }: Pick<Theme, "label">): string {
  return lowerFirst(label.replace(/(?::| \().*$/, ""));
}

/** Lower-cases the first letter of a word, but leaves an abbreviation such as "AOW" alone. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function endSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
