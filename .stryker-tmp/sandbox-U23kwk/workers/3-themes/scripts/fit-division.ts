import { type Judgement, silentNoteWeight, sumDivisions } from "../src/known/decode-note.js";
import type { Openings } from "../src/known/read-openings.js";
import { type Place, READING_EVIDENCE_LENGTH, readingEvidence } from "../src/known/stretch-evidence.js";

/**
 * Fits the weights of a note's division by maximum likelihood: the true division of each note (which sentences belong
 * together, and whether they ask something) against all others, summed by the forward-backward recursion (Sarawagi &
 * Cohen, NIPS 2004). Gradient ascent with Adam (Kingma & Ba, ICLR 2015) over the whole set, so no order plays a part.
 * Cost: rounds × stretches × evidence.
 */

export interface DivisionStretch {
  readonly from: number;
  readonly to: number;
  readonly asking: Float64Array;
  readonly silent: Float64Array;
  /** Set when the stretch belongs to the true division: how it is read there. */
  readonly gold?: "asking" | "silent";
}

export interface DivisionExample {
  readonly count: number;
  readonly stretches: readonly DivisionStretch[];
}

export function readingsOf(
  place: Place,
  openings: Openings,
  judged: Judgement,
  { agreement, silence }: { readonly agreement: number; readonly silence: number },
) {
  const asking = new Float64Array(READING_EVIDENCE_LENGTH);
  const silent = new Float64Array(READING_EVIDENCE_LENGTH);
  readingEvidence(place, openings, { sureness: judged.question, themeSureness: judged.themeShare, agreement }, asking);
  readingEvidence(place, openings, { sureness: judged.none, themeSureness: 0, agreement: silence }, silent);
  return { asking, silent };
}

const ROUNDS = 250;
const STEP = 0.05;
/** A little ridge keeps weights finite where evidence never varies. */
const RIDGE = 1e-4;

/** Weights of `silentNoteWeight`. */
const NOTE_WEIGHTS = 2;

export interface DivisionWeights {
  readonly asking: number[];
  readonly silent: number[];
  readonly silentNote: number[];
}

export function fitDivision(examples: readonly DivisionExample[]): DivisionWeights {
  // A true division that no stretch can express (a segment longer than the longest stretch) teaches nothing.
  const usable = examples.filter(({ count, stretches }) => {
    return (
      stretches.reduce((sum, stretch) => sum + (stretch.gold ? stretch.to - stretch.from : 0), 0) === count && count > 0
    );
  });
  const size = READING_EVIDENCE_LENGTH;
  const length = 2 * size + NOTE_WEIGHTS;
  const weights = new Float64Array(length);
  weights[1] = 1;
  weights[size + 1] = 1;
  const mean = new Float64Array(length);
  const spread = new Float64Array(length);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = new Float64Array(length);
    for (const example of usable) addGradient(example, weights, gradient);
    for (let at = 0; at < weights.length; at++) {
      const slope = (gradient[at] as number) / usable.length - RIDGE * (weights[at] as number);
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * slope;
      spread[at] = 0.999 * (spread[at] as number) + 0.001 * slope * slope;
      const first = (mean[at] as number) / (1 - 0.9 ** round);
      const second = (spread[at] as number) / (1 - 0.999 ** round);
      weights[at] = (weights[at] as number) + (STEP * first) / (Math.sqrt(second) + 1e-8);
    }
  }
  const rounded = Array.from(weights, (weight) => Number(weight.toFixed(5)));
  return { asking: rounded.slice(0, size), silent: rounded.slice(size, 2 * size), silentNote: rounded.slice(2 * size) };
}

/** Adds observed minus expected evidence of one note. */
function addGradient({ count, stretches }: DivisionExample, weights: Float64Array, gradient: Float64Array): void {
  const size = READING_EVIDENCE_LENGTH;
  const potentials = stretches.map((stretch) => {
    let asking = 0;
    let silent = 0;
    for (let at = 0; at < size; at++) {
      asking += (weights[at] as number) * (stretch.asking[at] as number);
      silent += (weights[size + at] as number) * (stretch.silent[at] as number);
    }
    return { from: stretch.from, to: stretch.to, asking, silent };
  });
  const silentWeight = silentNoteWeight([weights[2 * size] as number, weights[2 * size + 1] as number], count);
  const sums = sumDivisions(potentials, count, silentWeight);
  const quiet = sumQuiet(potentials, count);
  const quietBonus = Math.expm1(silentWeight);
  const isSilent = stretches.every((stretch) => stretch.gold !== "asking");
  const silentChance = Math.exp(sums.silent + silentWeight - sums.total);
  const surprise = (isSilent ? 1 : 0) - silentChance;
  gradient[2 * size] = (gradient[2 * size] as number) + surprise;
  gradient[2 * size + 1] = (gradient[2 * size + 1] as number) + surprise * Math.log(count);
  stretches.forEach((stretch, index) => {
    const { asking, silent } = potentials[index] as { asking: number; silent: number };
    const around = (sums.before[stretch.from] as number) + (sums.after[stretch.to] as number) - sums.total;
    const alone = (quiet.before[stretch.from] as number) + (quiet.after[stretch.to] as number) - sums.total;
    const moreAsking = (stretch.gold === "asking" ? 1 : 0) - Math.exp(around + asking);
    // Divisions in which nothing is asked weigh more or less than their stretches say.
    const silentExpected = Math.exp(around + silent) + quietBonus * Math.exp(alone + silent);
    const moreSilent = (stretch.gold === "silent" ? 1 : 0) - silentExpected;
    for (let at = 0; at < size; at++) {
      gradient[at] = (gradient[at] as number) + moreAsking * (stretch.asking[at] as number);
      gradient[size + at] = (gradient[size + at] as number) + moreSilent * (stretch.silent[at] as number);
    }
  });
}

/** The sums over divisions in which nothing is asked. */
function sumQuiet(potentials: readonly { from: number; to: number; silent: number }[], count: number) {
  const { before, after } = sumDivisions(
    potentials.map(({ from, to, silent }) => ({ from, to, silent, asking: -Infinity })),
    count,
    0,
  );
  return { before, after };
}
