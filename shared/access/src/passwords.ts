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
/** On the scale of zxcvbn, 0 to 4: 3 takes more than 10^8 guesses. */
const SCORE_MIN = 3;

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
 * The Dutch sentence that says why a password will not do. Rule: long and hard to guess; no demands on the kinds of signs.
 * Rationale: ASVS 5.0 6.2. `known` is what everybody knows of the person, such as name and login.
 */
export async function whyWeakPassword(password: string, known: readonly string[]): Promise<string | undefined> {
  if (password.length < PASSWORD_CHARACTERS_MIN) {
    return `Dit wachtwoord is te kort. Neem minstens ${PASSWORD_CHARACTERS_MIN} tekens.`;
  }
  if (password.length > PASSWORD_CHARACTERS_MAX) {
    return `Dit wachtwoord is te lang. Neem hoogstens ${PASSWORD_CHARACTERS_MAX} tekens.`;
  }
  const words = known.flatMap((part) => [part, ...part.split(/[\s@.-]+/)]).filter((word) => word !== "");
  const { score } = (await loadStrength()).check(password, [...words, "rode draad", "rodedraad", "wijkteam"]);
  return score < SCORE_MIN ? "Dit wachtwoord is te makkelijk te raden. Neem vier of meer losse woorden." : undefined;
}

/** The list of common passwords takes a moment to unpack, and only who sets a password needs it. */
async function loadStrength() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
