import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { readRepositoryFile } from "../architecture/source-files.js";

const FOLDER = "services/web/messages";

/** A message by its file and key: `account.signOut.title`. */
export interface Message {
  readonly key: string;
  readonly text: string;
  readonly parsed: readonly MessageFormatElement[];
}

export function readMessages(language: "nl" | "en"): Message[] {
  const folder = `${FOLDER}/${language}`;
  return readdirSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)))
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => flatten(file.slice(0, -".json".length), JSON.parse(readRepositoryFile(join(folder, file)))));
}

function flatten(key: string, value: unknown): Message[] {
  if (typeof value === "string") return [{ key, text: value, parsed: parse(value) }];
  if (typeof value !== "object" || value === null) throw new Error(`${key} is no message.`);
  return Object.entries(value).flatMap(([name, inner]) => flatten(`${key}.${name}`, inner));
}

/** What a message asks to be filled in, with its kind: `name`, `count#`, `link<>`. */
export function argumentsOf(elements: readonly MessageFormatElement[]): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.add(`${element.value}${KIND[element.type]}`);
    if (element.type === TYPE.tag) for (const name of argumentsOf(element.children)) found.add(name);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options))
        for (const name of argumentsOf(option.value)) found.add(name);
    }
  }
  return found;
}

const KIND = {
  [TYPE.argument]: "",
  [TYPE.number]: "#",
  [TYPE.plural]: "#",
  [TYPE.select]: "?",
  [TYPE.date]: "@",
  [TYPE.time]: "@",
  [TYPE.tag]: "<>",
} as const;

/** The names without their kind. */
export function argumentNames(message: Message): string[] {
  return [...argumentsOf(message.parsed)].map((name) => name.replace(/\W+$/, "")).sort();
}

/** Every text that a message can become, with one word for each thing that is filled in. */
export function writtenOut(elements: readonly MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (starts, element) => starts.flatMap((start) => ends(element).map((end) => start + end)),
    [""],
  );
}

function ends(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal) return [element.value];
  if (element.type === TYPE.tag) return element.children.length === 0 ? ["woord"] : writtenOut(element.children);
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    return Object.values(element.options).flatMap((option) => writtenOut(option.value));
  }
  return ["woord"];
}
