import { RawText, type Stretch } from "@rode-draad/domain";
import type { NoteReleaseDraft, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";

type Body = Readonly<Record<string, unknown>>;

/** As long as the door lets it be. */
const NUMBER_CHARACTERS_MAX = 200;

/** The number of a note in the source system, written as the door writes it. */
export function readNumber(value: unknown): string {
  return readLine(typeof value === "string" ? value.normalize("NFC") : value, NUMBER_CHARACTERS_MAX);
}

/**
 * The pasted text and what is ticked beside it; undefined without a text. Ticks are about places in the text as it was, so of a text
 * that was changed they say nothing.
 */
export function readRelease(body: Body, tools: Pick<WebTools, "hashText">): NoteReleaseDraft | undefined {
  const pasted = typeof body.tekst === "string" ? body.tekst : "";
  if (pasted.trim() === "") return undefined;
  const isEdited = body.aangepast === "ja";
  return {
    sourceId: readNumber(body.nummer),
    forms: (isEdited ? [withLines(pasted, "\n")] : formsOf(pasted)).map((text) => ({
      text: new RawText(text),
      textHash: tools.hashText(text),
    })),
    isEdited,
    harmless: isEdited ? [] : [body.plek ?? []].flat().flatMap(readPlace),
    traitsPointAtNobody: body.kenmerken === "ja",
  };
}

/** A browser sends every line end as two characters, and a paste may bring an empty line at the end. */
function formsOf(pasted: string): string[] {
  const forms = [pasted, pasted.trimEnd()].flatMap((text) => [withLines(text, "\n"), withLines(text, "\r\n")]);
  return [...new Set(forms)];
}

function withLines(text: string, end: string): string {
  return text.replace(/\r\n|\r|\n/g, end);
}

/** "12-23" as the box of a place says it. */
function readPlace(value: unknown): Stretch[] {
  const [, start, end] = /^(\d{1,6})-(\d{1,6})$/.exec(String(value)) ?? [];
  return start === undefined || end === undefined ? [] : [{ start: Number(start), end: Number(end) }];
}
