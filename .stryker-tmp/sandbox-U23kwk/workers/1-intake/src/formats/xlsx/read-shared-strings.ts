import { SHARED_STRING_CHARACTERS_MAX, STRINGS_RATIO_MAX } from "../../limits.js";
import { hostileWorkbook, type WorkbookPackage } from "./open-package.js";
import { parseXml } from "./parse-xml.js";

/**
 * The table of strings that cells point at. It stands in memory while the sheet is read: cells refer to it in any order.
 * Runs of rich text are joined; phonetic guides are left out.
 */
export async function readSharedStrings(file: WorkbookPackage, part: string): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let pieces: string[] = [];
  let inText = false;
  let inPhonetic = false;
  const chunks = parseXml(await file.open(part, STRINGS_RATIO_MAX), {
    open(name) {
      if (name === "si") pieces = [];
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    text(text) {
      if (inText) pieces.push(text);
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "si") {
        const string = unescapeCharacters(pieces.join(""));
        characters += string.length + 1;
        if (characters > SHARED_STRING_CHARACTERS_MAX) throw hostileWorkbook("shared strings too large");
        strings.push(string);
      }
    },
  });
  for await (const _bytes of chunks);
  return strings;
}

/** Excel writes characters that XML does not allow as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeCharacters(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
