import { Command, InvalidArgumentError } from "commander";
import { addAccessCommands } from "./access-commands.js";
import { DUTCH_HELP } from "./dutch-help.js";
import { oneOf } from "./one-of.js";
import { addOperateCommands } from "./operate-commands.js";
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

/** The keys that can be lost, one after another. */
function keyNames(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, oneOf(["hash-key", "audit-key", "text-key"])(value)];
}

function month(value: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) {
    throw new InvalidArgumentError(`Schrijf de maand als JJJJ-MM, bijvoorbeeld 2026-10, niet als "${value}".`);
  }
  return value;
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
      .configureHelp(DUTCH_HELP)
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

  const audit = command("audit", "controleer of exporteer het auditlog").helpCommand(false);
  commandOf(audit, "verify", "controleer of het auditlog heel is; eindigt met code 1 als dat niet zo is")
    .option("--anchor <bestand>", "vergelijk ook met dit bestand van een andere machine; mag vaker", collect, [])
    .action(async (options) => (await import("./commands/audit.js")).verifyAudit(options));
  commandOf(audit, "export", "schrijf het hele auditlog als JSON-regels").action(async () =>
    (await import("./commands/audit.js")).exportAudit(),
  );

  const key = command("key", "vervang een sleutel").helpCommand(false);
  commandOf(key, "rotate", "maak een nieuwe sleutel voor de hashes, en houd de vorige nog aan").action(async () =>
    (await import("./commands/key.js")).rotateKey(),
  );
  commandOf(key, "forget", "gooi de vorige sleutel van de hashes weg, na de bewaartermijn").action(async () =>
    (await import("./commands/key.js")).forgetKey(),
  );
  commandOf(key, "accept", "ga verder met de sleutel die er nu staat, als de goede echt kwijt is")
    .argument("<sleutel...>", "hash-key, audit-key of text-key", keyNames)
    .action(async (names) => (await import("./commands/key.js")).acceptLostKeys(names));
  commandOf(key, "encrypt", "zet alle tekst van notities onder de sleutel die nu in TEXT_KEY staat").action(async () =>
    (await import("./commands/key.js")).encryptTexts(),
  );

  command("verantwoording", "schrijf de feiten voor de DPIA en het Algoritmeregister")
    .option("--format <vorm>", "md of json", oneOf(["md", "json"]), "md")
    .action(async (options) => (await import("./commands/accountability.js")).accountability(options));

  command("webhook", "stuur aanvragen aan een partner naar een adres op internet in plaats van per brief")
    .argument("<partner>", "de partner, zoals die in de catalogus heet")
    .argument("[adres]", "het adres, dat begint met https://")
    .option("--remove", "stuur deze partner weer brieven")
    .action(async (partner, address, options) =>
      (await import("./commands/webhook.js")).webhook(partner, address, options),
    );

  command("stuck", "toon notities die niet uitgewerkt konden worden")
    .option("--retry", "probeer ze opnieuw")
    .action(async (options) => (await import("./commands/stuck.js")).stuck(options));

  command("retention", "wis wat te lang bewaard is: teksten, en wie wat vroeg")
    .option("--dry-run", "tel alleen wat er gewist zou worden")
    .option("--text-days <dagen>", "bewaar teksten voortaan zo lang: 0 tot en met 30 dagen")
    .action(async (options) => (await import("./commands/retention.js")).retention(options));

  command("erase", "wis een casus of een notitie, en weiger haar voortaan")
    .option("--case <casusRef>", "de casus, zoals het bronsysteem haar noemt")
    .option("--note <bronId>", "de notitie, zoals het bronsysteem haar noemt")
    .option("--dry-run", "vertel alleen wat er gewist zou worden")
    .action(async (options) => (await import("./commands/erase.js")).eraseCommand(options));

  addAccessCommands(program, commandOf);
  addOperateCommands(program, commandOf);
  return program;
}
