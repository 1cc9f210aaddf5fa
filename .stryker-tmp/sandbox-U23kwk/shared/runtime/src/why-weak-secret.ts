/** Words of examples, manuals and habits; whoever guesses starts with these. None is short enough to come by chance. */
const KNOWN =
  /change.?me|verander.?mij|voorbeeld|example|sample|geheim|secret|wachtwoord|password|welkom|welcome|qwerty|letmein|default|standaard|rode.?draad|sleutel|deadbeef|alleen.voor|correct.?horse/i;

/** Sixteen hexadecimal characters made by a machine have about three; a few characters in turn have fewer. */
const BITS_PER_CHARACTER_MIN = 2.5;

/** Of neighbouring characters; `0123…` and `aaaa…` have nearly all, a random one a tenth, or a fifth in hexadecimal. */
const REGULAR_STEPS_SHARE_MAX = 0.6;

/**
 * Why a secret can be guessed, as the rest of a sentence after its name; undefined when it seems made by a machine. An
 * estimate that cannot prove chance, only rule out what people make up: known words, rows, repetitions, few characters.
 */
export function whyWeakSecret(secret: string, charactersMin: number): string | undefined {
  if (secret.length < charactersMin) return `moet minstens ${charactersMin} tekens lang zijn`;
  if (KNOWN.test(secret)) return "bevat een woord uit een voorbeeld, dus iedereen kan het raden";
  if (isRepetition(secret)) return "herhaalt steeds hetzelfde stukje, dus het is te raden";
  if (shareOfRegularSteps(secret) > REGULAR_STEPS_SHARE_MAX) return "is een rijtje, dus het is te raden";
  if (/\s/.test(secret) || bitsPerCharacter(secret) < BITS_PER_CHARACTER_MIN)
    return "is te eenvoudig, dus het is te raden";
  return undefined;
}

/** How to make a good one; stands behind every refusal. */
export const MAKE_A_SECRET = "Maak een goede met: openssl rand -base64 32";

/** Shannon's entropy of the characters by their frequency in the secret itself. */
function bitsPerCharacter(secret: string): number {
  const counts = new Map<string, number>();
  for (const character of secret) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits - (count / secret.length) * Math.log2(count / secret.length),
    0,
  );
}

/** Whether a piece of at most half its length, said over and over, gives the secret. */
function isRepetition(secret: string): boolean {
  const at = (secret + secret).indexOf(secret, 1);
  if (at < secret.length) return true;
  const piece = secret.slice(0, Math.ceil(secret.length / 3));
  return secret.startsWith(piece.repeat(2));
}

function shareOfRegularSteps(secret: string): number {
  const steps = [...secret].slice(1).map((character, index) => character.charCodeAt(0) - secret.charCodeAt(index));
  return steps.filter((step) => Math.abs(step) <= 1).length / steps.length;
}
