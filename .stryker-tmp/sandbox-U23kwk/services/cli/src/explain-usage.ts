import type { CommanderError } from "commander";

/** Turns a call that does not fit into one Dutch sentence with the remedy; undefined for help and version output. */
export function explainUsage(error: CommanderError): string | undefined {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.help":
      return error.exitCode === 0 ? undefined : "Er ontbreekt een opdracht. Zie rodedraad --help.";
    case "commander.helpDisplayed":
    case "commander.version":
      return undefined;
    case "commander.unknownOption":
      return `De optie ${named.split(" ")[0]} bestaat niet. Zie rodedraad --help.`;
    case "commander.unknownCommand":
      return `De opdracht ${named} bestaat niet. Zie rodedraad --help.`;
    case "commander.missingArgument":
      return `Er ontbreekt iets: ${named}. Zie rodedraad --help.`;
    case "commander.optionMissingArgument":
      return `Bij de optie ${named} hoort een waarde. Zie rodedraad --help.`;
    case "commander.missingMandatoryOptionValue":
      return `De optie ${named} is nodig. Zie rodedraad --help.`;
    case "commander.invalidArgument":
      // Our own sentence stands behind commander's English one.
      return error.message.replace(/^.*? is invalid\. /s, "");
    case "commander.excessArguments":
      return "Er staan te veel woorden achter de opdracht. Zie rodedraad --help.";
    default:
      return error.message.replace(/^error: /, "");
  }
}
