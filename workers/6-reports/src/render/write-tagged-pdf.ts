import { join } from "node:path";
import { publicFolder } from "@rode-draad/ui";
import PDFDocument from "pdfkit";
import type { Block } from "./outline-report.js";

/** Points; A4 with room for two holes. */
const MARGIN = 56;
const SIZES = { 1: 22, 2: 15, 3: 12 } as const;
const BODY = 10.5;
const SMALL = 9.5;
/** First column of a table against the others. */
const FIRST_COLUMN = 2;

type Document = InstanceType<typeof PDFDocument>;

/**
 * Writes blocks of text as a tagged PDF: a reader that speaks finds headings, lists and tables with their headings, in Dutch. The
 * moment is given, so that the same report is the same file.
 */
export async function writeTaggedPdf(
  blocks: readonly Block[],
  about: { readonly title: string; readonly madeAt: Date },
): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    pdfVersion: "1.7",
    tagged: true,
    lang: "nl-NL",
    displayTitle: true,
    info: { Title: about.title, CreationDate: about.madeAt, ModDate: about.madeAt },
  });
  const font = (name: string): string => join(publicFolder, "fonts", `${name}.woff2`);
  document.registerFont("text", font("Cabin-Regular"));
  document.registerFont("strong", font("Cabin-Bold"));
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
  const root = document.struct("Document");
  document.addStructure(root);
  for (const block of blocks) write(document, root, block);
  root.end();
  document.end();
  return await whole;
}

type Struct = ReturnType<Document["struct"]>;

function write(document: Document, root: Struct, block: Block): void {
  switch (block.kind) {
    case "heading":
      document
        .font("strong")
        .fontSize(SIZES[block.level])
        .moveDown(block.level === 1 ? 0.2 : 0.8);
      keepTogether(document, SIZES[block.level] * 4);
      root.add(document.struct(`H${block.level}`, {}, [() => void document.text(block.text)]));
      document.moveDown(0.3);
      return;
    case "paragraph":
      document.font("text").fontSize(BODY);
      root.add(document.struct("P", {}, [() => void document.text(block.text)]));
      document.moveDown(0.4);
      return;
    case "list":
      writeList(document, root, block.items);
      return;
    case "table":
      writeTable(document, root, block);
  }
}

function writeList(document: Document, root: Struct, items: readonly string[]): void {
  document.font("text").fontSize(BODY);
  const list = document.struct("L");
  root.add(list);
  for (const item of items) {
    const entry = document.struct("LI");
    list.add(entry);
    entry.add(document.struct("Lbl", {}, [() => void document.text("•  ", { continued: true })]));
    entry.add(document.struct("LBody", {}, [() => void document.text(item)]));
    entry.end();
    document.moveDown(0.2);
  }
  list.end();
  document.moveDown(0.4);
}

function writeTable(document: Document, root: Struct, { head, rows }: Extract<Block, { kind: "table" }>): void {
  const table = document.struct("Table");
  root.add(table);
  const width = document.page.width - 2 * MARGIN;
  const unit = width / (head.length - 1 + FIRST_COLUMN);
  const widths = head.map((_, column) => (column === 0 ? FIRST_COLUMN * unit : unit) - 6);
  const writeRow = (cells: readonly string[], type: "TH" | "TD"): void => {
    document.font(type === "TH" ? "strong" : "text").fontSize(SMALL);
    const height = Math.max(
      ...cells.map((cell, column) => document.heightOfString(cell, { width: widths[column] ?? 0 })),
    );
    keepTogether(document, height + 6);
    const row = document.struct("TR");
    table.add(row);
    const top = document.y;
    let left = MARGIN;
    cells.forEach((cell, column) => {
      row.add(document.struct(type, {}, [() => void document.text(cell, left, top, { width: widths[column] ?? 0 })]));
      left += (widths[column] ?? 0) + 6;
    });
    row.end();
    document.x = MARGIN;
    document.y = top + height + 5;
    document.markContent("Artifact", { type: "Layout" });
    document
      .lineWidth(0.5)
      .strokeColor("#cdd3cf")
      .moveTo(MARGIN, document.y - 3)
      .lineTo(MARGIN + width, document.y - 3)
      .stroke();
    document.endMarkedContent();
  };
  writeRow(head, "TH");
  for (const row of rows) writeRow(row, "TD");
  table.end();
  document.moveDown(0.6);
}

/** Starts a new page when so many points do not fit on this one. */
function keepTogether(document: Document, points: number): void {
  if (document.y + points > document.page.height - MARGIN) document.addPage();
}
