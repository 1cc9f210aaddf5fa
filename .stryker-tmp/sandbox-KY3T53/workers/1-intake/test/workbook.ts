import { strToU8, zipSync } from "fflate";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface TestSheet {
  readonly name: string;
  readonly state?: "visible" | "hidden" | "veryHidden";
  /** The inside of `<sheetData>`. */
  readonly rows: string;
}

/** A workbook written by hand, for what no ordinary writer makes. */
export function workbook(sheets: readonly TestSheet[], options: WorkbookOptions = {}): Buffer {
  return zip(parts(sheets, options));
}

interface WorkbookOptions {
  readonly strings?: string;
  readonly date1904?: boolean;
}

/** The parts of a workbook before they are zipped. */
export function parts(sheets: readonly TestSheet[], options: WorkbookOptions = {}): Record<string, string> {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inside: string): string =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const made: Record<string, string> = {
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
      (options.date1904 === true ? '<workbookPr date1904="1"/>' : "") +
      `<sheets>${sheets.map((sheet, index) => `<sheet name="${sheet.name}" sheetId="${index + 1}" state="${sheet.state ?? "visible"}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      sheets
        .map((_sheet, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/blad${index + 1}.xml`))
        .join("") + relation("rIdS", "sharedStrings", "/xl/sharedStrings.xml"),
    ),
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}">${options.strings ?? ""}</sst>`,
  };
  for (const [index, sheet] of sheets.entries()) {
    made[`xl/worksheets/blad${index + 1}.xml`] =
      `${XML}<worksheet xmlns="${MAIN}"><sheetData>${sheet.rows}</sheetData></worksheet>`;
  }
  return made;
}

export function zip(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

/** A row of inline strings. */
export function inlineRow(cells: readonly string[]): string {
  return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`).join("")}</row>`;
}
