import { ROLES, TOKEN_SCOPES } from "@rode-draad/domain";
import { type Command, InvalidArgumentError } from "commander";

/** A parser for a repeatable option that takes one of a few words. */
function eachOf<Word extends string>(words: readonly Word[]): (value: string, earlier: Word[]) => Word[] {
  return (value, earlier = []) => {
    const word = words.find((known) => known === value);
    if (word !== undefined) return [...earlier, word];
    throw new InvalidArgumentError(`"${value}" kennen wij hier niet. Kies uit: ${words.join(", ")}.`);
  };
}

/** What people type to sign in: short, and the same whatever the case. */
function login(value: string): string {
  const lower = value.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9.@_-]{1,99}$/.test(lower)) return lower;
  throw new InvalidArgumentError("Schrijf de inlognaam met letters, cijfers, punt, @ of streepje; minstens 2 tekens.");
}

type MakeCommand = (parent: Command, name: string, description: string) => Command;

/** `rodedraad account …` and `rodedraad token …`: who may enter, people and source systems. */
export function addAccessCommands(program: Command, command: MakeCommand): void {
  const account = command(program, "account", "beheer wie zich kan aanmelden");
  command(account, "add", "voeg een persoon toe en toon de link om een wachtwoord te kiezen")
    .requiredOption("--login <inlognaam>", "waarmee de persoon zich aanmeldt", login)
    .requiredOption("--name <naam>", "de naam, zoals collega's hem zien")
    .requiredOption("--role <rol>", `een rol; mag vaker (${ROLES.join(", ")})`, eachOf(ROLES))
    .option(
      "--team <code>",
      "het team van de persoon; mag vaker",
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .option("--worker <ref>", "de medewerkerRef in het bronsysteem, voor de eigen notities")
    .action(async (options) => (await import("./commands/account.js")).addPerson(options));
  command(account, "list", "toon wie zich kan aanmelden").action(async () =>
    (await import("./commands/account.js")).listPeople(),
  );
  command(account, "reset", "maak een nieuwe link om een wachtwoord te kiezen")
    .requiredOption("--login <inlognaam>", "van wie", login)
    .action(async (options) => (await import("./commands/account.js")).resetPassword(options));
  command(account, "reset-factor", "haal de app voor codes en het wachtwoord weg, en toon een nieuwe link")
    .requiredOption("--login <inlognaam>", "van wie", login)
    .action(async (options) => (await import("./commands/account.js")).resetFactor(options));
  command(account, "close", "sluit een account en meld de persoon overal af")
    .requiredOption("--login <inlognaam>", "van wie", login)
    .action(async (options) => (await import("./commands/account.js")).closeAccount(options));

  const token = command(program, "token", "beheer de sleutels van bronsystemen");
  command(token, "add", "maak een sleutel en toon hem één keer")
    .requiredOption("--name <naam>", "waar de sleutel voor is")
    .requiredOption("--scope <recht>", `een recht; mag vaker (${TOKEN_SCOPES.join(", ")})`, eachOf(TOKEN_SCOPES))
    .action(async (options) => (await import("./commands/token.js")).addToken(options));
  command(token, "list", "toon de sleutels, zonder het geheim").action(async () =>
    (await import("./commands/token.js")).listTokens(),
  );
  command(token, "revoke", "trek een sleutel in")
    .argument("<id>", "id van de sleutel, zie token list")
    .action(async (id) => (await import("./commands/token.js")).revokeToken(id));
}
