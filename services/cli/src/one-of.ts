import { InvalidArgumentError } from "commander";

/** A parser for an option that takes one of a few words. */
export function oneOf(words: readonly string[]): (value: string) => string {
  return (value) => {
    if (words.includes(value)) return value;
    throw new InvalidArgumentError(`"${value}" kennen wij hier niet. Kies uit: ${words.join(", ")}.`);
  };
}
