import { hash, verify } from "@node-rs/argon2";
import { newSecret } from "./secrets.js";

/**
 * argon2id with the lowest cost that OWASP's password storage cheat sheet recommends: 19 MiB, two passes, one lane. The
 * library's default algorithm is argon2id; its enum cannot be imported in a file that is compiled by itself.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** NIST SP 800-63B-4 asks at least 15 for a password that stands alone. */
export const PASSWORD_CHARACTERS_MIN = 15;
/** Longer than anybody types, short enough that guessing its strength stays quick. */
const PASSWORD_CHARACTERS_MAX = 200;
/** On the scale of zxcvbn, 0 to 4: the highest takes more than 10^10 guesses. A known word with a year after it takes fewer. */
const SCORE_MIN = 4;
/** What people here think of first, beside their own name. */
const OWN_WORDS = ["rode draad", "rodedraad", "wijkteam", "gemeente", "wachtwoord", "welkom"];
/** The list of passwords that leaked elsewhere and are tried first, among the word lists. */
const LEAKED = "passwords-common";

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** The hash of nothing that anybody can type, so that an unknown name takes as long as a wrong password. */
let nobodysHash: Promise<string> | undefined;

/** Always costs one verification, also when there is no hash. */
export async function isRightPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(newSecret());
  const isRight = await verify(passwordHash ?? (await nobodysHash), password);
  return isRight && passwordHash !== undefined;
}

/**
 * The Dutch sentence that says why a password will not do. Rule: long, not on a list of leaked ones, and hard to guess out of such a
 * list, Dutch words and names; no demands on the kinds of signs. Rationale: ASVS 5.0 6.2. `known` is what everybody knows of the
 * person, such as name and login.
 */
export async function whyWeakPassword(password: string, known: readonly string[]): Promise<string | undefined> {
  if (password.length < PASSWORD_CHARACTERS_MIN) {
    return `Dit wachtwoord is te kort. Neem minstens ${PASSWORD_CHARACTERS_MIN} tekens.`;
  }
  if (password.length > PASSWORD_CHARACTERS_MAX) {
    return `Dit wachtwoord is te lang. Neem hoogstens ${PASSWORD_CHARACTERS_MAX} tekens.`;
  }
  const words = known.flatMap((part) => [part, ...part.split(/[\s@.-]+/)]).filter((word) => word !== "");
  const { score, sequence } = (await loadStrength()).check(password, [...words, ...OWN_WORDS]);
  const [first, ...others] = sequence;
  if (others.length === 0 && first?.pattern === "dictionary" && first.dictionaryName === LEAKED) {
    return "Dit wachtwoord staat op een lijst van gelekte wachtwoorden. Neem een ander.";
  }
  return score < SCORE_MIN ? "Dit wachtwoord is te makkelijk te raden. Neem vier of meer losse woorden." : undefined;
}

/** The lists take a moment to unpack and much memory, and only who sets a password needs them. */
async function loadStrength() {
  const [{ ZxcvbnFactory }, common, dutch] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-nl-be"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...dutch.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
