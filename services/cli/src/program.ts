import { Command, InvalidArgumentError } from "commander";
import { addAccessCommands } from "./access-commands.js";
import { DUTCH_HELP } from "./dutch-help.js";
import { REPORT_FORMATS } from "./report-formats.js";

/** Collects a repeatable option. */
function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

/** Reads `name=value`, the form of --map and --wijk. */
function pair(value: string, earlier: string[]): string[] {
  if (!/^[^=]+=.+$/.test(value)) throw new InvalidArgumentError(`Schrijf het als naam=waarde, niet als "${value}".`);
  return collect(value, earlier);
}

function month(value: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) {
    throw new InvalidArgumentError(`Schrijf de maand als JJJJ-MM, bijvoorbeeld 2026-10, niet als "${value}".`);
  }
  return value;
}

/** A parser for an option that takes one of a few words. */
function oneOf(words: readonly string[]): (value: string) => string {
  return (value) => {
    if (words.includes(value)) return value;
    throw new InvalidArgumentError(`"${value}" kennen wij hier niet. Kies uit: ${words.join(", ")}.`);
  };
}

/** 65535 is the last port that exists; 0 asks the system for a free one. */
function port(value: string): string {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return value;
  throw new InvalidArgumentError(`"${value}" is geen poortnummer. Kies een getal tot en met 65535.`);
}

/**
 * The stable command line. Each command loads its own code when it is called, so that `scrub` does not wait for a database.
 */
export function createProgram(): Command {
  const program = new Command("rodedraad")
    .description("Vindt hulpvragen die terugkomen in notities van wijkteams en stelt aanbod voor veel mensen voor.")
    .version("0.1.0", "-V, --version", "toon de versie")
    .helpOption("-h, --help", "toon deze uitleg")
    .helpCommand("help [opdracht]", "toon uitleg over een opdracht")
    .configureHelp(DUTCH_HELP)
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
    .enablePositionalOptions();

  /** A command with the shared settings: help in Dutch, no output of its own on errors. */
  const commandOf = (parent: Command, name: string, description: string): Command =>
    parent
      .command(name)
      .description(description)
      .helpOption("-h, --help", "toon deze uitleg")
      .configureOutput({ writeErr: () => {} })
      .exitOverride();
  const command = (name: string, description: string): Command => commandOf(program, name, description);

  command("demo", "draai alles op de verzonnen gemeente Voorbeeldstad en toon het rapport")
    .option("--once", "stop na het rapport, start geen pagina's")
    .option("--port <poort>", "poort voor de pagina's (anders PORT, anders 3000)", port)
    .action(async (options) => (await import("./commands/demo.js")).demo(options));

  command("serve", "start de API en de pagina's")
    .option("--no-workers", "verwerk hier geen notities; dat doen aparte processen")
    .option("--port <poort>", "poort voor API en pagina's (anders PORT, anders 3000)", port)
    .action(async (options) => (await import("./commands/serve.js")).serve(options));

  command("worker", "verwerk notities, zonder API en pagina's")
    .requiredOption("--stages <stappen>", "de stappen, met komma's ertussen; of 'alle'")
    .action(async (options) => (await import("./commands/worker.js")).worker(options));

  command("import", "lees notities in uit .csv, .xlsx of .jsonl")
    .argument("<bestand...>", "een of meer bestanden; - leest JSON-regels van standaardinvoer")
    .option("--map <kolom=veld>", "zet een kolom op een veld; mag vaker", pair, [])
    .option("--wijk <naam=code>", "koppel een wijknaam aan een CBS-wijkcode; mag vaker", pair, [])
    .option("--dry-run", "controleer alles, sla niets op")
    .option("--no-wait", "wacht niet tot de notities verwerkt zijn")
    .addHelpText(
      "after",
      "\nGeweigerde rijen slaan wij niet op en noemen wij met rij en kolom. De opdracht eindigt dan met code 1.\nDe goede rijen zijn gewoon opgeslagen. Is er niets geweigerd, dan is de code 0.",
    )
    .action(async (files, options) => (await import("./commands/import.js")).importFiles(files, options));

  command("scrub", "toon wat de privacypoort in een tekst vindt; slaat niets op")
    .argument("[bestand]", 'JSON-regels {"id","text"}; leeg of - is standaardinvoer', "-")
    .action(async (file) => (await import("./commands/scrub.js")).scrub(file));

  command("classify", "deel teksten in bij bekende thema's; slaat niets op")
    .argument("[bestand]", 'JSON-regels {"id","text"}; leeg of - is standaardinvoer', "-")
    .option("--explain", "zeg per vraag welke woorden de doorslag gaven en welk thema erna komt")
    .action(async (file, options) => (await import("./commands/classify.js")).classify(file, options));

  command("discover", "vind thema's in een stroom teksten, in één keer lezen; slaat niets op")
    .argument("[bestand]", 'JSON-regels {"id","text","date"?,"area"?} op volgorde van binnenkomst', "-")
    .option("--language <taal>", "nl of none", oneOf(["nl", "none"]), "nl")
    .option("--catalogue", "eerst de bekende thema's, daarna nieuwe")
    .option("--summary <bestand>", "schrijf namen, grootte en woorden per thema")
    .action(async (file, options) => (await import("./commands/discover.js")).discover(file, options));

  command("report", "maak het themarapport van een maand")
    .requiredOption("--month <maand>", "de maand als JJJJ-MM", month)
    .option("--team <code>", "alleen dit team")
    .option("--format <vorm>", "html, json, csv, xlsx of pdf; zonder: leesbaar in de terminal", oneOf(REPORT_FORMATS))
    .action(async (options) => (await import("./commands/report.js")).report(options));

  addAccessCommands(program, commandOf);
  return program;
}
