import type { Format, Theme } from "@rode-draad/catalogue";
import { releaseText } from "@rode-draad/privacy";
import type { Need, NeedSize, Timing } from "./need.js";

/** The Dutch sentences on a card (B1). They are made from catalogue texts and released bands, never from a note. */

/** Shown in the place of a band that the release gate withholds. */
const NO_BAND = "geen aantal";

/** Rule: these three lines go with every meeting, whatever the theme (domain report 6.2). */
const ALWAYS_AVOID =
  "Noem geen namen. Vraag niemand om zijn situatie in de groep. Wie hulp wil, kan na afloop apart terecht.";

export function bandLabel(size: NeedSize): string {
  return size.band?.label ?? NO_BAND;
}

export function whyNow(topic: string, size: NeedSize, timings: readonly Timing[], windowMonths: number): string {
  const sentences: string[] = [];
  if (timings.some(({ rising }) => rising)) sentences.push(`Er kwamen meer vragen over ${topic}.`);
  // One reason of each kind is enough on a card; the first theme is the one it is about.
  const ruleChange = timings.find((timing) => timing.ruleChange !== undefined)?.ruleChange;
  if (ruleChange !== undefined) sentences.push(`De regels zijn veranderd. ${endSentence(ruleChange)}`);
  const season = timings.find((timing) => timing.season !== undefined)?.season;
  if (season !== undefined) sentences.push(`De tijd van het jaar speelt mee. ${endSentence(season)}`);
  sentences.push(
    size.band === undefined
      ? "Dit komt hier vaker terug. Het aantal tonen wij niet."
      : releaseText`Dit komt hier vaker terug: ${size.band} casussen in ${String(windowMonths)} maanden.`,
  );
  return sentences.join(" ");
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
const READING_AID = /notities|afkorting/i;

/** What the form forbids, what the first theme and every theme that asks for care need, and the lines for every meeting. */
export function whatToAvoid(format: Format, themes: readonly Theme[]): string {
  const careful = themes.filter(({ collective }, index) => index === 0 || collective === "only-with-care");
  const rule = themes[0]?.ruleNote;
  const ruleLine = rule && !READING_AID.test(rule) ? [`De regels nu: ${rule}`] : [];
  const lines = [format.notWhen, ...careful.map(({ collectiveReason }) => collectiveReason), ...ruleLine];
  return [...lines, ALWAYS_AVOID].map(endSentence).join(" ");
}

export function growsInto(format: Format, formatLabel: (id: string) => string): readonly string[] {
  return [...format.followUpFormatIds.map(formatLabel), ...format.followUpIdeas];
}

/** "huurtoeslag, energierekening en taal": plain names in one line. */
export function topicOf(needs: readonly Need[]): string {
  return listOf(needs.map(({ theme, emergent, themeId }) => lowerFirst(theme?.label ?? emergent?.label ?? themeId)));
}

export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} en ${last}`;
}

/** Lower-cases the first letter of a word, but leaves an abbreviation such as "AOW" alone. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function endSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
