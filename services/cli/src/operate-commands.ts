import { type Command, InvalidArgumentError } from "commander";
import { oneOf } from "./one-of.js";

function databaseAddress(value: string): string {
  if (URL.canParse(value) && ["postgres:", "postgresql:"].includes(new URL(value).protocol)) return value;
  throw new InvalidArgumentError("Dit is geen adres als postgres://gebruiker@server:5432/database.");
}

type CommandOf = (parent: Command, name: string, description: string) => Command;

/** The commands of whoever keeps an installation running. */
export function addOperateCommands(program: Command, commandOf: CommandOf): void {
  commandOf(program, "doctor", "kijk of alles klopt: instellingen, versies, servers, schema, klokken en schijf")
    .option("--format <vorm>", "json; zonder: een regel per onderwerp", oneOf(["json"]))
    .action(async (options) => (await import("./commands/doctor.js")).doctor(options));

  commandOf(program, "migrate", "breng de database bij; nooit terug")
    .option("--check", "zeg alleen of het nodig is; dan eindigt de opdracht met code 1")
    .action(async (options) => (await import("./commands/migrate.js")).migrate(options));

  commandOf(program, "backup", "schrijf alles uit de database in één bestand")
    .argument("<bestand>", "een nieuw bestand; wij overschrijven niets")
    .action(async (file) => (await import("./commands/backup.js")).backup(file));

  commandOf(program, "restore", "zet een reservekopie terug in een lege database")
    .argument("<bestand>", "een bestand van rodedraad backup")
    .option("--other-keys", "de sleutels van toen zijn kwijt; eerdere notities herkennen wij dan niet meer")
    .action(async (file, options) => (await import("./commands/backup.js")).restore(file, options));

  commandOf(program, "export", "schrijf alles van de gemeente in een map, als JSONL en CSV")
    .argument("<map>", "een nieuwe map")
    .action(async (folder) => (await import("./commands/export.js")).exportMunicipality(folder));

  commandOf(program, "import-export", "lees een map van rodedraad export in op een andere plek")
    .argument("<map>", "de map van rodedraad export")
    .option("--other-keys", "hier gelden andere sleutels; eerdere notities herkennen wij dan niet meer")
    .action(async (folder, options) => (await import("./commands/export.js")).importMunicipality(folder, options));

  commandOf(program, "move", "verhuis van de eigen database naar een server, en bewijs dat alles er staat")
    .requiredOption("--to <adres>", "een lege database, als postgres://gebruiker@server/database", databaseAddress)
    .action(async (options) => (await import("./commands/move.js")).move(options));
}
