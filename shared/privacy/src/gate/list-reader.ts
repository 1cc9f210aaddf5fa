import { readFileSync } from "node:fs";
import { ProductError } from "@rode-draad/domain";

/** Path and number of lines of every list, so that one that is lost or cut off is missed. See scripts/build-contents.ts. */
const CONTENTS = "contents.txt";

/** Reads lists from a folder, each whole or not at all. */
export class ListReader {
  private readonly linesByPath: ReadonlyMap<string, number>;

  constructor(private readonly folder: URL) {
    this.linesByPath = new Map(
      this.read(CONTENTS).map((line): [string, number] => {
        const cut = line.indexOf(" ");
        return [line.slice(0, cut), Number(line.slice(cut))];
      }),
    );
  }

  /** @throws ProductError when the list is not there or not whole: without it the gate would let names pass. */
  linesOf(path: string): string[] {
    const lines = this.read(path);
    if (lines.length !== this.linesByPath.get(path)) throw listBroken(path);
    return lines;
  }

  paths(under: string): string[] {
    return [...this.linesByPath.keys()].filter((path) => path.startsWith(under));
  }

  private read(path: string): string[] {
    try {
      return readList(new URL(path, this.folder));
    } catch {
      throw listBroken(path);
    }
  }
}

/** The lines of a list without its comments. */
export function readList(file: URL): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function listBroken(path: string): ProductError {
  return new ProductError(
    "privacy.list-broken",
    `De woordenlijst ${path} ontbreekt of is niet heel. Installeer het programma opnieuw.`,
  );
}
