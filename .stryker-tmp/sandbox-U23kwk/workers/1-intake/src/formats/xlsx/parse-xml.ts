import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import { XML_DEPTH_MAX, XML_SILENT_BYTES_MAX } from "../../limits.js";
import { hostileWorkbook } from "./open-package.js";

export interface XmlHandlers {
  /** `name` comes without a namespace prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Streams XML through handlers and yields after every chunk with the bytes so far, so that the caller can hand on what
 * the handlers gathered. A document type is refused: a workbook has none, and entities are declared there.
 */
export async function* parseXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let events = 0;
  let depth = 0;
  parser.on("opentag", (tag) => {
    events += 1;
    depth += 1;
    if (depth > XML_DEPTH_MAX) throw hostileWorkbook("tags too deep in XML");
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    events += 1;
    depth -= 1;
    handlers.close(localName(tag.name));
  });
  if (handlers.text !== undefined) parser.on("text", handlers.text);
  parser.on("doctype", () => {
    throw hostileWorkbook("document type in XML");
  });
  const decoder = new StringDecoder("utf8");
  let bytes = 0;
  let bytesAtEvent = 0;
  let eventsBefore = 0;
  for await (const chunk of chunks) {
    parser.write(decoder.write(chunk));
    bytes += chunk.length;
    if (events !== eventsBefore) [eventsBefore, bytesAtEvent] = [events, bytes];
    // The parser keeps a text, a tag and a comment until it closes, so one without end would fill memory.
    if (bytes - bytesAtEvent > XML_SILENT_BYTES_MAX) throw hostileWorkbook("endless text in XML");
    yield bytes;
  }
  parser.write(decoder.end());
  // Throws when the document stops before its last tag.
  parser.close();
  yield bytes;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
