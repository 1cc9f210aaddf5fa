import { type SparseExamples, shuffledOrder } from "./train-linear.js";

/**
 * A network with one hidden layer over the same sparse features: it learns that different words speak for the same thing,
 * which linear weights cannot. Rectified units, softmax, dropout on input and hidden layer (Srivastava et al., JMLR 2014),
 * label smoothing (Szegedy et al. 2016), Adagrad with one step size per row (Duchi, Hazan & Singer, JMLR 2011).
 *
 *   hidden = max(0, Σ value × input[feature] + inputBias)        scores = hidden × output + outputBias
 *
 * Deterministic: one xorshift generator drives the start, the order and the dropout.
 * Cost: passes × examples × (features × hidden + hidden × classes).
 */

export interface Network {
  readonly hidden: number;
  readonly input: Float32Array;
  readonly inputBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

export interface NetworkOptions {
  readonly classes: number;
  readonly features: number;
  readonly hidden: number;
  readonly passes: number;
  readonly stepSize: number;
  readonly inputDropout: number;
  readonly hiddenDropout: number;
  readonly smoothing: number;
}

/** Small enough that a feature hardly seen adds next to nothing, large enough to tell the hidden units apart. */
const INPUT_START = 0.08;
/** Keeps the first Adagrad steps from being huge. */
const SQUARES_START = 0.01;
const BIAS_STEP_SHARE = 0.1;

function makeRandom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export function trainNetwork(examples: SparseExamples, options: NetworkOptions): Network {
  const { classes, hidden, passes } = options;
  const random = makeRandom(20_261_122);
  // The sum of four uniforms is near enough to a bell curve.
  const bell = (): number => (random() + random() + random() + random() - 2) * 1.7;
  const input = Float32Array.from({ length: options.features * hidden }, () => bell() * INPUT_START);
  const output = Float32Array.from({ length: hidden * classes }, () => bell() / Math.sqrt(hidden));
  const inputBias = new Float32Array(hidden);
  const outputBias = new Float32Array(classes);
  const inputSquares = new Float32Array(options.features).fill(SQUARES_START);
  const outputSquares = new Float32Array(hidden).fill(SQUARES_START);
  const count = examples.labels.length;
  const longest = examples.offsets.reduce((most, end, at) => Math.max(most, end - (examples.offsets[at - 1] ?? 0)), 0);
  const rows = new Int32Array(longest);
  const kept = new Float32Array(longest);
  const units = new Float32Array(hidden);
  const open = new Float32Array(hidden);
  const back = new Float32Array(hidden);
  const errors = new Float32Array(classes);
  const inputScale = 1 / (1 - options.inputDropout);
  const hiddenScale = 1 / (1 - options.hiddenDropout);

  for (let pass = 0; pass < passes; pass++) {
    const step = options.stepSize * (1 - (0.95 * pass) / passes);
    for (const example of shuffledOrder(count, 977 + pass)) {
      const label = examples.labels[example] as number;
      const share = examples.weights[example] as number;
      let size = 0;
      units.set(inputBias);
      for (let at = examples.offsets[example] as number; at < (examples.offsets[example + 1] as number); at++) {
        if (random() < options.inputDropout) continue;
        const row = (examples.features[at] as number) * hidden;
        const value = (examples.values[at] as number) * inputScale;
        rows[size] = row;
        kept[size++] = value;
        for (let unit = 0; unit < hidden; unit++)
          units[unit] = (units[unit] as number) + value * (input[row + unit] as number);
      }
      errors.set(outputBias);
      for (let unit = 0; unit < hidden; unit++) {
        const alive = random() >= options.hiddenDropout && (units[unit] as number) > 0;
        open[unit] = alive ? hiddenScale : 0;
        const value = (units[unit] as number) * (open[unit] as number);
        units[unit] = value;
        if (!alive) continue;
        const row = unit * classes;
        for (let theme = 0; theme < classes; theme++)
          errors[theme] = (errors[theme] as number) + value * (output[row + theme] as number);
      }
      toErrors(errors, label, options.smoothing, share);
      let errorSquare = 0;
      for (let theme = 0; theme < classes; theme++) errorSquare += (errors[theme] as number) ** 2;
      let backSquare = 0;
      for (let unit = 0; unit < hidden; unit++) {
        back[unit] = 0;
        if (open[unit] === 0) continue;
        const row = unit * classes;
        const value = units[unit] as number;
        const squares = (outputSquares[unit] as number) + (value * value * errorSquare) / classes;
        outputSquares[unit] = squares;
        const move = (step * value) / Math.sqrt(squares);
        let sum = 0;
        for (let theme = 0; theme < classes; theme++) {
          const error = errors[theme] as number;
          const weight = output[row + theme] as number;
          sum += error * weight;
          output[row + theme] = weight - move * error;
        }
        sum *= open[unit] as number;
        back[unit] = sum;
        backSquare += sum * sum;
        inputBias[unit] = (inputBias[unit] as number) - step * BIAS_STEP_SHARE * sum;
      }
      backSquare /= hidden;
      for (let theme = 0; theme < classes; theme++) {
        outputBias[theme] = (outputBias[theme] as number) - step * BIAS_STEP_SHARE * (errors[theme] as number);
      }
      for (let at = 0; at < size; at++) {
        const row = rows[at] as number;
        const value = kept[at] as number;
        const feature = row / hidden;
        const squares = (inputSquares[feature] as number) + value * value * backSquare;
        inputSquares[feature] = squares;
        const move = (step * value) / Math.sqrt(squares);
        for (let unit = 0; unit < hidden; unit++)
          input[row + unit] = (input[row + unit] as number) - move * (back[unit] as number);
      }
    }
  }
  return { hidden, input, inputBias, output, outputBias };
}

/** In place: scores become the gradient of the smoothed cross-entropy, times the example's weight. */
function toErrors(scores: Float32Array, label: number, smoothing: number, share: number): void {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let mass = 0;
  for (let theme = 0; theme < scores.length; theme++) {
    const value = Math.exp((scores[theme] as number) - top);
    scores[theme] = value;
    mass += value;
  }
  for (let theme = 0; theme < scores.length; theme++) {
    const wanted = smoothing / scores.length + (theme === label ? 1 - smoothing : 0);
    scores[theme] = ((scores[theme] as number) / mass - wanted) * share;
  }
}
