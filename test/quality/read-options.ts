import { type ParseArgsConfig, parseArgs } from "node:util";
import { WrongInput } from "./wrong-input.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Exit code of a command that was called wrongly. */
const USAGE = 2;

/** Reads the words behind a command. @throws {WrongInput} when they do not fit. */
export function readOptions<const Own extends Options>(words: readonly string[], options: Own) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    // Node adds advice on positional arguments, of which there are none here.
    const [problem] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new WrongInput(`${problem}; --help names what there is.`);
  }
}

/** A whole number of at least one. @throws {WrongInput} */
export function countIn(name: string, text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new WrongInput(`--${name} asks for a whole number of at least 1, not "${text}".`);
}

/** The named ones of these parts. @throws {WrongInput} */
export function partsIn<Part extends string>(only: string, parts: readonly Part[]): Part[] {
  return only.split(",").map((word) => {
    const part = parts.find((one) => one === word.trim());
    if (part === undefined) throw new WrongInput(`There is no part "${word.trim()}": choose from ${parts.join(", ")}.`);
    return part;
  });
}

/** Runs a command, and says in one sentence what is wrong with the call, or with the file that it names. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = USAGE;
  }
}
