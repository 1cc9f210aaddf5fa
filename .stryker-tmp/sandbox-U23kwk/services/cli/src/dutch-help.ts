import { Help, type HelpConfiguration } from "commander";

/** The words that commander itself puts in a help text. */
const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Gebruik:",
  "Arguments:": "Argumenten:",
  "Options:": "Opties:",
  "Commands:": "Opdrachten:",
};

const plain = new Help();

/** Help texts in one language: titles, usage lines and defaults in Dutch, and no default that says nothing. */
export const DUTCH_HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) => inDutch(plain.commandUsage(command)),
  subcommandTerm: (command) => inDutch(plain.subcommandTerm(command)),
  optionDescription: (option) => withDefault(option.description, option.defaultValue),
  argumentDescription: (argument) => argument.description,
};

function inDutch(usage: string): string {
  return usage.replace("[options]", "[opties]").replace("[command]", "[opdracht]");
}

function withDefault(description: string, value: unknown): string {
  return typeof value === "string" ? `${description} (standaard: ${value})` : description;
}
