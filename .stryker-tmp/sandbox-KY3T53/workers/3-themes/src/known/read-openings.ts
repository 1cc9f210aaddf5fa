/**
 * How each sentence of a note opens: with a turn to something else ("Verder ...", "Ook ..."), by pointing back ("Zij ...",
 * "Dat ..."), or neither. A turn makes a new question likely there, pointing back makes it unlikely.
 * Cost: the first word of each sentence.
 */

export interface Openings {
  readonly turns: readonly boolean[];
  readonly pointsBack: readonly boolean[];
}

const TURNS = new Set(
  (
    "verder ook daarnaast bovendien tevens tenslotte nog intussen ondertussen terloops overigens trouwens voorts dan en maar los" +
    " tweede ten eerst nevenvraag nevenpunt daarbij zijdelings ander andere anderzijds gaandeweg"
  ).split(" "),
);
const POINTS_BACK = new Set(
  "hij zij ze hem haar dat die dit deze daar daarvan daarom hierdoor daardoor het er dus want zo die daarmee".split(
    " ",
  ),
);

/** The first word in lower case, without list numbers, quotes and masks. */
const FIRST_WORD = /^[^\p{L}[]*(\p{L}+)/u;

export function readOpenings(
  text: string,
  sentences: readonly { readonly start: number; readonly end: number }[],
): Openings {
  const firsts = sentences.map(({ start, end }) => {
    const opening = text.slice(start, Math.min(end, start + 40));
    return (FIRST_WORD.exec(opening)?.[1] ?? "").toLowerCase();
  });
  return {
    turns: firsts.map((word, index) => TURNS.has(word) || /^[1-9IVX-]/.test(text.charAt(sentences[index]?.start ?? 0))),
    pointsBack: firsts.map((word) => POINTS_BACK.has(word)),
  };
}
